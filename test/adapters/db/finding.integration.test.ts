import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listStore } from '../../../src/adapters/db/contact-list-store.ts';
import { contactStore } from '../../../src/adapters/db/contact-store.ts';
import type { Database } from '../../../src/adapters/db/database.ts';
import {
  type ContactFilter,
  type ContactSort,
  contactSorts,
  createContactService,
  createListService,
} from '../../../src/features/contacts/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import '../../support/properties.ts';

const now = new Date('2026-11-24T15:05:00Z');
const clock = { now: () => now };
let fresh: FreshDatabase;
let db: Database;
let contacts: ReturnType<typeof createContactService>;

async function fill(database: Database, from: number, to: number): Promise<void> {
  await database.pool.query(
    `insert into phone_contacts (phone, formatted_phone, name, state, area_code, rule_states, zones, consent_sms,
                                 line_type, carrier, segment, tags, lead_score, last_contact_date, created_at)
     select '+1203' || lpad((2000000 + n)::text, 7, '0'), '', (array['João','Maria','Éverton','Zé','Ana'])[1 + n * 7 % 5]
              || ' ' || (array['Silva','Gonçalves','Souza'])[1 + n * 11 % 3] || ' ' || n,
            (array['CT','CT','FL','MA'])[1 + n % 4], '203', '{CT}', '{America/New_York}',
            (array['asserted','none'])[1 + n % 2], case when n % 3 = 0 then 'mobile' end,
            case when n % 3 = 0 then 'T-Mobile' when n % 3 = 1 then 'Verizon' end, 'geral',
            case when n % 5 = 0 then '["vip"]'::jsonb else '[]' end, n * 31 % 101,
            case when n % 2 = 0 then timestamptz '2026-01-01' + n * interval '1 minute' end,
            timestamptz '2026-01-01' + (n * 17 % 1000) * interval '1 hour'
       from generate_series($1::int, $2::int) n`,
    [from, to],
  );
}

beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  contacts = createContactService({ store: contactStore(db), clock });
  await fill(db, 1, 60);
});
afterAll(() => fresh.close());

