import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { pino } from 'pino';
import { readConfig } from '../../src/app/config.ts';
import { start } from '../../src/app/start.ts';
import { earliestSend } from '../../src/features/scheduling/index.ts';
import type { Clock } from '../../src/shared/clock.ts';
import { freshDatabase } from '../support/database.ts';

export const newYork = 'America/New_York';

type LogLine = { level: number; msg: string; [key: string]: unknown };

/** A folder of the test's own. Started by root, the database runs as an account that passes through. */
export async function storyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fly2any-story-'));
  await chmod(folder, 0o711);
  return folder;
}

type Options = {
  /** Beside the database, a folder and a free port; like the environment of the real process. */
  env?: Record<string, string>;
  clock?: Clock;
};

/** The whole product in this process, on a port that is free and a database of its own. */
export async function runningProduct({ env = {}, clock }: Options = {}) {
  const fresh = await freshDatabase();
  const folder = await storyFolder();
  const log: LogLine[] = [];
  const sink = { write: (line: string) => void log.push(JSON.parse(line) as LogLine) };
  const config = readConfig({ DATABASE_URL: fresh.url, DATA_DIR: folder, PORT: '0', ...env });
  const parts = clock ? { clock } : {};
  const product = await start(config, pino({ level: 'debug' }, sink), parts);
  const url = (product.url ?? '').replace('0.0.0.0', '127.0.0.1');

  return {
    url,
    db: fresh.db,
    folder,
    log,
    /** What an operator would have to look into. */
    troubles: () =>
      log.filter(({ level }) => level >= 50).map(({ msg, ...rest }) => ({ msg, ...rest })),
    json: <Answer>(path: string, body?: object) => json<Answer>(`${url}${path}`, body),
    moveClock: (to: Date) => json(`${url}/sandbox/api/clock`, { to: to.toISOString() }),
    async rows<Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> {
      return (await fresh.db.pool.query<Row>(sql, params)).rows;
    },
    async close() {
      await product.stop();
      await fresh.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type RunningProduct = Awaited<ReturnType<typeof runningProduct>>;

export async function json<Answer>(url: string, body?: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : {};
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** The next Tuesday, 10:05 in New York, on which marketing is lawful there, and the day after too. */
export function lawfulTuesday(after = new Date()): Date {
  let at = DateTime.fromJSDate(after, { zone: newYork }).plus({ days: 1 });
  at = at.set({ hour: 10, minute: 5, second: 0, millisecond: 0 });
  while (at.weekday !== 2 || !isLawful(at) || !isLawful(at.plus({ days: 1 })))
    at = at.plus({ days: 1 });
  return at.toJSDate();
}

function isLawful(at: DateTime): boolean {
  const moment = at.toJSDate();
  const home = { states: ['CT', 'FL'], zones: [newYork] };
  return earliestSend(home, 'sms', moment, { house: true })?.dueAt.getTime() === moment.getTime();
}

/** A time of the day after, in New York. */
export const nextMorning = (day: Date, hour: number, minute: number): Date =>
  DateTime.fromJSDate(day, { zone: newYork }).plus({ days: 1 }).set({ hour, minute }).toJSDate();
