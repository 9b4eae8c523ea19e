import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChartRenderer } from '../../../../src/adapters/charts/renderer.ts';
import { createAnalyticsStore } from '../../../../src/adapters/db/analytics-store.ts';
import { homeStore } from '../../../../src/adapters/db/home-store.ts';
import { createReportStore } from '../../../../src/adapters/db/report-store.ts';
import { createSlackPostStore } from '../../../../src/adapters/db/slack-post-store.ts';
import { sandboxChannels } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { textOf } from '../../../../src/adapters/sandbox/slack/client.ts';
import type { Message } from '../../../../src/adapters/sandbox/slack/page-contract.ts';
import { registerHome } from '../../../../src/adapters/slack/home/handlers.ts';
import { createPoster } from '../../../../src/adapters/slack/poster.ts';
import { registerReports } from '../../../../src/adapters/slack/reports/handlers.ts';
import { createDigestPublisher } from '../../../../src/adapters/slack/reports/publisher.ts';
import { createAnalyticsService } from '../../../../src/features/analytics/index.ts';
import { createReportService } from '../../../../src/features/reports/index.ts';
import { realClock } from '../../../../src/shared/clock.ts';
import { aBusyTuesday } from '../../../support/busy-tuesday.ts';
import { decode } from '../../../support/pictures.ts';
import { type SlackWorld, slackWorld } from '../../../support/slack-world.ts';

const timeZone = 'America/New_York';
const charts = createChartRenderer();
let world: SlackWorld;

beforeAll(async () => {
  world = await slackWorld({ now: new Date('2026-11-25T13:40:00Z') });
  const { slack, db, clock, log } = world;
  await aBusyTuesday(db);
  const poster = createPoster({
    clients: slack.clients,
    store: createSlackPostStore(db),
    log: slack.log,
  });
  const publisher = createDigestPublisher({
    poster,
    charts,
    words: slack.channelReader,
    log: slack.log,
  });
  const reports = createReportService({
    analytics: createAnalyticsService({ store: createAnalyticsStore(db) }),
    store: createReportStore(db),
    publisher,
    clock,
    realClock,
    settings: { timeZone, channel: sandboxChannels.digest.id, simulated: true, runner: 'test' },
  });
  registerReports(slack, { reports, poster, timeZone });
  registerHome(slack, { home: homeStore(db), simulated: true });
  await world.start();
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
});
afterAll(async () => {
  await charts.close();
  await world.close();
});

describe('/report in a whole workspace', () => {
  const chartsIn = (message: Message) =>
    Promise.all(
      message.blocks.flatMap((block) =>
        block.type === 'image' && 'slack_file' in block && 'id' in block.slack_file
          ? [chart(block.slack_file.id, block.title?.text ?? '', block.alt_text)]
          : [],
      ),
    );
  async function chart(id: string, name: string, altText: string) {
    const url = `/sandbox/api/files/${id}/chart.png`;
    const file = { id, name, url, mimetype: 'image/png', size: 0, altText };
    return { name, altText, png: await world.vera.download(file) };
  }
  const inChannel = () => world.vera.messages(sandboxChannels.digest.id);

  it('posts the digest of a day with its two charts, and tells the asker where', async () => {
    const { vera } = world;
    const asked = await vera.command('general', '/report daily ontem');
    expect(asked.ok).toBe(true);
    const digest = await vera.waitForMessage(
      sandboxChannels.digest.id,
      (m) => m.user === null,
      20_000,
    );
    expect(digest.text).toContain('3,200 (100% of all handed to the carrier)');
    expect(digest.text).toContain('CT: 8,752 contacts');
    expect(digest.text).toContain('Simulated carrier');
    expect(textOf(digest.blocks)).toContain('Daily digest: Tue, Nov 24, 2026');
    const pictures = await chartsIn(digest);
    expect(pictures.map(({ name }) => name)).toEqual([
      'Sends, deliveries and replies by hour',
      'Contacts and response rate by state',
    ]);
    for (const { png, altText } of pictures) {
      expect((await decode(png)).width).toBe(2000);
      expect(altText).toMatch(/810 sent|CT: 8,752 contacts/);
    }
    const answer = await vera.waitForMessage('general', (m) => m.ephemeralTo !== null, 20_000);
    expect(answer.text).toContain('O resumo de ter., 24 de nov. está em');
    expect(answer.text).toContain('|abrir>');
  });

  it('answers the second one with the same link, and posts nothing', async () => {
    const { marcus } = world;
    await marcus.command('general', '/report daily 2026-11-24');
    const answer = await marcus.waitForMessage('general', (m) => m.ephemeralTo !== null, 20_000);
    expect(answer.text).toContain('is complete and stands in');
    expect(await inChannel()).toHaveLength(1);
  });

  it('answers the button of App Home in a modal, for today', async () => {
    const { vera } = world;
    await vera.openHome();
    await vera.waitForHome((home) => textOf(home).includes('Vera'), 20_000);
    const clicked = await vera.click('reports.daily', 'home');
    expect(clicked.fault).toBeUndefined();
    const view = await vera.waitForView(
      (open) => textOf(open.view).includes('Até agora nada foi enviado'),
      20_000,
    );
    expect(textOf(view.view)).toContain('qua., 25 de nov.');
    expect(await inChannel()).toHaveLength(1);
  });

  it.each([
    ['/report', 'daily'],
    ['/report wekly', 'wekly'],
    ['/report daily soon', '“soon” is not a day'],
    ['/report daily 2027-01-01', 'is not here yet'],
    ['/report daily 2026-11-20', 'there is no digest'],
  ])('answers %s with a clear sentence', async (typed, expected) => {
    const { alex } = world;
    await alex.command('general', typed);
    const answer = await alex.waitForMessage(
      'general',
      (m) => m.ephemeralTo !== null && m.text.includes(expected),
      20_000,
    );
    expect(answer.text).toContain(expected);
    expect(await inChannel()).toHaveLength(1);
  });
});
