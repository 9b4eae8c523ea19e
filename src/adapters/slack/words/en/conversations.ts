export const conversations = {
  'conversations.title': '*{count, plural, one {A person answered} other {# people answered}}*',
  'conversations.nobody': 'Not in the contacts',
  'conversations.who': '*{name}* {phone} · {channel, select, whatsapp {WhatsApp} other {SMS}}',
  'conversations.about': 'about *{campaign}*',
  'conversations.about-nothing': 'not an answer to a campaign',
  'conversations.no-text': '(no text: perhaps a picture)',
  'conversations.said': '“{text}”',
  'conversations.unclear':
    'Some of these may be opt-outs: what was waiting for those people is held until somebody has read them and chosen.',
  'conversations.is-opt-out': 'It is an opt-out',
  'conversations.no-opt-out': 'Not an opt-out',
  'conversations.no-opt-out.of': 'Not an opt-out: {phone}',
  'conversations.decided':
    '{label, select, opt_out {*Opt-out*} other {*Not an opt-out*}}, says {by}, {at}',
  'conversations.is-out': '*Opted out*: nothing more is sent to this number.',
  'conversations.kept': 'The reply of {phone} is no opt-out. What was held for them goes on.',
  'conversations.opt-out': 'Opt out',
  'conversations.opt-out.of': 'Opt out {phone}',
  'conversations.opt-out.title': 'Opt this person out?',
  'conversations.opt-out.text':
    '{phone} will get no more marketing by SMS, WhatsApp or voice. Only the person can undo it, by writing START.',
  'conversations.opt-out.deny': 'Go back',
  'conversations.opted-out': '{phone} is opted out of everything. Nothing more will be sent.',
  'conversations.opted-out-before': '{phone} had opted out before. Nothing is sent to this number.',
  'refusal.conversations.decided':
    'Somebody has decided on this reply already. The message shows how.',
  'refusal.conversations.gone':
    'This reply is no longer there. Use `/compliance suppress` with the number instead.',
} as const;
