import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/errors.ts';
import type { FileSource, Sheet, SheetRow } from './file-ports.ts';
import type { Guess } from './guess-mapping.ts';
import type { Detected } from './import.ts';

const guessedRows = 200;
const mostColumns = 1000;

/**
 * Enough of a file to guess what its columns mean. Throws `Refusal('invalid',
 * 'contacts.file-too-wide')`: each cell of these rows is looked at in many ways.
 */
export async function firstRows(sheet: Sheet, file: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of sheet.rows()) {
    rows.push(...batch);
    if (rows.length >= guessedRows) break;
  }
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.findLastIndex(isFilled) + 1));
  if (columns > mostColumns) {
    throw new Refusal('invalid', 'contacts.file-too-wide', { file, columns, limit: mostColumns });
  }
  return rows.slice(0, guessedRows).map(({ number, cells }) => ({
    number,
    cells: cells.slice(0, mostColumns),
  }));
}

const mostSheets = 20;

/** What is kept of how a file is written. */
export async function detectedOf(sheet: Sheet, guess: Guess): Promise<Detected> {
  const { format, encoding, delimiter } = sheet;
  const { header, headerAt, dateOrder } = guess;
  const { read = '', others = [] } = (await sheet.sheets()) ?? {};
  return {
    format,
    encoding,
    delimiter,
    header,
    dateOrder,
    ...(headerAt && { headerAt }),
    ...(others.length > 0 && { sheets: { read, others: others.slice(0, mostSheets) } }),
  };
}

const isFilled = (cell: string): boolean => cell.trim() !== '';

export async function sha256Of(content: Uint8Array | FileSource): Promise<string> {
  const hash = createHash('sha256');
  if (!('pieces' in content)) return hash.update(content).digest('hex');
  for await (const piece of content.pieces()) hash.update(piece);
  return hash.digest('hex');
}
