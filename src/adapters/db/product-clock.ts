import { type Clock, realClock } from '../../shared/clock.ts';
import type { Database } from './database.ts';
import type { Mode } from './instance.ts';

export type ProductClock = Clock & {
  /** Reads the offset, then keeps reading it. Before this, and in live mode, the clock is the real one. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Moves the clock of every process on this database forward by so many milliseconds. */
  advance(ms: number): Promise<void>;
  /** Moves it to this moment, unless it is there or past it already. */
  advanceTo(moment: Date): Promise<void>;
  offsetMs(): number;
};

/** How soon a process notices that another one moved the clock, in milliseconds. */
const readEvery = 200;

/**
 * Real time plus the offset kept in the database, which only ever grows and is 0 in live mode.
 * `real` is another clock in tests that must not depend on the hour at which they run.
 */
export function createProductClock(
  db: Database,
  { mode, real = realClock }: { mode: Mode; real?: Clock | undefined },
): ProductClock {
  let offset = 0;
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> = Promise.resolve();

  const move = async (sql: string, value: number) => {
    const { rows } = await db.pool.query<{ offset: string }>(
      `update instance set clock_offset_ms = ${sql} where mode = 'sandbox'
       returning clock_offset_ms as offset`,
      [Math.round(value)],
    );
    if (mode === 'live' || !rows[0]) throw new Error('Only the clock of the sandbox can be moved.');
    offset = Math.max(offset, Number(rows[0].offset));
  };
  const read = async () => {
    const { rows } = await db.pool.query<{ offset: string }>(
      'select clock_offset_ms as offset from instance',
    );
    offset = Math.max(offset, Number(rows[0]?.offset ?? 0));
  };
  const readAgain = () => {
    timer = setTimeout(() => {
      // While the database is away the clock goes on with the offset it knows.
      reading = read()
        .catch(() => {})
        .finally(() => timer && readAgain());
    }, readEvery);
  };

  return {
    now: () => new Date(real.now().getTime() + offset),
    offsetMs: () => offset,
    async start() {
      if (mode === 'live' || timer) return;
      await read();
      readAgain();
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await reading;
    },
    advance: (ms) => move('greatest(clock_offset_ms, clock_offset_ms + $1::bigint)', ms),
    advanceTo: (moment) =>
      move('greatest(clock_offset_ms, $1::bigint)', moment.getTime() - real.now().getTime()),
  };
}
