import { Worker } from 'node:worker_threads';
import {
  type FileSource,
  oneAtATime,
  type SheetRow,
  type WorkbookSheets,
} from '../../features/contacts/index.ts';
import { Refusal } from '../../shared/errors.ts';
import type { WorkbookLimits, WorkbookProblem } from './workbook-scan.ts';
import type { WorkbookReply, WorkbookRequest } from './workbook-worker.ts';

export type WorkbookReading = {
  limits: WorkbookLimits;
  /** Without an answer for so long, the thread is ended and the file refused. */
  timeoutMs: number;
  /** Its heap, in MB; what needs more is refused as well. */
  memoryMb: number;
  startWorker(request: WorkbookRequest, memoryMb: number): Worker;
};

/** None of the parent's own flags (an inspector's port, a loader) belongs in there. */
export const startWorkbookWorker: WorkbookReading['startWorker'] = (request, memoryMb) =>
  new Worker(new URL('./workbook-worker-boot.mjs', import.meta.url), {
    execArgv: [],
    workerData: request,
    transferList: [request.content],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
  });

/**
 * The rows of the first sheet that holds anything, read in a thread of its own: a workbook is one
 * piece of XML in a ZIP, and a small one may take minutes. Rows come over as they are asked for; the
 * thread ends with the last of them, or when nobody wants more. One workbook is unpacked at a time:
 * each of them needs a few hundred MB for some seconds. Formulas give the value they were saved with.
 */
export function workbookReader({ limits, timeoutMs, memoryMb, startWorker }: WorkbookReading) {
  const inTurn = oneAtATime();

  return async function* workbookRows(
    source: FileSource,
    fileName: string,
    onOpened: (sheets: WorkbookSheets) => void,
  ): AsyncGenerator<readonly SheetRow[]> {
    let thread: Conversation | null = null;
    async function open(): Promise<Conversation> {
      const content = await ownBytesOf(source);
      thread = conversation(startWorker({ content, limits }, memoryMb), timeoutMs);
      const reply = await thread.first;
      if (reply.kind === 'refused') throw refusal(reply.problem, fileName);
      if (reply.kind === 'opened') onOpened(reply.sheets);
      return thread;
    }
    try {
      const { ask } = await inTurn(open);
      for (let reply = await ask(); reply.kind !== 'end'; reply = await ask()) {
        if (reply.kind === 'refused') throw refusal(reply.problem, fileName);
        if (reply.kind === 'rows') yield reply.rows;
      }
    } finally {
      await (thread as Conversation | null)?.end();
    }
  };

  function refusal(problem: WorkbookProblem, file: string): Refusal {
    const row = problem.code === 'contacts.file-cell-too-long' ? problem.row : 0;
    return new Refusal('invalid', problem.code, { file, row });
  }
}

type Conversation = ReturnType<typeof conversation>;

/** One question, one answer. When the thread dies or is silent for too long, the file asks too much. */
function conversation(worker: Worker, timeoutMs: number) {
  const tooMuch: WorkbookReply = {
    kind: 'refused',
    problem: { code: 'contacts.file-too-involved' },
  };
  let isGone = false;
  let answer = (_: WorkbookReply) => {};
  const dies = () => {
    isGone = true;
    answer(tooMuch);
  };
  worker
    .on('message', (reply: WorkbookReply) => answer(reply))
    .on('error', dies)
    .on('exit', dies);

  function next(): Promise<WorkbookReply> {
    if (isGone) return Promise.resolve(tooMuch);
    return new Promise((resolve) => {
      const timer = setTimeout(() => answer(tooMuch), timeoutMs);
      answer = (reply) => {
        clearTimeout(timer);
        resolve(reply);
      };
    });
  }

  return {
    first: next(),
    ask(): Promise<WorkbookReply> {
      const reply = next();
      worker.postMessage('more');
      return reply;
    },
    end: () => worker.terminate(),
  };
}

/** In memory of their own, which can be handed over: small buffers share theirs with others. */
async function ownBytesOf(source: FileSource): Promise<ArrayBuffer> {
  const content = new Uint8Array(source.size);
  let at = 0;
  for await (const piece of source.pieces()) {
    content.set(piece, at);
    at += piece.length;
  }
  return content.buffer;
}
