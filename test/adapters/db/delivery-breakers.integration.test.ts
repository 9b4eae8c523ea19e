import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCampaignStore } from '../../../src/adapters/db/campaign-store.ts';
import { createBreakerStore } from '../../../src/adapters/db/delivery-breaker-store.ts';
import { createControlService } from '../../../src/features/campaigns/index.ts';
import { createReactionService } from '../../../src/features/delivery/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  memoryCarrier,
  somePeople,
  statusCounts,
  stoppedClock,
} from '../../support/delivery.ts';
import { type Ending, endAttempts, times } from '../../support/finished-attempts.ts';

describe('circuit breakers', () => {
  let fresh: FreshDatabase;
  let clock: ReturnType<typeof stoppedClock>;
  let id: string;
  beforeEach(async () => {
    fresh = await freshDatabase();
    clock = stoppedClock();
    await aSender(fresh.db);
    await somePeople(fresh.db, 600);
    id = await aRunningCampaign(fresh.db, { people: 600 });
  });
  afterEach(() => fresh.close());

  const services = () => {
    const control = createControlService({
      store: createCampaignStore(fresh.db),
      team: { require: async () => ({ userId: 'U2', role: 'approver' }) as never },
      clock,
      realClock: { now: () => new Date() },
    });
    const reactions = createReactionService({
      store: createBreakerStore(fresh.db),
      campaigns: control,
      contacts: { markUnreachable: async () => 0 },
      realClock: { now: () => new Date() },
    });
    return { control, reactions };
  };
  const check = () => services().reactions.checkBreakers();
  const ended = async (...endings: Ending[]) => {
    await endAttempts(fresh.db, id, endings, { at: clock.now() });
    clock.advance(endings.length * 1_000 + 1_000);
  };
  /** The first `n` people of whom it was delivered to answer with this label. */
  const answers = (n: number, label: string) =>
    fresh.db.pool.query(
      `insert into phone_communications
         (phone_contact_id, campaign_id, type, direction, purpose, status, phone, label, reply_to, carrier_id, created_at)
       select phone_contact_id, campaign_id, 'sms', 'inbound', 'reply', 'received', phone, $2, id, 'IN' || $2 || id, $3
         from phone_communications where direction = 'outbound' and status = 'delivered' order by phone limit $1`,
      [n, label, clock.now()],
    );
  const pauses = async () => {
    const { rows } = await fresh.db.pool.query<{ status: string; reason: string; detail: object }>(
      `select k.status, k.paused_reason as reason, e.detail from phone_campaigns k
         left join campaign_events e on e.campaign_id = k.id and e.kind = 'paused'
        where k.id = $1 order by e.id`,
      [id],
    );
    return rows;
  };

  it('stop a campaign whose text is taken for spam, once, with the figures', async () => {
    await ended(...times(95, 'delivered'), ...times(5, 'failed 30007'), 'delivered');
    expect(await check()).toEqual([]);
    await ended('failed 30007');
    const found = await Promise.all([check(), check(), check()]);
    const trip = { campaignId: id, rule: 'filtered', n: 6, of: 102 };
    expect(found.flat()).toEqual([trip]);
    expect(await pauses()).toEqual([
      {
        status: 'paused',
        reason: 'breaker-filtered',
        detail: { reason: 'breaker-filtered', n: 6, of: 102 },
      },
    ]);
    expect(await check()).toEqual([]);
  });

  it('look at the last five hundred for spam: what lies further back is over', async () => {
    await ended(...times(4, 'failed 30007'), ...times(490, 'delivered'));
    await ended(...times(6, 'failed 30007'));
    expect(await check()).toEqual([]);
    await ended('failed 30007');
    expect(await check()).toEqual([]);
    await ended(...times(4, 'failed 30007'));
    expect(await check()).toMatchObject([{ rule: 'filtered', n: 11, of: 500 }]);
  });

  it('stop a campaign that does not arrive, judged by the last two hundred', async () => {
    await ended(...times(60, 'delivered'), ...times(100, 'delivered'));
    await ended(...times(30, 'failed 30005'), ...times(10, 'refused 21211'));
    expect(await check()).toEqual([]);
    await ended('failed 30003');
    expect(await check()).toMatchObject([{ rule: 'failures', n: 41, of: 200 }]);
  });

  it('do not hold our own haste, the hour or the account against a campaign', async () => {
    await ended(...times(60, 'delivered'));
    await ended(...times(60, 'refused 20429'), ...times(30, 'failed 30001'));
    await ended(...times(30, 'failed 30036'), ...times(30, 'refused 20003'));
    await fresh.db.pool.query(
      `update delivery_attempts set error_code = null, http_status = null where error_code = '20429'`,
    );
    expect(await check()).toEqual([]);
  });

  it('do not hold second tries against it, which go to phones that were missed before', async () => {
    await ended(...times(150, 'delivered'), ...times(30, 'failed 30003'));
    await fresh.db.pool.query(
      `insert into delivery_attempts
         (communication_id, n, campaign_id, phone, channel, sender_id, token, outcome, error_code,
          reserved, cost, attempted_at, call_started_at, settled_at)
       select communication_id, 2, campaign_id, phone, channel, sender_id, token || '-2', 'failed', '30003',
              0, 0, $1, call_started_at, settled_at + interval '1 second'
         from delivery_attempts where outcome = 'failed'`,
      [clock.now()],
    );
    expect(await check()).toEqual([]);
    await ended(...times(12, 'failed 30003'));
    expect(await check()).toMatchObject([{ rule: 'failures', n: 42 }]);
  });

  it('do not judge by a handful', async () => {
    await ended(...times(9, 'delivered'), 'failed 30005');
    await ended(...times(9, 'failed 30005'), 'failed 30007');
    expect(await check()).toEqual([]);
  });

  it('stop a campaign that people opt out of in their answers', async () => {
    await ended(...times(520, 'delivered'));
    await answers(60, 'reply');
    expect(await check()).toEqual([]);
    // The last five hundred begin with the 21st person.
    await answers(35, 'opt_out');
    expect(await check()).toEqual([]);
    await fresh.db.pool.query(
      `update phone_communications set label = 'opt_out'
        where label = 'reply' and phone = '+12035550035'`,
    );
    expect(await check()).toMatchObject([{ rule: 'opt-outs', n: 16, of: 500 }]);
  });

  it('stop a campaign that people opted out of at their carrier', async () => {
    await ended(...times(100, 'delivered'), ...times(9, 'refused 21610'));
    expect(await check()).toEqual([]);
    await ended('refused 21610');
    expect(await check()).toMatchObject([{ rule: 'opt-outs', n: 9, of: 109 }]);
  });

  it('do not take what is refused at once for all there is, while deliveries are on their way', async () => {
    for (let n = 0; n < 20; n++) {
      await ended(...times(2, 'refused 21211'), 'refused 21610', ...times(22, 'accepted'));
    }
    expect(await check()).toEqual([]);
    await ended(...times(60, 'delivered'));
    expect(await check()).toEqual([]);
  });

  it('count those that are under way as taken, so that many refusals still stop it', async () => {
    for (let n = 0; n < 20; n++) await ended(...times(2, 'refused 21211'), ...times(7, 'accepted'));
    expect(await check()).toMatchObject([{ rule: 'failures', n: 40, of: 180 }]);
  });

  it('stop a campaign at a country that is not switched on, before it is through the list', async () => {
    const { carrier, calls } = memoryCarrier({
      fate: () => ({ kind: 'refused', httpStatus: 400, errorCode: '21408', retryAfterMs: null }),
    });
    const worker = aWorker(fresh.db, carrier, clock, { slots: 8 });
    await worker.sending.tick();
    await expect.poll(worker.sending.underWay).toBe(0);
    expect(await check()).toMatchObject([{ rule: 'region', n: 8, of: 8 }]);
    await worker.sending.tick();
    expect(calls()).toBe(8);
    // Nobody is lost: they are tried once somebody has switched it on and lets it go on.
    expect(await statusCounts(fresh.db)).toEqual({ queued: 600 });
  });

  it('let a campaign go on that a person resumed, and judge it by what comes then', async () => {
    await ended(...times(100, 'delivered'), ...times(80, 'failed 30005'));
    expect(await check()).toHaveLength(1);
    clock.advance(60_000);
    await services().control.resume(id, 'U2');
    expect(await check()).toEqual([]);
    await ended(...times(49, 'failed 30005'));
    expect(await check()).toEqual([]);
    await ended('failed 30005');
    expect(await check()).toMatchObject([{ rule: 'failures', n: 50, of: 50 }]);
  });

  it('leave alone what does not run, and look at each campaign by itself', async () => {
    const other = await aRunningCampaign(fresh.db, { people: 200 });
    await endAttempts(fresh.db, other, times(200, 'delivered'), { at: clock.now() });
    await ended(...times(60, 'failed 30005'));
    expect((await check()).map(({ campaignId }) => campaignId)).toEqual([id]);
    await fresh.db.pool.query(`update phone_campaigns set status = 'completed' where id = $1`, [
      id,
    ]);
    expect(await check()).toEqual([]);
  });
});
