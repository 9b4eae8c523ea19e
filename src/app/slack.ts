import { homeStore } from '../adapters/db/home-store.ts';
import { createReportStore } from '../adapters/db/report-store.ts';
import { createSlackPostStore } from '../adapters/db/slack-post-store.ts';
import { slackAlertDesk } from '../adapters/slack/alerts/alert-desk.ts';
import type { Slack } from '../adapters/slack/app.ts';
import { registerCampaigns } from '../adapters/slack/campaigns/handlers.ts';
import { createCampaignOutbox } from '../adapters/slack/campaigns/outbox.ts';
import { registerCompliance } from '../adapters/slack/compliance/handlers.ts';
import { bulkCommands, registerBulk } from '../adapters/slack/contact-bulk/handlers.ts';
import { registerCard } from '../adapters/slack/contact-card/card-handlers.ts';
import { showCommand } from '../adapters/slack/contact-card/show-command.ts';
import { registerContacts } from '../adapters/slack/contacts/handlers.ts';
import { registerConversations } from '../adapters/slack/conversations/handlers.ts';
import { slackReplyDesk } from '../adapters/slack/conversations/reply-desk.ts';
import { registerFly } from '../adapters/slack/fly/handlers.ts';
import { registerTeam } from '../adapters/slack/fly/team-handlers.ts';
import { registerHome } from '../adapters/slack/home/handlers.ts';
import { registerLeadScore, scoreCommand } from '../adapters/slack/lead-score/handlers.ts';
import { createPoster } from '../adapters/slack/poster.ts';
import { registerReports } from '../adapters/slack/reports/handlers.ts';
import { createDigestPublisher } from '../adapters/slack/reports/publisher.ts';
import type { ChartRenderer } from '../features/reports/index.ts';
import { createReportService } from '../features/reports/index.ts';
import { realClock } from '../shared/clock.ts';
import { monthStart } from './nightly-check.ts';
import type { Services } from './services.ts';
import type { Storage } from './storage.ts';
import type { World } from './world.ts';

export type SlackParts = {
  slack: Slack;
  services: Services;
  storage: Storage;
  world: World;
  charts: ChartRenderer;
  timeZone: string;
  runner: string;
};

/** Hangs every feature on Slack, and hands back what works towards Slack by itself. */
export function registerSlack(parts: SlackParts) {
  const { slack, services, storage, world, charts, timeZone, runner } = parts;
  const { simulated } = world;
  const { clock } = storage;
  const { channels } = world.slack;
  const poster = createPoster({
    clients: slack.clients,
    store: createSlackPostStore(storage.db),
    log: slack.log,
  });
  const home = { home: homeStore(storage.db), simulated };
  const outbox = createCampaignOutbox({
    slack,
    poster,
    news: services.news,
    campaigns: services.campaignStore,
    approvals: services.approvals,
    control: services.control,
    clock,
    channels,
    simulated,
  });
  const reports = createReportService({
    analytics: services.analytics,
    store: createReportStore(storage.db),
    publisher: createDigestPublisher({
      poster,
      charts,
      words: slack.channelReader,
      log: slack.log,
    }),
    clock,
    realClock,
    settings: { timeZone, channel: channels.digest, simulated, runner },
  });
  registerFly(slack, home);
  registerTeam(slack);
  registerHome(slack, home);
  registerCompliance(slack, services);
  registerConversations(slack, services);
  const contacts = registerContacts(
    slack,
    {
      ...services,
      monthStart: () => monthStart(clock.now(), timeZone),
      pictures: { charts, poster },
      find: { ...services, charts, poster },
    },
    {
      show: showCommand(slack, services),
      score: scoreCommand(services.scores),
      ...bulkCommands(services),
    },
  );
  registerCard(slack, services);
  registerLeadScore(slack, services.scores);
  const bulks = registerBulk(slack, services);
  registerCampaigns(slack, {
    ...services,
    outbox,
    simulated,
    today: () => clock.now(),
    choices: async () => {
      const [states, named, savedFilters] = await Promise.all([
        services.contacts.statesWithCounts(),
        services.contacts.segmentsAndTags(),
        services.savedFilters.list(),
      ]);
      return { states, ...named, savedFilters };
    },
  });
  registerReports(slack, { reports, poster, timeZone });
  const replyDesk = slackReplyDesk({
    poster,
    channel: channels.replies,
    words: slack.channelReader,
  });
  const replies = () => services.conversations.announce(replyDesk, clock.now());
  const alertDesk = slackAlertDesk({
    poster,
    channel: channels.alerts,
    words: slack.channelReader,
  });
  const alerts = () => services.alerts.announce(alertDesk);
  return { contacts, bulks, outbox, reports, replies, alerts };
}
