import { createHash } from 'node:crypto';
import type { FileSource, Sheet, SheetRow } from './file-ports.ts';

const guessedRows = 200;

/** Enough of a file to guess what its columns mean. */
export async function firstRows(sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of sheet.rows()) {
    rows.push(...batch);
    if (rows.length >= guessedRows) break;
  }
  return rows.slice(0, guessedRows);
}

export async function sha256Of(content: Uint8Array | FileSource): Promise<string> {
  const hash = createHash('sha256');
  if (!('pieces' in content)) return hash.update(content).digest('hex');
  for await (const piece of content.pieces()) hash.update(piece);
  return hash.digest('hex');
}
