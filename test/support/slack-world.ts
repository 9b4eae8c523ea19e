import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { parse } from 'yaml';
import { slackEventStore } from '../../src/adapters/db/slack-event-store.ts';
import { teamStore } from '../../src/adapters/db/team-store.ts';
import { sandboxChannels, sandboxPeople } from '../../src/adapters/sandbox/slack/cast.ts';
import { sandboxPerson } from '../../src/adapters/sandbox/slack/client.ts';
import { readManifest } from '../../src/adapters/sandbox/slack/manifest.ts';
import { createWorkspace } from '../../src/adapters/sandbox/slack/workspace.ts';
import { createSlackApp } from '../../src/adapters/slack/app.ts';
import { createClients } from '../../src/adapters/slack/clients.ts';
import { slackDirectory } from '../../src/adapters/slack/directory.ts';
import { createWords } from '../../src/adapters/slack/words/words.ts';
import { createTeamService } from '../../src/features/team/index.ts';
import type { Job, JobQueue, JobRun } from '../../src/shared/jobs.ts';
import { freshDatabase } from './database.ts';
import type { LogLine } from './slack-bench.ts';

const botToken = 'xoxb-sandbox-test';
const signingSecret = 'a-signing-secret-of-this-test';

/** The app on a pretend workspace and a database of its own, over HTTP and with real signatures. */
export async function slackWorld({ now = new Date('2026-11-24T15:05:00Z') } = {}) {
  const fresh = await freshDatabase();
  const clock = { now: () => now };
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
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
  });
  web.use(workspace.router);

  const clients = createClients({ token: botToken, apiUrl: workspace.apiUrl });
  const directory = slackDirectory(clients.quick);
  const team = createTeamService({ store: teamStore(fresh.db), directory, clock });
  await team.seed(
    Object.values(sandboxPeople).map(({ id, title }) => ({ userId: id, role: title })),
  );
  const log: LogLine[] = [];
  const write = (level: string) => (fields: object, text: string) => {
    log.push({ level, text, ...fields });
  };
  const slack = createSlackApp({
    door: { kind: 'http', signingSecret, express: web },
    clients,
    directory,
    team,
    clock,
    words: createWords(),
    seen: slackEventStore(fresh.db),
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    channel: { locale: 'en', timeZone: 'America/New_York' },
  });
  const queue = inlineQueue();

  return {
    db: fresh.db,
    slack,
    clock,
    log,
    queue,
    /** Call it when everything is registered. */
    start: () => slack.init(),
    ana: sandboxPerson(baseUrl, sandboxPeople.ana.id),
    marcus: sandboxPerson(baseUrl, sandboxPeople.marcus.id),
    vera: sandboxPerson(baseUrl, sandboxPeople.vera.id),
    alex: sandboxPerson(baseUrl, sandboxPeople.alex.id),
    async close() {
      await queue.settle();
      await workspace.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await fresh.close();
    },
  };
}

export type SlackWorld = Awaited<ReturnType<typeof slackWorld>>;

/** Jobs that run at once, in this process; a failure is kept for the test to look at. */
function inlineQueue() {
  const handlers = new Map<string, (payload: unknown, run: JobRun) => Promise<unknown>>();
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const run: JobRun = { touch: async () => {}, stopping: new AbortController().signal };
  const queue: JobQueue = {
    async enqueue(job, payload) {
      const work = handlers.get(job.name);
      if (!work) throw new Error(`nobody answers the job ${job.name}`);
      const done = work(job.payload.parse(payload), run)
        .catch((error: unknown) => {
          failures.push(error);
        })
        .then(() => {
          running.delete(done);
        });
      running.add(done);
    },
  };
  return {
    ...queue,
    failures,
    answer(job: Job, work: (payload: never, run: JobRun) => Promise<unknown>) {
      handlers.set(job.name, work as (payload: unknown, run: JobRun) => Promise<unknown>);
    },
    async settle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
