import { contactStore } from '../../src/adapters/db/contact-store.ts';
import {
  type ContactFilter,
  type ContactSort,
  createContactService,
  type Sight,
} from '../../src/features/contacts/index.ts';
import type { Ground } from './ground.ts';
import { durations, limited, quantile, type Row } from './table.ts';

/**
 * The first page and the total of every kind of filter, each beside a count of all rows by the same
 * machine in the same second; the table then holds so many people of all sorts.
 */
export async function finding(
  ground: Ground,
  { people, limitMs }: { people: number; limitMs: number },
): Promise<Row[]> {
  await fill(ground, people);
  const among = `among ${people.toLocaleString('en-US')}`;
  const found = await measured(ground, filters);
  const silence = await measured(ground, [
    ['everybody, longest silence first', {}, 'last-contact-asc'],
  ]);
  const all = found.flatMap(({ ours }) => ours);
  const bare = quantile(
    found.flatMap((each) => each.bare),
    0.5,
  );
  const slowest = [...found, ...silence].sort((a, b) => b.times - a.times).slice(0, 4);
  return [
    limited(
      `count and first page ${among}: p95 of ${filters.length} filters`,
      quantile(all, 0.95),
      { value: limitMs, unit: 'ms' },
    ),
    durations('  the same, against count(*) reading all rows', bare, quantile(all, 0.95)),
    durations('  in the middle, against the same', bare, quantile(all, 0.5)),
    ...slowest.map(({ name, ...one }) =>
      durations(`  among the slowest: ${name}`, quantile(one.bare, 0.5), quantile(one.ours, 0.5)),
    ),
  ];
}

type Asked = readonly [string, ContactFilter, ContactSort?, Sight?];
type Measured = { name: string; bare: number[]; ours: number[]; times: number };

async function measured({ db, clock }: Ground, asked: readonly Asked[]): Promise<Measured[]> {
  const contacts = createContactService({ store: contactStore(db), clock });
  const results: Measured[] = [];
  for (const [name, filter, sort = 'name', sight] of asked) {
    const find = () => contacts.find(filter, sort, { number: 1, size: 50 }, sight);
    await find();
    const bare: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      bare.push(await timed(() => countAll({ db })));
      ours.push(await timed(find));
    }
    results.push({ name, bare, ours, times: quantile(ours, 0.5) / quantile(bare, 0.5) });
  }
  return results;
}

const filters: readonly Asked[] = [
  ['everybody', {}],
  ['everybody, newest', {}, 'newest'],
  ['everybody, best score', {}, 'score'],
  ['everybody, by state', {}, 'state'],
  ['a large state', { states: ['CT'] }],
  ['a small state', { states: ['WY'] }],
  ['a segment', { segments: ['familias'] }],
  ['a rare segment', { segments: ['raro'] }],
  ['a tag', { tags: ['vip'] }],
  ['a rare tag', { tags: ['raro'] }],
  ['two tags', { tags: ['vip', 'natal'] }],
  ['validated', { validation: 'validated' }],
  ['pending', { validation: 'pending' }],
  ['invalid', { validation: 'invalid' }],
  ['active', { activity: 'active' }],
  ['inactive', { activity: 'inactive' }],
  ['opted out', { activity: 'opted-out' }],
  ['consent given', { consent: 'given' }],
  ['consent refused', { consent: 'refused' }],
  ['a high score', { leadScoreMin: 70 }],
  ['the highest score', { leadScoreMin: 99 }],
  ['never contacted', { neverContacted: true }],
  ['contacted before a day', { contactedBefore: '2026-01-05T00:00:00Z' }],
  ['contacted since a day', { contactedSince: '2026-10-01T00:00:00Z' }],
  ['a carrier', { carriers: ['T-Mobile'] }],
  ['a carrier of nobody', { carriers: ['Nobody Wireless'] }],
  ['landlines', { lineTypes: ['landline'] }],
  ['a common name', { search: 'silva' }],
  ['two common names', { search: 'Maria Silva' }],
  ['a rare name', { search: 'quintela 123' }],
  ['a name of nobody', { search: 'zzzyx' }],
  ['two letters', { search: 'li' }],
  ['two letters of nobody', { search: 'zq' }],
  ['an area code', { search: '754' }],
  ['the end of a number', { search: '0123' }],
  ['a whole number', { search: '(959) 200-0123' }],
  ['an area code, seen masked', { search: '754' }, 'name', { masked: true }],
  ['the end of a number, seen masked', { search: '0123' }, 'name', { masked: true }],
  ['a whole number, seen masked', { search: '(959) 200-0123' }, 'name', { masked: true }],
  [
    'many parts',
    {
      states: ['CT'],
      segments: ['familias'],
      leadScoreMin: 70,
      activity: 'active',
      consent: 'given',
    },
  ],
  ['many parts and a name', { states: ['FL'], tags: ['vip'], search: 'nan', leadScoreMin: 50 }],
];

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Every row is read, as any filter has to: an index alone would do to count. */
async function countAll({ db }: Pick<Ground, 'db'>): Promise<void> {
  const sql = await db.pool.connect();
  try {
    await sql.query(
      `begin; set local enable_indexonlyscan = off; set local enable_indexscan = off;
       set local enable_bitmapscan = off`,
    );
    await sql.query('select count(*) from phone_contacts');
  } finally {
    await sql.query('rollback');
    sql.release();
  }
}

