export const contacts = {
  'contacts.reject.column': 'Why it was not imported',
  'contacts.reject.phone-missing': 'No phone number. Fill it in.',
  'contacts.reject.phone-not-a-number': 'The phone column holds no phone number. Correct it.',
  'contacts.reject.phone-excel-number':
    'Excel turned the number into 1.2E+10 and lost its last digits. Get the number from the original list; format the column as text.',
  'contacts.reject.phone-emergency': 'An emergency or service number. Use the person’s own number.',
  'contacts.reject.phone-too-short':
    'Digits are missing (Excel may have dropped zeros). Add them: area code and seven digits.',
  'contacts.reject.phone-missing-area-code': 'No area code. Put its three digits in front.',
  'contacts.reject.phone-too-long': 'Too many digits for a US number. Remove the extra ones.',
  'contacts.reject.phone-foreign': 'Not a US number. Add the person’s US number, if there is one.',
  'contacts.reject.phone-north-america-not-us':
    'A Canadian or Caribbean number, not a US one. Add the person’s US number, if there is one.',
  'contacts.reject.phone-toll-free':
    'A toll-free number cannot be contacted. Use the person’s own number.',
  'contacts.reject.phone-premium':
    'A premium or service number cannot be contacted. Use the person’s own number.',
  'contacts.reject.phone-unknown-area-code': 'This US area code does not exist. Correct it.',
  'contacts.reject.phone-impossible-exchange':
    'No US number has these three digits after the area code. Correct them.',
  'contacts.reject.row-malformed':
    'A quotation mark that never closes made several rows one. Remove it and separate the rows.',
  'refusal.contacts.unknown': 'This contact no longer exists. Look for it with `/contacts find`.',
  'refusal.contacts.not-a-number':
    'This is not a US phone number. Write the area code and seven digits, for example 203-555-0123.',
  'refusal.contacts.file-empty':
    'The file *{file}* is empty (0 bytes). Export the list again and upload that file.',
  'refusal.contacts.file-no-rows':
    'The file *{file}* has no rows with contacts. Check that you exported the right sheet, then upload it again.',
  'refusal.contacts.file-too-large':
    'The file *{file}* has {size, number} MB; at most {limit, number} MB can be imported at once. Split it and import the parts one after the other.',
  'refusal.contacts.file-too-many-rows':
    'The file *{file}* has more than {limit, number} rows. Split it and import the parts one after the other.',
  'refusal.contacts.file-password-protected':
    'The file *{file}* is protected by a password. Open it in Excel, remove the password (File → Info → Protect Workbook), save it and upload it again.',
  'refusal.contacts.file-old-excel':
    'The file *{file}* is in an old Excel format. Open it, save it as “Excel Workbook (.xlsx)” or “CSV UTF-8”, and upload that.',
  'refusal.contacts.file-binary':
    'The file *{file}* is not a list I can read. Upload a CSV or an Excel workbook (.xlsx).',
  'refusal.contacts.file-not-a-table':
    'The file *{file}* is {kind, select, pdf {a PDF} image {an image} webpage {a web page} zip {an archive or another kind of document} archive {an archive} other {not a list}}. Upload a CSV or an Excel workbook (.xlsx).',
  'refusal.contacts.file-damaged':
    'The file *{file}* is damaged and cannot be opened. Open it in Excel, save it again as .xlsx or CSV, and upload that.',
  'refusal.contacts.file-quote':
    'In the file *{file}*, a quotation mark near row {row, number} never closes, so the rows after it cannot be told apart. Remove it (or save the file again from Excel) and upload it again.',
  'refusal.contacts.file-no-phone-column':
    'I found no column with phone numbers in *{file}* (columns: {columns}). Add a column “Telefone” or “Phone” and upload it again.',
  'refusal.contacts.mapping-columns':
    'The file has {columns, number} columns. Open the import again and choose their meaning once more.',
  'refusal.contacts.mapping-no-phone': 'Choose the column that holds the phone number.',
  'refusal.contacts.mapping-twice':
    'Two columns have the same meaning ({field}). Leave one of them out.',
  'refusal.contacts.import-unknown':
    'This import no longer exists. Start a new one with `/contacts import`.',
  'refusal.contacts.import-file-gone':
    'The file *{file}* was only kept for seven days. Upload it again with `/contacts import`.',
  'refusal.contacts.import-not-confirmed':
    'The import of *{file}* still waits for somebody to confirm it. Look at its preview and confirm.',
  'refusal.contacts.import-running':
    'The import of *{file}* is already under way. Its progress message shows how far it is.',
  'refusal.contacts.import-completed':
    'The import of *{file}* is finished and cannot be run again. To import the list once more, upload it with `/contacts import`.',
  'refusal.contacts.import-failed':
    'The import of *{file}* failed. Upload the corrected file with `/contacts import`.',
  'refusal.contacts.import-canceled':
    'The import of *{file}* was canceled. Upload the file again with `/contacts import`.',
  'refusal.contacts.import-busy':
    'The import of *{file}* is being worked on right now. Try again in a minute.',
  'refusal.contacts.import-interrupted':
    'The import was interrupted and goes on by itself in a minute.',
  'refusal.contacts.import-no-report':
    'The import of *{file}* has no figures yet. Wait for its preview.',
} as const;
