import type { Worker } from 'node:worker_threads';
import type { ReadingReply } from './reading-thread.ts';

export type Conversation = ReturnType<typeof conversation>;

const tooMuch: ReadingReply = {
  kind: 'refused',
  problem: { code: 'contacts.file-too-involved' },
};

/**
 * One question, one answer. A thread that ran out of memory, or does not answer in time, was asked
 * too much by its file.
 */
export function conversation(worker: Worker, timeoutMs: number) {
  let last: ReadingReply | null = null;
  let answer = (_: ReadingReply) => {};
  const ends = (reply: ReadingReply) => {
    last ??= reply;
    answer(last);
  };
  worker
    .on('message', (reply: ReadingReply) => answer(reply))
    .on('error', (error: Error & { code?: string }) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      ends(isFull ? tooMuch : { kind: 'failed', stack: error.stack ?? error.message });
    })
    .on('exit', () => ends({ kind: 'failed', stack: 'The thread that reads a workbook ended.' }));

  function next(): Promise<ReadingReply> {
    if (last) return Promise.resolve(last);
    return new Promise((resolve) => {
      const timer = setTimeout(() => answer(tooMuch), timeoutMs);
      answer = (reply) => {
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
