import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/shared/money.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  memoryCarrier,
  phoneOf,
  somePeople,
  statusCounts,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';

const minute = 60_000;

describe('what became of a call that nobody knows the end of', () => {
  let fresh: FreshDatabase;
  let ahead = 0;
  const realClock = { now: () => new Date(Date.now() + ahead) };
  const worker = (carrier: Parameters<typeof aWorker>[1], slots = 16) =>
    aWorker(fresh.db, carrier, stoppedClock(), { realClock, slots });

  beforeEach(async () => {
    ahead = 0;
    fresh = await freshDatabase();
    await aSender(fresh.db);
  });
  afterEach(() => fresh.close());

  const answered = async ({ sending }: ReturnType<typeof aWorker>) => {
    await sending.tick();
    await expect.poll(sending.underWay).toBe(0);
  };
  /** The same text to everybody, as two campaigns without tokens have it. */
  const sameText = () => fresh.db.pool.query(`update phone_communications set message = 'Oi'`);

  it('acts on a refusal that the carrier only tells when asked', async () => {
    await somePeople(fresh.db, 2);
    await aRunningCampaign(fresh.db, { people: 2 });
    const { carrier, got } = memoryCarrier({
      fate: (n) => (n === 0 ? 'lost-answer' : 'accepted'),
    });
    const one = worker(carrier);
    await answered(one);
    for (const message of got) Object.assign(message, { status: 'failed', errorCode: '21610' });
    ahead = 10_000;
    await one.watch.reconcile();
    ahead = 7 * 60 * minute;
    await one.watch.fetchUnfinished();
    expect(one.learned.map(({ phone, effect }) => [phone, effect]).sort()).toEqual([
      [phoneOf(0), 'suppress'],
      [phoneOf(1), 'suppress'],
    ]);
  });

  it('still suppresses whom the carrier named as opted out when a crash came in between', async () => {
    await somePeople(fresh.db, 2);
    await aRunningCampaign(fresh.db, { people: 2 });
    const { carrier } = memoryCarrier({
      fate: (_, { to }) => ({
        kind: 'refused',
        httpStatus: 400,
        errorCode: to === phoneOf(0) ? '21610' : '21211',
        retryAfterMs: null,
      }),
    });
    const dying = worker(carrier);
    dying.effects.after = async () => Promise.reject(new Error('killed'));
    await dying.sending.tick();
    await expect.poll(() => statusCounts(fresh.db)).toEqual({ failed: 2 });

    const next = worker(carrier);
    expect(await next.watch.heedOptOuts()).toBe(1);
    expect(next.learned).toEqual([{ phone: phoneOf(0), effect: 'suppress' }]);
    await fresh.db.pool.query(
      `insert into suppressions (phone, reason, source, created_by, created_at)
       values ($1, 'carrier-opt-out', 'carrier', 'system:carrier', $2)`,
      [phoneOf(0), tuesday],
    );
    expect(await next.watch.heedOptOuts()).toBe(0);
    await fresh.db.pool.query(`update suppressions set lifted_at = $1`, [tuesday]);
    expect(await next.watch.heedOptOuts()).toBe(0);
  });

  it('looks for every one of them, however many have no trace', async () => {
    await somePeople(fresh.db, 205);
    await aRunningCampaign(fresh.db, { people: 205 });
    const { carrier } = memoryCarrier({ fate: (n) => (n < 202 ? 'unknown' : 'lost-answer') });
    const one = worker(carrier, 300);
    await answered(one);
    ahead = 10_000;
    await one.watch.reconcile();
    await one.watch.reconcile();
    expect(await statusCounts(fresh.db)).toEqual({ unconfirmed: 202, sent: 3 });
  });

  it('asks for every price, also behind those the carrier never names', async () => {
    await somePeople(fresh.db, 203);
    await aRunningCampaign(fresh.db, { people: 203 });
    const { carrier, got } = memoryCarrier();
    const one = worker(carrier, 300);
    await answered(one);
    for (const { carrierId } of got) {
      await one.receipts.receive({ token: null, carrierId, status: 'delivered', errorCode: null });
    }
    const last = got.at(-1);
    if (last) last.price = new Decimal('0.01');
    ahead = 10 * minute;
    expect((await one.watch.correctPrices()) + (await one.watch.correctPrices())).toBe(1);
  });

  it('pauses and alarms when the carrier knows two messages for one call', async () => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    const { carrier, got } = memoryCarrier({ fate: () => 'lost-answer' });
    const one = worker(carrier);
    await answered(one);
    got.push({ ...(got[0] ?? Object()), carrierId: 'SMtwin' });
    ahead = 10_000;
    await one.watch.reconcile();
    expect(one.warned).toEqual(['double-send']);
    expect(one.paused).toEqual(['double-send']);
  });

  it('gives two calls with the same text to one person a message each, without an alarm', async () => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    await aRunningCampaign(fresh.db, { people: 1 });
    await sameText();
    const { carrier } = memoryCarrier({ fate: () => 'lost-answer' });
    const one = worker(carrier);
    await answered(one);
    ahead = 10_000;
    await one.watch.reconcile();
    expect(await statusCounts(fresh.db)).toEqual({ sent: 2 });
    expect(one.warned).toEqual([]);
  });

  it('does not take the message of a call that is still under way', async () => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    const { carrier, got } = memoryCarrier({ fate: (n) => (n === 0 ? 'unknown' : 'accepted') });
    const first = worker(carrier);
    await answered(first);
    await aRunningCampaign(fresh.db, { people: 1 });
    await sameText();
    const second = worker(carrier);
    second.store.apply = () => new Promise(() => {});
    await second.sending.tick();
    await expect.poll(() => got.length).toBe(1);
    ahead = 10_000;
    await first.watch.reconcile();
    expect(await statusCounts(fresh.db)).toEqual({ unconfirmed: 1, calling: 1 });
  });

  it('records the others when two attempts are told the same carrier id', async () => {
    await somePeople(fresh.db, 3);
    await aRunningCampaign(fresh.db, { people: 3 });
    const { carrier } = memoryCarrier({
      fate: (n) => ({
        kind: 'accepted',
        carrierId: n < 2 ? 'SMsame' : 'SMother',
        carrierStatus: 'queued',
        segments: 1,
      }),
    });
    const one = worker(carrier);
    await answered(one);
    expect(one.errors).toEqual([]);
    expect(await statusCounts(fresh.db)).toEqual({ sent: 3 });
  });
});
