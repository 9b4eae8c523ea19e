export const posting = {
  'refusal.posting.slack':
    'Slack did not take the message for a long time. It is tried again; nothing is posted twice.',
  'refusal.posting.busy':
    'This message is being posted right now. Try again in a minute; nothing is posted twice.',
  'refusal.posting.channel':
    'The app cannot post in the channel `{channel}` (Slack says `{code}`). Invite it there with `/invite`, or ask whoever runs this app to set another channel, then try again.',
} as const;
