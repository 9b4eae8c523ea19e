export const contactCard = {
  'contacts.help.show':
    'Everything about one person: what they agreed to, what they got, why they can be contacted or not.',
  'card.title': 'Contact',
  'card.open': 'Contact card',
  'card.open-of': 'Contact card of {name}',
  'card.which': 'Who do you mean?',
  'card.several':
    '{n, plural, one {# person matches} other {# people match}} “{typed}”{shown, select, some {; here are the first ones. Type more of the name or number to narrow it} other {}}.',
  'card.nobody':
    'Nobody matches “{typed}”. `/contacts find` looks for people by state, segment and tag as well.',
  'card.no-typed':
    'Type a name or a phone number after it, for example `/contacts show Maria Silva`.',
  'card.no-name': 'No name',
  'card.tab-overview': 'Overview',
  'card.tab-messages': 'Messages ({n, number})',
  'card.tab-consent': 'Consent',
  'card.tab-validation': 'Validation',
  'card.place': 'Place',
  'card.place-value':
    '{city, select, none {} other {{city}, }}{state}{zip, select, none {} other { {zip}}}{from, select, area { (by area code)} other {}}',
  'card.rules': 'Whose rules',
  'card.rules-value':
    '{states, select, none {place not known: the strictest} other {{states}}} · {clocks} time',
  'card.segment': 'Segment',
  'card.tags': 'Tags',
  'card.line': 'Line',
  'card.history': 'History',
  'card.history-value':
    '{outbound, plural, =0 {no message} one {# message} other {# messages}}, {inbound, plural, =0 {no reply} one {# reply} other {# replies}}, {campaigns, plural, =0 {no campaign} one {# campaign} other {# campaigns}}',
  'card.purchases': 'Purchases',
  'card.purchases-value': '{n, plural, =0 {none} one {# for {amount}} other {# for {amount}}}',
  'card.last': 'Last contact',
  'card.last-value': 'message {sent} · reply {heard}',
  'card.since': 'In the list since',
  'card.never': 'never',
  'card.other-names':
    'Other names met for this number: {names}. Nobody is greeted by name until one is chosen (Edit).',
  'card.erased':
    'Erased on {at}. Their name, place, tags and texts are gone; the number, its suppression and the consent ledger stay, because the law asks for the proof.',
  'card.now': 'May they be contacted now?',
  'card.campaigns': 'Latest campaigns',
  'card.edit': 'Edit',
  'card.opt-out': 'Opt out',
  'card.opt-out-title': 'Opt this person out?',
  'card.opt-out-text':
    '{phone} gets no more marketing by SMS, WhatsApp or voice, at once. {waiting, plural, =0 {Nothing waits to be sent to them.} one {# message that waits is not sent.} other {# messages that wait are not sent.}}',
  'card.opt-out-done': '{phone} is opted out of everything. Nothing more will be sent.',
  'card.opt-out-before': '{phone} had opted out before you clicked. Nothing was changed.',
  'card.opt-in': 'Opt back in',
  'card.opt-in-title': 'Opt back in',
  'card.opt-in-intro':
    '{phone} may only be written to again if *they said so themselves, after they said no*. What you enter is kept for ever with your name, and shown to whoever asks for proof. Recorded calls stay forbidden.',
  'card.opt-in-text': 'Their own words',
  'card.opt-in-text-hint': 'Letter by letter: an e-mail, a chat, a signed form.',
  'card.opt-in-day': 'The day they said it',
  'card.opt-in-time': 'The time (yours)',
  'card.opt-in-submit': 'Opt back in',
  'card.opt-in-done':
    '{phone} may be written to again by SMS and WhatsApp. Your evidence is in the ledger.',
  'card.forget': 'Forget',
  'card.forget-title': 'Erase this person’s data?',
  'card.forget-text':
    'Name, place, tags{messages, plural, =0 { and profile} one {, profile and the text of # message} other {, profile and the texts of # messages}} of {phone} are blanked for ever. The number, its suppression and the consent ledger stay as the proof the law requires. It cannot be undone.',
  'card.forget-confirm': 'Erase',
  'card.forget-done':
    'Erased of {phone}: name and profile{messages, plural, =0 {} one {, the text of # message} other {, the texts of # messages}}{followUps, plural, =0 {} one {, # later step} other {, # later steps}}{rows, plural, =0 {} one {, # rejected row} other {, # rejected rows}}. Kept as proof: number, suppression, consent ledger.',
  'card.forget-rest':
    'What Slack itself shows stays until somebody deletes it there: messages in the replies channel, files that were sent. Uploaded lists are deleted seven days after their import.',
  'card.forget-campaigns':
    'Waiting for approval with a text for this person, so it has to be edited and submitted again: {names}',
  'card.saved': 'Saved: {fields}.',
  'card.saved-nothing': 'Nothing was different, so nothing was changed.',
  'card.field':
    '{field, select, name {name} addressState {state} city {city} zip {ZIP code} segment {segment} tags {tags} other {{field}}}',
  'card.edit-title': 'Edit contact',
  'card.edit-submit': 'Save',
  'card.edit-name': 'Name',
  'card.edit-state': 'State',
  'card.edit-state-hint': 'Of their address. Empty: only the area code says whose law binds.',
  'card.edit-city': 'City',
  'card.edit-zip': 'ZIP code',
  'card.edit-segment': 'Segment',
  'card.edit-tags': 'Tags',
  'card.edit-tags-hint': 'Separated by commas.',
  'card.message-out':
    '→ {at} · {channel, select, whatsapp {WhatsApp} call {call} other {SMS}} · {campaign, select, none {{purpose, select, reply {answer} confirmation {confirmation} help {help} other {single message}}} other {*{campaign}*}}{step, plural, =1 {} other {, step #}} · {status, select, staged {waits for approval} queued {waits to be sent} calling {being sent} unconfirmed {nobody knows whether it arrived} sent {sent} delivered {delivered} read {read} replied {answered} failed {not delivered} canceled {canceled} skipped {skipped} other {{status}}}{why}',
  'card.message-in':
    '← {at} · {channel, select, whatsapp {WhatsApp} other {SMS}} · *they wrote*{label, select, opt_out {: opt-out} opt_in {: opt-in} help {: asks for help} unclear {: waits to be read} other {}}',
  'card.no-messages': 'Nothing was sent to them yet, and they have written nothing.',
  'card.text-gone': '(no text)',
  'card.page': 'Page {n, number} of {pages, number}',
  'card.no-consent': 'Nothing is known about what they agreed to. No campaign reaches them.',
  'card.consent-line':
    '{kind, select, grant {*Agreed*} refuse {*Said no*} other {*Took it back*}} ({basis, select, documented {documented} other {asserted}}) · {channels} · {given, select, none {day not known} other {given {given}}}',
  'card.consent-source':
    'Source: {source, select, import {import} sms {their SMS} whatsapp {their WhatsApp} call {their call} carrier {the carrier} slack {entered in Slack} other {{source}}}{file, select, none {} other { of *{file}*}}{row, select, none {} other {, row {row}}} · recorded {at} by {by}',
  'card.consent-text': 'The exact text:',
  'card.consent-no-text': 'The exact text is not known.',
  'card.consent-more': '{n, plural, one {# older entry} other {# older entries}} not shown.',
  'card.suppression':
    '*Suppressed* since {at}: {reason, select, opt_out {opted out} carrier_opt_out {opted out at the carrier} dnc_national {on the national do-not-call list} dnc_state {on a state’s do-not-call list} litigator {known litigator} admin {blocked by an admin} erased {their data was erased} other {{reason}}} (by {by})',
  'card.channel': '{channel, select, sms {SMS} whatsapp {WhatsApp} other {recorded calls}}',
  'card.person': 'the person',
  'refusal.contact.edit': 'Something in this form cannot be read. Correct the marked fields.',
  'refusal.contact.edit-state':
    'Not a US state. Write for example CT or Connecticut, or leave it empty.',
  'refusal.contact.edit-zip': 'A ZIP code has five digits, for example 06810.',
  'refusal.contact.edit-tags': 'At most 30 tags.',
  'refusal.contact.erased': 'This person’s data was erased. There is nothing left to change.',
  'refusal.contact.changed-meanwhile':
    'Somebody else changed this contact while you had the form open. Nothing of yours was saved: close it, look at the card and do it again.',
  'refusal.contact.evidence-text':
    'Enter the words with which they agreed, at least ten characters.',
  'refusal.contact.evidence-future': 'This lies in the future. Enter when they said it.',
  'refusal.contact.evidence-older':
    'They said no on {at}, which is not before your evidence. Only a yes that came later counts.',
  'refusal.contact.opt-in-standing':
    'Not possible: {reason, select, dnc_national {the number is on the national do-not-call list} dnc_state {the number is on a state’s do-not-call list} litigator {the number belongs to a known litigator} admin {an admin blocked the number} erased {the data was erased} other {the number is blocked}}. Nobody’s word lifts that.',
  'refusal.contact.agreed-already':
    'They have agreed already and may be contacted. Nothing was changed.',
  'refusal.contact.being-called':
    'They are opted out, but a message to them is still on its way. Erase the data in a minute.',
} as const;
