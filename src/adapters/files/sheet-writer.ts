import { stringify } from 'csv-stringify/sync';
import type { SheetWriter } from '../../features/contacts/index.ts';

/** What a spreadsheet would run as a formula gets an apostrophe in front, which it shows as text. */
export const withoutFormula = (cell: string): string =>
  /^\s*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;

/** UTF-8 with a mark and CRLF, so that Excel shows accents. */
export const sheetWriter: SheetWriter = {
  csv: (rows, delimiter) =>
    Buffer.from(
      stringify(
        [...rows].map((row) => row.map(withoutFormula)),
        { delimiter, bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
      ),
    ),
};
