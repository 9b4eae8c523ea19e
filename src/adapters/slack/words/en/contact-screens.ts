export const contactScreens = {
  'contacts.help.import':
    'Import a list (CSV or Excel). You can also drop the file into our conversation.',
  'contacts.help.find':
    'Find people by name, part of a number, `state:`, `segment:`, `tag:` or `score:`.',
  'contacts.help.validate': 'Ask a provider which numbers are real and what kind of line they are.',
  'contacts.import.title': 'Import contacts',
  'contacts.import.intro':
    'Choose a list as your system exports it. I find out the encoding, the separator and the columns, and show you what would happen *before* anything changes.',
  'contacts.import.file': 'File',
  'contacts.import.file-hint':
    'CSV or Excel (.xlsx), at most 10 MB. Larger lists, to 128 MB and 1,000,000 rows: drop the CSV into our conversation.',
  'contacts.import.submit': 'Read file',
  'contacts.import.received':
    'I am reading *{file}*. The preview comes to your messages with this app in a moment; nothing is imported before you confirm it there.',
  'contacts.import.reading': 'Reading *{file}*…',
  'contacts.import.not-a-list':
    '*{file}* is not a list I can import. Drop a CSV or Excel (.xlsx) file here, or type `/contacts import`.',
  'contacts.preview.title': 'Import preview',
  'contacts.preview.file': '*{file}* — {rows, plural, one {# row} other {# rows}}',
  'contacts.preview.detected':
    'Found: {format, select, xlsx {Excel workbook} other {CSV, {encoding}, separated by `{delimiter}`}} · header {header, select, pt {in Portuguese} en {in English} other {missing}}',
  'contacts.preview.columns': 'What I take the columns for',
  'contacts.preview.column': 'Column {n, number}',
  'contacts.preview.samples': 'Some rows as I read them',
  'contacts.preview.row': 'row {n}',
  'contacts.preview.consent':
    '{answer, select, yes {consent: yes {date}} no {consent: no {date}} other {consent: –}}',
  'contacts.preview.rejected-why': 'Rows that cannot be taken',
  'contacts.preview.confirm': 'Import {rows, plural, one {# row} other {# rows}}',
  'contacts.preview.change-columns': 'Change kind or columns',
  'contacts.preview.cancel': 'Cancel import',
  'contacts.preview.nothing-yet': 'Nothing has been changed yet.',
  'contacts.cancel.title': 'Cancel this import?',
  'contacts.cancel.text': 'I stop importing *{file}*. What is in already stays.',
  'contacts.cancel.confirm': 'Cancel import',
  'contacts.count.created': 'New contacts',
  'contacts.count.merged': 'Merged rows',
  'contacts.count.rejected': 'Rejected rows',
  'contacts.count.with-consent': 'With consent',
  'contacts.count.undated': 'Consent without a date',
  'contacts.count.refused': 'Said no',
  'contacts.count.suppressed': 'Opted out or blocked',
  'contacts.count.unchanged': 'Unchanged contacts',
  'contacts.mapping.title': 'Columns of the file',
  'contacts.mapping.intro': 'What does each column of *{file}* mean? I make a new preview from it.',
  'contacts.mapping.submit': 'Preview again',
  'contacts.field.unused': 'not used',
  'contacts.field.phone': 'Phone',
  'contacts.field.phone_2': 'Second phone',
  'contacts.field.phone_3': 'Third phone',
  'contacts.field.name': 'Name',
  'contacts.field.first_name': 'First name',
  'contacts.field.last_name': 'Last name',
  'contacts.field.state': 'State',
  'contacts.field.city': 'City',
  'contacts.field.zip': 'ZIP code',
  'contacts.field.segment': 'Segment',
  'contacts.field.tags': 'Tags',
  'contacts.field.consent': 'Consent (yes or no)',
  'contacts.field.consent_date': 'Date of consent',
  'contacts.field.consent_text': 'Text of the consent',
  'contacts.field.opted_out': 'Opted out',
  'contacts.field.email': 'E-mail',
  'contacts.field.notes': 'Notes',
  'contacts.attest.title': 'Consent of this list',
  'contacts.attest.intro':
    'By what *{file}* says, {people, plural, one {# person} other {# people}} agreed to receive messages. Somebody has to vouch for that before anybody may be contacted; it is kept with your name and shown to whoever approves a campaign.',
  'contacts.attest.seller': 'To whom did they give it?',
  'contacts.attest.seller-hint': 'The seller that the consent names.',
  'contacts.attest.channels': 'For which channels?',
  'contacts.attest.channel': '{channel, select, sms {SMS} other {WhatsApp}}',
  'contacts.attest.channels-hint':
    'Recorded calls need the exact text of the consent and are never included here.',
  'contacts.attest.text-kept': 'Where is the text they agreed to kept?',
  'contacts.attest.text-kept-hint':
    'A form, a folder, a system: so that it can be shown when somebody asks.',
  'contacts.attest.undated':
    'By which day had the {people, plural, one {# consent} other {# consents}} without a date been given?',
  'contacts.attest.undated-hint': 'Without it those people are not contacted.',
  'contacts.attest.sure-label': 'Your word',
  'contacts.attest.sure': 'I have checked this, and it is true.',
  'contacts.attest.submit': 'Sign and import',
  'contacts.attest.note': 'The import starts when you sign.',
  'contacts.progress.line':
    'Importing *{file}*: {done, number} of {total, plural, one {# row} other {# rows}}',
  'contacts.progress.speed': '· {perSecond, number} rows/s',
  'contacts.report.title': 'Import finished',
  'contacts.report.file': '*{file}* — {rows, plural, one {# row} other {# rows}}',
  'contacts.report.rejects':
    'The rows of *{file}* that were not taken, each with its reason. Correct them and import this file.',
  'contacts.report.rejects-attached': 'The rejected rows are in the thread.',
  'contacts.report.get-rejects': 'Get rejected rows',
  'contacts.report.no-rejects':
    'No row was rejected, or the file was deleted since. Import it again to see them.',
  'contacts.report.attested': 'You vouched for the consent given to *{seller}*.',
  'contacts.report.took': 'Took {seconds, number} s.',
  'contacts.report.next':
    'Next: `/contacts validate` checks the numbers, `/campaign new` writes to the people.',
  'contacts.report.canceled':
    'The import of *{file}* was canceled after {rows, plural, one {# row} other {# rows}}. Import it again to take the rest.',
  'contacts.report.failed': 'The import of *{file}* did not work.',
  'contacts.find.title': 'Contacts',
  'contacts.find.nobody': 'Nobody matches. Try fewer words, or `/contacts find` for everybody.',
  'contacts.find.showing': 'Showing {first, number}–{last, number} of {total, number}',
  'contacts.find.no-name': 'no name',
  'contacts.standing.opted-out': 'opted out',
  'contacts.standing.do-not-call': 'do not call',
  'contacts.standing.dead': 'number not in service',
  'contacts.standing.documented': 'consent documented',
  'contacts.standing.asserted': 'consent given',
  'contacts.standing.unattested': 'consent not vouched for',
  'contacts.standing.revoked': 'consent revoked',
  'contacts.standing.refused': 'said no',
  'contacts.standing.none': 'no consent',
  'contacts.find.line-type':
    '{type, select, mobile {mobile} landline {landline} fixedVoip {fixed VoIP} nonFixedVoip {VoIP} personal {personal number} tollFree {toll-free} premium {premium} sharedCost {shared cost} uan {company number} voicemail {voicemail} pager {pager} unknown {line unknown} other {line not checked}}',
  'contacts.find.score': 'score {score, number}',
  'contacts.find.hint':
    'Narrow it: `/contacts find state:CT,FL segment:familias tag:vip score:70 Silva`',
  'contacts.validate.title': 'Validate numbers',
  'contacts.validate.nothing':
    'Every number here was checked within the last 90 days. There is nothing to ask.',
  'contacts.validate.plan':
    '*{n, plural, one {# number} other {# numbers}}* without a recent answer. Asking {provider} costs *at most {cost}*.',
  'contacts.validate.start': 'Validate {n, plural, one {# number} other {# numbers}}',
  'contacts.validate.confirm-title': 'Validate {n, plural, one {# number} other {# numbers}}?',
  'contacts.validate.confirm-text':
    '{n, plural, one {# number} other {# numbers}}, at most {cost}. {provider} is asked at once.',
  'contacts.validate.confirm': 'Validate',
  'contacts.validate.fresh':
    'Numbers that were checked within the last 90 days are not asked again.',
  'contacts.validate.simulated': '*Simulated*: nobody outside is asked.',
  'contacts.validate.started':
    'Checking {n, plural, one {# number} other {# numbers}}. Progress is in your messages with this app.',
  'contacts.validate.progress': 'Checking numbers: {done, number} of {total, number}',
  'contacts.validate.stop': 'Stop checking',
  'contacts.validate.stop-title': 'Stop checking numbers?',
  'contacts.validate.stop-text':
    'What was answered stays. The rest is not asked and costs nothing.',
  'contacts.validate.stop-confirm': 'Stop checking',
  'contacts.validate.done':
    '{status, select, completed {Numbers checked} stopped {Checking stopped} failed {Checking failed} other {Checking numbers}}',
  'contacts.validate.checked': 'Checked',
  'contacts.validate.spent': 'Spent',
  'contacts.validate.valid': 'Valid',
  'contacts.validate.invalid': 'Not valid',
  'contacts.validate.by-type': 'Kinds of line',
  'contacts.validate.provider': 'Answers by {provider}.',
  'refusal.upload.missing': 'Choose a file first.',
  'refusal.upload.too-large':
    'The file is larger than {megabytes, number} MB. Split it and import the parts.',
  'refusal.upload.untrusted': 'This file does not lie in Slack. Upload it here instead.',
  'refusal.upload.unreachable':
    'Slack does not hand out the file right now. Upload it again in a minute.',
  'refusal.upload.not-sure': 'Tick the box: without your word nothing is imported.',
  'refusal.upload.not-yours':
    'This was started by somebody else. Only they or an admin can go on with it.',
  'refusal.upload.filter':
    'I do not understand this filter. Example: `/contacts find state:CT segment:familias score:70 Silva`',
} as const;
