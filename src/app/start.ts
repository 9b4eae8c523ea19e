import { hostname } from 'node:os';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { createChartRenderer } from '../adapters/charts/renderer.ts';
import { ensureSender } from '../adapters/db/delivery-store.ts';
import { claimCarrier } from '../adapters/db/instance.ts';
import { slackEventStore } from '../adapters/db/slack-event-store.ts';
import { openJobs } from '../adapters/jobs/job-system.ts';
import { createPumps } from '../adapters/jobs/pumps.ts';
import { createSlackApp } from '../adapters/slack/app.ts';
import { createClients } from '../adapters/slack/clients.ts';
import { slackDirectory } from '../adapters/slack/directory.ts';
import { nobodyCalls } from '../adapters/slack/nobody-calls.ts';
import { createWords } from '../adapters/slack/words/words.ts';
import type { Clock } from '../shared/clock.ts';
import type { Config } from './config.ts';
import { mountDoors } from './doors.ts';
import { jobHandlers } from './jobs.ts';
import { liveWorld } from './live-world.ts';
import { setPumps } from './pumps.ts';
import { joinSandbox, openSandbox } from './sandbox-world.ts';
import { closeServer, listen, portOf } from './server.ts';
import { createServices } from './services.ts';
import { registerSlack } from './slack.ts';
import { openStorage, type Storage } from './storage.ts';
import type { World } from './world.ts';

export type Product = {
  /** Where it listens; null for a worker. */
  url: string | null;
  databaseUrl: string;
  /** What was opened last is closed first: work under way, the outside world, the doors, the database. */
  stop(): Promise<void>;
};

/**
 * Builds and runs the whole product: the outside world, the services, the doors. Only tests give a
 * `clock`: what the product then takes for the real time.
 */
export async function start(
  config: Config,
  log: Logger,
  { clock }: { clock?: Clock } = {},
): Promise<Product> {
  const { dataDir, mode } = config;
  const onLost = (error: Error) => {
    log.fatal({ err: error }, 'the database is lost');
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  };
  const { databaseUrl } = config;
  const storage = await openStorage({ databaseUrl, dataDir, mode, clock }, onLost);
  const opened: (() => Promise<void>)[] = [() => storage.close()];
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    return { ...(await run(config, log, storage, opened)), databaseUrl: storage.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** `opened` collects how to close what was opened, in that order. */
async function run(
  config: Config,
  log: Logger,
  storage: Storage,
  opened: (() => Promise<void>)[],
): Promise<Pick<Product, 'url'>> {
  const { role, timezone: timeZone } = config;
  const { db, clock } = storage;
  if (config.mode === 'live') {
    await claimCarrier(db, config.carrier.kind === 'twilio' ? 'real' : 'simulated');
  }
  const app = express().disable('x-powered-by');
  let ready = false;
  // The port is taken early, so that a second start is refused at once; carriers come again after 503.
  app.use(['/webhooks', '/slack'], (_request, response, next) =>
    ready ? next() : void response.status(503).set('Retry-After', '5').end(),
  );
  const server = role === 'worker' ? null : await listen(app, config.port, host(config));
  if (server) opened.push(() => closeServer(server));
  const port = server ? portOf(server) : config.port;
  const world = await openWorld(config, storage, app, port, log);
  opened.push(() => world.close());
  const onError = (error: unknown) => log.error({ err: error }, 'something failed');
  const jobs = await openJobs({
    databaseUrl: storage.url,
    mongodbUri: config.mongodbUri,
    onDead: ({ error, ...dead }) => log.error({ ...dead, err: error }, 'a job was given up'),
    onError,
  });
  opened.push(() => jobs.stop());
  const clients = createClients({
    token: world.slack.token,
    apiUrl: world.slack.apiUrl ?? undefined,
  });
  const directory = slackDirectory(clients.quick);
  const { carrier, lookups } = world;
  const services = createServices({
    db,
    jobs: jobs.queue,
    clock,
    directory,
    carrier,
    lookups,
    timeZone,
    onError,
  });
  const slack = createSlackApp({
    door: world.door?.(app) ?? { kind: 'custom', receiver: nobodyCalls() },
    clients,
    team: services.team,
    directory,
    words: createWords(),
    seen: slackEventStore(db),
    log,
    clock,
    channel: { locale: config.locale, timeZone },
  });
  const charts = createChartRenderer({ onFailure: onError });
  opened.push(() => charts.close());
  const runner = `${hostname()}:${process.pid}`;
  const desk = registerSlack({ slack, services, storage, world, charts, timeZone, runner });
  if (server) mountDoors(app, { services, world, storage, log });
  await world.begin();
  await services.team.seed(world.members);
  await slack.init();
  if (config.mode === 'live' && config.slack.door.kind === 'socket' && server) {
    await slack.app.start();
    opened.push(async () => void (await slack.app.stop()));
  }
  if (role !== 'web') {
    await ensureSender(db, { id: 'sms', channel: 'sms', ...world.sender });
    const pumps = createPumps((name, error) =>
      log.error({ pump: name, err: error }, 'a pump failed'),
    );
    jobs.handle(jobHandlers(services, desk));
    setPumps(pumps, services, { ...desk, clock, timeZone });
    await jobs.start();
    // What a crash left: agreed to, and nobody at work on it.
    await services.imports.resume();
    await services.validations.resume();
    await services.bulks.resume();
    pumps.start();
    opened.push(() => pumps.stop());
  }
  ready = true;
  return { url: server ? `http://${hostName(config)}:${port}` : null };
}

/** The sandbox is for this machine only. */
const host = (config: Config): string => (config.mode === 'sandbox' ? '127.0.0.1' : '0.0.0.0');
const hostName = (config: Config): string =>
  config.mode === 'sandbox' ? 'localhost' : host(config);

async function openWorld(
  config: Config,
  storage: Storage,
  app: Express,
  port: number,
  log: Logger,
): Promise<World> {
  if (config.mode === 'live') {
    return liveWorld(config, { express: app, port, clock: storage.clock, log });
  }
  const needs = { storage, port, dataDir: config.dataDir, timeZone: config.timezone, log };
  return config.role === 'worker' ? joinSandbox(needs) : openSandbox(needs, app);
}
