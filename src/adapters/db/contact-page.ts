import type { ContactPage, ContactSort, Page } from '../../features/contacts/index.ts';
import { compileFilter, type ResolvedFilter } from './contact-filter.ts';
import { type SummaryRow, summaryColumns, summaryOf } from './contact-rows.ts';
import type { Sql } from './database.ts';

/**
 * So many are counted one by one; of more it is only said that there are more. To count half a
 * million takes longer than anybody who turns a page wants to wait.
 */
export const countedUpTo = 20_000;

/** So many are looked at in the order of an index before everybody is sorted instead. */
const walked = 20_000;

/** `key`: by what it is ordered. `indexed`: an index has that order, with the id at its end. */
type Order = { key: string; down?: boolean; indexed?: boolean };
const name = 'left(search_text, 60)';
const silence = `coalesce(last_contact_date, '-infinity')`;
const orders: Readonly<Record<ContactSort, Order>> = {
  name: { key: name, indexed: true },
  'name-desc': { key: name, down: true, indexed: true },
  score: { key: 'lead_score', down: true, indexed: true },
  'score-asc': { key: 'lead_score', indexed: true },
  state: { key: `state, ${name}`, indexed: true },
  'state-desc': { key: `state, ${name}`, down: true, indexed: true },
  // No index: it would have to be written with every message that goes out.
  'last-contact': { key: silence, down: true },
  'last-contact-asc': { key: silence },
  newest: { key: 'created_at', down: true, indexed: true },
  oldest: { key: 'created_at', indexed: true },
};

const orderBy = ({ key, down }: Order): string =>
  [...splitKey(key), 'id'].map((each) => `${each}${down ? ' desc' : ''}`).join(', ');

const splitKey = (key: string): string[] => (key.startsWith('state, ') ? ['state', name] : [key]);

/**
 * A page and the total of its filter. Up to `countedUpTo` people are gathered and sorted, which is
 * the count and the page in one reading of the table. Among more, the page is read along an index
 * as far as that is short, and only then everybody is sorted.
 */
export async function pageOf(
  sql: Sql,
  filter: ResolvedFilter,
  sort: ContactSort,
  { number, size }: Page,
): Promise<ContactPage> {
  const { where, params } = compileFilter(filter);
  const order = orders[sort];
  const offset = (number - 1) * size;
  const window = `limit ${Number(size)} offset ${Number(offset)}`;
  const keys = splitKey(order.key);
  const aliased = keys.map((key, n) => `${key} as k${n}`).join(', ');
  const sorted = [...keys.map((_, n) => `k${n}`), 'id']
    .map((each) => `${each}${order.down ? ' desc' : ''}`)
    .join(', ');
  const { rows } = await sql.query<{ total: number; ids: string[] }>(
    `with found as materialized (
       select id, ${aliased} from phone_contacts where ${where} limit ${countedUpTo + 1})
     select (select count(*)::int from found) as total,
            array(select id from found order by ${sorted} ${window}) as ids`,
    params,
  );
  const { total = 0, ids = [] } = rows[0] ?? {};
  if (total <= countedUpTo) return { total, more: false, rows: await summaries(sql, ids) };
  const pageIds =
    (order.indexed && (await walk())) ||
    (await idsOf(
      `select id from (select id, ${aliased} from phone_contacts where ${where} offset 0) f
        order by ${sorted} ${window}`,
    ));
  return { total: countedUpTo, more: true, rows: await summaries(sql, pageIds) };

  /** Null when the page does not lie among the first ones in that order. */
  async function walk(): Promise<string[] | null> {
    if (offset + size > walked) return null;
    const first = `select * from phone_contacts order by ${orderBy(order)} limit ${walked}`;
    const found = await idsOf(
      `select id from (${first}) f where ${where} order by ${orderBy(order)} ${window}`,
    );
    return found.length === size ? found : null;
  }

  async function idsOf(query: string): Promise<string[]> {
    const found = await sql.query<{ id: string }>(query, params);
    return found.rows.map(({ id }) => id);
  }
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