/** Each column throws its own, always the same for the same person. */
const dice = (which: number, sides: number): string =>
  `mod(hashint4(n * 40 + ${which})::bigint & 2147483647, ${sides})::int`;

/** Almost two thousand first names: with a handful, whoever is searched for stands all in one place. */
const syllable = (which: number): string =>
  `(array['jo','ma','ri','a','li','fer','nan','da','con','ce','ção','é'])[1 + ${dice(which, 12)}]`;

/** People of all sorts, in one statement: the same every time, so that runs can be compared. */
async function fill({ db }: Pick<Ground, 'db'>, people: number): Promise<void> {
  await db.pool.query('truncate phone_contacts cascade');
  // Built once at the end, as they would have grown: a million people come in in a minute.
  const { rows: indexes } = await db.pool.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = 'phone_contacts'::regclass and not i.indisunique`,
  );
  for (const { name } of indexes) await db.pool.query(`drop index ${name}`);
  await db.pool.query(
    `insert into phone_contacts
       (phone, formatted_phone, name, other_names, state, area_code, city, rule_states, zones, consent_sms,
        opted_out, is_active, dead, do_not_call, line_type, carrier, segment, tags, lead_score,
        last_contact_date, created_at)
     select '+1' || code || lpad((2000000 + n)::text, 7, '0'), '',
            initcap(${syllable(1)} || ${syllable(16)} || ${syllable(17)})
              || ' ' || (array['Silva','Santos','Oliveira','Costa','Gonçalves','Assunção','Pereira','Souza','de Jesus'])[1 + ${dice(2, 9)}]
              || ' ' || (array['Neto','Filho','Lima','Prado','Xavier','Quintela','Yamada'])[1 + ${dice(3, 7)}]
              || ' ' || ${dice(4, 5000)},
            case when mod(n, 40) = 0 then '["Outro Nome"]'::jsonb else '[]' end, state, code, 'Danbury',
            array[state], '{America/New_York}',
            (array['documented','asserted','asserted','none','refused','unattested'])[1 + ${dice(5, 6)}],
            mod(n, 50) = 0, mod(n, 33) <> 0, mod(n, 33) = 0, mod(n, 77) = 0,
            case when ${dice(6, 4)} = 0 then null when ${dice(7, 30)} = 1 then 'landline' else 'mobile' end,
            case when ${dice(8, 4)} = 0 then null
                 else (array['T-Mobile','AT&T','Verizon','US Cellular','Cricket'])[1 + ${dice(9, 5)}] end,
            case when mod(n, 1000) = 0 then 'raro'
                 else (array['geral','familias','executivos','brasileiros-eua'])[1 + ${dice(10, 4)}] end,
            case when mod(n, 997) = 0 then '["raro"]'::jsonb when ${dice(11, 9)} = 0 then '["vip","natal"]'
                 when ${dice(12, 5)} = 0 then '["natal"]' else '[]' end,
            ${dice(13, 101)},
            case when ${dice(14, 3)} = 0 then null else timestamptz '2026-01-01' + ${dice(15, 300)} * interval '1 day' end,
            timestamptz '2026-01-01' + n * interval '10 seconds'
       from (select n, s.state, s.code
               from generate_series(1, $1::int) n
               cross join lateral (select case when mod(n, 100) < 61 then 'CT' when mod(n, 100) < 92 then 'FL'
                                               when mod(n, 100) < 99 then 'MA' else 'WY' end as state,
                                          case when mod(n, 100) < 61 then '959' when mod(n, 100) < 92 then '754'
                                               when mod(n, 100) < 99 then '774' else '307' end as code) s) people`,
    [people],
  );
  for (const { definition } of indexes) await db.pool.query(definition);
  await db.pool.query('vacuum analyze phone_contacts');
}
