import { stringify } from 'csv-stringify/sync';
import type { ExportCell, ExportWriter } from '../../features/contacts/index.ts';
import { formatCivilDay, wallTimeAt } from '../../shared/wall-time.ts';
import { partsSource } from './byte-source.ts';
import { withoutFormula } from './sheet-writer.ts';

type Table = ReturnType<ExportWriter['open']>;
type Look = Parameters<ExportWriter['open']>[1];

/** UTF-8 with a mark and CRLF, so that Excel shows accents; only the text of the file is held. */
export function csvTable({ headers, delimiter, timeZone }: Look): Table {
  const parts: Buffer[] = [];
  const add = (rows: readonly (readonly ExportCell[])[], bom = false) => {
    const cells = rows.map((row) => row.map((cell) => textOf(cell, timeZone)));
    const options = { delimiter, bom, record_delimiter: '\r\n', quoted_match: /[\r\n]/ };
    parts.push(Buffer.from(stringify(cells, options)));
  };
  add([headers], true);
  return { mime: 'text/csv', add: (rows) => add(rows), end: () => partsSource(parts.splice(0)) };
}

function textOf(cell: ExportCell, timeZone: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return cell instanceof Date ? dayAndTime(cell, timeZone) : withoutFormula(cell);
}

/** `2026-11-24 10:05`, which every spreadsheet reads as a date. */
function dayAndTime(at: Date, timeZone: string): string {
  const { day, ms } = wallTimeAt(timeZone, at.getTime());
  const minutes = Math.floor(ms / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${formatCivilDay(day)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
