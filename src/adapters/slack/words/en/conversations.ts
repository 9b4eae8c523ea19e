export const conversations = {
  'conversations.title': '*{count, plural, one {A person answered} other {# people answered}}*',
  'conversations.nobody': 'Not in the contacts',
  'conversations.who': '*{name}* {phone} · {channel, select, whatsapp {WhatsApp} other {SMS}}',
  'conversations.about': 'about *{campaign}*',
  'conversations.about-nothing': 'not an answer to a campaign',
  'conversations.no-text': '(no text: perhaps a picture)',
  'conversations.unclear':
    ':raised_hand: This may be an opt-out. What was waiting for this person was taken out of the queue. Read it, and opt them out if that is what they mean.',
  'conversations.opt-out': 'Opt out',
  'conversations.opt-out.of': 'Opt out {phone}',
  'conversations.opt-out.title': 'Opt this person out?',
  'conversations.opt-out.text':
    '{phone} will get no more marketing by SMS, WhatsApp or voice. Only the person can undo it, by writing START.',
  'conversations.opt-out.deny': 'Go back',
  'conversations.opted-out': '{phone} is opted out of everything. Nothing more will be sent.',
  'conversations.opted-out-before': '{phone} had opted out before. Nothing is sent to this number.',
  'refusal.conversations.gone':
    'This reply is no longer there. Use `/compliance suppress` with the number instead.',
} as const;
