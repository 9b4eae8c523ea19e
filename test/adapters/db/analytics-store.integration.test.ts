import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnalyticsStore } from '../../../src/adapters/db/analytics-store.ts';
import {
  type AnalyticsService,
  createAnalyticsService,
  periodOf,
} from '../../../src/features/analytics/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { type History, history } from '../../support/history.ts';

const zone = 'America/New_York';
const tuesday = periodOf('day', '2026-11-24', zone);
const nextMorning = new Date('2026-11-25T13:30:00Z');

let database: FreshDatabase;
let past: History;
let analytics: AnalyticsService;

beforeEach(async () => {
  database = await freshDatabase();
  past = history(database.db);
  analytics = createAnalyticsService({ store: createAnalyticsStore(database.db) });
});
afterEach(() => database.close());

const figures = (period = tuesday, asOf = nextMorning) => analytics.figures(period, asOf);
const phone = (n: number) => `+1203555${String(n).padStart(4, '0')}`;

/** One campaign message of Tuesday 10:00 in New York to a new person. */
async function sent(n: number, campaign: string, more: object = {}, state = 'CT') {
  await past.person(phone(n), state);
  return past.message({
    phone: phone(n),
    campaign,
    sentAt: '2026-11-24T15:00:00Z',
    ...more,
  });
}

const delivered = { status: 'delivered', deliveredAt: '2026-11-24T15:00:09Z' };

