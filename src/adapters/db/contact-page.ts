import type { ContactPage, ContactSort, Page } from '../../features/contacts/index.ts';
import { compileFilter, type ResolvedFilter } from './contact-filter.ts';
import { type SummaryRow, summaryColumns, summaryOf } from './contact-rows.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

/** Where a page stops being exact or takes another way. Smaller only in tests. */
export type Paging = {
  /**
   * So many are counted one by one; of more it is only said that there are more. To count half a
   * million takes longer than anybody who turns a page wants to wait.
   */
  countedUpTo: number;
  /** So many, and four times as many as lie before the page's end, are looked at along an index. */
  walked: number;
  /** So many rows, on pages taken by chance, tell whether a filter finds very many. */
  sampled: number;
};

export const usualPaging: Paging = { countedUpTo: 20_000, walked: 5_000, sampled: 6_000 };

/** `indexed`: an index has that order, with the id at its end. */
type Order = { keys: readonly string[]; down?: boolean; indexed?: boolean };
/** Whoever has no name comes last (in reverse first): the text to search by is blank then. */
const names = [`(btrim(search_text) = '')`, 'left(search_text, 60)'];
const silence = `coalesce(last_contact_date, '-infinity')`;
const orders: Readonly<Record<ContactSort, Order>> = {
  name: { keys: names, indexed: true },
  'name-desc': { keys: names, down: true, indexed: true },
  score: { keys: ['lead_score'], down: true, indexed: true },
  'score-asc': { keys: ['lead_score'], indexed: true },
  state: { keys: ['state', ...names], indexed: true },
  'state-desc': { keys: ['state', ...names], down: true, indexed: true },
  // No index: it would have to be written with every message that goes out.
  'last-contact': { keys: [silence], down: true },
  'last-contact-asc': { keys: [silence] },
  newest: { keys: ['created_at'], down: true, indexed: true },
  oldest: { keys: ['created_at'], indexed: true },
};

/** A filter's people in an order, as SQL: `keys` are selected as k0, k1 and sorted by. */
type Asked = Paging & {
  where: string;
  params: unknown[];
  selected: string;
  sorted: string;
  indexed: boolean;
  offset: number;
  size: number;
  window: string;
};

/**
 * A page and the total of its filter. Up to `countedUpTo` people are gathered and sorted, which is
 * the count and the page in one reading of the table. Among more, the page is read along an index
 * as far as that is short, and only then everybody is sorted.
 */
export async function pageOf(
  db: Database,
  filter: ResolvedFilter,
  sort: ContactSort,
  { number, size }: Page,
  paging: Paging = usualPaging,
): Promise<ContactPage> {
  const { countedUpTo } = paging;
  const { keys, down = false, indexed = false } = orders[sort];
  const offset = (number - 1) * size;
  const asked: Asked = {
    ...paging,
    ...compileFilter(filter),
    selected: keys.map((key, n) => `${key} as k${n}`).join(', '),
    sorted: [...keys.map((_, n) => `k${n}`), 'id']
      .map((each) => `${each}${down ? ' desc' : ''}`)
      .join(', '),
    indexed,
    offset,
    size,
    window: `limit ${Number(size)} offset ${Number(offset)}`,
  };
  const share = filter.ids ? 0 : await shareOfAll(db, asked);
  const people = await peopleIn(db);
  if (share * people > 3 * countedUpTo) {
    const page = await amongMany(db, asked);
    if (page) return page;
  }
  const isSearch = Boolean(filter.search ?? filter.within?.search);
  const page = await gathered(db, asked, { asTheyLie: share > 0.01 && !isSearch });
  if (page.total <= countedUpTo) return page;
  return (await amongMany(db, asked, { counted: true })) ?? page;
}

/**
 * One reading of the table (or of the index that the filter has): how many, and who is on the page.
 * `asTheyLie`: for one in a hundred and more, all rows in parallel are faster than one index after
 * the other, which the server often believes to be less work.
 */
async function gathered(
  db: Database,
  asked: Asked,
  { asTheyLie }: { asTheyLie: boolean },
): Promise<ContactPage> {
  const found = `with found as materialized (
       select id, ${asked.selected} from phone_contacts where ${asked.where} limit ${asked.countedUpTo + 1})`;
  const page = `select id from found order by ${asked.sorted} ${asked.window}`;
  if (asTheyLie) {
    const [counted] = await inTransaction(db, async (sql) => {
      await sql.query('set local enable_bitmapscan = off; set local enable_indexscan = off');
      const { rows } = await sql.query<{ total: number; ids: string[] }>(
        `${found} select (select count(*)::int from found) as total, array(${page}) as ids`,
        asked.params,
      );
      return rows;
    });
    const { total, ids } = counted ?? { total: 0, ids: [] };
    return { total, more: false, rows: await summaries(db.pool, ids) };
  }
  const { rows } = await db.pool.query<SummaryRow & { total: number; n: string | null }>(
    `${found}
     select total, p.*
       from (select count(*)::int as total from found) c
       left join lateral (
         select ${summaryColumns}, n
           from (select id as wanted, row_number() over () as n from (${page}) o) w
           join phone_contacts on id = wanted) p on true
      order by n`,
    asked.params,
  );
  // Nobody on the page is one row all the same: the total.
  const people = rows.flatMap(({ total: _total, n, ...row }) =>
    n === null ? [] : [summaryOf(row)],
  );
  return { total: rows[0]?.total ?? 0, more: false, rows: people };
}

