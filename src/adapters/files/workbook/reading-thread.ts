import { parentPort, workerData } from 'node:worker_threads';
import type { SheetRow, WorkbookSheets } from '../../../features/contacts/index.ts';
import { type Catalog, readCatalog } from './catalog.ts';
import { readDayStyles } from './day-styles.ts';
import { WorkbookError, type WorkbookLimits, type WorkbookProblem } from './limits.ts';
import { openParts, type Parts } from './parts.ts';
import { inBatches } from './row-batches.ts';
import { noSharedStrings, readSharedStrings } from './shared-strings.ts';
import { countRows, sheetRows } from './sheet-rows.ts';

/** The file behind `fd`: its rows, one batch for each message; or what its sheets hold. */
export type ReadingRequest = { want: 'rows' | 'sheets'; fd: number; limits: WorkbookLimits };

export type ReadingReply =
  /** Nothing yet; it goes on. */
  | { kind: 'working' }
  | { kind: 'opened' }
  | { kind: 'rows'; rows: SheetRow[] }
  | { kind: 'end' }
  | { kind: 'sheets'; sheets: WorkbookSheets }
  | { kind: 'refused'; problem: WorkbookProblem };

const { want, fd, limits }: ReadingRequest = workerData;
const say = (reply: ReadingReply) => parentPort?.postMessage(reply);
const damaged: WorkbookProblem = { code: 'contacts.file-damaged' };

const signOfLifeMs = 1_000;
let heardAt = performance.now();
/** After each piece: a long file may take longer than a silent thread is waited for. */
function onPiece(): void {
  const now = performance.now();
  if (now - heardAt < signOfLifeMs) return;
  heardAt = now;
  say({ kind: 'working' });
}

/** Every library that reads here says with an error that the file is not what it should be. */
async function answer(work: () => Promise<ReadingReply>): Promise<void> {
  try {
    say(await work());
  } catch (error) {
    const problem = error instanceof WorkbookError ? error.problem : damaged;
    say({ kind: 'refused', problem });
  }
}

async function firstFilled({ sheets }: Catalog, parts: Parts): Promise<number> {
  for (const [at, { part }] of sheets.entries()) {
    const rows = await countRows(parts.read(part), limits, 1);
    if (rows > 0) return at;
  }
  return -1;
}

async function openRows(): Promise<AsyncGenerator<SheetRow[]> | null> {
  const parts = await openParts(fd, limits, onPiece);
  const catalog = await readCatalog(parts, limits);
  const { sharedStrings, styles, from1904 } = catalog;
  const sheet = catalog.sheets[await firstFilled(catalog, parts)];
  if (!sheet) return null;
  const dayStyles = styles ? await readDayStyles(parts.read(styles), limits) : [];
  const shared = sharedStrings
    ? await readSharedStrings(parts.read(sharedStrings), limits)
    : noSharedStrings;
  return inBatches(sheetRows(parts.read(sheet.part), { shared, dayStyles, from1904 }, limits));
}

async function readSheets(): Promise<ReadingReply> {
  const parts = await openParts(fd, limits, onPiece);
  const catalog = await readCatalog(parts, limits);
  const first = await firstFilled(catalog, parts);
  const others: { name: string; rows: number }[] = [];
  for (const { name, part } of catalog.sheets.slice(first + 1)) {
    const rows = await countRows(parts.read(part), limits, Number.POSITIVE_INFINITY);
    if (rows > 0) others.push({ name, rows });
  }
  return { kind: 'sheets', sheets: { read: catalog.sheets[first]?.name ?? '', others } };
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
