import type { Ground } from './ground.ts';
import { servicesOf } from './ground.ts';
import { durations, median, type Row } from './table.ts';

/** Who a campaign reaches and why not the others, against counting all rows; the table holds `people` or more. */
export async function reach(ground: Ground, people: number): Promise<Row[]> {
  const { campaignStore } = servicesOf(ground);
  await fillUpTo(ground, people);
  const { bare, counted } = await bareCount(ground);
  const filter = { states: ['CT', 'FL'] };
  const ours = await middle(() => campaignStore.reach(filter, 'sms'));
  const name = `reach among ${counted.toLocaleString('en-US')} contacts, against count(*) reading all rows`;
  return [durations(name, bare, ours)];
}

/** Every row is read, as any filter has to: an index alone would do to count. */
async function bareCount({ db }: Ground): Promise<{ bare: number; counted: number }> {
  const sql = await db.pool.connect();
  try {
    await sql.query(
      'begin; set local enable_indexonlyscan = off; set local enable_indexscan = off',
    );
    const count = () => sql.query<{ n: number }>('select count(*)::int as n from phone_contacts');
    const { rows } = await count();
    return { bare: await middle(count), counted: rows[0]?.n ?? 0 };
  } finally {
    await sql.query('rollback');
    sql.release();
  }
}

async function middle(work: () => Promise<unknown>): Promise<number> {
  await work();
  const times: number[] = [];
  for (let n = 0; n < 5; n++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return median(times);
}

/** More of the same sort: three of five in Connecticut, the others in Florida; most agreed. */
export async function fillUpTo({ db }: Ground, people: number): Promise<void> {
  await db.pool.query(
    `with have as (select count(*)::int as people from phone_contacts)
     insert into phone_contacts
       (phone, name, state, area_code, rule_states, zones, consent_sms, opted_out, line_type, segment)
     select '+1' || case when n % 5 < 3 then '959' else '754' end || lpad((2000000 + n)::text, 7, '0'),
            'Ana Silva', case when n % 5 < 3 then 'CT' else 'FL' end,
            case when n % 5 < 3 then '959' else '754' end,
            array[case when n % 5 < 3 then 'CT' else 'FL' end], '{America/New_York}',
            (array['documented', 'asserted', 'none', 'refused'])[1 + n % 4], n % 50 = 0,
            case when n % 30 = 0 then 'landline' else 'mobile' end, 'familias'
       from have, generate_series(have.people, $1::int - 1) n
     on conflict (phone) do nothing`,
    [people],
  );
  await db.pool.query('vacuum analyze phone_contacts');
}