describe('the figures of a day', () => {
  it('are zero and without shares on an empty database', async () => {
    const { totals, rates, conversionsTracked, states, campaigns } = await figures();
    expect(totals.sent).toBe(0);
    expect(rates.delivered.share).toBeNull();
    expect(totals.spend.toString()).toBe('0');
    expect(conversionsTracked).toBe(false);
    expect([states, campaigns]).toEqual([[], []]);
  });

  it('count each message once, by what became of it', async () => {
    const campaign = await past.campaign();
    await sent(1, campaign, { ...delivered, cost: '0.0079', segments: 3 });
    await sent(2, campaign, { status: 'read', deliveredAt: '2026-11-24T15:01:00Z' });
    await sent(3, campaign);
    await sent(4, campaign, { status: 'failed', finalAt: '2026-11-24T15:02:00Z' });
    await sent(5, campaign, {
      status: 'failed',
      sentAt: null,
      calledAt: '2026-11-24T15:00:00Z',
      finalAt: '2026-11-24T15:00:00Z',
      outcome: 'refused',
    });
    await sent(6, campaign, {
      status: 'unconfirmed',
      sentAt: null,
      calledAt: '2026-11-24T15:00:00Z',
      outcome: 'unconfirmed',
    });
    const { totals } = await figures();
    expect(totals).toMatchObject({
      sent: 4,
      delivered: 2,
      failed: 2,
      refused: 1,
      unconfirmed: 1,
      segments: 6,
    });
    expect(totals.spend.toString()).toBe('0.0575');
    expect(totals.unsettled.toString()).toBe('0.0496');
  });

  it('end and begin at midnight in the zone, to the millisecond', async () => {
    const campaign = await past.campaign();
    await sent(1, campaign, { sentAt: '2026-11-24T04:59:59.999Z' });
    await sent(2, campaign, { sentAt: '2026-11-24T05:00:00Z' });
    await sent(3, campaign, { sentAt: '2026-11-25T04:59:59.999Z' });
    await sent(4, campaign, { sentAt: '2026-11-25T05:00:00Z' });
    const { totals, previous, timeline } = await figures();
    expect([totals.sent, previous.totals.sent]).toEqual([2, 1]);
    expect(timeline.map(({ sends }) => sends)).toEqual([1, ...Array(22).fill(0), 1]);
  });

  it('leave out what is no campaign message', async () => {
    await past.person(phone(1));
    await past.message({ phone: phone(1), sentAt: '2026-11-24T15:00:00Z', purpose: 'help' });
    await past.message({ phone: phone(1), sentAt: '2026-11-24T15:00:00Z' });
    const { totals } = await figures();
    expect(totals.sent).toBe(0);
    expect(totals.spend.toString()).toBe('0.0248');
  });

  it('count replies of that day’s messages as a share, and all that came in beside it', async () => {
    const campaign = await past.campaign();
    const first = await sent(1, campaign, delivered);
    const second = await sent(2, campaign, delivered);
    const older = await sent(3, campaign, { sentAt: '2026-11-20T15:00:00Z', status: 'delivered' });
    await past.reply(phone(1), first, '2026-11-24T16:00:00Z');
    await past.reply(phone(1), first, '2026-11-24T16:05:00Z');
    await past.reply(phone(2), second, '2026-11-25T06:00:00Z');
    await past.reply(phone(3), older, '2026-11-24T17:00:00Z');
    const { totals, rates } = await figures();
    expect(rates.replied).toEqual({ n: 2, of: 2, share: 1 });
    expect(totals.replies).toBe(3);
  });

  it('believe a reply where the receipt was lost', async () => {
    const campaign = await past.campaign();
    const message = await sent(1, campaign, { status: 'replied' });
    await past.reply(phone(1), message, '2026-11-24T16:00:00Z');
    expect((await figures()).rates.replied).toEqual({ n: 1, of: 1, share: 1 });
  });

  it('count an opt-out for the last message before it, and never as a reply', async () => {
    const campaign = await past.campaign();
    const other = await past.campaign('Inverno');
    const message = await sent(1, campaign, delivered);
    await past.message({ phone: phone(1), campaign: other, sentAt: '2026-11-20T15:00:00Z' });
    await past.reply(phone(1), message, '2026-11-24T16:00:00Z', 'opt_out');
    await past.optOut(phone(1), '2026-11-24T16:00:00Z');
    await sent(2, campaign, delivered);
    await past.optOut(phone(2), '2026-11-24T18:00:00Z', 'dnc-national');
    await sent(3, campaign, delivered);
    await past.optOut(phone(3), '2026-11-24T18:00:00Z', 'opt-out', 'import');
    const { totals, campaigns } = await figures();
    expect(totals).toMatchObject({ optedOut: 1, optOuts: 1, replied: 0, replies: 0 });
    expect(campaigns.map(({ name, optedOut }) => [name, optedOut])).toEqual([['Verão', 1]]);
  });

  it('count a conversion once anybody records them', async () => {
    const campaign = await past.campaign();
    await sent(1, campaign, delivered);
    await past.conversion(phone(1), campaign, '2026-11-24T20:00:00Z');
    await past.conversion(phone(1), campaign, '2026-11-24T21:00:00Z');
    const { rates, conversionsTracked } = await figures();
    expect(conversionsTracked).toBe(true);
    expect(rates.converted).toEqual({ n: 1, of: 1, share: 1 });
  });

  it('know nothing of the future, and compare with the day before at the same age', async () => {
    const campaign = await past.campaign();
    const message = await sent(1, campaign, {
      status: 'delivered',
      deliveredAt: '2026-11-24T15:30:00Z',
    });
    await past.reply(phone(1), message, '2026-11-24T18:00:00Z');
    for (const [n, at] of [
      [2, '2026-11-23T14:00:00Z'],
      [3, '2026-11-23T18:00:00Z'],
    ] as const) {
      await sent(n, campaign, { sentAt: at, deliveredAt: at, status: 'delivered' });
    }
    const atNoon = await figures(tuesday, new Date('2026-11-24T15:15:00Z'));
    expect(atNoon.complete).toBe(false);
    expect(atNoon.totals).toMatchObject({ sent: 1, delivered: 0, replied: 0, replies: 0 });
    expect(atNoon.previous.totals.sent).toBe(1);
    expect(atNoon.timeline.reduce((sum, { replies }) => sum + replies, 0)).toBe(0);
    const later = await figures();
    expect(later.totals).toMatchObject({ sent: 1, delivered: 1, replied: 1 });
    expect(later.previous.totals.sent).toBe(2);
  });

  it('are told by state and by campaign, and add up to the whole', async () => {
    const summer = await past.campaign('Verão');
    const winter = await past.campaign('Inverno', 'completed');
    const one = await sent(1, summer, { ...delivered, cost: '0.01' }, 'CT');
    await sent(2, summer, delivered, 'FL');
    await sent(3, winter, { status: 'failed', finalAt: '2026-11-24T15:02:00Z' }, 'FL');
    await past.reply(phone(1), one, '2026-11-24T16:00:00Z');
    await past.person(phone(4), 'FL');
    await past.person(phone(5), 'TX', { erased: true });
    const { states, campaigns, totals } = await figures();
    expect(states).toEqual([
      { state: 'FL', contacts: 3, delivered: 1, replied: 0 },
      { state: 'CT', contacts: 1, delivered: 1, replied: 1 },
    ]);
    expect(campaigns.map(({ name, sent: n, failed }) => [name, n, failed])).toEqual([
      ['Verão', 2, 0],
      ['Inverno', 1, 1],
    ]);
    const spend = campaigns.reduce(
      (sum, campaign) => campaign.spend.plus(sum),
      totals.spend.minus(totals.spend),
    );
    expect(spend.toString()).toBe(totals.spend.toString());
  });
});

