import { parentPort, workerData } from 'node:worker_threads';
import readWorkbook from 'read-excel-file/universal';
import type { SheetRow, WorkbookSheets } from '../../features/contacts/index.ts';
import { scanWorkbook, type WorkbookLimits, type WorkbookProblem } from './workbook-scan.ts';
import { zipEntries } from './zip-entries.ts';

export type WorkbookRequest = { content: ArrayBuffer; limits: WorkbookLimits };

export type WorkbookReply =
  | { kind: 'opened'; sheets: WorkbookSheets }
  | { kind: 'rows'; rows: SheetRow[] }
  | { kind: 'end' }
  | { kind: 'refused'; problem: WorkbookProblem };

type Row = readonly unknown[];
type Sheets = { sheet: string; data: Row[] }[];

/** Of one message: what the other thread takes in at once without anybody noticing. */
const batch = { rows: 500, cells: 20_000, characters: 500_000 };

const { content, limits }: WorkbookRequest = workerData;
const say = (reply: WorkbookReply) => parentPort?.postMessage(reply);

const problem = findProblem();
if (problem) say({ kind: 'refused', problem });
else await serve();

function findProblem(): WorkbookProblem | null {
  try {
    const bytes = new Uint8Array(content);
    return scanWorkbook(bytes, zipEntries(bytes) ?? [], limits);
  } catch {
    return { code: 'contacts.file-damaged' };
  }
}

/** Opens the first sheet that holds anything, then gives some of its rows each time it is asked. */
async function serve(): Promise<void> {
  const sheets = (await readWorkbook(content).catch(() => null)) as Sheets | null;
  if (!sheets) {
    say({ kind: 'refused', problem: { code: 'contacts.file-damaged' } });
    return;
  }
  const filled = sheets.flatMap(({ sheet, data }) => {
    const rows = data.filter((row) => row.some((cell) => cell !== null)).length;
    return rows === 0 ? [] : [{ sheet, data, rows }];
  });
  const [first, ...rest] = filled;
  const data = first?.data ?? [];
  let next = 0;
  parentPort?.on('message', () => {
    const reply = rowsFrom(data, next);
    if (reply.kind === 'rows') next += reply.rows.length;
    say(reply);
  });
  say({
    kind: 'opened',
    sheets: {
      read: first?.sheet ?? '',
      others: rest.map(({ sheet, rows }) => ({ name: sheet, rows })),
    },
  });
}

function rowsFrom(data: readonly Row[], start: number): WorkbookReply {
  const rows: SheetRow[] = [];
  let [cellCount, characters] = [0, 0];
  for (let at = start; at < data.length && rows.length < batch.rows; at += 1) {
    if (cellCount >= batch.cells || characters >= batch.characters) break;
    const cells = (data[at] ?? []).map(textOf);
    for (const cell of cells) {
      if (cell.length > limits.maxCellBytes) {
        const problem = { code: 'contacts.file-cell-too-long', row: at + 1 } as const;
        return { kind: 'refused', problem };
      }
      characters += cell.length;
    }
    cellCount += cells.length;
    rows.push({ number: at + 1, cells });
  }
  return rows.length === 0 ? { kind: 'end' } : { kind: 'rows', rows };
}

/** Whole numbers keep every digit (a phone is a number to Excel), dates become `yyyy-mm-dd`. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value).toString();
  return String(value);
}
