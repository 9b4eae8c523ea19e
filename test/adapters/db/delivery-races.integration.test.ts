import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCampaignStore } from '../../../src/adapters/db/campaign-store.ts';
import type { CallAnswer } from '../../../src/features/delivery/index.ts';
import { Decimal } from '../../../src/shared/money.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  memoryCarrier,
  somePeople,
  statusCounts,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';

describe('a second try, and a campaign that ends meanwhile', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDatabase();
    await aSender(fresh.db);
    await somePeople(fresh.db, 2);
  });
  afterEach(() => fresh.close());

  const store = () => createCampaignStore(fresh.db);
  const statusOf = async (id: string) => (await store().find(id))?.status;
  const complete = () => store().completeDone(tuesday, new Date());
  const unreachable = (carrierId: string) => ({
    token: null,
    carrierId,
    status: 'failed' as const,
    errorCode: '30003',
  });

  async function sentTo(people: number) {
    const id = await aRunningCampaign(fresh.db, { people });
    const clock = stoppedClock();
    const { carrier, got } = memoryCarrier();
    const worker = aWorker(fresh.db, carrier, clock);
    await worker.sending.tick();
    await expect.poll(worker.sending.underWay).toBe(0);
    return { id, worker, got, clock };
  }

  it('goes on for the second try of a phone that was switched off', async () => {
    const { id, worker, got, clock } = await sentTo(1);
    expect(await complete()).toEqual([id]);
    await worker.receipts.receive(unreachable('SM0'));
    expect(await statusOf(id)).toBe('running');
    expect(await statusCounts(fresh.db)).toEqual({ queued: 1 });
    clock.advance(46 * 60_000);
    await worker.sending.tick();
    await expect.poll(() => got.length).toBe(2);
  });

  it('makes no second try once it is canceled', async () => {
    const { id, worker } = await sentTo(1);
    await store().move(id, 'canceled', { by: 'U1', at: tuesday });
    await worker.receipts.receive(unreachable('SM0'));
    expect(await statusOf(id)).toBe('canceled');
    expect(await statusCounts(fresh.db)).toEqual({ failed: 1 });
  });

  it.each(['completed', 'canceled'] as const)(
    'leaves nothing queued when it is %s at the very moment of a failure',
    async (end) => {
      const { id, worker } = await sentTo(1);
      // The failure is held up half written, until the other one has had its chance.
      const client = await fresh.db.pool.connect();
      await client.query('begin');
      await client.query('select 1 from campaign_budgets for update');
      const failing = worker.receipts.receive(unreachable('SM0'));
      await delay(200);
      const ending =
        end === 'completed' ? complete() : store().move(id, end, { by: 'U1', at: tuesday });
      await delay(200);
      await client.query('commit');
      client.release();
      await Promise.all([failing, ending]);
      const { queued = 0 } = await statusCounts(fresh.db);
      expect([await statusOf(id), queued]).toEqual(
        end === 'completed' ? ['running', 1] : ['canceled', 0],
      );
    },
  );

  it('takes a ticket back into no queue of a canceled campaign', async () => {
    const id = await aRunningCampaign(fresh.db, { people: 1 });
    const worker = aWorker(fresh.db, memoryCarrier().carrier);
    const { tickets } = await worker.store.permit(
      { limit: 1, now: tuesday, realNow: new Date() },
      (rows) =>
        rows.map((row) => ({
          id: row.id,
          do: 'call',
          reserve: new Decimal('0.01'),
          until: tuesday,
        })),
    );
    await store().move(id, 'canceled', { by: 'U1', at: tuesday });
    await worker.store.release(tickets.map(({ attemptId }) => attemptId));
    expect(await statusCounts(fresh.db)).toEqual({ canceled: 1 });
  });

  it('counts the tries of each kind of failure by itself', async () => {
    await aRunningCampaign(fresh.db, { people: 1 });
    const { carrier } = memoryCarrier({
      fate: (n) =>
        n < 2
          ? { kind: 'refused', httpStatus: 429, errorCode: '20429', retryAfterMs: null }
          : 'accepted',
    });
    const clock = stoppedClock();
    const worker = aWorker(fresh.db, carrier, clock);
    for (const _ of [1, 2, 3]) {
      await worker.sending.tick();
      await expect.poll(() => worker.sending.underWay()).toBe(0);
      clock.advance(2 * 60_000);
    }
    await worker.receipts.receive({
      token: null,
      carrierId: 'SM0',
      status: 'failed',
      errorCode: '30003',
    });
    expect(await statusCounts(fresh.db)).toEqual({ queued: 1 });
  });

  it('gives a day no money back that was promised on the day before', async () => {
    await aRunningCampaign(fresh.db, { people: 2, dailyCeiling: '0.0124' });
    const clock = stoppedClock();
    const refuse: (() => void)[] = [];
    const refused: CallAnswer = {
      kind: 'refused',
      httpStatus: 400,
      errorCode: '21612',
      retryAfterMs: null,
    };
    const send = () => new Promise<CallAnswer>((done) => refuse.push(() => done(refused)));
    const worker = aWorker(fresh.db, { ...memoryCarrier().carrier, send }, clock);
    await worker.sending.tick();
    clock.advance(24 * 3_600_000);
    await worker.sending.tick();
    expect(refuse).toHaveLength(2);
    const left = async (calls: number) => {
      refuse.shift()?.();
      await expect.poll(worker.sending.underWay).toBe(calls);
      return (await fresh.db.pool.query('select day_spent::float from campaign_budgets')).rows;
    };
    expect(await left(1)).toEqual([{ day_spent: 0.0124 }]);
    expect(await left(0)).toEqual([{ day_spent: 0 }]);
  });
});
