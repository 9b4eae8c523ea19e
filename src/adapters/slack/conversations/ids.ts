/** Names Slack echoes back to us. */
export const ids = { optOut: 'conversations.opt-out', keep: 'conversations.keep' } as const;

/** A block that shows one reply carries its id, so that the whole message can be drawn anew. */
export const replyBlock = (replyId: string): string => `reply:${replyId}`;

export const repliesIn = (blockIds: readonly string[]): string[] =>
  blockIds.flatMap((id) => (id.startsWith('reply:') ? [id.slice('reply:'.length)] : []));