describe('the timeline', () => {
  it.each([
    ['2026-03-08', 23, '2026-03-08T07:30:00Z', 2],
    ['2026-11-01', 25, '2026-11-01T06:30:00Z', 2],
  ])('has an hour for each hour of %s', async (date, count, at, hour) => {
    const campaign = await past.campaign();
    await sent(1, campaign, { sentAt: at, deliveredAt: at, status: 'delivered' });
    const day = periodOf('day', date, zone);
    const { timeline } = await figures(day, new Date('2026-12-01T00:00:00Z'));
    expect(timeline).toHaveLength(count);
    expect(timeline.findIndex(({ sends }) => sends === 1)).toBe(hour);
    expect(timeline.findIndex(({ deliveries }) => deliveries === 1)).toBe(hour);
  });

  it('puts each thing where it happened: a message of one hour is delivered and answered in others', async () => {
    const campaign = await past.campaign();
    const message = await sent(1, campaign, {
      status: 'delivered',
      deliveredAt: '2026-11-24T16:01:00Z',
    });
    await past.reply(phone(1), message, '2026-11-24T19:00:00Z');
    const { timeline } = await figures();
    const at = (what: 'sends' | 'deliveries' | 'replies') =>
      timeline.findIndex((bucket) => bucket[what] > 0);
    expect([at('sends'), at('deliveries'), at('replies')]).toEqual([10, 11, 14]);
    expect(timeline[10]?.start.toISOString()).toBe('2026-11-24T15:00:00.000Z');
  });

  it('has days for a week', async () => {
    const campaign = await past.campaign();
    await sent(1, campaign);
    const { timeline } = await figures(periodOf('week', '2026-11-24', zone));
    expect(timeline.map(({ sends }) => sends)).toEqual([0, 1, 0, 0, 0, 0, 0]);
  });
});

describe('the dashboard', () => {
  it('counts people by state, campaigns that run, today, and 30 days of responses against 30', async () => {
    const now = new Date('2026-11-24T20:00:00Z');
    const campaign = await past.campaign('Verão', 'running');
    await past.campaign('Outono', 'paused');
    const message = await sent(1, campaign, delivered, 'CT');
    await past.reply(phone(1), message, '2026-11-24T16:00:00Z');
    await sent(2, campaign, { ...delivered, sentAt: '2026-10-26T04:00:00Z' }, 'FL');
    await sent(
      3,
      campaign,
      { sentAt: '2026-10-25T15:00:00Z', deliveredAt: '2026-10-25T15:00:05Z', status: 'delivered' },
      'FL',
    );
    await past.person(phone(4), 'CT', { validated: true });
    await past.person(phone(5), 'CT', { erased: true });
    const dashboard = await analytics.dashboard(now, zone);
    expect(dashboard.contacts).toMatchObject({ total: 4, validated: 1 });
    expect(dashboard.contacts.byState.map(({ state, total }) => [state, total])).toEqual([
      ['CT', 2],
      ['FL', 2],
    ]);
    expect(dashboard.activeCampaigns).toBe(1);
    expect(dashboard.today).toMatchObject({ sent: 1, delivered: 1, replies: 1 });
    expect(dashboard.responseRates).toEqual([
      { channel: 'sms', rate: { n: 1, of: 2, share: 0.5 }, trend: 'up' },
    ]);
  });
});
