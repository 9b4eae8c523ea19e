export const reports = {
  'reports.help.daily': 'The digest of a day in the digest channel: `today`, `yesterday` or a date',
  'reports.preparing': 'Drawing the digest. The link comes in a moment.',
  'reports.notice-title': 'Daily digest',
  'reports.open-campaign': 'Open {name}',
  'reports.answer.final': 'The digest of {day} is in {channel}: {link}',
  'reports.answer.so-far':
    'The digest of {day} so far is in {channel}: {link}. It is brought up to date each time somebody asks for it, and completed on {next}.',
  'reports.answer.there': 'The digest of {day} is complete and stands in {channel}: {link}',
  'reports.answer.empty': 'On {day} nothing was sent and nobody wrote, so there is no digest.',
  'reports.answer.empty-so-far':
    'Nothing was sent on {day} so far and nobody wrote. Ask again later, or for another day: `/report daily yesterday`.',
  'reports.answer.link': 'open it',
  'reports.title': 'Daily digest: {day}{final, select, yes {} other { (so far)}}',
  'reports.period.whole': 'The whole day, {zone}. What became of it as known on {asOf}.',
  'reports.period.so-far': 'From midnight to {asOf}, {zone}. The day is not over.',
  'reports.simulated': 'Simulated carrier: no message really left and nobody really answered.',
  'reports.late': 'Late: it should have been posted on {planned}.',
  'reports.missed': 'No digest was posted for {days}. `/report daily {example}` posts one now.',
  'reports.kpi.sent': 'Sent',
  'reports.kpi.delivered': 'Delivered',
  'reports.kpi.failed': 'Failed',
  'reports.kpi.unconfirmed': 'Unconfirmed',
  'reports.kpi.replied': 'Replied',
  'reports.kpi.opted-out': 'Opted out',
  'reports.kpi.converted': 'Converted',
  'reports.kpi.spent': 'Spent',
  'reports.share':
    '{n} ({share} of {of, select, tried {all handed to the carrier} sent {sent} other {delivered}})',
  'reports.spent':
    '{amount} for {segments, plural, one {# segment} other {# segments}}{unsettled, select, none {} other {, of which {unsettled} is reserved until the carrier is done}}',
  'reports.untracked': 'none recorded yet',
  'reports.change':
    '{direction, select, up {▲ up from {before} the day before} down {▼ down from {before} the day before} same {unchanged from the day before} other {nothing to compare with the day before}}',
  'reports.arrivals':
    'That day {replies, plural, =0 {no replies came in} one {# reply came in} other {# replies came in}} and {optOuts, plural, =0 {nobody opted out} one {# person opted out} other {# people opted out}}, whenever the message was sent.',
  'reports.on-the-way': '{n, plural, one {# message is} other {# messages are}} still on the way.',
  'reports.campaigns': 'By campaign',
  'reports.campaign':
    '“{name}” ({channel, select, sms {SMS} whatsapp {WhatsApp} other {calls}}): {sent} sent, {delivered} delivered{deliveredShare, select, none {} other { ({deliveredShare})}}, {failed} failed, {replied} replied{repliedShare, select, none {} other { ({repliedShare})}}, {optedOut} opted out, {spent}',
  'reports.more': 'and {n, plural, one {# more} other {# more}}',
  'reports.states': 'By state',
  'reports.state':
    '{state}: {contacts, plural, one {# contact} other {# contacts}}; {delivered, plural, =0 {nothing delivered} other {{replied} of # replied{share, select, none {} other { ({share})}}}}',
  'reports.state.others': 'Others ({n})',
  'reports.state.unknown': 'State unknown',
  'reports.definitions':
    'Sent: accepted by the carrier that day, whatever came later. Failed: refused or not delivered. Unconfirmed: nobody knows yet whether the carrier took it. Delivered, failed, replied and opted out tell what became of that day’s messages.',
  'reports.no-charts':
    'The charts could not be drawn this time. All their figures are in the text.',
  'reports.chart.timeline': 'Sends, deliveries and replies by hour',
  'reports.chart.states': 'Contacts and response rate by state',
  'reports.chart.states-subtitle': '{day} · replied / delivered of that day’s messages',
  'reports.chart.simulated': 'simulated',
  'reports.chart.sends': 'Sends',
  'reports.chart.deliveries': 'Deliveries',
  'reports.chart.replies': 'Replies',
  'reports.chart.replies-panel': 'Replies (own scale)',
  'reports.chart.quiet': 'Nothing was sent and nobody wrote.',
  'reports.chart.contacts': 'Contacts',
  'reports.chart.rate': 'Response rate',
  'reports.chart.no-contacts': 'no contacts',
  'reports.chart.too-few': 'fewer than {n} delivered',
  'reports.chart.no-rate': 'nothing delivered',
  'reports.chart.others': 'Others',
  'reports.chart.no-people': 'There are no contacts yet.',
  'reports.alt.timeline':
    'Bar chart of {day} by hour, replies in a panel of their own. {sends, plural, one {# send} other {# sends}}, {deliveries, plural, one {# delivery} other {# deliveries}}, {replies, plural, one {# reply} other {# replies}}. {hours}',
  'reports.alt.hour': '{hour}: {sends} sent, {deliveries} delivered, {replies} replies.',
  'reports.alt.states':
    'Two maps of the US states, contacts and response rate, and bars for the largest states. {states}',
  'refusal.reports.no-channel':
    'No digest channel is set. Ask whoever runs this app to set DIGEST_CHANNEL, then try again.',
  'refusal.reports.unknown-day':
    '“{day}” is not a day. Try `/report daily`, `/report daily yesterday` or `/report daily 2026-11-21`.',
  'refusal.reports.future-day':
    '{day} is not here yet: today is {today}. Ask for a day up to today.',
  'refusal.reports.busy':
    'The digest of {date} is being made right now. Ask again in a minute to get its link.',
  'refusal.reports.charts': 'The charts cannot be drawn right now. Try again in a minute.',
} as const;
