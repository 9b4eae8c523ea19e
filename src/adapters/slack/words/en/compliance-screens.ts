export const complianceScreens = {
  'compliance.help.rules':
    'What binds a message to people of a state, and whether it may be sent now.',
  'compliance.help.suppress':
    'Never write to or call a number again, because somebody asked for it.',
  'compliance.channel.sms': 'SMS',
  'compliance.channel.whatsapp': 'WhatsApp',
  'compliance.channel.call': 'Recorded calls',
  'compliance.rules.title': 'Rules for {state}',
  'compliance.rules.open': 'allowed by law now, until {until}',
  'compliance.rules.closed': 'not allowed now ({why}), and not within seven days',
  'compliance.rules.closed-until': 'not allowed now ({why}); next at {next}',
  'compliance.rules.weekdays': 'Monday to Friday',
  'compliance.rules.saturday': 'Saturday',
  'compliance.rules.sunday': 'Sunday',
  'compliance.rules.on-holidays': 'Holidays',
  'compliance.rules.no-day': 'not allowed',
  'compliance.rules.holidays': 'as on other days',
  'compliance.rules.no-holidays': 'not allowed',
  'compliance.rules.source': 'For {binds}. Source: {source}',
  'compliance.rules.clock':
    'By the clock of the person ({zones}); where a state has several, all of them must allow.',
  'compliance.rules.both':
    'The federal window 08:00–21:00 always applies too, and so do the rules of the state of the area code.',
  'compliance.rules.house':
    'Campaigns keep our own narrower hours as well: Monday to Saturday 9–20, Sunday 12–20, no federal holidays.',
  'compliance.rules.version': 'Rules {version}',
  'compliance.suppressed':
    '{phone} will not be written to or called again, on any channel, from now on.',
  'compliance.suppressed-before': '{phone} was blocked already. Nothing changed.',
  'refusal.compliance.unknown-state':
    'I do not know the state *{state}*. Example: `/compliance rules CT` or `/compliance rules Florida`',
  'refusal.compliance.not-a-number':
    'That is not a US phone number. Example: `/compliance suppress +1 203 555 0123`',
} as const;