/** What the page must be, by sorting everybody the plain way. */
async function expected(database: Database, where: string, sort: ContactSort, limit: number) {
  const name = `name = '', left(search_text, 60)`;
  const last = `name = '' desc, left(search_text, 60) desc`;
  const orders: Record<ContactSort, string> = {
    name: `${name}, id`,
    'name-desc': `${last}, id desc`,
    score: 'lead_score desc, id desc',
    'score-asc': 'lead_score, id',
    state: `state, ${name}, id`,
    'state-desc': `state desc, ${last}, id desc`,
    'last-contact': 'last_contact_date desc nulls last, id desc',
    'last-contact-asc': 'last_contact_date nulls first, id',
    newest: 'created_at desc, id desc',
    oldest: 'created_at, id',
  };
  const { rows } = await database.pool.query<{ id: string }>(
    `select id from phone_contacts where ${where} order by ${orders[sort]} limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

describe('a page', () => {
  it.each(contactSorts)('is in the order of %s', async (sort) => {
    const { rows, total } = await contacts.find({ states: ['CT'] }, sort, { number: 1, size: 50 });
    expect(total).toBe(30);
    expect(rows.map(({ id }) => id)).toEqual(await expected(db, `state = 'CT'`, sort, 50));
  });

  it('begins with those who have a name', async () => {
    const someNames = await freshDatabase();
    try {
      await someNames.db.pool.query(
        `insert into phone_contacts (phone, name, state, area_code)
         select '+1203555' || 1000 + n, case when n % 2 = 0 then '' else 'Ana ' || n end, 'CT', '203'
           from generate_series(1, 9) n`,
      );
      const people = createContactService({ store: contactStore(someNames.db), clock });
      for (const sort of ['name', 'state'] as const) {
        const { rows } = await people.find({}, sort, { number: 1, size: 9 });
        expect(rows.map(({ name }) => name !== '')).toEqual([
          ...Array(5).fill(true),
          ...Array(4).fill(false),
        ]);
      }
    } finally {
      await someNames.close();
    }
  });

  it('knows names without regard to accents', async () => {
    const { rows } = await contacts.find({}, 'name', { number: 1, size: 60 });
    const first = rows.map(({ name }) => name.split(' ')[0]);
    expect([...new Set(first)]).toEqual(['Ana', 'Éverton', 'João', 'Maria', 'Zé']);
  });
});

describe('a filter by', () => {
  it.each<[string, ContactFilter, string]>([
    ['carriers', { carriers: ['T-Mobile'] }, `carrier = 'T-Mobile'`],
    ['never contacted', { neverContacted: true }, 'last_contact_date is null'],
    [
      'last contact before',
      { contactedBefore: '2026-01-01T00:10:00Z' },
      `last_contact_date < '2026-01-01T00:10:00Z'`,
    ],
    [
      'last contact since',
      { contactedSince: '2026-01-01T00:10:00Z' },
      `last_contact_date >= '2026-01-01T00:10:00Z'`,
    ],
    ['words in any order', { search: 'silva joao' }, `name like 'João Silva%'`],
    ['the beginning of a word', { search: 'si' }, `name like '%Silva%'`],
    [
      'a name and digits of the phone',
      { search: 'maria 2000012' },
      `phone = '+12032000012' and name like 'Maria%'`,
    ],
  ])('%s', async (_, filter, where) => {
    const { rows } = await db.pool.query<{ n: number }>(
      `select count(*)::int as n from phone_contacts where ${where}`,
    );
    expect(rows[0]?.n).toBeGreaterThan(where.startsWith('phone') ? -1 : 0);
    expect(await contacts.count(filter)).toBe(rows[0]?.n);
    expect((await contacts.find(filter)).total).toBe(rows[0]?.n);
  });

  it('any text finds exactly the names that hold it, wildcards and all', async () => {
    const odd = ['100%', 'a_b', 'back\\slash', "O'Neil", 'ÀÇÃO', '"quoted"', 'J. R.', '中村'];
    await db.pool.query(
      `insert into phone_contacts (phone, name, state, area_code)
       select '+1305555' || lpad(n::text, 4, '0'), name, 'FL', '305'
         from unnest($1::text[]) with ordinality as u (name, n)`,
      [odd],
    );
    const { rows } = await db.pool.query<{ name: string }>('select name from phone_contacts');
    const folded = (text: string) =>
      text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase();
    const words = fc.constantFrom(
      ...odd,
      ...odd.map((each) => each.slice(1, 4)),
      '%%',
      '___',
      'uza',
    );
    await fc.assert(
      fc.asyncProperty(words, fc.boolean(), async (word, upper) => {
        const typed = (upper ? word.toUpperCase() : word).trim();
        fc.pre(typed !== '');
        const found = await contacts.find({ search: typed }, 'name', { number: 1, size: 100 });
        const short = /^[\p{L}\p{N}]{1,2}$/u;
        const fits = (name: string) =>
          folded(typed)
            .split(/\s+/)
            .every((part) => ` ${folded(name)}`.includes(short.test(part) ? ` ${part}` : part));
        const wanted = rows.filter(({ name }) => fits(name)).map(({ name }) => name);
        expect(found.rows.map(({ name }) => name).sort()).toEqual(wanted.sort());
      }),
    );
  });
});

/** As if a thousand were very many. */
const paging = { countedUpTo: 1_000, walked: 1_000, sampled: 600 };
const { countedUpTo } = paging;

describe.each([
  ['known by a sample', 5],
  ['found out by counting', 2],
])('among very many, %s', (_, times) => {
  let large: FreshDatabase;
  let many: ReturnType<typeof createContactService>;
  beforeAll(async () => {
    large = await freshDatabase();
    await fill(large.db, 1, countedUpTo * times);
    await large.db.pool.query('analyze phone_contacts');
    many = createContactService({ store: contactStore(large.db, paging), clock });
  });
  afterAll(() => large.close());

  it('it counts up to a point, says so, and the first page is right in every order', async () => {
    for (const sort of contactSorts) {
      const found = await many.find({}, sort, { number: 1, size: 25 });
      expect([found.total, found.more]).toEqual([countedUpTo, true]);
      expect(found.rows.map(({ id }) => id)).toEqual(await expected(large.db, 'true', sort, 25));
    }
    expect(await many.count({})).toBe(countedUpTo * times);
  });

  it('also when nobody of the filter stands at the beginning of that order', async () => {
    const filter = { leadScoreMax: 50 };
    const { rows, more } = await many.find(filter, 'score', { number: 1, size: 25 });
    expect(more).toBe(true);
    expect(rows.map(({ id }) => id)).toEqual(
      await expected(large.db, 'lead_score <= 50', 'score', 25),
    );
  });

  it('and the last page that can be turned to', async () => {
    const size = 50;
    const last = countedUpTo / size;
    const { rows, page } = await many.find({}, 'name', { number: last + 7, size });
    expect(page.number).toBe(last);
    const all = await expected(large.db, 'true', 'name', countedUpTo);
    expect(rows.map(({ id }) => id)).toEqual(all.slice(-size));
  });

  it('counts exactly when there is one fewer', async () => {
    const phones = [`+1203${2_000_000 + countedUpTo}`, `+1203${2_000_001 + countedUpTo}`];
    await large.db.pool.query(`update phone_contacts set carrier = 'Exactly' where phone < $1`, [
      phones[1],
    ]);
    const exactly = { carriers: ['Exactly'] };
    const found = await many.find(exactly, 'name', { number: 1, size: 10 });
    expect([found.total, found.more]).toEqual([countedUpTo, false]);
    await large.db.pool.query(`update phone_contacts set carrier = 'Exactly' where phone = $1`, [
      phones[1],
    ]);
    expect((await many.find(exactly, 'name', { number: 1, size: 10 })).more).toBe(true);
  });
});

describe('a list', () => {
  const anew = {
    owner: 'U1',
    filter: { states: ['CT'] },
    sort: 'name' as const,
    view: 'table' as const,
    size: 25,
    page: 1,
    picked: [],
    place: { channel: 'C1', messageTs: null, responseUrl: 'https://hooks.slack.com/x' },
  };
  let at = now;
  const lists = () => createListService({ store: listStore(db), clock: { now: () => at } });

  it('is its owner’s alone and forgets nothing but what is changed', async () => {
    const { id } = await lists().begin(anew);
    await expect(lists().get(id, 'U2')).rejects.toMatchObject({ code: 'contacts.list-expired' });
    await expect(lists().change(id, 'U2', { page: 2 })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(await lists().change(id, 'U1', { page: 3, picked: ['a'] })).toEqual({
      ...anew,
      id,
      page: 3,
      picked: ['a'],
    });
    expect(await lists().change(id, 'U1', { filter: {}, picked: [] })).toMatchObject({
      filter: {},
      picked: [],
      page: 3,
      place: anew.place,
    });
  });

  it('hands over a selection that only its owner can use, for a day', async () => {
    const some = await lists().saveSelection('U1', { ids: ['a', 'b'] });
    const all = await lists().saveSelection('U1', { filter: { states: ['FL'] } });
    expect(await lists().selection(some, 'U1')).toEqual({ ids: ['a', 'b'] });
    expect(await lists().selection(all, 'U1')).toEqual({ filter: { states: ['FL'] } });
    await expect(lists().selection(all, 'U2')).rejects.toMatchObject({ kind: 'not-found' });
    at = new Date(now.getTime() + 25 * 3_600_000);
    await expect(lists().selection(all, 'U1')).rejects.toMatchObject({ kind: 'not-found' });
    await lists().saveSelection('U1', { ids: ['c'] });
    const { rows } = await db.pool.query('select 1 from contact_selections where owner = $1', [
      'U1',
    ]);
    expect(rows).toHaveLength(1);
  });
});
