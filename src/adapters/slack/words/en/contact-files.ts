export const contactFiles = {
  'refusal.contacts.file-too-involved':
    'The workbook *{file}* is too large or too involved to be opened here. In Excel, save the sheet with the contacts as “CSV UTF-8” and upload that.',
  'refusal.contacts.file-cell-too-long':
    'In the file *{file}*, a cell {row, plural, =0 {} other {in row {row, number} }}is far too long for a list of contacts. Empty or shorten it and upload the file again.',
  'refusal.contacts.file-too-wide':
    'The file *{file}* has {columns, number} columns; at most {limit, number} can be read. Delete the columns that are not about the contacts and upload it again.',
} as const;
