import { Worker } from 'node:worker_threads';
import {
  type FileSource,
  oneAtATime,
  type SheetRow,
  type WorkbookSheets,
} from '../../../features/contacts/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { WorkbookLimits, WorkbookProblem } from './limits.ts';
import type { ReadingReply, ReadingRequest } from './reading-thread.ts';
import { spool } from './spool.ts';

export type WorkbookReading = {
  limits: WorkbookLimits;
  /** Without a sign of life for so long, the thread is ended and the file refused. */
  timeoutMs: number;
  /** Its heap, in MB; what needs more is refused as well. */
  memoryMb: number;
  startThread(request: ReadingRequest, memoryMb: number): Worker;
};

/** None of the parent's own flags (an inspector's port, a loader) belongs in there. */
export const startReadingThread: WorkbookReading['startThread'] = (request, memoryMb) =>
  new Worker(new URL('./reading-thread-boot.mjs', import.meta.url), {
    execArgv: [],
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 },
  });

/**
 * Reads workbooks in threads of their own: a small one may keep its reader busy for minutes. Rows
 * come over in batches, one of them ahead of whoever asks; the thread ends with the last of them, or
 * when nobody wants more. One workbook is opened at a time, since that is when texts are taken in.
 */
export function workbookReader({ limits, timeoutMs, memoryMb, startThread }: WorkbookReading) {
  const inTurn = oneAtATime();

  /** The file on disk and a thread on it, for as long as `work` takes. */
  async function* reading<T>(
    source: FileSource,
    { fileName, want }: { fileName: string; want: ReadingRequest['want'] },
    work: (ask: () => Promise<ReadingReply>, first: ReadingReply) => AsyncGenerator<T>,
  ): AsyncGenerator<T> {
    const file = await spool(source);
    let thread: Conversation | null = null;
    async function open(): Promise<[Conversation, ReadingReply]> {
      const opened = conversation(startThread({ want, fd: file.fd, limits }, memoryMb), timeoutMs);
      thread = opened;
      return [opened, await opened.first];
    }
    const checked = (reply: ReadingReply) => {
      if (reply.kind === 'refused') throw refusal(reply.problem, fileName);
      return reply;
    };
    try {
      const [{ ask }, first] = await inTurn(open);
      yield* work(async () => checked(await ask()), checked(first));
    } finally {
      await (thread as Conversation | null)?.end();
      await file.close();
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

function refusal(problem: WorkbookProblem, file: string): Refusal {
  const row = problem.code === 'contacts.file-cell-too-long' ? problem.row : 0;
  const kind = problem.code === 'contacts.file-not-a-table' ? 'zip' : '';
  return new Refusal('invalid', problem.code, { file, row, kind });
}

type Conversation = ReturnType<typeof conversation>;

/** One question, one answer. When the thread dies or is silent for too long, the file asks too much. */
function conversation(worker: Worker, timeoutMs: number) {
  const tooMuch: ReadingReply = {
    kind: 'refused',
    problem: { code: 'contacts.file-too-involved' },
  };
  let isGone = false;
  let answer = (_: ReadingReply) => {};
  const dies = () => {
    isGone = true;
    answer(tooMuch);
  };
  worker
    .on('message', (reply: ReadingReply) => answer(reply))
    .on('error', dies)
    .on('exit', dies);

  function next(): Promise<ReadingReply> {
    if (isGone) return Promise.resolve(tooMuch);
    return new Promise((resolve) => {
      const timer = setTimeout(() => answer(tooMuch), timeoutMs);
      answer = (reply) => {
        if (reply.kind === 'working') {
          timer.refresh();
          return;
        }
        clearTimeout(timer);
        answer = () => {};
        resolve(reply);
      };
    });
  }

  return {
    first: next(),
    ask(): Promise<ReadingReply> {
      const reply = next();
      worker.postMessage('more');
      return reply;
    },
    end: () => worker.terminate(),
  };
}
