import { Worker } from 'node:worker_threads';
import type { ChartRenderer } from '../../features/reports/index.ts';
import { Refusal } from '../../shared/errors.ts';
import type { ChartReply, ChartRequest } from './chart-worker.ts';

type Wanted = ChartRequest extends infer Request
  ? Request extends ChartRequest
    ? Omit<Request, 'id'>
    : never
  : never;

type Waiting = {
  request: ChartRequest;
  resolve(png: Buffer): void;
  reject(error: Refusal): void;
};

export type ChartRendererOptions = {
  /** What went wrong, for the log; the caller only learns that there is no picture. */
  onFailure?: (cause: unknown) => void;
  /** More than this many pictures waiting, and the next one is refused. */
  maxWaiting?: number;
  /** A picture that takes longer ends its worker. */
  timeoutMs?: number;
  /** Without work for so long, the worker and its memory are given back. */
  idleMs?: number;
  /** Where the worker begins; another one in tests of its death. */
  entry?: URL;
};

/**
 * Draws in a worker thread, one picture after the other: Chart.js on a canvas blocks its thread
 * for a tenth of a second each, and Slack wants its answers meanwhile. The worker starts with the
 * first picture; when it dies, what it was drawing fails and the next picture starts another one.
 * `close` fails what still waits with `Refusal('unavailable', 'reports.charts')`.
 */
export function createChartRenderer({
  onFailure = () => {},
  maxWaiting = 32,
  timeoutMs = 20_000,
  idleMs = 60_000,
  entry = new URL('./chart-worker-boot.mjs', import.meta.url),
}: ChartRendererOptions = {}): ChartRenderer {
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;
  let closed = false;

  function draw(wanted: Wanted): Promise<Buffer> {
    if (closed || queue.length >= maxWaiting) return Promise.reject(noChart());
    const request = { ...wanted, id: ++lastId };
    return new Promise((resolve, reject) => {
      queue.push({ request, resolve, reject });
      if (queue.length === 1) next();
    });
  }

  function next(): void {
    clearTimeout(timer);
    const [first] = queue;
    if (!first) {
      timer = setTimeout(stop, idleMs).unref();
      worker?.unref();
      return;
    }
    worker ??= start();
    worker.ref();
    worker.postMessage(first.request);
    timer = setTimeout(() => fail(worker, new Error('a chart took too long')), timeoutMs);
  }

  function start(): Worker {
    // None of the parent's own flags (an inspector's port, a loader) belongs in there.
    const started = new Worker(entry, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    });
    started.on('message', (reply: ChartReply) => settle(reply));
    started.on('error', (error) => fail(started, error));
    started.on('exit', (code) => fail(started, new Error(`the chart worker ended with ${code}`)));
    return started;
  }

  function settle(reply: ChartReply): void {
    if (queue[0]?.request.id !== reply.id) return;
    const done = queue.shift();
    if (reply.ok) {
      done?.resolve(Buffer.from(reply.png));
    } else {
      onFailure(new Error(reply.error));
      done?.reject(noChart());
    }
    next();
  }

  /** The worker is gone or must go; only the picture it was drawing is lost. */
  function fail(which: Worker | null, cause: unknown): void {
    if (!which || which !== worker) return;
    stop();
    onFailure(cause);
    queue.shift()?.reject(noChart());
    next();
  }

  function stop(): void {
    const gone = worker;
    worker = null;
    void gone?.terminate();
  }

  return {
    timeline: (chart) => draw({ kind: 'timeline', chart }),
    stateMap: (chart) => draw({ kind: 'state-map', chart }),
    bars: (chart) => draw({ kind: 'bars', chart }),
    contactMap: (chart) => draw({ kind: 'contact-map', chart }),
    async close() {
      closed = true;
      clearTimeout(timer);
      for (const waiting of queue.splice(0)) waiting.reject(noChart());
      const gone = worker;
      worker = null;
      await gone?.terminate();
    },
  };
}

const noChart = () => new Refusal('unavailable', 'reports.charts');
