import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnalyticsStore } from '../../../src/adapters/db/analytics-store.ts';
import { createReportStore } from '../../../src/adapters/db/report-store.ts';
import { createSlackPostStore } from '../../../src/adapters/db/slack-post-store.ts';
import { createPoster } from '../../../src/adapters/slack/poster.ts';
import { createDigestPublisher } from '../../../src/adapters/slack/reports/publisher.ts';
import { createWords } from '../../../src/adapters/slack/words/words.ts';
import { createAnalyticsService } from '../../../src/features/analytics/index.ts';
import {
  type ChartRenderer,
  createReportService,
  type DigestPublisher,
  type ReportStore,
} from '../../../src/features/reports/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { type History, history } from '../../support/history.ts';
import { type SlackChannels, slackChannels } from '../../support/slack-channel.ts';

const timeZone = 'America/New_York';
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

let database: FreshDatabase;
let slack: SlackChannels;
let past: History;
let now: Date;
let realNow: Date;

beforeEach(async () => {
  database = await freshDatabase();
  slack = await slackChannels();
  past = history(database.db);
  now = new Date('2026-11-24T20:42:00Z');
  realNow = new Date('2026-11-22T12:00:00Z');
});
afterEach(async () => {
  await slack.close();
  await database.close();
});

const pictures: Pick<ChartRenderer, 'timeline' | 'stateMap'> = {
  timeline: async () => Buffer.from('hours'),
  stateMap: async () => Buffer.from('states'),
};

/** A process of its own on the same database and workspace. */
function runner({
  charts = pictures,
  store = {},
  around = (publisher) => publisher,
  channel = 'C1',
}: {
  charts?: Pick<ChartRenderer, 'timeline' | 'stateMap'>;
  store?: Partial<ReportStore>;
  around?: (publisher: DigestPublisher) => DigestPublisher;
  channel?: string | null;
} = {}) {
  const poster = createPoster({
    clients: slack.clients,
    store: createSlackPostStore(database.db),
    log: quiet,
    clock: { now: () => realNow },
    patience: { sleep: async () => {} },
  });
  const words = createWords().in('en', timeZone);
  return createReportService({
    analytics: createAnalyticsService({ store: createAnalyticsStore(database.db) }),
    store: { ...createReportStore(database.db), ...store },
    publisher: around(createDigestPublisher({ poster, charts, words, log: quiet })),
    clock: { now: () => now },
    realClock: { now: () => realNow },
    settings: { timeZone, channel, simulated: true, runner: 'test' },
  });
}

async function aBusyDay(at = '2026-11-24T15:00:00Z', phone = '+12035550101') {
  await past.person(phone);
  const campaign = await past.campaign();
  await past.message({ phone, campaign, status: 'delivered', sentAt: at, deliveredAt: at });
}

const runs = async () => {
  const { rows } = await database.db.pool.query(
    'select period_start::text as date, status, message_ts, figures from report_runs order by 1',
  );
  return rows;
};
const wednesday = (time = '13:30:00') => new Date(`2026-11-25T${time}Z`);
const minutesLater = (n: number) => {
  realNow = new Date(realNow.getTime() + n * 60_000);
};
const killed = () => Promise.reject(new Error('killed'));