/** How many of all it seems to find, by a sample; 0 where all are few and no sample is needed. */
async function shareOfAll(db: Database, asked: Asked): Promise<number> {
  const { where, params, countedUpTo, sampled } = asked;
  const people = await peopleIn(db);
  if (people < 4 * countedUpTo) return 0;
  const { rows } = await db.pool.query<{ looked: number; found: number }>(
    `select count(*)::int as looked, (count(*) filter (where ${where}))::int as found
       from phone_contacts tablesample system (${(100 * sampled) / people})`,
    params,
  );
  const { looked = 0, found = 0 } = rows[0] ?? {};
  return looked > 0 ? found / looked : 0;
}

const sizes = new WeakMap<Database, { people: number; askedAt: number }>();

/** As the server believes, which it finds out now and then; so is it asked now and then. */
async function peopleIn(db: Database): Promise<number> {
  const known = sizes.get(db);
  if (known && performance.now() - known.askedAt < 30_000) return known.people;
  const { rows } = await db.pool.query<{ people: number }>(
    `select reltuples::float8 as people from pg_class where oid = 'phone_contacts'::regclass`,
  );
  const people = rows[0]?.people ?? 0;
  sizes.set(db, { people, askedAt: performance.now() });
  return people;
}

/**
 * Null when there are not that many. The first ones come soon where there are many: rows as they
 * lie, since an index of the filter would first be read for all of them (a bitmap).
 */
const amongMany = (
  db: Database,
  asked: Asked,
  { counted = false }: { counted?: boolean } = {},
): Promise<ContactPage | null> =>
  inTransaction(db, async (sql) => {
    await sql.query('set local enable_bitmapscan = off');
    const { countedUpTo } = asked;
    if (!counted && !(await areMany(sql, asked))) return null;
    const ids = (await walkedTo(sql, asked)) ?? (await sortedAll(sql, asked));
    return { total: countedUpTo, more: true, rows: await summaries(sql, ids) };
  });

async function areMany(sql: Sql, { where, params, countedUpTo }: Asked): Promise<boolean> {
  const { rows } = await sql.query<{ found: number }>(
    `select count(*)::int as found
       from (select 1 from phone_contacts where ${where} limit ${countedUpTo + 1}) f`,
    params,
  );
  return (rows[0]?.found ?? 0) > countedUpTo;
}

/** Null when the page does not lie among the first ones in that order. */
async function walkedTo(sql: Sql, asked: Asked): Promise<string[] | null> {
  if (!asked.indexed) return null;
  const far = Math.max(asked.walked, 4 * (asked.offset + asked.size));
  const ids = await idsOf(
    sql,
    `select id from (
       select *, ${asked.selected} from phone_contacts order by ${asked.sorted} limit ${far}) p
      where ${asked.where} order by ${asked.sorted} ${asked.window}`,
    asked.params,
  );
  return ids.length === asked.size ? ids : null;
}

/** Along an index it could be a long way to the first one who fits; everybody once is not. */
async function sortedAll(sql: Sql, asked: Asked): Promise<string[]> {
  await sql.query('set local enable_indexscan = off');
  const ids = await idsOf(
    sql,
    `select id, ${asked.selected} from phone_contacts where ${asked.where}
      order by ${asked.sorted} ${asked.window}`,
    asked.params,
  );
  // Those few are fetched by their keys again.
  await sql.query('set local enable_indexscan = on');
  return ids;
}

async function idsOf(sql: Sql, query: string, params: unknown[]): Promise<string[]> {
  const { rows } = await sql.query<{ id: string }>(query, params);
  return rows.map(({ id }) => id);
}

async function summaries(sql: Sql, ids: readonly string[]): Promise<ContactPage['rows']> {
  if (ids.length === 0) return [];
  const { rows } = await sql.query<SummaryRow>(
    `select ${summaryColumns} from unnest($1::uuid[]) with ordinality as u (wanted, n)
       join phone_contacts on id = wanted order by n`,
    [ids],
  );
  return rows.map(summaryOf);
}
