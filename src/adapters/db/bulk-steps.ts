import type { BulkOrder, BulkStep } from '../../features/contacts/index.ts';
import { type BulkRow, bulkColumns, bulkOf } from './bulk-rows.ts';
import { optOutContacts } from './contact-opt-out.ts';
import type { Sql } from './database.ts';

type Batch = { id: string; ids: readonly string[]; at: Date };
type Tally = { changed: number; skipped: number };

export const hasTag = (tags: string, tag: string): string =>
  `exists (select from jsonb_array_elements_text(${tags}) t where lower(t) = lower(${tag}))`;
export const withoutTag = (tags: string, tag: string): string =>
  `(select coalesce(jsonb_agg(t order by n), '[]') from jsonb_array_elements_text(${tags}) with ordinality x (t, n)
     where lower(t) <> lower(${tag}))`;

/** `same`: like that already; `set`: what the contact gets; `before`: what its undo needs. $3 is the word. */
const changes = {
  segment: { same: 'w.segment = $3', set: 'segment = $3', before: 'w.segment' },
  tag: {
    same: hasTag('w.tags', '$3'),
    set: 'tags = c.tags || to_jsonb($3::text)',
    before: 'null::text',
  },
  untag: {
    same: `not ${hasTag('w.tags', '$3')}`,
    set: `tags = ${withoutTag('c.tags', '$3')}`,
    before: `(select t from jsonb_array_elements_text(w.tags) t where lower(t) = lower($3) limit 1)`,
  },
} as const;

/** The next contacts of an action that runs, in the caller's transaction. Null: nothing is left. */
export async function bulkStep(sql: Sql, id: string, limit: number, at: Date): Promise<BulkStep> {
  const bulk = await lockBulk(sql, id, 'running');
  if (!bulk?.order) return null;
  const ids = await nextItems(sql, id, limit, bulk.cursor, '');
  if (ids.length === 0) return null;
  await lockContacts(sql, ids);
  const { changed, skipped } = await apply(sql, bulk.order, { id, ids, at }, bulk.createdBy);
  const { rows } = await sql.query<{ done: number; total: number }>(
    `update contact_bulks set cursor = $2, done = done + $3, changed = changed + $4, skipped = skipped + $5
      where id = $1 returning done, total`,
    [id, ids.at(-1), ids.length, changed, skipped],
  );
  return rows[0] ?? null;
}

export const wordOf = (order: BulkOrder): string =>
  order.action === 'segment' ? order.segment : 'tag' in order ? order.tag : '';

export async function lockBulk(sql: Sql, id: string, status: string) {
  const { rows } = await sql.query<BulkRow & { cursor: string | null }>(
    `select ${bulkColumns}, cursor from contact_bulks where id = $1 and status = $2 for no key update`,
    [id, status],
  );
  const [row] = rows;
  return row ? { ...bulkOf(row), cursor: row.cursor } : null;
}

export async function nextItems(
  sql: Sql,
  id: string,
  limit: number,
  after: string | null,
  condition: string,
): Promise<string[]> {
  const { rows } = await sql.query<{ contactId: string }>(
    `select contact_id as "contactId" from contact_bulk_items
      where bulk_id = $1 and ($2::uuid is null or contact_id > $2::uuid) ${condition}
      order by contact_id limit $3`,
    [id, after, limit],
  );
  return rows.map(({ contactId }) => contactId);
}

export const lockContacts = (sql: Sql, ids: readonly string[]) =>
  sql.query(
    'select 1 from phone_contacts where id = any($1::uuid[]) order by id for no key update',
    [ids],
  );

function apply(sql: Sql, order: BulkOrder, batch: Batch, by: string): Promise<Tally> {
  if (order.action === 'opt-out') return optOut(sql, batch, by);
  if (order.action === 'export') throw new Error('an export changes nobody');
  return change(sql, changes[order.action], wordOf(order), batch);
}

async function change(
  sql: Sql,
  { same, set, before }: (typeof changes)[keyof typeof changes],
  word: string,
  { id, ids, at }: Batch,
): Promise<Tally> {
  const { rows } = await sql.query<Tally>(
    `with was as (
       select id, segment, tags from phone_contacts where id = any($2::uuid[]) and erased_at is null),
     changed as (
       update phone_contacts c set ${set}, updated_at = $4 from was w
        where c.id = w.id and not (${same}) returning c.id),
     noted as (
       update contact_bulk_items i
          set outcome = case when w.id is null then 'skipped' when ${same} then 'same' else 'changed' end,
              before = case when w.id is not null then ${before} end
         from unnest($2::uuid[]) as n (id) left join was w on w.id = n.id
        where i.bulk_id = $1 and i.contact_id = n.id returning outcome)
     select (count(*) filter (where outcome = 'changed'))::int as changed,
            (count(*) filter (where outcome = 'skipped'))::int as skipped from noted`,
    [id, ids, word, at],
  );
  return rows[0] ?? { changed: 0, skipped: 0 };
}

async function optOut(sql: Sql, { id, ids, at }: Batch, by: string): Promise<Tally> {
  const { rows: people } = await sql.query<{ phone: string }>(
    'select phone from phone_contacts where id = any($1::uuid[]) and erased_at is null order by id',
    [ids],
  );
  const phones = people.map(({ phone }) => phone);
  const first = await optOutContacts(sql, phones, { by, at, sourceRef: `bulk:${id}` });
  const { rows } = await sql.query<Tally>(
    `with noted as (
       update contact_bulk_items i
          set outcome = case when c.phone = any($3) then 'changed' when c.phone = any($4) then 'same' else 'skipped' end
         from unnest($2::uuid[]) as n (id) left join phone_contacts c on c.id = n.id
        where i.bulk_id = $1 and i.contact_id = n.id returning outcome)
     select (count(*) filter (where outcome = 'changed'))::int as changed,
            (count(*) filter (where outcome = 'skipped'))::int as skipped from noted`,
    [id, ids, first, phones],
  );
  return rows[0] ?? { changed: 0, skipped: 0 };
}