describe('a digest that somebody asks for', () => {
  it('is one message with figures and two pictures, and says that the carrier is simulated', async () => {
    await aBusyDay();
    const outcome = await runner().daily(null);
    expect(outcome).toMatchObject({
      kind: 'posted',
      date: '2026-11-24',
      channel: 'C1',
      final: false,
    });
    const [message] = slack.messages;
    expect(message?.text).toContain('1 (100% of all handed to the carrier)');
    expect(message?.text).toContain('Simulated carrier');
    expect(message?.blocks.filter(({ type }) => type === 'image')).toHaveLength(2);
    expect(slack.uploads.map(({ name }) => name).sort()).toEqual([
      'daily-2026-11-24-hours.png',
      'daily-2026-11-24-states.png',
    ]);
    expect(
      slack.uploads.every(({ altText }) => altText.includes('CT') || altText.includes('AM')),
    ).toBe(true);
  });

  it('brings the message of a day that is not over up to date instead of posting another', async () => {
    await aBusyDay();
    const first = await runner().daily(null);
    now = new Date('2026-11-24T22:00:00Z');
    await aBusyDay('2026-11-24T21:00:00Z', '+12035550102');
    const second = await runner().daily('2026-11-24');
    expect(second).toMatchObject({ kind: 'posted', ts: 'ts' in first ? first.ts : '' });
    expect(slack.messages).toHaveLength(1);
    expect(slack.messages[0]?.text).toContain('2 (100% of all handed to the carrier)');
  });

  it('leaves a complete day alone and says where it stands', async () => {
    await aBusyDay();
    now = wednesday();
    const first = await runner().daily('2026-11-24');
    expect(first).toMatchObject({ kind: 'posted', final: true });
    const again = await runner().daily('2026-11-24');
    expect(again).toMatchObject({ kind: 'there', ts: slack.messages[0]?.ts });
    expect(slack.messages).toHaveLength(1);
    expect(slack.api.callsOf('chat.update')).toHaveLength(0);
  });

  it('is nothing on an empty day', async () => {
    expect(await runner().daily(null)).toEqual({ kind: 'empty', date: '2026-11-24', final: false });
    await aBusyDay();
    now = new Date('2026-11-24T22:00:00Z');
    expect(await runner().daily(null)).toMatchObject({ kind: 'posted' });
    expect(slack.messages).toHaveLength(1);
  });

  it.each([
    ['2026-11-25', 'reports.future-day'],
    ['2026-02-30', 'reports.unknown-day'],
    ['soon', 'reports.unknown-day'],
    ['26-11-24', 'reports.unknown-day'],
  ])('refuses %s with %s', async (day, code) => {
    await expect(runner().daily(day)).rejects.toMatchObject({ code });
    expect(await runs()).toEqual([]);
  });

  it('needs a channel', async () => {
    const service = runner({ channel: null });
    await expect(service.daily(null)).rejects.toMatchObject({ code: 'reports.no-channel' });
    expect(await service.runDue()).toBeNull();
  });

  it('goes out without pictures when they cannot be drawn', async () => {
    await aBusyDay();
    const charts = {
      ...pictures,
      stateMap: () => Promise.reject(new Refusal('unavailable', 'reports.charts')),
    };
    await runner({ charts }).daily(null);
    expect(slack.messages[0]?.text).toContain('The charts could not be drawn');
    expect(slack.messages[0]?.blocks.some(({ type }) => type === 'image')).toBe(false);
  });

  it('puts the pictures in its thread when Slack shows none in blocks', async () => {
    await aBusyDay();
    const refusal = {
      error: 'invalid_blocks',
      response_metadata: {
        messages: ['[ERROR] invalid slack file [json-pointer:/blocks/4/slack_file]'],
      },
    };
    slack.troubles.push(...Array.from({ length: 5 }, () => refusal));
    await runner().daily(null);
    expect(slack.messages).toHaveLength(1);
    expect(slack.uploads.filter(({ channel }) => channel === 'C1')).toHaveLength(2);
  });
});

