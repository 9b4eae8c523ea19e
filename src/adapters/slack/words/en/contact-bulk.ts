export const contactBulk = {
  'contacts.help.bulk':
    'Do something with everybody who matches: segment, tag, campaign, validation, export, opt-out.',
  'contacts.help.segment': 'Put everybody who matches into a segment.',
  'contacts.help.export': 'Everybody who matches as a CSV or Excel file, in your messages.',
  'bulk.title': 'Many contacts at once',
  'bulk.chosen':
    '*{n, plural, one {# contact} other {# contacts}}* {typed, select, none {in all} other {for `{typed}`}}. What shall be done with them?',
  'bulk.chosen-hint':
    'Nothing happens before you have seen the numbers and confirmed them. Narrow it with the same words as `/contacts find`: `/contacts bulk state:CT,FL segment:familias tag:vip score:70`',
  'bulk.begin.segment': 'Segment',
  'bulk.begin.tag': 'Tag',
  'bulk.begin.untag': 'Remove a tag',
  'bulk.begin.campaign': 'Add to campaign',
  'bulk.begin.validate': 'Validate',
  'bulk.begin.export': 'Export',
  'bulk.begin.opt-out': 'Opt out',
  'bulk.next': 'Next',
  'bulk.segment': 'Segment',
  'bulk.segment-hint': 'Everybody has one segment. Empty: geral.',
  'bulk.tag': 'Tag',
  'bulk.untag': 'Tag to remove',
  'bulk.format': 'Kind of file',
  'bulk.format-csv': 'CSV',
  'bulk.format-csv-hint': 'For other programs and for importing again',
  'bulk.format-xlsx': 'Excel (.xlsx)',
  'bulk.format-xlsx-hint': 'Numbers, dates and phones as Excel expects them',
  'bulk.review': 'Check and confirm',
  'bulk.review.segment':
    'Put *{n, plural, one {# contact} other {# contacts}}* into the segment *{word}*. {already, plural, =0 {None of them is in it yet.} one {# is in it already.} other {# are in it already.}}',
  'bulk.review.tag':
    'Give *{n, plural, one {# contact} other {# contacts}}* the tag *{word}*. {already, plural, =0 {None of them has it yet.} one {# has it already.} other {# have it already.}}',
  'bulk.review.untag':
    'Take the tag *{word}* from *{n, plural, one {# contact} other {# contacts}}*. {already, plural, =0 {All of them have it.} one {# does not have it.} other {# do not have it.}}',
  'bulk.review.opt-out':
    'Opt *{n, plural, one {# contact} other {# contacts}}* out of everything: SMS, WhatsApp and voice. {already, plural, =0 {None of them is out yet.} one {# is out already.} other {# are out already.}} {waiting, plural, =0 {No message waits for them.} one {# message that waits is not sent.} other {# messages that wait are not sent.}}',
  'bulk.review.export':
    'Write *{n, plural, one {# contact} other {# contacts}}* into {word, select, xlsx {an Excel workbook} other {a CSV file}}. {full, select, yes {Phone numbers are in full, because you are an admin.} other {Phone numbers are masked; only an admin gets them in full.}} The file comes to your messages with this app, and is deleted after 24 hours.',
  'bulk.nothing-title': 'Nothing to change',
  'bulk.nothing.segment':
    '{n, plural, one {This contact is} other {All # contacts are}} in the segment *{word}* already. There is nothing to change.',
  'bulk.nothing.tag':
    '{n, plural, one {This contact has} other {All # contacts have}} the tag *{word}* already. There is nothing to change.',
  'bulk.nothing.untag':
    '{n, plural, one {This contact does not have} other {None of the # contacts has}} the tag *{word}*. There is nothing to change.',
  'bulk.nothing.opt-out':
    '{n, plural, one {This contact is} other {All # contacts are}} opted out already. There is nothing to change.',
  'bulk.review-undo': 'It can be undone for 24 hours.',
  'bulk.review-no-undo':
    'It cannot be undone: whoever is opted out comes back one by one, with evidence, on their card.',
  'bulk.do.segment': 'Segment {n, number}',
  'bulk.do.tag': 'Tag {n, number}',
  'bulk.do.untag': 'Untag {n, number}',
  'bulk.do.opt-out': 'Opt out {n, number}',
  'bulk.do.export': 'Export {n, number}',
  'bulk.begun-title': 'Under way',
  'bulk.begun': 'Progress and result are in your messages with this app.',
  'bulk.progress.segment': 'Segmenting: {done, number} of {total, number}',
  'bulk.progress.tag': 'Tagging: {done, number} of {total, number}',
  'bulk.progress.untag': 'Removing a tag: {done, number} of {total, number}',
  'bulk.progress.opt-out': 'Opting out: {done, number} of {total, number}',
  'bulk.progress.export': 'Writing the file: {done, number} of {total, number}',
  'bulk.progress.undo': 'Undoing: {done, number} of {total, number}',
  'bulk.done.segment':
    '*{changed, plural, one {# contact is} other {# contacts are}} now in the segment {word}*{same, plural, =0 {.} one {; # was in it before.} other {; # were in it before.}}',
  'bulk.done.tag':
    '*{changed, plural, one {# contact has} other {# contacts have}} the tag {word} now*{same, plural, =0 {.} one {; # had it before.} other {; # had it before.}}',
  'bulk.done.untag':
    '*The tag {word} is gone from {changed, plural, one {# contact} other {# contacts}}*{same, plural, =0 {.} one {; # did not have it.} other {; # did not have it.}}',
  'bulk.done.opt-out':
    '*{changed, plural, one {# contact is} other {# contacts are}} opted out of everything*{same, plural, =0 {.} one {; # was out before.} other {; # were out before.}}',
  'bulk.done-skipped':
    '{n, plural, one {# contact was} other {# contacts were}} left out: their data was erased meanwhile.',
  'bulk.undo': 'Undo',
  'bulk.undo-title': 'Undo this?',
  'bulk.undo-text':
    '{n, plural, one {# contact gets} other {# contacts get}} back what was there before, except where somebody edited it since.',
  'bulk.undo-until': 'Can be undone until {until}.',
  'bulk.undone':
    '*{undone, plural, =0 {Nothing was undone} one {Undone for # contact} other {Undone for # contacts}}*. {kept, plural, =0 {Nobody had edited them since.} one {# was edited since and stays as it is.} other {# were edited since and stay as they are.}}',
  'bulk.failed': 'This did not work: {why}',
  'bulk.file-ready':
    '*Your file is ready*: {n, plural, one {# contact} other {# contacts}}, {full, select, yes {phone numbers in full} other {phone numbers masked}}. It is in the thread of this message, and is deleted on {until}.',
  'bulk.file-again': 'Send the file again',
  'bulk.file-comment': 'The export you asked for. Deleted on {until}.',
  'bulk.file-sent': 'The file is in the thread.',
  'bulk.file-expired':
    'The export of {n, plural, one {# contact} other {# contacts}} was deleted after its day. `/contacts export` makes a new one.',
  'bulk.column.name': 'Name',
  'bulk.column.phone': 'Phone',
  'bulk.column.state': 'State',
  'bulk.column.city': 'City',
  'bulk.column.zip': 'ZIP code',
  'bulk.column.segment': 'Segment',
  'bulk.column.tags': 'Tags',
  'bulk.column.line-type': 'Line',
  'bulk.column.carrier': 'Carrier',
  'bulk.column.score': 'Score',
  'bulk.column.consent-sms': 'Consent SMS',
  'bulk.column.consent-whatsapp': 'Consent WhatsApp',
  'bulk.column.opted-out-at': 'Opted out on',
  'bulk.column.last-contact-at': 'Last message',
  'bulk.column.last-reply-at': 'Last reply',
  'bulk.column.created-at': 'In the list since',
  'bulk.campaign-draft': 'Draft campaign',
  'bulk.campaign-new': 'A new draft',
  'bulk.campaign-name': 'Name of a new draft',
  'bulk.campaign-name-hint': 'Only for a new one.',
  'bulk.campaign-review':
    'The audience of *{name}* becomes *{n, plural, one {# contact} other {# contacts}}*; by the rules of today {reach, plural, =0 {nobody of them} one {# of them} other {# of them}} can be reached by {channel, select, whatsapp {WhatsApp} call {voice} other {SMS}}. {before, select, yes {What stood there before is replaced.} other {}}',
  'bulk.campaign-review-hint': 'Who is in it is asked again when the campaign is submitted.',
  'bulk.campaign-do': 'Set audience',
  'bulk.campaign-next': 'The button to go on with it is in your messages with this app.',
  'bulk.campaign-done':
    'The audience of *{name}* is set: {n, plural, one {# contact} other {# contacts}}.',
  'bulk.validate-review':
    '*{n, plural, one {# number} other {# numbers}}* of {total, plural, one {# contact} other {# contacts}} without a recent answer. Asking {provider} costs *at most {cost}*. {simulated, select, yes {Simulated: nobody outside is asked.} other {}}',
  'bulk.validate-do': 'Validate {n, number}',
  'refusal.bulk.nobody':
    'Nobody matches, so there is nothing to do. `/contacts find` shows who there is.',
  'refusal.bulk.unknown':
    'This choice no longer exists. Choose the contacts again with `/contacts bulk`.',
  'refusal.bulk.not-yours':
    'This was started by somebody else. Only they or an admin can go on with it.',
  'refusal.bulk.order': 'Something is missing. Fill in the marked field.',
  'refusal.bulk.no-tag': 'Enter one tag.',
  'refusal.bulk.no-name': 'Enter a name, or choose a draft.',
  'refusal.bulk.changed':
    'You saw {agreed, plural, one {# contact} other {# contacts}}, and by now {count, plural, one {# matches} other {# match}}. Nothing was changed: choose them again with `/contacts bulk` and look at the new number.',
  'refusal.bulk.undo-over':
    'This cannot be undone any more: more than a day has passed, or it was undone already.',
  'refusal.bulk.busy': 'Somebody is at work on exactly this right now. It goes on by itself.',
  'refusal.bulk.interrupted': 'It was interrupted and goes on by itself in a minute.',
  'refusal.bulk.file-gone':
    'This file was only kept for a day. Make a new one with `/contacts export`.',
} as const;
