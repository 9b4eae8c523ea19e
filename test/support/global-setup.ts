import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connect } from '../../src/adapters/db/database.ts';
import { migrate } from '../../src/adapters/db/migrate.ts';

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
  const server = process.env.TEST_DATABASE_URL ?? 'postgres://test:test@127.0.0.1:5432/postgres';
  const template = `template_${process.pid}_${Date.now()}`;
  await onServer(server, `create database ${template} template template0 encoding 'UTF8'`);
  const url = new URL(server);
  url.pathname = template;
  const db = connect(url.href);
  await migrate(db);
  await db.close();
  project.provide('databaseServer', server);
  project.provide('databaseTemplate', template);
  return () => onServer(server, `drop database if exists ${template} with (force)`);
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
