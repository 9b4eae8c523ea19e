import { setTimeout as wait } from 'node:timers/promises';
import { PostgresBackend } from '@agendajs/postgres-backend';
import { Agenda, type AgendaBackend } from 'agenda';
import pg from 'pg';
import type { JobQueue } from '../../shared/jobs.ts';
import { agendaQueue, type DeadJob, defineOnAgenda } from './agenda-queue.ts';
import type { JobHandler } from './on.ts';

export type JobSystem = {
  queue: JobQueue;
  /** Attach before `start`; a process that only enqueues needs neither. */
  handle(handlers: readonly JobHandler[]): void;
  start(): Promise<void>;
  /** Takes up nothing new, asks what runs to leave, waits so long for it (ms), and disconnects. */
  stop(patienceMs?: number): Promise<void>;
};

export type JobNeeds = {
  databaseUrl: string;
  /** Jobs are kept in MongoDB instead; name the database in the URI. */
  mongodbUri: string | null;
  onDead: (dead: DeadJob) => void;
  /** The store of the jobs was away or slow; Agenda goes on by itself. */
  onError: (error: Error) => void;
  /** How soon a new job is noticed, in milliseconds. */
  lookEveryMs?: number;
  /** The first wait before another try; it doubles from there. */
  retryDelayMs?: number;
  /** How long a job may go without `touch` before another process takes it up, in milliseconds. */
  leaseMs?: number;
};

/** Connects to where jobs are kept. Throws when that cannot be reached. */
export async function openJobs(needs: JobNeeds): Promise<JobSystem> {
  const { backend, close } = needs.mongodbUri
    ? await onMongo(needs.mongodbUri)
    : await onPostgres(needs.databaseUrl, needs.onError);
  const agenda = new Agenda({
    backend: connected(backend),
    processEvery: needs.lookEveryMs ?? 500,
    removeOnComplete: true,
  });
  const stop = new AbortController();
  let running = 0;
  let stopped: Promise<void> | undefined;
  const leave = async (patienceMs: number) => {
    stop.abort();
    // Not `drain`: it leaves jobs locked that had not begun. `stop` gives those back.
    await agenda.stop(false);
    const end = performance.now() + patienceMs;
    while (running > 0 && performance.now() < end) await wait(20);
    await close();
  };
  agenda.on('start', () => {
    running += 1;
  });
  agenda.on('complete', () => {
    running -= 1;
  });
  agenda.on('error', needs.onError);
  await agenda.ready;
  return {
    queue: agendaQueue(agenda),
    handle: (handlers) =>
      defineOnAgenda(agenda, handlers, {
        stopping: stop.signal,
        leaseMs: needs.leaseMs ?? 60_000,
        retryDelayMs: needs.retryDelayMs ?? 1000,
        onDead: needs.onDead,
      }),
    start: () => agenda.start(),
    stop(patienceMs = 10_000) {
      stopped ??= leave(patienceMs);
      return stopped;
    },
  };
}

/** Agenda would connect once more, and nobody could catch what fails in there. */
const connected = ({ name, repository }: AgendaBackend): AgendaBackend => ({
  name,
  repository,
  ownsConnection: false,
  connect: async () => {},
  disconnect: async () => {},
});

type Store = { backend: AgendaBackend; close(): Promise<void> };

/** Its driver is loaded by those who use it: it is 20 MB, and most keep their jobs in PostgreSQL. */
async function onMongo(uri: string): Promise<Store> {
  const { MongoClient } = await import('mongodb');
  const { MongoBackend } = await import('@agendajs/mongo-backend');
  const client = await new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 }).connect();
  const backend = new MongoBackend({ mongo: client.db(), collection: 'agenda_jobs' });
  await backend.connect();
  return { backend, close: () => client.close() };
}

/** Held while the table is made: `create … if not exists` of two processes at once can collide. */
const tableLock = 60_112_027;

async function onPostgres(
  connectionString: string,
  onError: (error: Error) => void,
): Promise<Store> {
  // Apart from the product's pool, whose transactions may wait for a job to be enqueued.
  const pool = new pg.Pool({ connectionString, max: 4, application_name: 'fly2any jobs' });
  pool.on('error', onError);
  // Every job is looked for twice a second anyway, so LISTEN/NOTIFY would gain little.
  const backend = new PostgresBackend({ pool, disableNotifications: true });
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [tableLock]);
    await backend.connect();
    await client.query('select pg_advisory_unlock($1)', [tableLock]);
  } finally {
    client.release();
  }
  return { backend, close: () => pool.end() };
}
