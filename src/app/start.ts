import type { Server } from 'node:http';
import { hostname } from 'node:os';
import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { createChartRenderer } from '../adapters/charts/renderer.ts';
import { ensureSender } from '../adapters/db/delivery-store.ts';
import { slackEventStore } from '../adapters/db/slack-event-store.ts';
import { openJobs } from '../adapters/jobs/job-system.ts';
import { createPumps } from '../adapters/jobs/pumps.ts';
import { createSlackApp } from '../adapters/slack/app.ts';
import { createClients } from '../adapters/slack/clients.ts';
import { slackDirectory } from '../adapters/slack/directory.ts';
import { nobodyCalls } from '../adapters/slack/nobody-calls.ts';
import { createWords } from '../adapters/slack/words/words.ts';
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
  /** Doors first, then work under way, then the database. */
  stop(): Promise<void>;
};

/** Builds and runs the whole product: the outside world, the services, the doors. */
export async function start(config: Config, log: Logger): Promise<Product> {
  const { role, timezone: timeZone, dataDir, mode } = config;
  const storage = await openStorage({ databaseUrl: config.databaseUrl, dataDir, mode }, (error) => {
    log.fatal({ err: error }, 'the database is lost');
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  });
  const app = express().disable('x-powered-by');
  let server: Server | null = null;
  try {
    server = role === 'worker' ? null : await listen(app, config.port, host(config));
    return await run(config, log, storage, app, server);
  } catch (error) {
    if (server) await closeServer(server);
    await storage.close();
    throw error;
  }

  async function run(
    _: Config,
    __: Logger,
    { db, url, clock }: Storage,
    express: Express,
    listening: Server | null,
  ): Promise<Product> {
    const port = listening ? portOf(listening) : config.port;
    const world = await openWorld(config, storage, express, port, log);
    const onError = (error: unknown) => log.error({ err: error }, 'something failed');
    const jobs = await openJobs({
      databaseUrl: url,
      mongodbUri: config.mongodbUri,
      onDead: ({ error, ...dead }) => log.error({ ...dead, err: error }, 'a job was given up'),
      onError,
    });
    const clients = createClients({
      token: world.slack.token,
      apiUrl: world.slack.apiUrl ?? undefined,
    });
    const directory = slackDirectory(clients.quick);
    const services = createServices({
      db,
      jobs: jobs.queue,
      clock,
      directory,
      carrier: world.carrier,
      lookup: world.lookup,
      timeZone,
      onError,
    });
    const slack = createSlackApp({
      door: world.door?.(express) ?? { kind: 'custom', receiver: nobodyCalls() },
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
    const runner = `${hostname()}:${process.pid}`;
    const desk = registerSlack({ slack, services, storage, world, charts, timeZone, runner });
    if (listening) mountDoors(express, { services, world, storage, log });

    const pumps = createPumps((name, error) =>
      log.error({ pump: name, err: error }, 'a pump failed'),
    );
    if (role !== 'web') {
      await ensureSender(db, { id: 'sms', channel: 'sms', ...world.sender });
      jobs.handle(jobHandlers(services, desk.contacts));
      setPumps(pumps, services, desk);
    }
    await world.begin();
    await services.team.seed(world.members);
    await slack.init();
    if (config.mode === 'live' && config.slack.door.kind === 'socket' && world.door) {
      await slack.app.start();
    }
    if (role !== 'web') {
      await jobs.start();
      pumps.start();
    }

    return {
      url: listening ? `http://${hostName(config)}:${port}` : null,
      databaseUrl: url,
      async stop() {
        if (listening) listening.close();
        if (config.mode === 'live' && config.slack.door.kind === 'socket') await slack.app.stop();
        await Promise.all([pumps.stop(), jobs.stop()]);
        await world.close();
        if (listening) await closeServer(listening);
        await charts.close();
        await storage.close();
      },
    };
  }
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
  if (config.mode === 'live') return liveWorld(config, config.role);
  const needs = { storage, port, dataDir: config.dataDir, timeZone: config.timezone, log };
  return config.role === 'worker' ? joinSandbox(needs) : openSandbox(needs, app);
}
