import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../../src/adapters/db/database.ts';
import { createAlertStore } from '../../../../src/adapters/db/delivery-alert-store.ts';
import { createBreakerStore } from '../../../../src/adapters/db/delivery-breaker-store.ts';
import { sandboxChannels } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { slackAlertDesk } from '../../../../src/adapters/slack/alerts/alert-desk.ts';
import {
  type AlertDesk,
  createAlertService,
  createReactionService,
} from '../../../../src/features/delivery/index.ts';
import { type CampaignDesk, campaignDesk } from '../../../support/campaign-desk.ts';
import { aRunningCampaign, aSender, phoneOf, somePeople } from '../../../support/delivery.ts';
import { type Ending, endAttempts, times } from '../../../support/finished-attempts.ts';

const minute = 60_000;

async function waitingForLocks({ db }: CampaignDesk): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0]?.n ?? 0;
}

describe('the alerts channel', () => {
  let desk: CampaignDesk;
  let id: string;
  let now: Date;
  beforeEach(async () => {
    now = new Date();
    desk = await campaignDesk();
    await aSender(desk.db);
    await somePeople(desk.db, 200);
    id = await aRunningCampaign(desk.db, { people: 200 });
  });
  afterEach(async () => {
    const wrong = await desk.wrong();
    await desk.close();
    expect(wrong).toEqual([]);
  });

  const alerts = () =>
    createAlertService({ store: createAlertStore(desk.db), realClock: { now: () => now } });
  const show = (): AlertDesk =>
    slackAlertDesk({
      poster: desk.poster,
      channel: sandboxChannels.alerts.id,
      words: desk.slack.channelReader,
    });
  const announce = () => alerts().announce(show());
  const said = async () => (await desk.marcus.messages('alerts')).map(({ text }) => text);
  const opened = async () => (await desk.db.prisma()).carrierAlert.count();
  const ended = async (...endings: Ending[]) => {
    await endAttempts(desk.db, id, endings, { at: desk.clock.now(), realAt: now });
    desk.clock.advance(endings.length * 1_000);
    now = new Date(now.getTime() + 1);
  };
  const later = (ms: number) => {
    now = new Date(now.getTime() + ms);
  };

  it('hears once of a code what happened, in which campaign, and what to do', async () => {
    await ended(...times(3, 'failed 30034'));
    await Promise.all([announce(), announce(), announce()]);
    expect(await opened()).toBe(1);
    expect(await said()).toEqual([
      [
        '*Our number is not registered for campaigns* (code 30034)',
        '3 messages within an hour, in Verão.',
        'What now: The campaigns are paused. Finish the registration at the carrier (10DLC, or the toll-free verification), then resume them: their messages wait.',
      ].join('\n'),
    ]);
  });

  it('is one message also when several processes notice at the same moment', async () => {
    await ended('failed 30034');
    const store = createAlertStore(desk.db);
    const opening = await inTransaction(desk.db, async (sql) => {
      await sql.query('lock table carrier_alerts in exclusive mode');
      const all = Array.from({ length: 8 }, () => store.open(['30034'], now));
      await expect.poll(() => waitingForLocks(desk)).toBe(8);
      return all;
    });
    await Promise.all(opening);
    expect(await opened()).toBe(1);
  });

  it('keeps one message current for an hour, and begins another after that', async () => {
    await ended('failed 30023');
    await announce();
    later(50 * minute);
    await ended(...times(4, 'failed 30023'));
    await announce();
    expect(await said()).toHaveLength(1);
    expect((await said())[0]).toContain('5 messages within an hour');
    later(9 * minute);
    await announce();
    later(2 * minute);
    await announce();
    expect(await said()).toHaveLength(1);
    await ended('failed 30023');
    await announce();
    expect(await said()).toHaveLength(2);
    expect((await said())[1]).toContain('1 message within an hour');
    expect((await said())[0]).toContain('5 messages within an hour');
    expect(await opened()).toBe(2);
  });

  it('tells each code apart, and of nothing that needs nobody', async () => {
    await ended('refused 21408', 'failed 30034', 'failed 30003', 'failed 30005', 'refused 21610');
    await announce();
    const told = await said();
    expect(told).toHaveLength(2);
    expect(told.join('\n')).toContain('Countries: United States.');
  });

  it('knows a refused account by its status where no code came with it', async () => {
    await ended('refused 99999', 'refused 21610');
    await desk.db.pool.query('update delivery_attempts set http_status = 401');
    await announce();
    expect(await said()).toHaveLength(1);
    expect((await said())[0]).toMatch(
      /^\*The carrier refuses our account\* \(code 20003\)\n1 message /,
    );
  });

  it('asks for a look at people who are blocked, without their numbers', async () => {
    await ended(...times(12, 'failed 30004'));
    await announce();
    const [text = ''] = await said();
    expect(text).toContain('+1 (203) •••-0000');
    expect(text).toContain('and 2 more');
    expect(text).not.toContain(phoneOf(0));
    expect(text).toContain('Please look at each of them');
  });

  it('hears later of what Slack did not take at first, and of each code by itself', async () => {
    await ended('failed 30034', 'failed 30023');
    let broken = '';
    const halfBroken: AlertDesk = {
      show: async (notice) => {
        broken ||= notice.code;
        if (notice.code === broken) throw new Error('Slack is away');
        await show().show(notice);
      },
    };
    await expect(alerts().announce(halfBroken)).rejects.toThrow('Slack is away');
    expect(await said()).toHaveLength(1);
    expect(await said()).not.toContain(broken);
    later(3 * 60 * minute);
    await announce();
    expect((await said()).filter((text) => text.includes(broken))).toHaveLength(1);
    expect(await said()).toHaveLength(2);
  });

  it('hears of a tripped breaker once, with its figures, as the campaign’s thread does', async () => {
    const reactions = createReactionService({
      store: createBreakerStore(desk.db),
      campaigns: desk.control,
      contacts: { markUnreachable: async () => 0 },
      realClock: { now: () => now },
    });
    await desk.db.pool.query('update phone_campaigns set version = 0');
    await desk.work();
    await ended(...times(80, 'delivered'), ...times(6, 'failed 30007'));
    await Promise.all([reactions.checkBreakers(), reactions.checkBreakers()]);
    await desk.work();
    await desk.work();
    const line =
      'The app paused it: carriers take too many of its messages for spam (6 of the last 86: 7%). Change the text, or check the sender’s registration, before it is resumed.';
    const told = await said();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^\*Verão\*\n/);
    expect(told[0]).toContain(line);
    const card = await desk.marcus.waitForMessage('approvals', ({ text }) =>
      text.includes('Paused: carriers take too many of its messages for spam'),
    );
    const thread = await desk.marcus.messages('approvals', card.ts);
    expect(thread.filter(({ text }) => text.includes(line))).toHaveLength(1);

    await desk.control.resume(id, desk.marcus.id);
    expect(await reactions.checkBreakers()).toEqual([]);
    await desk.work();
    expect(await said()).toHaveLength(1);
  });
});
