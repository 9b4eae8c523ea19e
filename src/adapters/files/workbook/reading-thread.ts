import { getHeapStatistics } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { SheetRow, WorkbookSheets } from '../../../features/contacts/index.ts';
import { readCatalog } from './catalog.ts';
import { readDayStyles } from './day-styles.ts';
import { tooInvolved, WorkbookError, type WorkbookLimits, type WorkbookProblem } from './limits.ts';
import { openParts } from './parts.ts';
import { inBatches } from './row-batches.ts';
import { noSharedStrings, readSharedStrings } from './shared-strings.ts';
import { sheetRows } from './sheet-rows.ts';

/** The file behind `fd`: its rows, one batch for each message; or what its sheets hold. */
export type ReadingRequest = {
  want: 'rows' | 'sheets';
  fd: number;
  limits: WorkbookLimits;
  memoryMb: number;
};

export type ReadingReply =
  | { kind: 'opened' }
  | { kind: 'rows'; rows: SheetRow[] }
  | { kind: 'end' }
  | { kind: 'sheets'; sheets: WorkbookSheets }
  | { kind: 'refused'; problem: WorkbookProblem }
  /** Our own fault, with its stack. */
  | { kind: 'failed'; stack: string };

const { want, fd, limits, memoryMb }: ReadingRequest = workerData;
const say = (reply: ReadingReply) => parentPort?.postMessage(reply);

/**
 * A thread's own limit of its heap is void where the process was started with `--max-old-space-size`,
 * and a heap that is full ends the whole process. So it is looked at with every piece that is read.
 */
function checkMemory(): void {
  const { used_heap_size: heap, external_memory: beside } = getHeapStatistics();
  if (heap + beside > memoryMb * 1024 * 1024) throw tooInvolved();
}

async function answer(work: () => Promise<ReadingReply>): Promise<void> {
  try {
    say(await work());
  } catch (error) {
    say(failure(error));
  }
}

// yauzl reads where a lying directory sends it, and the error comes from nowhere.
process.on('uncaughtException', (error) => say(failure(error)));

/** What reads here says with an error of its own kind that a file is not what it should be. */
function failure(error: unknown): ReadingReply {
  if (error instanceof WorkbookError) return { kind: 'refused', problem: error.problem };
  if (error instanceof TypeError || error instanceof ReferenceError) {
    return { kind: 'failed', stack: error.stack ?? error.message };
  }
  return { kind: 'refused', problem: { code: 'contacts.file-damaged' } };
}

/** The rows of each sheet, in the order in which a person is asked about them. */
async function openSheets() {
  const parts = await openParts(fd, limits, checkMemory);
  const { sheets, sharedStrings, styles, from1904 } = await readCatalog(parts, limits);
  const dayStyles = styles ? await readDayStyles(parts.read(styles), limits) : [];
  const shared = sharedStrings
    ? await readSharedStrings(parts.read(sharedStrings), limits)
    : noSharedStrings;
  return sheets.map(({ name, part }) => ({
    name,
    rows: () => sheetRows(parts.read(part), { shared, dayStyles, from1904 }, limits),
  }));
}

type OpenSheet = Awaited<ReturnType<typeof openSheets>>[number];

const saysSomething = ({ cells }: SheetRow) => cells.some((cell) => cell.trim() !== '');

/** How many rows say something, counted until there are `most`; of a damaged sheet as far as it goes. */
async function countRows({ rows }: OpenSheet, most: number): Promise<number> {
  let count = 0;
  try {
    for await (const group of rows()) {
      count += group.filter(saysSomething).length;
      if (count >= most) break;
    }
    return count;
  } catch (error) {
    if (failure(error).kind === 'failed') throw error;
    // It is not empty; what is wrong with it is said when its rows are asked for.
    return Math.max(count, 1);
  }
}

async function firstFilled(sheets: readonly OpenSheet[]): Promise<number> {
  for (const [at, sheet] of sheets.entries()) {
    if ((await countRows(sheet, 1)) > 0) return at;
  }
  return -1;
}

async function openRows(): Promise<AsyncGenerator<SheetRow[]> | null> {
  const sheets = await openSheets();
  const sheet = sheets[await firstFilled(sheets)];
  return sheet ? inBatches(sheet.rows()) : null;
}

async function readSheets(): Promise<ReadingReply> {
  const sheets = await openSheets();
  const first = await firstFilled(sheets);
  const others: { name: string; rows: number }[] = [];
  for (const sheet of sheets.slice(first + 1)) {
    const rows = await countRows(sheet, Number.POSITIVE_INFINITY);
    if (rows > 0) others.push({ name: sheet.name, rows });
  }
  return { kind: 'sheets', sheets: { read: sheets[first]?.name ?? '', others } };
}

if (want === 'sheets') {
  await answer(readSheets);
} else {
  let rows: AsyncGenerator<SheetRow[]> | null = null;
  parentPort?.on('message', () =>
    answer(async () => {
      const next = await rows?.next();
      return next && !next.done ? { kind: 'rows', rows: next.value } : { kind: 'end' };
    }),
  );
  await answer(async () => {
    rows = await openRows();
    return { kind: 'opened' };
  });
}
