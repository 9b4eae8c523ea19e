import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCampaignStore } from '../../../src/adapters/db/campaign-store.ts';
import { consentStore } from '../../../src/adapters/db/consent-store.ts';
import { conversationStore } from '../../../src/adapters/db/conversation-store.ts';
import { createDeliveryStore } from '../../../src/adapters/db/delivery-store.ts';
import { createConsentService } from '../../../src/features/consent/index.ts';
import { createConversationService } from '../../../src/features/conversations/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  memoryCarrier,
  phoneOf,
  somePeople,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';
import { importFile } from '../../support/imports.ts';

const unclear = 'quero cancelar minha passagem';

describe('somebody whose text may be an opt-out', () => {
  let fresh: FreshDatabase;
  let conversations: ReturnType<typeof createConversationService>;
  let texts = 0;
  beforeEach(async () => {
    fresh = await freshDatabase();
    await aSender(fresh.db);
    await somePeople(fresh.db, 2);
    const delivery = createDeliveryStore(fresh.db);
    conversations = createConversationService({
      store: conversationStore(fresh.db),
      consent: createConsentService({ store: consentStore(fresh.db) }),
      isStopped: async () => false,
      delivery: {
        waitUntilQuiet: async () => true,
        arrived: async () => {},
        cancelQueued: (phone, reason) => delivery.cancelQueued(phone, reason, tuesday),
        cancelFollowUps: (phone) => delivery.cancelFollowUps(phone, tuesday),
        requeueReviewed: (phone) => delivery.requeueReviewed(phone),
      },
    });
  });
  afterEach(() => fresh.close());

  const writes = async (from: string, body: string): Promise<string> => {
    texts += 1;
    const carrierId = `SM${texts}`;
    const message = { carrierId, channel: 'sms' as const, from, to: '+18605550100', body };
    await conversations.receive({ ...message, optOutType: null, at: tuesday });
    const { rows } = await fresh.db.pool.query<{ id: string }>(
      'select id from phone_communications where carrier_id = $1',
      [carrierId],
    );
    return rows[0]?.id ?? '';
  };
  const inReview = async (phone: string): Promise<boolean> => {
    const { rows } = await fresh.db.pool.query<{ in_review: boolean }>(
      'select in_review from phone_contacts where phone = $1',
      [phone],
    );
    return rows[0]?.in_review ?? false;
  };
  const reach = () => createCampaignStore(fresh.db).reach({ states: ['CT'] }, 'sms');

  it('is in no audience until somebody has read it', async () => {
    const id = await writes(phoneOf(0), unclear);
    expect(await reach()).toEqual({ matched: 2, excluded: { 'in-review': 1 }, final: 1 });
    await conversations.keepAs('U1', id, tuesday);
    expect(await reach()).toEqual({ matched: 2, excluded: {}, final: 2 });
  });

  it('gets nothing of a campaign whose rows come into the queue after the text', async () => {
    const id = await writes(phoneOf(0), unclear);
    await aRunningCampaign(fresh.db, { people: 2 });
    const { carrier, got } = memoryCarrier();
    const worker = aWorker(fresh.db, carrier, stoppedClock());
    await worker.sending.tick();
    await expect.poll(worker.sending.underWay).toBe(0);
    expect(got.map(({ to }) => to)).toEqual([phoneOf(1)]);
    await conversations.keepAs('U1', id, tuesday);
    await worker.sending.tick();
    await expect.poll(() => got.length).toBe(2);
  });

  it('stays held while another of their texts waits, also when both are read at once', async () => {
    const [first, second] = [
      await writes(phoneOf(0), unclear),
      await writes(phoneOf(0), `${unclear} mesmo`),
    ];
    await conversations.keepAs('U1', first, tuesday);
    expect(await inReview(phoneOf(0))).toBe(true);
    await conversations.keepAs('U1', second, tuesday);
    expect(await inReview(phoneOf(0))).toBe(false);

    const both = [await writes(phoneOf(1), unclear), await writes(phoneOf(1), `${unclear} mesmo`)];
    await Promise.all(both.map((id) => conversations.keepAs('U1', id, tuesday)));
    expect(await inReview(phoneOf(1))).toBe(false);
  });

  it('is held no longer once they were opted out for it', async () => {
    const id = await writes(phoneOf(0), unclear);
    await conversations.optOutAs('U1', id, tuesday);
    expect(await reach()).toEqual({ matched: 2, excluded: { 'opted-out': 1 }, final: 1 });
    expect(await inReview(phoneOf(0))).toBe(false);
  });

  it('is held from the start when they only become a contact afterwards', async () => {
    await writes('+18605550123', unclear);
    await importFile(
      fresh.db,
      Buffer.from('Nome;Telefone;Estado\nAna;(860) 555-0123;CT\nRui;(860) 555-0124;CT'),
    );
    expect(await inReview('+18605550123')).toBe(true);
    expect(await inReview('+18605550124')).toBe(false);
  });
});
