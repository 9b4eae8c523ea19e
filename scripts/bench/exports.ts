import { buffer } from 'node:stream/consumers';
import copy from 'pg-copy-streams';
import { nodeArguments } from '../demo/product.ts';
import { child } from './child.ts';
import type { ExportAsked, ExportTold } from './export-process.ts';
import type { Ground } from './ground.ts';
import { fillUpTo } from './reach.ts';
import { figure, limited, type Row, rates } from './table.ts';

/** As the product is started (`npm start`). */
const flags = nodeArguments('start').filter((argument) => argument.startsWith('--max-'));

/** Everybody as a file, in a process that does nothing else, against COPY of the same columns. */
export async function exporting(ground: Ground, url: string): Promise<Row[]> {
  const people = ground.quick ? 2_000 : 100_000;
  await fillUpTo(ground, people);
  const bare = await bareCopy(ground);
  const rows: Row[] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    const worker = await child<'ready'>('./export-process.ts', flags);
    const asked: ExportAsked = { url, format };
    const { ms, megabytes, peakMb } = await worker.ask<ExportTold>(asked);
    worker.end();
    const name = `export of ${bare.count.toLocaleString('en-US')} contacts as ${format}`;
    rows.push(
      rates(
        `${name}, against COPY`,
        (bare.count / bare.ms) * 1_000,
        (bare.count / ms) * 1_000,
        'rows/s',
      ),
      limited('  memory of the whole process', peakMb, { value: 200, unit: 'MB' }),
      figure('  size of the file', `${megabytes.toFixed(1)} MB`),
    );
  }
  await ground.db.pool.query(`delete from files where kind = 'export'`);
  return rows;
}

async function bareCopy({ db }: Ground): Promise<{ ms: number; count: number }> {
  const sql = await db.pool.connect();
  try {
    const { rows } = await sql.query<{ n: number }>(
      'select count(*)::int as n from phone_contacts',
    );
    const began = performance.now();
    await buffer(
      sql.query(
        copy.to(
          `copy (select name, phone, state, city, zip, segment, tags, line_type, carrier, lead_score, consent_sms,
                        consent_whatsapp, opt_out_date, last_contact_date, last_inbound_at, created_at
                   from phone_contacts order by lower(name), id) to stdout csv`,
        ),
      ),
    );
    return { ms: performance.now() - began, count: rows[0]?.n ?? 0 };
  } finally {
    sql.release();
  }
}
