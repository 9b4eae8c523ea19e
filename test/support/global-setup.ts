import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connect } from '../../src/adapters/db/database.ts';
import { isAlive } from '../../src/adapters/db/embedded-cluster.ts';
import { openEmbedded } from '../../src/adapters/db/embedded-server.ts';
import { migrate } from '../../src/adapters/db/migrate.ts';
import { quickestFolder } from './quickest-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests may create databases. */
    databaseServer: string;
    /** The migrated, empty database that each test's own is cloned from. */
    databaseTemplate: string;
  }
}

/** One server and one migrated template for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, leave: async () => {} } : await ownServer();
  const template = `template_${process.pid}_${Date.now()}`;
  await onServer(server.url, `create database ${template} template template0 encoding 'UTF8'`);
  const url = new URL(server.url);
  url.pathname = template;
  const db = connect(url.href);
  await migrate(db);
  await db.close();
  project.provide('databaseServer', server.url);
  project.provide('databaseTemplate', template);
  return async () => {
    await onServer(server.url, `drop database if exists ${template} with (force)`);
    await server.leave();
  };
}

const prefix = 'fly2any-test-';

/** The PostgreSQL that the project brings along, in a folder that goes with it. */
async function ownServer(): Promise<{ url: string; leave(): Promise<void> }> {
  const home = await quickestFolder();
  await stopOrphans(home);
  const folder = await mkdtemp(join(home, `${prefix}${process.pid}-`));
  await chmod(folder, 0o711);
  const server = await openEmbedded({ dataDir: folder, durable: false });
  return {
    url: server.url,
    async leave() {
      await server.leave();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Servers of test runs that were killed. */
async function stopOrphans(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = name.startsWith(prefix) && Number(name.slice(prefix.length).split('-')[0]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(home, name);
    const orphan = await openEmbedded({ dataDir: folder, durable: false }).catch(() => null);
    await orphan?.leave();
    await rm(folder, { recursive: true, force: true });
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
