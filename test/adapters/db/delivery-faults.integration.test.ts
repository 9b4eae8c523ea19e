import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  type Fate,
  memoryCarrier,
  phoneOf,
  sendAll,
  somePeople,
  statusCounts,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';

const hour = 3600_000;

describe('a send that goes wrong', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDatabase();
    await aSender(fresh.db);
  });
  afterEach(() => fresh.close());

  const budget = async () => {
    const { rows } = await fresh.db.pool.query('select reserved, spent from campaign_budgets');
    return { reserved: Number(rows[0].reserved), spent: Number(rows[0].spent) };
  };
  /** As a killed worker leaves it: the permit is on disk, nobody knows what became of the call. */
  const dieBeforeRecord = async (worker: ReturnType<typeof aWorker>) => {
    worker.store.apply = () => new Promise(() => {});
    await worker.sending.tick();
  };

  it('turns a call without an answer unconfirmed, and never makes it again', async () => {
    await somePeople(fresh.db, 3);
    await aRunningCampaign(fresh.db, { people: 3 });
    const { carrier, got } = memoryCarrier();
    await dieBeforeRecord(aWorker(fresh.db, carrier));
    await expect.poll(() => got.length).toBe(3);

    const inAMinute = { now: () => new Date(Date.now() + 60_000) };
    const next = aWorker(fresh.db, carrier, stoppedClock(), { realClock: inAMinute });
    expect(await next.watch.giveUpSilent()).toBe(3);
    expect(await statusCounts(fresh.db)).toEqual({ unconfirmed: 3 });
    await next.sending.tick();
    expect(got).toHaveLength(3);
    expect((await budget()).reserved).toBeCloseTo(3 * 0.0124, 6);

    expect(await next.watch.reconcile()).toBe(3);
    expect(await statusCounts(fresh.db)).toEqual({ sent: 3 });
  });

  it('leaves it unconfirmed when the carrier has no trace of it, and does not send it again', async () => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    const { carrier, got } = memoryCarrier({ fate: () => 'unknown' });
    const worker = aWorker(fresh.db, carrier, stoppedClock(), {
      realClock: { now: () => new Date(Date.now() + 10_000) },
    });
    await worker.sending.tick();
    await expect.poll(() => statusCounts(fresh.db)).toEqual({ unconfirmed: 1 });
    await worker.watch.reconcile();
    expect(await statusCounts(fresh.db)).toEqual({ unconfirmed: 1 });
    expect(got).toHaveLength(0);
    expect((await budget()).reserved).toBeCloseTo(0.0124, 6);
  });

  it('takes a receipt that comes before the answer to the call', async () => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    const { carrier, got, tokens } = memoryCarrier();
    const worker = aWorker(fresh.db, carrier);
    const record = worker.store.apply;
    let letRecord = () => {};
    const gate = new Promise<void>((open) => {
      letRecord = open;
    });
    const receiver = aWorker(fresh.db, carrier);
    worker.store.apply = async (...args) => {
      await gate;
      return record(...args);
    };
    await worker.sending.tick();
    await expect.poll(() => got.length).toBe(1);
    await receiver.receipts.receive({
      token: tokens.get('SM0') ?? '',
      carrierId: 'SM0',
      status: 'delivered',
      errorCode: null,
    });
    expect(await statusCounts(fresh.db)).toEqual({ delivered: 1 });
    letRecord();
    await expect.poll(() => worker.sending.underWay()).toBe(0);
    expect(await statusCounts(fresh.db)).toEqual({ delivered: 1 });
    expect(await budget()).toEqual({ reserved: 0, spent: 0.0124 });
  });

  it('moves forward only, and books the money once, whatever order receipts come in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('accepted', 'sent', 'delivered', 'read', 'failed'), {
          minLength: 1,
          maxLength: 8,
        }),
        async (statuses) => {
          await fresh.db.pool.query(
            'truncate delivery_attempts, phone_communications, campaign_budgets, campaign_events, phone_campaigns, phone_contacts cascade',
          );
          await somePeople(fresh.db, 1);
          await aRunningCampaign(fresh.db, { people: 1 });
          const { carrier } = memoryCarrier();
          const worker = aWorker(fresh.db, carrier);
          await worker.sending.tick();
          await expect.poll(() => worker.sending.underWay()).toBe(0);
          for (const status of statuses) {
            await worker.receipts.receive({
              token: null,
              carrierId: 'SM0',
              status,
              errorCode: null,
            });
          }
          const firstFinal = statuses.find(
            (s) => s === 'delivered' || s === 'read' || s === 'failed',
          );
          const read = firstFinal !== 'failed' && statuses.includes('read');
          const expected = read ? 'read' : (firstFinal ?? 'sent');
          expect(await statusCounts(fresh.db)).toEqual({ [expected]: 1 });
          const money = await budget();
          expect(money).toEqual(
            firstFinal ? { reserved: 0, spent: 0.0124 } : { reserved: 0.0124, spent: 0 },
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('alarms when the carrier knows a second message for one attempt', async () => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    const { carrier, tokens } = memoryCarrier();
    const worker = aWorker(fresh.db, carrier);
    await worker.sending.tick();
    await expect.poll(() => worker.sending.underWay()).toBe(0);
    await worker.receipts.receive({
      token: tokens.get('SM0') ?? '',
      carrierId: 'SM999',
      status: 'delivered',
      errorCode: null,
    });
    expect(worker.warned).toEqual(['double-send']);
    expect(worker.paused).toEqual(['double-send']);
  });

  it('tries again only what was definitely refused, and only as often as the code allows', async () => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    const { carrier, got } = memoryCarrier();
    const clock = stoppedClock();
    const worker = aWorker(fresh.db, carrier, clock);
    await worker.sending.tick();
    await expect.poll(() => worker.sending.underWay()).toBe(0);
    const fail = (carrierId: string) =>
      worker.receipts.receive({ token: null, carrierId, status: 'failed', errorCode: '30003' });
    await fail('SM0');
    await fail('SM0');
    expect(await statusCounts(fresh.db)).toEqual({ queued: 1 });
    await worker.sending.tick();
    expect(got).toHaveLength(1);
    clock.advance(hour);
    await worker.sending.tick();
    await expect.poll(() => got.length).toBe(2);
    await expect.poll(() => worker.sending.underWay()).toBe(0);
    await fail('SM1');
    expect(await statusCounts(fresh.db)).toEqual({ failed: 1 });
    const { rows } = await fresh.db.pool.query(
      'select n, outcome from delivery_attempts order by n',
    );
    expect(rows).toEqual([
      { n: 1, outcome: 'failed' },
      { n: 2, outcome: 'failed' },
    ]);
    expect(await budget()).toEqual({ reserved: 0, spent: 0.0248 });
  });

  it('learns from what the carrier says about a number', async () => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    const worker = aWorker(fresh.db, memoryCarrier({ fate: () => 'refused' }).carrier);
    await worker.sending.tick();
    await expect.poll(() => statusCounts(fresh.db)).toEqual({ failed: 1 });
    expect(worker.learned).toEqual([{ phone: phoneOf(0), effect: 'dead' }]);
    expect(await budget()).toEqual({ reserved: 0, spent: 0 });
  });

  it('starts no call to a number once its opt-out is on disk and it is quiet', async () => {
    await somePeople(fresh.db, 40);
    await aRunningCampaign(fresh.db, { people: 40 });
    await aRunningCampaign(fresh.db, { people: 40 });
    const starts: { to: string; at: number }[] = [];
    const { carrier } = memoryCarrier({
      takesMs: 15,
      fate: (_, { to }) => {
        starts.push({ to, at: performance.now() });
        return 'accepted';
      },
    });
    const worker = aWorker(fresh.db, carrier, stoppedClock(), { slots: 4 });
    const quiet = new Map<string, number>();
    const optOut = async (n: number) => {
      const phone = phoneOf(n);
      await fresh.db.pool.query(
        `insert into suppressions (phone, reason, source, created_by, created_at) values ($1, 'opt-out', 'sms', 'person', now())`,
        [phone],
      );
      // The suppression alone does not wait for the permit; locking the contact does.
      await fresh.db.pool.query('select id from phone_contacts where phone = $1 for update', [
        phone,
      ]);
      await worker.receipts.waitUntilQuiet(phone);
      quiet.set(phone, performance.now());
      await worker.receipts.cancelQueued(phone, 'opted-out');
    };
    const people = Array.from({ length: 20 }, (_, n) => n * 2);
    await Promise.all([sendAll(fresh.db, [worker]), ...people.map(optOut)]);
    const tooLate = starts.filter(({ to, at }) => at > (quiet.get(to) ?? Number.POSITIVE_INFINITY));
    expect(tooLate).toEqual([]);
    expect(quiet.size).toBe(20);
  });

  it('reaches everybody at most once and loses nobody, wherever workers die', async () => {
    const fates: Fate = (n) =>
      (['accepted', 'lost-answer', 'accepted', 'unknown', 'accepted'] as const)[n % 5] ??
      'accepted';
    await somePeople(fresh.db, 150);
    await aRunningCampaign(fresh.db, { people: 150 });
    const { carrier, got } = memoryCarrier({ fate: fates, takesMs: 3 });
    for (let round = 0; round < 4; round++) {
      const dying = aWorker(fresh.db, carrier, stoppedClock(), { slots: 9 });
      await dieBeforeRecord(dying);
      await dying.sending.tick();
    }
    const survivors = [aWorker(fresh.db, carrier), aWorker(fresh.db, carrier)];
    const stop = new AbortController();
    const running = survivors.map(({ sending }) => sending.run(stop.signal));
    await expect
      .poll(async () => (await statusCounts(fresh.db)).queued ?? 0, { timeout: 10_000 })
      .toBe(0);
    stop.abort();
    await Promise.all(running);

    const later = aWorker(fresh.db, carrier, stoppedClock(), {
      realClock: { now: () => new Date(Date.now() + 45_000) },
    });
    await later.watch.giveUpSilent();
    await later.watch.reconcile();
    const perPhone = new Map<string, number>();
    for (const { to } of got) perPhone.set(to, (perPhone.get(to) ?? 0) + 1);
    expect([...perPhone.values()].filter((n) => n > 1)).toEqual([]);
    const counts = await statusCounts(fresh.db);
    expect(counts.sent).toBe(got.length);
    expect((counts.sent ?? 0) + (counts.unconfirmed ?? 0)).toBe(150);
    expect(survivors.flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('makes no call with a ticket older than two seconds', async () => {
    await somePeople(fresh.db, 2);
    await aRunningCampaign(fresh.db, { people: 2 });
    const { carrier, got } = memoryCarrier();
    const worker = aWorker(fresh.db, carrier);
    const slow = worker.store.permit;
    worker.store.permit = async (...args) => {
      const result = await slow(...args);
      await new Promise((done) => setTimeout(done, 2_050));
      return result;
    };
    await worker.sending.tick();
    expect(got).toEqual([]);
    expect(await statusCounts(fresh.db)).toEqual({ queued: 2 });
    expect(await budget()).toEqual({ reserved: 0, spent: 0 });
  });

  it('says when a running campaign is late', async () => {
    await somePeople(fresh.db, 2);
    const id = await aRunningCampaign(fresh.db, { people: 2 });
    const worker = aWorker(fresh.db, memoryCarrier().carrier, {
      now: () => new Date(tuesday.getTime() + hour),
    });
    await worker.watch.reportLate();
    expect(worker.warned).toEqual([`late ${id}`]);
  });
});
