/** What Slack calls a file, by its first bytes and else by its extension. */
export type FileKind = { mimetype: string; filetype: string; pretty: string };

const byExtension: Readonly<Record<string, FileKind>> = {
  csv: { mimetype: 'text/csv', filetype: 'csv', pretty: 'CSV' },
  txt: { mimetype: 'text/plain', filetype: 'text', pretty: 'Plain Text' },
  json: { mimetype: 'application/json', filetype: 'json', pretty: 'JSON' },
  html: { mimetype: 'text/html', filetype: 'html', pretty: 'HTML' },
  pdf: { mimetype: 'application/pdf', filetype: 'pdf', pretty: 'PDF' },
  zip: { mimetype: 'application/zip', filetype: 'zip', pretty: 'Zip' },
  xlsx: {
    mimetype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    filetype: 'xlsx',
    pretty: 'Excel Spreadsheet',
  },
  xls: { mimetype: 'application/vnd.ms-excel', filetype: 'xls', pretty: 'Excel Spreadsheet' },
};

const png: FileKind = { mimetype: 'image/png', filetype: 'png', pretty: 'PNG' };
const jpg: FileKind = { mimetype: 'image/jpeg', filetype: 'jpg', pretty: 'JPEG' };
const gif: FileKind = { mimetype: 'image/gif', filetype: 'gif', pretty: 'GIF' };
const binary: FileKind = {
  mimetype: 'application/octet-stream',
  filetype: 'binary',
  pretty: 'Binary',
};

export const extensionOf = (name: string): string =>
  name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : '';

export function kindOf(name: string, content: Buffer): FileKind {
  const start = content.toString('latin1', 0, 8);
  if (start.startsWith('\x89PNG')) return png;
  if (start.startsWith('\xff\xd8\xff')) return jpg;
  if (start.startsWith('GIF8')) return gif;
  return byExtension[extensionOf(name)] ?? binary;
}

export const isPicture = (mimetype: string): boolean =>
  ['image/png', 'image/jpeg', 'image/gif'].includes(mimetype);
