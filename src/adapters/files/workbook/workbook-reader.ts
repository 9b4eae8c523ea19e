import { Worker } from 'node:worker_threads';
import type { FileSource, SheetRow, WorkbookSheets } from '../../../features/contacts/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { type Conversation, conversation } from './conversation.ts';
import { lanes } from './lanes.ts';
import { sharedBytesFor, type WorkbookLimits, type WorkbookProblem } from './limits.ts';
import type { ReadingReply, ReadingRequest } from './reading-thread.ts';
import { spool } from './spool.ts';

export type WorkbookReading = {
  limits: WorkbookLimits;
  /** Without an answer for so long, the thread is ended and the file refused. */
  timeoutMs: number;
  /** Its heap and all beside it, in MB; what needs more is refused as well. */
  memoryMb: number;
  startThread(request: ReadingRequest): Worker;
};

/** None of the parent's own flags (an inspector's port, a loader) belongs in there. */
export const startReadingThread: WorkbookReading['startThread'] = (request) =>
  new Worker(new URL('./reading-thread-boot.mjs', import.meta.url), {
    execArgv: [],
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: request.memoryMb, maxYoungGenerationSizeMb: 16 },
  });

/** From here on a workbook may take long and need much: there is one of these at a time. */
const largeBytes = 4 * 1024 * 1024;

/**
 * Reads workbooks in threads of their own: a small one may keep its reader busy for minutes. Rows
 * come over in batches, one of them ahead of whoever asks; the thread ends with the last of them, or
 * when nobody wants more.
 */
export function workbookReader({ limits, timeoutMs, memoryMb, startThread }: WorkbookReading) {
  const [large, small] = [lanes(1), lanes(4)];

  /** The file on disk and a thread on it, for as long as `work` takes. */
  async function* reading<T>(
    source: FileSource,
    { fileName, want }: { fileName: string; want: ReadingRequest['want'] },
    work: (ask: () => Promise<ReadingReply>, first: ReadingReply) => AsyncGenerator<T>,
  ): AsyncGenerator<T> {
    const leave = await (source.size > largeBytes ? large : small).enter();
    try {
      const file = await spool(source);
      let thread: Conversation | null = null;
      try {
        const maxSharedBytes = sharedBytesFor(source.size, limits);
        const own = { ...limits, maxSharedBytes };
        thread = conversation(startThread({ want, fd: file.fd, limits: own, memoryMb }), timeoutMs);
        const { first, ask } = thread;
        yield* work(async () => sound(await ask(), fileName), sound(await first, fileName));
      } finally {
        await thread?.end();
        await file.close();
      }
    } finally {
      leave();
    }
  }

  return {
    /** Of the first sheet that holds anything; blank rows before the last that is not are said too. */
    rows: (source: FileSource, fileName: string): AsyncGenerator<readonly SheetRow[]> =>
      reading(source, { fileName, want: 'rows' }, async function* (ask) {
        for (let next = ask(); ; ) {
          const reply = await next;
          if (reply.kind !== 'rows') return;
          next = ask();
          // Nobody may be there to hear of it when the reader stops early.
          next.catch(() => {});
          yield reply.rows;
        }
      }),

    /** Goes through the whole workbook. */
    async sheets(source: FileSource, fileName: string): Promise<WorkbookSheets> {
      const found = reading(source, { fileName, want: 'sheets' }, async function* (_, first) {
        if (first.kind === 'sheets') yield first.sheets;
      });
      for await (const sheets of found) return sheets;
      return { read: '', others: [] };
    },
  };
}

/** Throws `Refusal` for what is wrong with the file, and what is wrong with us as it is. */
function sound(reply: ReadingReply, file: string): ReadingReply {
  if (reply.kind === 'refused') throw refusal(reply.problem, file);
  if (reply.kind === 'failed') throw new Error(reply.stack);
  return reply;
}

function refusal(problem: WorkbookProblem, file: string): Refusal {
  const row = problem.code === 'contacts.file-cell-too-long' ? problem.row : 0;
  const kind = problem.code === 'contacts.file-not-a-table' ? 'zip' : '';
  return new Refusal('invalid', problem.code, { file, row, kind });
}
