import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SheetRow } from '../../features/contacts/index.ts';
import { Refusal } from '../../shared/errors.ts';

const batchSize = 500;

/** The rows of the first sheet that holds anything. Formulas give the value they were saved with. */
export async function workbookRows(
  content: Uint8Array,
  fileName: string,
): Promise<readonly SheetRow[]> {
  // Loaded by who has a workbook: most lists are text, and it comes with a reader of XML and of ZIP.
  const { default: readWorkbook } = await import('read-excel-file/node');
  let sheets: Awaited<ReturnType<typeof readWorkbook>>;
  try {
    sheets = await readWorkbook(Buffer.from(content));
  } catch {
    throw new Refusal('invalid', 'contacts.file-damaged', { file: fileName });
  }
  const filled = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  return (filled?.data ?? []).map((row, index) => ({ number: index + 1, cells: row.map(textOf) }));
}

/** Whole numbers keep every digit (a phone is a number to Excel), dates become `yyyy-mm-dd`. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value).toString();
  return String(value);
}

export async function* inBatches(rows: readonly SheetRow[]): AsyncGenerator<readonly SheetRow[]> {
  for (let start = 0; start < rows.length; start += batchSize) {
    yield rows.slice(start, start + batchSize);
    await nextTurn();
  }
}
