/** Names Slack echoes back to us. */
export const ids = { optOut: 'conversations.opt-out' } as const;
