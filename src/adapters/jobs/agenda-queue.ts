import { type Agenda, backoffStrategies, type JobParameters } from 'agenda';
import { Refusal } from '../../shared/errors.ts';
import type { Job, JobQueue } from '../../shared/jobs.ts';
import type { JobHandler } from './on.ts';

/** What Agenda keeps: the payload, and what makes "replaces the waiting one" decidable. */
type Stored = { payload: unknown; key: string | null; at: number };

/** Why a job will not be tried again. Payloads hold ids only, so all of it may be logged. */
export type DeadJob = {
  job: string;
  payload: unknown;
  error: Error;
  attempts: number;
  /** A `Refusal` is an answer, not a fault; anything else deserves an alarm. */
  refused: boolean;
};

export function agendaQueue(agenda: Agenda): JobQueue {
  return {
    async enqueue(job, payload, { key } = {}) {
      const stored: Stored = {
        payload: job.payload.parse(payload),
        key: key ?? null,
        at: Date.now(),
      };
      const added = await agenda.create(job.name, stored).schedule(new Date()).save();
      if (key) await dropWaiting(agenda, job.name, key, { ...stored, id: String(added.attrs._id) });
    },
  };
}

/**
 * Agenda's own `unique` would overwrite a job that is running and lose the new one when it ends.
 * So the new one is added first, then older ones that still wait are taken away. Of two that are
 * added at once the later stays; in the worst case both run, which jobs must bear anyway.
 */
async function dropWaiting(
  agenda: Agenda,
  name: string,
  key: string,
  added: { at: number; id: string },
): Promise<void> {
  const { jobs } = await agenda.queryJobs({ name, data: { key } });
  const older = jobs.filter((job) => {
    const { at } = storedIn(job);
    const before = at < added.at || (at === added.at && String(job._id) < added.id);
    return before && !job.lockedAt && job.nextRunAt;
  });
  const ids = older.flatMap(({ _id }) => (_id ? [_id] : []));
  if (ids.length > 0) await agenda.cancel({ ids });
}

const storedIn = ({ data }: { data?: unknown }): Stored => {
  const stored = typeof data === 'object' && data !== null ? data : {};
  return {
    payload: 'payload' in stored ? stored.payload : undefined,
    key: 'key' in stored && typeof stored.key === 'string' ? stored.key : null,
    at: 'at' in stored ? Number(stored.at) : 0,
  };
};

/**
 * Says who answers which job. A job that was asked to stop is run again by the next process,
 * whether it left early or finished: it cannot be told, and running twice is harmless.
 */
export function defineOnAgenda(
  agenda: Agenda,
  handlers: readonly JobHandler[],
  options: {
    stopping: AbortSignal;
    leaseMs: number;
    retryDelayMs: number;
    onDead: (dead: DeadJob) => void;
  },
): void {
  const { stopping, leaseMs, retryDelayMs, onDead } = options;
  for (const { job, run } of handlers) {
    agenda.define<Stored>(
      job.name,
      async (running) => {
        await run(storedIn(running.attrs).payload, { touch: () => running.touch(), stopping });
        stopping.throwIfAborted();
      },
      { lockLifetime: leaseMs, backoff: retries(job, stopping, retryDelayMs) },
    );
  }
  agenda.on('retry exhausted', (error: Error, { attrs }: { attrs: JobParameters }) => {
    onDead({
      job: attrs.name,
      payload: storedIn(attrs).payload,
      error,
      attempts: attrs.failCount ?? 1,
      refused: isFinal(error),
    });
  });
}

function retries(job: Job, stopping: AbortSignal, delay: number) {
  const growing = backoffStrategies.exponential({
    delay,
    maxDelay: 5 * 60_000,
    maxRetries: job.maxRetries,
    jitter: 0.2,
  });
  const unlessFinal = backoffStrategies.when(({ error }) => !isFinal(error), growing);
  return (context: Parameters<typeof unlessFinal>[0]) =>
    stopping.aborted ? 0 : unlessFinal(context);
}

/** A refusal will refuse again, unless it was the outside world that was away. */
const isFinal = (error: Error): boolean => error instanceof Refusal && error.kind !== 'unavailable';
