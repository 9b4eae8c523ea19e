import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database, Sql } from './database.ts';

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/** The lock `prisma migrate` takes, so that neither runs beside the other. */
const migrateLock = 72707369;

const shipped = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

/**
 * Brings the database up to date: applies, in the order of their names, the migrations under
 * `folder` that are not recorded yet, each in a transaction of its own, and answers their names.
 * The records in `_prisma_migrations` are those of `prisma migrate deploy`. Two processes may
 * start at once: the second waits and finds nothing left to do.
 *
 * Throws when an applied migration was edited, is unknown to this version, or was left half-done.
 */
export async function migrate(db: Database, folder: string = shipped): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const sql = await db.pool.connect();
  try {
    await sql.query('select pg_advisory_lock($1)', [migrateLock]);
    const pending = await pendingOf(sql, migrations);
    for (const migration of pending) await apply(sql, migration);
    return pending.map(({ name }) => name);
  } finally {
    // The connection closes and takes the session's lock with it, whatever happened.
    sql.release(true);
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function pendingOf(sql: Sql, migrations: readonly Migration[]): Promise<Migration[]> {
  await sql.query(`
    create table if not exists _prisma_migrations (
      id varchar(36) primary key not null,
      checksum varchar(64) not null,
      finished_at timestamptz,
      migration_name varchar(255) not null,
      logs text,
      rolled_back_at timestamptz,
      started_at timestamptz not null default now(),
      applied_steps_count integer not null default 0
    )`);
  const { rows } = await sql.query<Applied>(
    `select migration_name, checksum, finished_at from _prisma_migrations
     where rolled_back_at is null order by started_at`,
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const record of rows) refuseUnless(record, known.get(record.migration_name));
  const done = new Set(rows.map(({ migration_name }) => migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

function refuseUnless(record: Applied, file: Migration | undefined): void {
  const name = record.migration_name;
  if (!file) {
    throw new Error(
      `The database was changed by migration ${name}, which this version does not have. Start the version that made it, or a newer one.`,
    );
  }
  if (!record.finished_at) {
    throw new Error(
      `Migration ${name} was started by another tool and never finished. Look at the tables, then run "prisma migrate resolve" for it.`,
    );
  }
  if (record.checksum !== file.checksum) {
    throw new Error(
      `Migration ${name} was edited after it had been applied to this database. Put the file back as it was and make the change in a new migration.`,
    );
  }
}

async function apply(sql: Sql, { name, sql: script, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  try {
    await sql.query('begin');
    await sql.query(script);
    await sql.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, clock_timestamp(), 1)`,
      [id, checksum, name],
    );
    await sql.query('commit');
  } catch (error) {
    await sql.query('rollback');
    const reason = error instanceof Error ? error.message : String(error);
    await sql.query(
      `insert into _prisma_migrations (id, checksum, migration_name, logs, rolled_back_at)
       values ($1, $2, $3, $4, now())`,
      [id, checksum, name, reason],
    );
    throw new Error(`Migration ${name} failed and was rolled back: ${reason}`, { cause: error });
  }
}
