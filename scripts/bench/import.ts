import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import copy from 'pg-copy-streams';
import { type Ground, servicesOf } from './ground.ts';
import { messyList } from './messy-list.ts';
import { figure, limited, median, type Row, rates } from './table.ts';

/** The import of a messy list, against COPY of the clean rows it ends with into the same table. */
export async function importing(ground: Ground): Promise<Row[]> {
  const { imports } = servicesOf(ground);
  const rows = (ground as any).rows ?? (ground.quick ? 2_000 : 15_000);
  const content = messyList(rows);
  const run = { touch: async () => {}, stopping: new AbortController().signal };
  const consent = {
    seller: 'Fly2Any',
    channels: ['sms' as const],
    textKept: 'Formulários assinados na loja',
  };

  const began = performance.now();
  const { id } = await imports.start({ fileName: 'contatos.csv', content, owner: 'bench' });
  await imports.confirm(id, consent, 'bench', { enqueue: false });
  const { counts } = await imports.run(id, run);
  const ms = performance.now() - began;

  const people = counts.created;
  const bareMs = await bareCopy(ground);
  const name = `import of ${rows.toLocaleString('en-US')} messy rows`;
  return [
    limited(name, ms / 1000, { value: 6, unit: 's' }),
    rates(
      `${name}, against COPY of the clean ones`,
      (people / bareMs) * 1000,
      (rows / ms) * 1000,
      'rows/s',
    ),
    figure('  of these', `${people} new, ${counts.merged} merged, ${counts.rejected} rejected`),
  ];
}

/** Milliseconds, the middle of three times. */
async function bareCopy({ db }: Ground): Promise<number> {
  const sql = await db.pool.connect();
  try {
    await sql.query('create table bare_contacts (like phone_contacts including all)');
    const clean = await buffer(sql.query(copy.to('copy phone_contacts to stdout')));
    const times: number[] = [];
    for (let n = 0; n < 3; n++) {
      await sql.query('truncate bare_contacts');
      times.push(await timed(() => copyIn(sql, clean)));
    }
    await sql.query('drop table bare_contacts');
    return median(times);
  } finally {
    sql.release();
  }
}

const copyIn = (sql: PoolClient, clean: Buffer): Promise<void> =>
  pipeline(Readable.from([clean]), sql.query(copy.from('copy bare_contacts from stdin')));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
