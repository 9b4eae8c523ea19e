import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { worstCost } from '../../../src/features/campaigns/index.ts';
import { permit } from '../../../src/features/delivery/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  memoryCarrier,
  phoneOf,
  sendAll,
  somePeople,
  statusCounts,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';

describe('the permit', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDatabase();
    await aSender(fresh.db);
  });
  afterEach(() => fresh.close());

  const ask = (worker: ReturnType<typeof aWorker>, limit = 50, now = tuesday) =>
    worker.store.permit({ limit, now, realNow: new Date() }, (rows, facts) =>
      permit(rows, { ...facts, priceOf: worstCost }),
    );

  it('never gives one row to two workers that ask at the same time', async () => {
    await somePeople(fresh.db, 200);
    await aRunningCampaign(fresh.db, { people: 200 });
    const worker = aWorker(fresh.db, memoryCarrier().carrier);
    const results = await Promise.all(Array.from({ length: 8 }, () => ask(worker, 40)));
    const ids = results.flatMap(({ tickets }) => tickets.map((t) => t.communicationId));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(200);
  });

  it('gives a person three messages in 24 hours over all campaigns, and the fourth a day later', async () => {
    await somePeople(fresh.db, 3);
    for (let n = 0; n < 5; n++) await aRunningCampaign(fresh.db, { people: 3 });
    const clock = stoppedClock();
    const { carrier, got } = memoryCarrier();
    const workers = [aWorker(fresh.db, carrier, clock), aWorker(fresh.db, carrier, clock)];
    await Promise.all(workers.map((worker) => worker.sending.tick()));
    await Promise.all(workers.map((worker) => worker.sending.tick()));
    await expect.poll(() => got.length).toBe(9);
    for (const n of [0, 1, 2]) expect(got.filter(({ to }) => to === phoneOf(n))).toHaveLength(3);
    const { rows } = await fresh.db.pool.query(
      `select distinct due_at, reasons from phone_communications where status = 'queued'`,
    );
    expect(rows).toEqual([{ due_at: new Date('2026-11-25T15:05:00Z'), reasons: ['frequency'] }]);
  });

  it.each([
    [`update phone_contacts set opted_out = true`, 'opted-out'],
    [
      `insert into suppressions (phone, reason, source, created_by, created_at) values ('${phoneOf(0)}', 'opt-out', 'test', 'U1', now())`,
      'opted-out',
    ],
    [`update phone_contacts set do_not_call = true`, 'do-not-call'],
    [`update phone_contacts set consent_sms = 'revoked'`, 'consent-revoked'],
    [`update phone_contacts set consent_sms = 'unattested'`, 'consent-unattested'],
    [`update phone_contacts set line_type = 'landline'`, 'wrong-line-type'],
    [`update phone_contacts set dead = true`, 'dead-number'],
    [`update phone_contacts set unreachable_since = now()`, 'unreachable'],
    [`update phone_contacts set erased_at = now()`, 'erased'],
  ])('skips what became forbidden after the approval: %s', async (change, reason) => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    await fresh.db.pool.query(change);
    const { tickets } = await ask(aWorker(fresh.db, memoryCarrier().carrier));
    expect(tickets).toEqual([]);
    const { rows } = await fresh.db.pool.query('select status, reasons from phone_communications');
    expect(rows[0].status).toBe('skipped');
    expect(rows[0].reasons).toContain(reason);
  });

  it.each([
    [`update approvals set decision = 'void'`],
    [`update approvals set decision = null, decided_by = null`],
    [`update phone_communications set approval_version = 7`],
    [`update phone_communications set approval_version = null`],
  ])('sends nothing that nobody approved: %s', async (change) => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    await fresh.db.pool.query(change);
    const { tickets } = await ask(aWorker(fresh.db, memoryCarrier().carrier));
    expect(tickets).toEqual([]);
    const { rows } = await fresh.db.pool.query('select status, reasons from phone_communications');
    expect(rows).toEqual([{ status: 'skipped', reasons: ['not-approved'] }]);
  });

  it('gives a campaign without a budget no money at all', async () => {
    await somePeople(fresh.db, 1);
    const id = await aRunningCampaign(fresh.db, { people: 1 });
    await fresh.db.pool.query('delete from campaign_budgets');
    const { tickets, broke } = await ask(aWorker(fresh.db, memoryCarrier().carrier));
    expect([tickets, broke]).toEqual([[], [id]]);
  });

  it('holds a row whose window has closed until the next morning of that person', async () => {
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
    const late = new Date('2026-11-25T00:59:30Z');
    await ask(aWorker(fresh.db, memoryCarrier().carrier), 10, late);
    const { rows } = await fresh.db.pool.query('select status, due_at from phone_communications');
    expect(rows).toEqual([{ status: 'queued', due_at: new Date('2026-11-25T14:00:00Z') }]);
  });

  it.each(['paused', 'canceled', 'scheduled', 'completed'])(
    'asks nothing of a %s campaign',
    async (status) => {
      await somePeople(fresh.db, 1);
      const id = await aRunningCampaign(fresh.db, { people: 1 });
      await fresh.db.pool.query('update phone_campaigns set status = $2 where id = $1', [
        id,
        status,
      ]);
      expect((await ask(aWorker(fresh.db, memoryCarrier().carrier))).seen).toBe(0);
    },
  );

  it('stops everything while the kill switch is engaged', async () => {
    await somePeople(fresh.db, 2);
    await aRunningCampaign(fresh.db, { people: 2 });
    await fresh.db.pool.query('update kill_switch set engaged = true');
    expect((await ask(aWorker(fresh.db, memoryCarrier().carrier))).tickets).toEqual([]);
    expect(await statusCounts(fresh.db)).toEqual({ queued: 2 });
  });

  it('never promises more than the budget, however many workers ask, and pauses when it is full', async () => {
    await somePeople(fresh.db, 60);
    // 25 messages at 0.0124 are 0.31; the 26th would go over.
    await aRunningCampaign(fresh.db, { people: 60, ceiling: '0.3125' });
    const { carrier, got } = memoryCarrier({ takesMs: 5 });
    const workers = [1, 2, 3].map(() => aWorker(fresh.db, carrier));
    await sendAll(fresh.db, workers);
    expect(got).toHaveLength(25);
    expect(workers.flatMap(({ paused }) => paused)).toContain('budget');
    const { rows } = await fresh.db.pool.query(
      'select ceiling, reserved, spent from campaign_budgets',
    );
    expect(Number(rows[0].reserved) + Number(rows[0].spent)).toBeCloseTo(0.31, 6);
    expect(await statusCounts(fresh.db)).toEqual({ queued: 35, sent: 25 });
  });

  it('goes on the next local day when only the day is full', async () => {
    await somePeople(fresh.db, 10);
    await aRunningCampaign(fresh.db, { people: 10, dailyCeiling: '0.05' });
    await ask(aWorker(fresh.db, memoryCarrier().carrier));
    const { rows } = await fresh.db.pool.query(
      `select status, due_at, count(*)::int as n from phone_communications group by 1, 2 order by 1`,
    );
    expect(rows).toEqual([
      { status: 'calling', due_at: tuesday, n: 4 },
      { status: 'queued', due_at: new Date('2026-11-25T05:00:00Z'), n: 6 },
    ]);
  });

  it("holds a sender's daily segments until midnight Pacific", async () => {
    await aSender(fresh.db, 10_000, 4);
    await somePeople(fresh.db, 6);
    await aRunningCampaign(fresh.db, { people: 6 });
    const { tickets } = await ask(aWorker(fresh.db, memoryCarrier().carrier));
    expect(tickets).toHaveLength(4);
    const { rows } = await fresh.db.pool.query(
      `select distinct due_at from phone_communications where status = 'queued'`,
    );
    expect(rows).toEqual([{ due_at: new Date('2026-11-25T08:00:00Z') }]);
  });

  it("keeps a sender's rate over many permits", async () => {
    await aSender(fresh.db, 40);
    await somePeople(fresh.db, 120);
    await aRunningCampaign(fresh.db, { people: 120 });
    const { carrier, got } = memoryCarrier();
    const began = Date.now();
    await sendAll(fresh.db, [aWorker(fresh.db, carrier), aWorker(fresh.db, carrier)]);
    const seconds = (Date.now() - began) / 1000;
    expect(got).toHaveLength(120);
    // 120 at 40 a second, of which one second's worth may go at once.
    expect(seconds).toBeGreaterThanOrEqual(1.9);
  });

  it('puts unused tickets back as if nothing had been', async () => {
    await somePeople(fresh.db, 5);
    await aRunningCampaign(fresh.db, { people: 5 });
    const worker = aWorker(fresh.db, memoryCarrier().carrier);
    const { tickets } = await ask(worker);
    await worker.store.release(tickets.map(({ attemptId }) => attemptId));
    await worker.store.release(tickets.map(({ attemptId }) => attemptId));
    expect(await statusCounts(fresh.db)).toEqual({ queued: 5 });
    const { rows } = await fresh.db.pool.query('select reserved, spent from campaign_budgets');
    expect(rows.map((r) => [Number(r.reserved), Number(r.spent)])).toEqual([[0, 0]]);
    expect((await ask(worker)).tickets).toHaveLength(5);
  });
});
