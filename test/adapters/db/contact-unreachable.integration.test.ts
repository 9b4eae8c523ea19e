import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactStore } from '../../../src/adapters/db/contact-store.ts';
import { validationStore } from '../../../src/adapters/db/contact-validation-store.ts';
import { conversationStore } from '../../../src/adapters/db/conversation-store.ts';
import { createBreakerStore } from '../../../src/adapters/db/delivery-breaker-store.ts';
import {
  createContactService,
  createValidationService,
} from '../../../src/features/contacts/index.ts';
import { createReactionService } from '../../../src/features/delivery/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  memoryCarrier,
  phoneOf,
  somePeople,
  stoppedClock,
} from '../../support/delivery.ts';
import { type Ending, endAttempts } from '../../support/finished-attempts.ts';
import { calmRun } from '../../support/imports.ts';
import { pretender } from '../../support/validations.ts';

const hour = 3600_000;

describe('a person whose phone campaigns do not reach', () => {
  let fresh: FreshDatabase;
  let clock: ReturnType<typeof stoppedClock>;
  beforeEach(async () => {
    fresh = await freshDatabase();
    clock = stoppedClock();
    await aSender(fresh.db);
    await somePeople(fresh.db, 2);
  });
  afterEach(() => fresh.close());

  const contacts = () => createContactService({ store: contactStore(fresh.db), clock });
  const mark = (realNow = new Date()) =>
    createReactionService({
      store: createBreakerStore(fresh.db),
      campaigns: { pauseBySystem: async () => false },
      contacts: contacts(),
      realClock: { now: () => realNow },
    }).markUnreachable();
  /** One campaign for the first two people, which ended like this for each of them. */
  const campaign = async (...endings: Ending[]) => {
    const id = await aRunningCampaign(fresh.db, { people: 2 });
    clock.advance(24 * hour);
    await endAttempts(fresh.db, id, endings, { at: clock.now() });
  };
  const isUnreachable = async (n: number) => (await contacts().getByPhone(phoneOf(n)))?.unreachable;
  const lookUp = async (valid: boolean) => {
    const { asked, lookup } = pretender(() => ({ valid, lineType: null, carrier: null }));
    const validations = createValidationService({
      store: validationStore(fresh.db),
      lookups: [lookup],
      jobs: { enqueue: async () => {} },
      clock,
      monotonic: () => performance.now(),
      wait: async () => {},
    });
    const { id } = await validations.confirm({}, { maxCost: '1' }, 'U1');
    await validations.run(id, calmRun());
    return asked;
  };

  it('is left alone after three in a row that ended so, and not before', async () => {
    await campaign('failed 30003', 'failed 30003');
    await campaign('failed 30008', 'delivered');
    expect(await mark()).toBe(0);
    await campaign('failed 30003', 'failed 30003');
    expect(await mark()).toBe(1);
    expect(await mark()).toBe(0);
    expect([await isUnreachable(0), await isUnreachable(1)]).toEqual([true, false]);
  });

  it('counts campaigns, not messages, and only what reached or missed the phone', async () => {
    const id = await aRunningCampaign(fresh.db, { people: 1 });
    await endAttempts(fresh.db, id, ['failed 30003'], { at: clock.now() });
    await fresh.db.pool.query(
      `insert into phone_communications (phone_contact_id, campaign_id, type, direction, status, phone, step, error_code, final_at)
       select phone_contact_id, campaign_id, type, direction, status, phone, step + n, error_code, final_at
         from phone_communications, generate_series(1, 3) n where status = 'failed'`,
    );
    await campaign('failed 30007', 'failed 30007');
    await campaign('failed 30003');
    expect(await mark()).toBe(0);
    await campaign('failed 30003');
    expect(await mark()).toBe(1);
  });

  it('is not written to by a campaign that was already under way', async () => {
    for (let n = 0; n < 3; n++) await campaign('failed 30003', 'delivered');
    await mark();
    await aRunningCampaign(fresh.db, { people: 2 });
    const { carrier, got } = memoryCarrier();
    const worker = aWorker(fresh.db, carrier, clock);
    await worker.sending.tick();
    await expect.poll(worker.sending.underWay).toBe(0);
    expect(got.map(({ to }) => to)).toContain(phoneOf(1));
    expect(got.map(({ to }) => to)).not.toContain(phoneOf(0));
    const { rows } = await fresh.db.pool.query(
      `select distinct reasons from phone_communications where phone = $1 and status = 'skipped'`,
      [phoneOf(0)],
    );
    expect(rows).toEqual([{ reasons: ['unreachable'] }]);
  });

  it('is written to again once a message was delivered after all', async () => {
    for (let n = 0; n < 3; n++) await campaign('failed 30003');
    await mark();
    await contacts().recordOutcome(phoneOf(0), { kind: 'delivered' });
    expect(await isUnreachable(0)).toBe(false);
  });

  it('is written to again once a lookup finds the number, even one that was looked up lately', async () => {
    clock.advance(-hour);
    expect(await lookUp(true)).toHaveLength(2);
    for (let n = 0; n < 3; n++) await campaign('failed 30003');
    await mark();
    clock.advance(hour);
    expect(await lookUp(true)).toEqual([phoneOf(0)]);
    expect(await isUnreachable(0)).toBe(false);
    expect(await mark()).toBe(0);
    await campaign('failed 30003');
    expect(await mark()).toBe(0);
  });

  it('stays alone when the lookup finds nothing there', async () => {
    for (let n = 0; n < 3; n++) await campaign('failed 30003');
    await mark();
    clock.advance(hour);
    await lookUp(false);
    expect(await isUnreachable(0)).toBe(true);
  });

  it('is written to again once they write themselves', async () => {
    for (let n = 0; n < 3; n++) await campaign('failed 30003');
    await mark();
    clock.advance(hour);
    await conversationStore(fresh.db).record(
      {
        carrierId: 'IN1',
        channel: 'sms',
        from: phoneOf(0),
        to: '+18605550100',
        body: 'Oi, troquei de celular',
        optOutType: null,
        at: clock.now(),
      },
      'reply',
    );
    expect(await isUnreachable(0)).toBe(false);
    expect(await mark()).toBe(0);
  });

  it('is marked by whoever looks first, however many look, and found after a restart', async () => {
    for (let n = 0; n < 3; n++) await campaign('failed 30003', 'failed 30008');
    const marked = await Promise.all([mark(), mark(), mark()]);
    expect(marked.reduce((sum, n) => sum + n)).toBe(2);
    await fresh.db.pool.query('update phone_contacts set unreachable_since = null');
    expect(await mark(new Date(Date.now() + 1.9 * hour))).toBe(2);
  });
});
