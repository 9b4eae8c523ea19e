export const contactImports = {
  'contacts.field.area_code': 'Area code',
  'contacts.field.consent_source': 'Where the consent was given',
  'contacts.reject.phone-excel-date':
    'Excel turned the number into a date, or a date stands in the phone column. Get the number from the original list; format the column as text.',
  'contacts.reject.phone-excel-zeros':
    'Excel took the number for 203.55501 and dropped the zeros at its end. Get the number from the original list; format the column as text.',
  'contacts.kind.contacts': 'Contacts',
  'contacts.kind.opt-out': 'Opt-outs (nobody may write to them)',
  'contacts.kind.dnc-national': 'National do-not-call list',
  'contacts.kind.dnc-state': 'State do-not-call list',
  'contacts.kind.litigator': 'Known litigators',
  'contacts.kind.line': 'Taken for: *{kind}*',
  'contacts.kind.scrubbed': 'Compared with its registry on {day}',
  'contacts.kind.scrubbed-national':
    'Compared with the registry on {day}; good for {days} days, until {until}',
  'contacts.kind.scrub-over':
    ':warning: Compared with the registry on {day}: that was good until {until}. Get a newer list.',
  'contacts.kind.list-note':
    'Numbers of this list are never written to again, whatever any other list says, now or later.',
  'contacts.kind.ask': 'What is this file?',
  'contacts.kind.ask-day': 'When was it compared with its registry?',
  'contacts.kind.ask-day-hint': 'For do-not-call lists. Without a day it counts as today.',
  'contacts.list.count.created': 'Newly forbidden numbers',
  'contacts.list.count.merged': 'Forbidden before, or repeated',
  'contacts.list.count.changed': 'Contacts it silences',
  'contacts.list.count.rejected': 'Rejected rows',
  'contacts.list.confirm': 'Forbid {numbers, plural, one {# number} other {# numbers}}',
  'contacts.confirm.title': 'Import this list?',
  'contacts.confirm.list':
    '{created, plural, =0 {No other number becomes forbidden} one {# number becomes forbidden} other {# numbers become forbidden}}{merged, plural, =0 {} one {, # stands already} other {, # stand already}}{changed, plural, =0 {} one {, # contact is no longer written to} other {, # contacts are no longer written to}}{rejected, plural, =0 {} one {, # row is rejected} other {, # rows are rejected}}.',
  'contacts.confirm.contacts':
    '{created, plural, =0 {No new contact} one {# new contact} other {# new contacts}}{merged, plural, =0 {} one {, # merged row} other {, # merged rows}}{rejected, plural, =0 {} one {, # rejected row} other {, # rejected rows}}, {consent, plural, =0 {nobody} other {#}} with consent.',
  'contacts.confirm.yes': 'Import',
  'contacts.progress.left':
    '{seconds, plural, =0 {} other {· about {minutes, plural, =0 {{seconds, number} s} other {# min}} left}}',
  'contacts.undo.button': 'Undo this import',
  'contacts.undo.title': 'Undo this import?',
  'contacts.undo.deleted': '{n, plural, one {# contact is deleted} other {# contacts are deleted}}',
  'contacts.undo.restored':
    '{n, plural, one {# contact gets} other {# contacts get}} former values back',
  'contacts.undo.lifted': '{n, plural, one {# number is} other {# numbers are}} allowed again',
  'contacts.undo.nothing': 'nothing else had changed',
  'contacts.undo.text': '{what}. Consent that came with it no longer counts.',
  'contacts.undo.text-list': '{what}. Numbers that another list names as well stay forbidden.',
  'contacts.undo.confirm': 'Undo',
  'contacts.undo.done-title': 'Import undone',
  'contacts.undo.done':
    'Taken back *{file}*: {what}. Its consent entries no longer count; they stay in the ledger. To import it again: `/contacts import`.',
  'contacts.undo.done-list':
    'Taken back *{file}*: {what}. Numbers that another list names as well stay forbidden. To import it again: `/contacts import`.',
  'contacts.undo.until':
    'You can undo this import for {hours} hours, until somebody is written to.',
  'refusal.contacts.undo-too-late':
    'The import of *{file}* ended more than {hours} hours ago and can no longer be undone. Correct the contacts one by one, or import a corrected list.',
  'refusal.contacts.undo-newer-first':
    'The list *{newer}* was imported later and met the same contacts. Undo that import first, then *{file}*.',
  'refusal.contacts.undo-sent':
    '{people, plural, one {# contact} other {# contacts}} of *{file}* already {people, plural, one {is} other {are}} in a campaign that was sent or waits to be. The import can no longer be undone; cancel a campaign that only waits, and try again.',
  'refusal.contacts.import-undone':
    'The import of *{file}* was undone. Upload the file again with `/contacts import`.',
  'refusal.contacts.scrub-date-ahead':
    'That day has not come yet. Choose the day the list was compared with its registry.',
} as const;
