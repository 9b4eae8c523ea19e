import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { connect, type Database } from '../../src/adapters/db/database.ts';

export type FreshDatabase = { db: Database; url: string; close(): Promise<void> };

const open = new Map<string, () => Promise<void>>();

/** A migrated, empty database of the test's own, on a real server. Close it when done. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} template ${inject('databaseTemplate')}`);
  const url = new URL(inject('databaseServer'));
  url.pathname = name;
  const db = connect(url.href);
  const close = async () => {
    if (!open.delete(name)) return;
    await db.close();
    await onServer(`drop database ${name} with (force)`);
  };
  open.set(name, close);
  return { db, url: url.href, close };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

afterAll(async () => {
  const left = [...open.values()];
  await Promise.all(left.map((close) => close()));
  if (left.length > 0) throw new Error(`${left.length} test databases were left open`);
});
