import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { parse } from 'yaml';
import { createNewsStore } from '../../src/adapters/db/campaign-news-store.ts';
import { createCampaignStore } from '../../src/adapters/db/campaign-store.ts';
import { contactStore } from '../../src/adapters/db/contact-store.ts';
import type { Database } from '../../src/adapters/db/database.ts';
import { savedFilterStore } from '../../src/adapters/db/saved-filter-store.ts';
import { createSlackPostStore } from '../../src/adapters/db/slack-post-store.ts';
import { teamStore } from '../../src/adapters/db/team-store.ts';
import { createWhyStore } from '../../src/adapters/db/why-store.ts';
import { sandboxChannels, sandboxPeople } from '../../src/adapters/sandbox/slack/cast.ts';
import { sandboxPerson } from '../../src/adapters/sandbox/slack/client.ts';
import { readManifest } from '../../src/adapters/sandbox/slack/manifest.ts';
import { createWorkspace } from '../../src/adapters/sandbox/slack/workspace.ts';
import { createSlackApp, type Slack } from '../../src/adapters/slack/app.ts';
import { registerCampaigns } from '../../src/adapters/slack/campaigns/handlers.ts';
import {
  type CampaignOutbox,
  createCampaignOutbox,
} from '../../src/adapters/slack/campaigns/outbox.ts';
import { createClients } from '../../src/adapters/slack/clients.ts';
import { slackDirectory } from '../../src/adapters/slack/directory.ts';
import { createPoster } from '../../src/adapters/slack/poster.ts';
import type { Poster } from '../../src/adapters/slack/posting.ts';
import { createWords } from '../../src/adapters/slack/words/words.ts';
import {
  type ApprovalService,
  type CampaignStore,
  type ControlService,
  createApprovalService,
  createControlService,
  createDraftService,
  type DraftService,
  type NewsStore,
} from '../../src/features/campaigns/index.ts';
import { createWhyService } from '../../src/features/delivery/index.ts';
import { createTeamService, type TeamService } from '../../src/features/team/index.ts';
import { realClock } from '../../src/shared/clock.ts';
import { freshDatabase } from './database.ts';
import { aWorker, memoryCarrier, stoppedClock } from './delivery.ts';
import { oldWindow } from './old-window.ts';

const signingSecret = 'a-signing-secret-of-this-test';
const botToken = 'xoxb-of-this-test';

export type LogLine = { level: string; text: string } & Record<string, unknown>;

/**
 * The campaigns' part of the product between a pretend Slack workspace, which enforces Slack's
 * limits and signs what it sends, and a real database. The product clock stands still until moved.
 */
export async function campaignDesk(register: (parts: DeskParts) => void = () => {}) {
  const fresh = await freshDatabase();
  const { db } = fresh;
  const clock = stoppedClock();
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const workspace = await createWorkspace({
    appUrl: baseUrl,
    baseUrl,
    botToken,
    signingSecret,
    app: readManifest(parse(readFileSync('manifest.yml', 'utf8'))),
    people: Object.values(sandboxPeople),
    channels: Object.values(sandboxChannels),
    log: { info: () => {}, warn: () => {} },
    fileProcessingMs: 0,
    rateLimits: { postsPerSecond: 1_000, postsBurst: 1_000, tier3: 10_000, tier4: 10_000 },
  });
  web.use(workspace.router);

  const log: LogLine[] = [];
  const write = (level: string) => (fields: object, text: string) =>
    void log.push({ level, text, ...fields });
  const quietLog = {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  };
  const clients = createClients({ token: botToken, apiUrl: workspace.apiUrl });
  const directory = slackDirectory(clients.quick);
  const team = createTeamService({ directory, clock, store: teamStore(db) });
  await team.seed(
    Object.values(sandboxPeople).map(({ id, title }) => ({ userId: id, role: title })),
  );
  const slack = createSlackApp({
    door: { kind: 'http', signingSecret, express: web },
    clients,
    directory,
    team,
    words: createWords(),
    clock,
    log: quietLog,
    channel: { locale: 'en', timeZone: 'America/New_York' },
    seen: { firstTime: async () => true },
  });
  const poster = createPoster({ clients, store: createSlackPostStore(db), log: quietLog });

  const jobs: { campaignId: string; version: number }[] = [];
  const store = createCampaignStore(db);
  const needs = { store, team, clock, realClock };
  const approvals = createApprovalService(needs);
  const control = createControlService(needs);
  const drafts = createDraftService({
    ...needs,
    timeZone: 'America/New_York',
    jobs: {
      enqueue: async (_, payload) =>
        void jobs.push(payload as { campaignId: string; version: number }),
    },
  });
  const news = createNewsStore(db);
  const outbox = createCampaignOutbox({
    slack,
    poster,
    news,
    campaigns: store,
    approvals,
    control,
    clock,
    channels: { approvals: sandboxChannels.approvals.id, alerts: sandboxChannels.alerts.id },
    simulated: true,
  });
  const contacts = contactStore(db);
  const { carrier } = memoryCarrier();
  const { watch } = aWorker(db, carrier, clock, { team });
  const parts: DeskParts = {
    db,
    clock,
    team,
    store,
    approvals,
    control,
    drafts,
    news,
    outbox,
    poster,
    slack,
  };
  registerCampaigns(slack, {
    ...parts,
    watch,
    why: createWhyService({ store: createWhyStore(db), clock }),
    simulated: true,
    today: () => clock.now(),
    choices: async () => ({
      states: await contacts.statesWithCounts({}),
      ...(await contacts.segmentsAndTags()),
      savedFilters: await savedFilterStore(db).list(),
    }),
  });
  register(parts);
  await slack.init();

  const person = (who: keyof typeof sandboxPeople) => sandboxPerson(baseUrl, sandboxPeople[who].id);
  const ana = person('ana');

  return {
    ...parts,
    log,
    ana,
    marcus: person('marcus'),
    vera: person('vera'),
    press: oldWindow({ url: baseUrl, signingSecret }),
    alex: person('alex'),
    /** What a worker would do: stages what was submitted, posts what happened. */
    async work(): Promise<void> {
      for (const { campaignId, version } of jobs.splice(0)) {
        await approvals.stage(campaignId, version);
      }
      await control.advance();
      await outbox.postNews();
      await outbox.refreshCards();
    },
    jobs,
    /** What somebody saw go wrong, and what the app logged as its own fault. */
    async wrong(): Promise<string[]> {
      const { faults } = await ana.state();
      return [
        ...faults.map(({ kind, detail }) => `${kind}: ${detail}`),
        ...log.filter(({ level }) => level === 'error').map((line) => JSON.stringify(line)),
      ];
    },
    async close(): Promise<void> {
      await workspace.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await fresh.close();
    },
  };
}

export type CampaignDesk = Awaited<ReturnType<typeof campaignDesk>>;

export type DeskParts = {
  db: Database;
  clock: ReturnType<typeof stoppedClock>;
  team: TeamService;
  store: CampaignStore;
  approvals: ApprovalService;
  control: ControlService;
  drafts: DraftService;
  news: NewsStore;
  outbox: CampaignOutbox;
  poster: Poster;
  slack: Slack;
};
