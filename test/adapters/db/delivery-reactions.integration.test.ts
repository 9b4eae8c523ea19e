import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../../src/features/delivery/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  memoryCarrier,
  somePeople,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';

const busy = (retryAfterMs: number | null): CallAnswer => ({
  kind: 'refused',
  httpStatus: 429,
  errorCode: '20429',
  retryAfterMs,
});

describe('a carrier that says when to come back', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDatabase();
    await aSender(fresh.db);
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
  });
  afterEach(() => fresh.close());

  /** Seconds from now until the message is due again, and until its sender may start again. */
  const waits = async () => {
    const { rows } = await fresh.db.pool.query<{ row: number; sender: number }>(
      `select extract(epoch from c.due_at - $1::timestamptz)::int as row,
              extract(epoch from s.held_until - $1::timestamptz)::int as sender
         from phone_communications c cross join senders s`,
      [tuesday],
    );
    return rows[0];
  };

  it.each([
    [7_000, 7],
    [600_000, 600],
    [null, 60],
  ])('is left alone for as long as it said: %s ms', async (retryAfterMs, seconds) => {
    const { carrier, calls } = memoryCarrier({
      fate: (n) => (n === 0 ? busy(retryAfterMs) : 'accepted'),
    });
    const clock = stoppedClock();
    const worker = aWorker(fresh.db, carrier, clock);
    await worker.sending.tick();
    await expect.poll(waits).toEqual({ row: seconds, sender: seconds });
    clock.advance(seconds * 1_000 - 1);
    await worker.sending.tick();
    expect(calls()).toBe(1);
    clock.advance(1);
    await worker.sending.tick();
    await expect.poll(calls).toBe(2);
    await expect.poll(worker.sending.underWay).toBe(0);
  });
});
