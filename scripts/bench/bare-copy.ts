import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import copy from 'pg-copy-streams';
import type { Database } from '../../src/adapters/db/database.ts';
import { median } from './table.ts';

/**
 * Milliseconds that COPY takes for the contacts that are in the table now, into a table with the
 * same columns, checks and indexes: the middle of so many times.
 */
export async function bareCopy(db: Database, times: number): Promise<number> {
  const sql = await db.pool.connect();
  const clean = join(tmpdir(), `fly2any-clean-${process.pid}.copy`);
  try {
    await sql.query('create table bare_contacts (like phone_contacts including all)');
    const out = sql.query(copy.to('copy phone_contacts to stdout'));
    await pipeline(out, createWriteStream(clean));
    const taken: number[] = [];
    for (let n = 0; n < times; n++) {
      await sql.query('truncate bare_contacts');
      const began = performance.now();
      const file = createReadStream(clean, { highWaterMark: 256 * 1024 });
      await pipeline(file, sql.query(copy.from('copy bare_contacts from stdin')));
      taken.push(performance.now() - began);
    }
    await sql.query('drop table bare_contacts');
    return median(taken);
  } finally {
    await rm(clean, { force: true });
    sql.release();
  }
}
