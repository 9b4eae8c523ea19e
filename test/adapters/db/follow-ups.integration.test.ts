import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCampaignStore } from '../../../src/adapters/db/campaign-store.ts';
import { conversationStore } from '../../../src/adapters/db/conversation-store.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  type Fate,
  memoryCarrier,
  phoneOf,
  somePeople,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';

const day = 24 * 3_600_000;

describe('the later steps of a drip', () => {
  let fresh: FreshDatabase;
  let id: string;
  beforeEach(async () => {
    fresh = await freshDatabase();
    await aSender(fresh.db);
    await somePeople(fresh.db, 3);
    id = await aRunningCampaign(fresh.db, { people: 3 });
    await fresh.db.pool.query(
      `insert into campaign_follow_ups (campaign_id, phone, step, phone_contact_id, after_days, segments, message)
       select $1, p.phone, s.step, p.id, s.days, 1, 'Passo ' || s.step || ' para ' || p.phone
         from phone_contacts p, (values (2, 3), (3, 7)) s (step, days)`,
      [id],
    );
  });
  afterEach(() => fresh.close());

  const store = () => createCampaignStore(fresh.db);
  const statusOf = async () => (await store().find(id))?.status;
  const rows = async () => {
    const found = await fresh.db.pool.query<{
      phone: string;
      step: number;
      status: string;
      due_at: Date;
      reasons: string[];
    }>(
      `select phone, step, status, due_at, reasons from phone_communications
        where direction = 'outbound' order by phone, step`,
    );
    return found.rows;
  };
  const stepsOf = async (n: number) =>
    (await rows()).filter(({ phone }) => phone === phoneOf(n)).map((r) => `${r.step} ${r.status}`);

  /** The first messages are with the carrier; returns the way to tell what became of each. */
  async function firstStepSent(fate?: Fate) {
    const clock = stoppedClock();
    const { carrier, got } = memoryCarrier(fate ? { fate } : {});
    const worker = aWorker(fresh.db, carrier, clock);
    const send = async () => {
      await worker.sending.tick();
      await expect.poll(worker.sending.underWay).toBe(0);
    };
    await send();
    const tell = (carrierId: string, status: 'delivered' | 'failed', errorCode?: string) =>
      worker.receipts.receive({ token: null, carrierId, status, errorCode: errorCode ?? null });
    return { clock, carrier, got, worker, send, tell };
  }
  const idFor = (got: { to: string; carrierId: string }[], n: number) =>
    got.find(({ to }) => to === phoneOf(n))?.carrierId ?? '';

  const answers = (n: number, body: string, at: Date) =>
    conversationStore(fresh.db).record(
      {
        carrierId: `IN${n}`,
        channel: 'sms',
        from: phoneOf(n),
        to: '+18605550100',
        body,
        optOutType: null,
        at,
      },
      'reply',
    );

  it('come with the receipt of the step before, three days later, as they were approved', async () => {
    const { got, tell, clock, send } = await firstStepSent();
    expect(await stepsOf(0)).toEqual(['1 sent']);
    await tell(idFor(got, 0), 'delivered');
    expect(await stepsOf(0)).toEqual(['1 delivered', '2 queued']);
    const [, second] = (await rows()).filter(({ phone }) => phone === phoneOf(0));
    expect(second?.due_at).toEqual(new Date(tuesday.getTime() + 3 * day));

    await send();
    expect(got).toHaveLength(3);
    clock.advance(3 * day);
    await send();
    expect(got.map(({ body }) => body)).toContain(`Passo 2 para ${phoneOf(0)}`);
    expect(await stepsOf(0)).toEqual(['1 delivered', '2 sent']);
    await tell(got.at(-1)?.carrierId ?? '', 'delivered');
    expect(await stepsOf(0)).toEqual(['1 delivered', '2 delivered', '3 queued']);
  });

  it('come once, however often and from how many sides the receipt is told', async () => {
    const { got, tell, carrier, clock } = await firstStepSent();
    const other = aWorker(fresh.db, carrier, clock);
    const carrierId = idFor(got, 0);
    const receipt = { token: null, carrierId, status: 'delivered' as const, errorCode: null };
    await Promise.all([
      tell(carrierId, 'delivered'),
      other.receipts.receive(receipt),
      other.receipts.receive(receipt),
      tell(carrierId, 'delivered'),
    ]);
    await tell(carrierId, 'failed', '30008');
    expect(await stepsOf(0)).toEqual(['1 delivered', '2 queued']);
  });

  it('follow a final failure, but not one that is tried again', async () => {
    const { got, tell, clock, send } = await firstStepSent();
    await tell(idFor(got, 0), 'failed', '30003');
    expect(await stepsOf(0)).toEqual(['1 queued']);
    clock.advance(46 * 60_000);
    await send();
    await tell(got.at(-1)?.carrierId ?? '', 'failed', '30003');
    expect(await stepsOf(0)).toEqual(['1 failed', '2 queued']);
  });

  it('are held up by a message nobody knows the fate of, until its trace turns up', async () => {
    const { worker } = await firstStepSent((n) => (n === 0 ? 'lost-answer' : 'accepted'));
    const lost = (await rows()).find(({ status }) => status === 'unconfirmed');
    expect(lost).toBeDefined();
    const before = (await rows()).length;
    const found = aWorker(
      fresh.db,
      {
        ...memoryCarrier().carrier,
        list: async ({ to }) => [
          {
            carrierId: 'SMTRACE',
            to,
            body: `Ola ${to}`,
            status: 'delivered',
            errorCode: null,
            price: null,
            segments: 1,
            createdAt: new Date(),
          },
        ],
      },
      stoppedClock(),
      { realClock: { now: () => new Date(Date.now() + 10_000) } },
    );
    expect(worker.warned).toEqual([]);
    await found.watch.reconcile();
    expect((await rows()).length).toBe(before + 1);
  });

  it('do not come when a person closes what stayed unconfirmed', async () => {
    const { worker } = await firstStepSent(() => 'unknown');
    const { rows: open } = await fresh.db.pool.query<{ id: string }>(
      'select id from phone_communications limit 1',
    );
    const message = { communicationId: open[0]?.id ?? '', attempt: 1 };
    expect(await worker.store.resolve(message, 'closed', 'U2', tuesday)).not.toBeNull();
    expect((await rows()).every(({ step }) => step === 1)).toBe(true);
  });

  it('do not come to who answered before the receipt, or bought, or opted out', async () => {
    const { got, tell } = await firstStepSent();
    await answers(0, 'quanto custa?', tuesday);
    await fresh.db.pool.query(
      `insert into conversions (phone_contact_id, campaign_id, amount, converted_at, recorded_at, recorded_by)
       select id, $2, 620, $3, $3, 'U1' from phone_contacts where phone = $1`,
      [phoneOf(1), id, tuesday],
    );
    await fresh.db.pool.query('update phone_contacts set opted_out = true where phone = $1', [
      phoneOf(2),
    ]);
    for (const n of [0, 1, 2]) await tell(idFor(got, n), 'delivered');
    expect(await stepsOf(0)).toEqual(['1 replied']);
    expect(await stepsOf(1)).toEqual(['1 delivered']);
    expect(await stepsOf(2)).toEqual(['1 delivered']);
  });

  it('are taken back when the answer comes later, and the permit would not let them pass either', async () => {
    const { got, tell, clock, send, worker } = await firstStepSent();
    for (const n of [0, 1]) await tell(idFor(got, n), 'delivered');
    await answers(0, 'sim', clock.now());
    expect(await worker.receipts.cancelFollowUps(phoneOf(0))).toBe(1);
    expect(await stepsOf(0)).toEqual(['1 replied', '2 skipped']);
    await answers(1, 'não', clock.now());
    clock.advance(3 * day);
    await send();
    expect(got).toHaveLength(3);
    const [, second] = (await rows()).filter(({ phone }) => phone === phoneOf(1));
    expect(second).toMatchObject({ status: 'skipped', reasons: ['replied'] });
  });

  it('keep the campaign open while they may still come, and end with it', async () => {
    const { got, tell, clock } = await firstStepSent();
    const complete = () => store().completeDone(clock.now(), new Date());
    expect(await complete()).toEqual([]);
    for (const n of [0, 1, 2]) await answers(n, 'sim', clock.now());
    for (const n of [0, 1, 2]) await tell(idFor(got, n), 'delivered');
    expect(await complete()).toEqual([id]);
  });

  it('reopen a campaign that was completed because no receipt came for a week', async () => {
    const { got, tell, clock } = await firstStepSent();
    clock.advance(8 * day);
    expect(await store().completeDone(clock.now(), new Date())).toEqual([id]);
    await tell(idFor(got, 0), 'delivered');
    expect(await statusOf()).toBe('running');
    expect(await stepsOf(0)).toEqual(['1 delivered', '2 queued']);
  });

  it('do not come in a canceled campaign, and go with it when they wait', async () => {
    const { got, tell } = await firstStepSent();
    await tell(idFor(got, 0), 'delivered');
    await store().move(id, 'canceled', { by: 'U1', at: tuesday });
    await tell(idFor(got, 1), 'delivered');
    expect(await stepsOf(0)).toEqual(['1 delivered', '2 canceled']);
    expect(await stepsOf(1)).toEqual(['1 delivered']);
  });

  it('leave nothing queued when the campaign is canceled at the very moment of the receipt', async () => {
    const { got, tell } = await firstStepSent();
    await Promise.all([
      ...[0, 1, 2].map((n) => tell(idFor(got, n), 'delivered')),
      store().move(id, 'canceled', { by: 'U1', at: tuesday }),
    ]);
    expect((await rows()).filter(({ status }) => status === 'queued')).toEqual([]);
    expect(await statusOf()).toBe('canceled');
  });

  it('are kept, skipped, when they would come after the end of the campaign', async () => {
    await fresh.db.pool.query('update phone_campaigns set ends_at = $1', [
      new Date(tuesday.getTime() + 2 * day),
    ]);
    const { got, tell } = await firstStepSent();
    await tell(idFor(got, 0), 'delivered');
    const [, second] = (await rows()).filter(({ phone }) => phone === phoneOf(0));
    expect(second).toMatchObject({ status: 'skipped', reasons: ['expired'] });
  });

  it('come or do not come with the receipt as a whole: one that cannot be written leaves no trace', async () => {
    const { got, worker } = await firstStepSent();
    await fresh.db.pool.query('alter table phone_communications add check (step < 2) not valid');
    const told = worker.receipts.receive({
      token: null,
      carrierId: idFor(got, 0),
      status: 'delivered',
      errorCode: null,
    });
    await expect(told).rejects.toThrow();
    expect(await stepsOf(0)).toEqual(['1 sent']);
  });
});
