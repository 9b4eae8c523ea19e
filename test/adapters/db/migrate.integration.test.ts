import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../src/adapters/db/database.ts';
import { migrate } from '../../../src/adapters/db/migrate.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';

let fresh: FreshDatabase;
let folder: string;
beforeEach(async () => {
  fresh = await freshDatabase();
  // Only these migrations: the shipped ones are what the template was made of.
  await fresh.db.pool.query('drop table _prisma_migrations');
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await fresh.close();
});

const write = async (name: string, sql: string) => {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
};
const run = () => migrate(fresh.db, folder);
const query = async (sql: string) => (await fresh.db.pool.query(sql)).rows;

describe('migrations', () => {
  it('are applied once, in the order of their names', async () => {
    await write('2_fill', `insert into made values (1)`);
    await write('1_make', `create table made (n int)`);
    await writeFile(join(folder, 'migration_lock.toml'), 'provider = "postgresql"');
    expect(await run()).toEqual(['1_make', '2_fill']);
    expect(await run()).toEqual([]);
    await write('3_more', `insert into made values (2); insert into made values (3);`);
    expect(await run()).toEqual(['3_more']);
    expect(await query('select n from made order by n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('leave the records that "prisma migrate deploy" would', async () => {
    const sql = `create table made (n int);\n-- ação\n`;
    await write('1_make', sql);
    await run();
    const [record] = await query('select * from _prisma_migrations');
    expect(record).toMatchObject({
      checksum: createHash('sha256').update(sql).digest('hex'),
      migration_name: '1_make',
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    });
    expect(record.finished_at).toBeInstanceOf(Date);
    expect(record.id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are refused when one was edited after it had been applied', async () => {
    await write('1_make', `create table made (n int)`);
    await run();
    await write('1_make', `create table made (n bigint)`);
    await write('2_more', `create table more (n int)`);
    await expect(run()).rejects.toThrow(/1_make was edited/);
    expect(await query(`select to_regclass('more') as it`)).toEqual([{ it: null }]);
  });

  it('are refused when the database knows one that this version does not', async () => {
    await write('1_make', `create table made (n int)`);
    await write('2_new', `create table newer (n int)`);
    await run();
    await rm(join(folder, '2_new'), { recursive: true });
    await expect(run()).rejects.toThrow(/2_new, which this version does not have/);
  });

  it('are refused when another tool left one half-done', async () => {
    await write('1_make', `create table made (n int)`);
    await run();
    await query('update _prisma_migrations set finished_at = null');
    await expect(run()).rejects.toThrow(/never finished/);
  });

  it('that fail change nothing, are recorded as rolled back, and run when mended', async () => {
    await write('1_make', `create table made (n int)`);
    await write('2_broken', `create table half (n int); insert into nowhere values (1);`);
    await expect(run()).rejects.toThrow(/2_broken failed and was rolled back.*nowhere/);
    expect(await query(`select to_regclass('half') as it`)).toEqual([{ it: null }]);
    const [failed] = await query(`select * from _prisma_migrations where finished_at is null`);
    expect(failed).toMatchObject({ migration_name: '2_broken', applied_steps_count: 0 });
    expect(failed.rolled_back_at).toBeInstanceOf(Date);
    expect(failed.logs).toContain('nowhere');
    await write('2_broken', `create table half (n int)`);
    expect(await run()).toEqual(['2_broken']);
  });

  it('run once when two processes start at the same moment', async () => {
    await write('1_make', `create table made (n int); select pg_sleep(0.1);`);
    await write('2_fill', `insert into made values (1)`);
    const others = [fresh.db, connect(fresh.url), connect(fresh.url)];
    const applied = await Promise.all(others.map((db) => migrate(db, folder)));
    await Promise.all(others.slice(1).map((db) => db.close()));
    expect(applied.flat().sort()).toEqual(['1_make', '2_fill']);
    expect(await query('select count(*)::int as n from made')).toEqual([{ n: 1 }]);
  });
});