describe('the digest of every morning', () => {
  it('waits for its time, is posted once, and waits for the next', async () => {
    await aBusyDay();
    const service = runner();
    expect(await service.runDue()).toBeNull();
    now = wednesday();
    expect(await service.runDue()).toMatchObject({
      kind: 'posted',
      date: '2026-11-24',
      final: true,
    });
    expect(await service.runDue()).toBeNull();
    expect(slack.messages).toHaveLength(1);
    expect(slack.messages[0]?.text).not.toContain('Late');
    expect(await runs()).toMatchObject([{ date: '2026-11-24', status: 'posted' }]);
  });

  it('completes what somebody asked for during the day', async () => {
    await aBusyDay();
    const service = runner();
    await service.runDue();
    await service.daily(null);
    expect(slack.messages[0]?.text).toContain('(so far)');
    now = wednesday();
    expect(await service.runDue()).toMatchObject({ kind: 'posted', final: true });
    expect(slack.messages).toHaveLength(1);
    expect(slack.messages[0]?.text).not.toContain('(so far)');
  });

  it('is posted by one of many processes', async () => {
    await aBusyDay();
    const services = Array.from({ length: 6 }, () => runner());
    await services[0]?.runDue();
    now = wednesday();
    const outcomes = await Promise.all(services.map((service) => service.runDue()));
    expect(slack.messages).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome?.kind === 'posted')).toHaveLength(1);
  });

  it('records an empty day without a word', async () => {
    const service = runner();
    await service.runDue();
    now = wednesday();
    expect(await service.runDue()).toEqual({ kind: 'empty', date: '2026-11-24', final: true });
    expect(slack.messages).toHaveLength(0);
    expect(await runs()).toMatchObject([{ date: '2026-11-24', status: 'empty' }]);
    expect(await service.runDue()).toBeNull();
  });

  it('is made once after days without the app: the latest, marked late, the others by name', async () => {
    await aBusyDay('2026-11-27T15:00:00Z');
    const service = runner();
    await service.runDue();
    now = new Date('2026-11-28T18:00:00Z');
    expect(await service.runDue()).toMatchObject({ kind: 'posted', date: '2026-11-27' });
    expect(await service.runDue()).toBeNull();
    expect(slack.messages).toHaveLength(1);
    expect(slack.messages[0]?.text).toContain('Late: it should have been posted on Sat, Nov 28');
    expect(slack.messages[0]?.text).toContain(
      'No digest was posted for Tue, Nov 24, Wed, Nov 25, and Thu, Nov 26',
    );
  });

  it('comes later when Slack is down, and does not hammer it', async () => {
    await aBusyDay();
    const service = runner({
      around: () => ({
        publish: () => Promise.reject(new Refusal('unavailable', 'posting.slack')),
      }),
    });
    await service.runDue();
    now = wednesday();
    await expect(service.runDue()).rejects.toMatchObject({ code: 'posting.slack' });
    expect(await service.runDue()).toBeNull();
    expect(await runner().runDue()).toMatchObject({ kind: 'posted' });
    expect(slack.messages).toHaveLength(1);
  });
});

describe('a process that dies', () => {
  beforeEach(async () => {
    await aBusyDay();
    await runner().runDue();
    now = wednesday();
  });
  /** As after `kill -9`: nothing of its own is undone. */
  const corpse = { release: async () => {} };

  it.each([
    [
      'after Slack took the message',
      {
        around: (p: DigestPublisher) => ({
          publish: (r: Parameters<DigestPublisher['publish']>[0]) => p.publish(r).then(killed),
        }),
        store: corpse,
      },
    ],
    ['before it called Slack', { around: () => ({ publish: killed }), store: corpse }],
    ['before it wrote the run down', { store: { ...corpse, finish: killed } }],
    ['before it moved the schedule on', { store: { advance: killed } }],
  ])('%s leaves one message to the day', async (_moment, parts) => {
    await expect(runner(parts).runDue()).rejects.toThrow('killed');
    const next = runner();
    minutesLater(1);
    const soon = await next.runDue();
    minutesLater(5);
    const later = await next.runDue();
    expect([soon?.kind, later?.kind].filter(Boolean)).toHaveLength(1);
    expect(slack.messages).toHaveLength(1);
    expect(await runs()).toMatchObject([
      { date: '2026-11-24', status: 'posted', message_ts: slack.messages[0]?.ts },
    ]);
    expect(await next.runDue()).toBeNull();
  });

  it('between Slack and its own memory of the message leaves one message to the day', async () => {
    const store = createSlackPostStore(database.db);
    const poster = createPoster({
      clients: slack.clients,
      store: { ...store, record: killed },
      log: quiet,
      clock: { now: () => realNow },
      patience: { sleep: async () => {} },
    });
    const words = createWords().in('en', timeZone);
    const dying = runner({
      store: corpse,
      around: () => createDigestPublisher({ poster, charts: pictures, words, log: quiet }),
    });
    await expect(dying.runDue()).rejects.toThrow('killed');
    expect(slack.messages).toHaveLength(1);
    minutesLater(5);
    expect(await runner().runDue()).toMatchObject({ kind: 'posted', ts: slack.messages[0]?.ts });
    expect(slack.messages).toHaveLength(1);
  });
});
