import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consentStore } from '../../../src/adapters/db/consent-store.ts';
import { conversationStore } from '../../../src/adapters/db/conversation-store.ts';
import { createConsentService } from '../../../src/features/consent/index.ts';
import { createConversationService } from '../../../src/features/conversations/index.ts';
import { Decimal } from '../../../src/shared/money.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  type Fate,
  memoryCarrier,
  phoneOf,
  somePeople,
  statusCounts,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';

const minute = 60_000;

describe('a message nobody knew the fate of, which its person answers', () => {
  let fresh: FreshDatabase;
  let ahead = 0;
  let texts = 0;
  const realClock = { now: () => new Date(Date.now() + ahead) };

  beforeEach(async () => {
    ahead = 0;
    fresh = await freshDatabase();
    await aSender(fresh.db);
    await somePeople(fresh.db, 1);
    await aRunningCampaign(fresh.db, { people: 1 });
  });
  afterEach(() => fresh.close());

  /** The call was made and its answer was lost; the carrier may have taken the message. */
  async function unconfirmed(fate: Fate) {
    const { carrier, got, tokens } = memoryCarrier({ fate });
    const clock = stoppedClock();
    const worker = aWorker(fresh.db, carrier, clock, { realClock });
    const conversations = createConversationService({
      store: conversationStore(fresh.db),
      consent: createConsentService({ store: consentStore(fresh.db) }),
      delivery: worker.receipts,
      isStopped: async () => false,
    });
    await worker.sending.tick();
    await expect.poll(() => statusCounts(fresh.db)).toEqual({ unconfirmed: 1 });
    const answer = (body: string, optOutType: 'STOP' | null = null) =>
      conversations.receive({
        carrierId: `IN${texts++}`,
        channel: 'sms',
        from: phoneOf(0),
        to: '+18605550100',
        body,
        optOutType,
        at: clock.now(),
      });
    return { ...worker, got, tokens, answer, clock };
  }

  const ours = async () => {
    const { rows } = await fresh.db.pool.query<{ status: string; sent: boolean; cost: number }>(
      `select status, sent_at is not null as sent, coalesce(cost, 0)::float as cost
         from phone_communications where direction = 'outbound' and purpose = 'marketing'`,
    );
    return rows[0];
  };
  const money = async () => {
    const { rows } = await fresh.db.pool.query<{ reserved: number; spent: number }>(
      'select reserved::float, spent::float from campaign_budgets',
    );
    return rows[0];
  };
  const spent = (amount: number) => ({ reserved: 0, spent: amount });

  it('costs what the table says, once, even if no trace ever shows', async () => {
    const { answer, watch } = await unconfirmed(() => 'unknown');
    expect(await money()).toEqual({ reserved: 0.0124, spent: 0 });
    await answer('Quero sim, quanto custa?');
    await answer('E para julho?');
    expect(await ours()).toEqual({ status: 'replied', sent: true, cost: 0.0124 });
    expect(await money()).toEqual(spent(0.0124));
    ahead = 40 * minute;
    await watch.reconcile();
    expect(await money()).toEqual(spent(0.0124));
  });

  it('still gets its id and its price from a trace that shows later', async () => {
    const { answer, watch, got } = await unconfirmed(() => 'lost-answer');
    await answer('Quero sim, quanto custa?');
    ahead = 10_000;
    await watch.reconcile();
    const linked = () =>
      fresh.db.pool.query('select carrier_id, outcome, price_source from delivery_attempts');
    expect((await linked()).rows).toEqual([
      { carrier_id: 'SM0', outcome: 'accepted', price_source: 'table' },
    ]);
    for (const message of got) {
      Object.assign(message, { status: 'delivered', price: new Decimal('0.0079') });
    }
    ahead = 7 * 60 * minute;
    await watch.fetchUnfinished();
    expect(await money()).toEqual(spent(0.0124));
    expect(await watch.correctPrices()).toBe(1);
    expect(await watch.correctPrices()).toBe(0);
    expect(await money()).toEqual(spent(0.0079));
    expect(await ours()).toEqual({ status: 'replied', sent: true, cost: 0.0079 });
  });

  it('is not sent again when a late receipt calls it failed', async () => {
    const { answer, receipts, tokens } = await unconfirmed(() => 'lost-answer');
    await answer('Quero sim, quanto custa?');
    const token = tokens.get('SM0') ?? '';
    const failed = { token, carrierId: 'SM0', status: 'failed', errorCode: '30003' } as const;
    await receipts.receive(failed);
    expect(await ours()).toMatchObject({ status: 'replied' });
    expect(await money()).toEqual(spent(0.0124));
  });

  it('has arrived as well when the answer is STOP, and waits for nobody’s decision', async () => {
    const { answer, watch } = await unconfirmed(() => 'unknown');
    await answer('PARE', 'STOP');
    expect(await ours()).toEqual({ status: 'delivered', sent: true, cost: 0.0124 });
    expect(await money()).toEqual(spent(0.0124));
    const { rows } = await fresh.db.pool.query<{ id: string }>('select id from phone_campaigns');
    expect(await watch.unconfirmedOf(rows[0]?.id ?? '', 10)).toEqual([]);
  });

  it('is settled too when the answer comes before the call is given up', async () => {
    const { carrier, calls } = memoryCarrier({ fate: () => 'unknown' });
    const dying = aWorker(fresh.db, carrier, stoppedClock(), { realClock });
    dying.store.apply = () => new Promise(() => {});
    await dying.sending.tick();
    await expect.poll(calls).toBe(1);
    const worker = aWorker(fresh.db, carrier, stoppedClock(), { realClock });
    await conversationStore(fresh.db).record(
      {
        carrierId: 'IN-early',
        channel: 'sms',
        from: phoneOf(0),
        to: '+18605550100',
        body: 'Quero!',
        optOutType: null,
        at: tuesday,
      },
      'reply',
    );
    ahead = minute;
    expect(await worker.watch.giveUpSilent()).toBe(1);
    expect(await ours()).toEqual({ status: 'replied', sent: true, cost: 0.0124 });
    expect(await money()).toEqual(spent(0.0124));
  });
});
