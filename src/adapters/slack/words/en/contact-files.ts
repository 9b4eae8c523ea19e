export const contactFiles = {
  'refusal.contacts.file-too-involved':
    'The workbook *{file}* is too large or too involved to be opened here. In Excel, save the sheet with the contacts as “CSV UTF-8” and upload that.',
  'refusal.contacts.file-cell-too-long':
    'In the file *{file}*, a cell {row, plural, =0 {} other {in row {row, number} }}is far too long for a list of contacts. Empty or shorten it and upload the file again.',
  'refusal.contacts.file-too-wide':
    'The file *{file}* has {columns, number} columns; at most {limit, number} can be read. Delete the columns that are not about the contacts and upload it again.',
  'contacts.preview.more-columns':
    'And {left, plural, one {# more column that is} other {# more columns that are}} not used.',
  'contacts.preview.header-at':
    ':information_source: I took {lines, plural, one {row {row, number}} other {rows {row, number} and {last, number}}} for the header{above, plural, =0 {} other {; what stands above is left out}}.',
  'contacts.preview.one-sheet':
    ':warning: Only the sheet *{read}* is read. Other sheets hold rows too{more, plural, =0 {} one { (and # sheet more)} other { (and # sheets more)}}; to import them, save each as its own file:',
  'contacts.preview.other-sheet': '• *{name}*: {rows, plural, one {# row} other {# rows}}',
  'contacts.mapping.left':
    '{left, plural, one {# column more has} other {# columns more have}} no room here. Delete columns that are not about the contacts if one of these is needed.',
  'contacts.count.unreadable-date':
    ':warning: With a consent date that cannot be read or is still to come: *{rows, number}*. {rows, plural, one {This row stays} other {These rows stay}} without consent, and nobody can vouch for {rows, plural, one {it} other {them}}: correct the date in the file and import it again.',
} as const;
