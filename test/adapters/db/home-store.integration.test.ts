import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnalyticsStore } from '../../../src/adapters/db/analytics-store.ts';
import { homeStore } from '../../../src/adapters/db/home-store.ts';
import {
  createAnalyticsService,
  localDate,
  periodOf,
} from '../../../src/features/analytics/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { type History, history } from '../../support/history.ts';

const timeZone = 'America/New_York';
const now = new Date('2026-11-24T20:00:00Z');
const phone = (n: number) => `+1203555${String(n).padStart(4, '0')}`;

describe('App Home', () => {
  let database: FreshDatabase;
  let past: History;
  let campaign: string;

  beforeAll(async () => {
    database = await freshDatabase();
    past = history(database.db);
    campaign = await past.campaign();
    for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await past.person(phone(n));
    const sent = (n: number, more: object = {}) =>
      past.message({ phone: phone(n), campaign, sentAt: '2026-11-24T15:00:00Z', ...more });
    await sent(1, { status: 'delivered', deliveredAt: '2026-11-24T15:00:09Z' });
    const answered = await sent(2);
    await past.reply(phone(2), answered, '2026-11-24T16:00:00Z');
    await sent(3, { status: 'failed', finalAt: '2026-11-24T15:02:00Z' });
    await sent(4);
    await past.reply(phone(4), null, '2026-11-24T16:30:00Z', 'opt_out');
    await past.optOut(phone(4), '2026-11-24T16:30:00Z');
    // 23:59 of the day before, and two minutes later, on the channels' clock.
    await sent(5, { sentAt: '2026-11-24T04:59:00Z' });
    await sent(6, { sentAt: '2026-11-24T05:01:00Z' });
    // What is no campaign message: an answer to an opt-out, a test, and what one of the team wrote.
    const delivered = { status: 'delivered', deliveredAt: '2026-11-24T16:30:02Z' };
    await sent(7, { purpose: 'confirmation', ...delivered });
    await sent(7, { campaign: null, ...delivered });
    await sent(9, { purpose: 'reply', ...delivered });
    // After this moment.
    await sent(8, { sentAt: '2026-11-24T20:00:01Z' });
    await past.reply(phone(8), null, '2026-11-24T21:00:00Z');
  });
  afterAll(() => database.close());

  it('counts the messages of today as the digest of the day does', async () => {
    const { today } = await homeStore(database.db).figures({ userId: 'U1', now, timeZone });
    const analytics = createAnalyticsService({ store: createAnalyticsStore(database.db) });
    const day = periodOf('day', localDate(now, timeZone), timeZone);
    const { totals } = await analytics.figures(day, now);
    expect(today).toEqual(totals);
    expect(today).toMatchObject({ sent: 5, delivered: 2, replies: 1, optOuts: 1 });
  });

  it('counts the replies of a campaign while it runs, and only its own messages', async () => {
    await database.db.pool.query(
      `update phone_communications set replied_at = '2026-11-24T16:00:00Z', status = 'replied'
        where phone = $1 and purpose = 'marketing'`,
      [phone(2)],
    );
    // A second message to somebody makes no second person.
    await database.db.pool.query(
      `insert into phone_communications (campaign_id, type, direction, status, phone, step, sent_at, delivered_at)
       select campaign_id, type, direction, 'delivered', phone, 2, sent_at, sent_at
         from phone_communications where phone = $1 and purpose = 'marketing'`,
      [phone(2)],
    );
    const { live } = await homeStore(database.db).figures({ userId: 'U1', now, timeZone });
    expect(live).toMatchObject([{ people: 7, finished: 7, delivered: 2, failed: 1, responses: 1 }]);
  });
});
