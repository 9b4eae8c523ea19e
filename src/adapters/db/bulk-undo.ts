import type { BulkOrder, BulkStep, BulkStore } from '../../features/contacts/index.ts';
import { appendAudit } from './audit-log.ts';
import { type BulkRow, bulkColumns, bulkOf } from './bulk-rows.ts';
import { hasTag, lockBulk, lockContacts, nextItems, withoutTag, wordOf } from './bulk-steps.ts';
import type { Sql } from './database.ts';

/**
 * Puts back what was there, where what was done is still there. Where another action came on top,
 * that one inherits what was there before (`handed`), so that its own undo does not bring back what
 * was undone here. $3 is the word.
 */
const undos = {
  segment: {
    stands: 'w.segment = $3',
    set: 'segment = w.before',
    onTop: `b.action = 'segment' and o.before = $3`,
    handed: 'before = w.before',
  },
  tag: {
    stands: hasTag('w.tags', '$3'),
    set: `tags = ${withoutTag('c.tags', '$3')}`,
    onTop: `b.action = 'untag' and lower(b.detail ->> 'tag') = lower($3)`,
    // Without the tag there would have been nothing to take away.
    handed: `outcome = 'same'`,
  },
  untag: {
    stands: `not ${hasTag('w.tags', '$3')}`,
    set: 'tags = c.tags || to_jsonb(w.before)',
    onTop: `b.action = 'tag' and lower(b.detail ->> 'tag') = lower($3)`,
    handed: `outcome = 'same'`,
  },
} as const;

const isUndoable = (order: BulkOrder | null): order is BulkOrder & { action: keyof typeof undos } =>
  order !== null && order.action in undos;

/** In the caller's transaction; see `BulkStore.beginUndo`. */
export async function beginUndo(
  sql: Sql,
  id: string,
  by: string,
  at: Date,
): ReturnType<BulkStore['beginUndo']> {
  const { rows } = await sql.query<BulkRow>(
    `select ${bulkColumns} from contact_bulks
      where id = $1 and status = 'completed' and undo_until > $2 for no key update`,
    [id, at],
  );
  const order = rows[0] ? bulkOf(rows[0]).order : null;
  if (!isUndoable(order)) return { kind: 'over' };
  const newer = await newerOn(sql, id, order, at);
  if (newer) return { kind: 'newer', ...newer };
  await sql.query(
    `update contact_bulks set status = 'undoing', cursor = null, undone_by = $2 where id = $1`,
    [id, by],
  );
  const subject = `bulk:${id}`;
  await appendAudit(sql, { at, actor: by, action: 'contacts.bulk-undone', subject });
  return { kind: 'begun' };
}

/** The newest action that changed the same of the same contacts, and can be undone or is at work. */
async function newerOn(sql: Sql, id: string, order: BulkOrder, at: Date) {
  const sameField =
    order.action === 'segment'
      ? `y.action = 'segment' and $3::text is not null`
      : `y.action in ('tag', 'untag') and lower(y.detail ->> 'tag') = lower($3)`;
  const { rows } = await sql.query<BulkRow>(
    `select ${bulkColumns} from contact_bulks y
      where y.id <> $1 and ${sameField}
        and (y.status in ('queued', 'running', 'undoing')
             or (y.status = 'completed' and y.undo_until > $2))
        and (y.completed_at is null
             or (y.completed_at, y.id) > (select completed_at, id from contact_bulks where id = $1))
        and exists (
              select from contact_bulk_items mine
                join contact_bulk_items theirs on theirs.contact_id = mine.contact_id
               where mine.bulk_id = $1 and mine.outcome = 'changed' and theirs.bulk_id = y.id
                 and (theirs.outcome = 'changed' or (theirs.outcome is null and y.completed_at is null)))
      order by y.completed_at desc nulls first, y.id desc limit 1`,
    [id, at, wordOf(order)],
  );
  const [row] = rows;
  const found = row && bulkOf(row);
  return found?.order ? { order: found.order, by: found.createdBy } : null;
}

export async function undoStep(sql: Sql, id: string, limit: number, at: Date): Promise<BulkStep> {
  const bulk = await lockBulk(sql, id, 'undoing');
  if (!bulk || !isUndoable(bulk.order)) return null;
  const ids = await nextItems(sql, id, limit, bulk.cursor, `and outcome = 'changed'`);
  if (ids.length === 0) return null;
  await lockContacts(sql, ids);
  const undo = undos[bulk.order.action];
  const { rows: put } = await sql.query<{ undone: number }>(
    `with was as (
       select c.id, c.segment, c.tags, i.before from contact_bulk_items i join phone_contacts c on c.id = i.contact_id
        where i.bulk_id = $1 and i.contact_id = any($2::uuid[]) and c.erased_at is null),
     restored as (
       update phone_contacts c set ${undo.set}, updated_at = $4 from was w
        where c.id = w.id and ${undo.stands} returning c.id),
     noted as (
       update contact_bulk_items i set undone = i.contact_id in (select id from restored)
        where i.bulk_id = $1 and i.contact_id = any($2::uuid[])),
     handed as (
       update contact_bulk_items o set ${undo.handed} from was w, contact_bulks b
        where o.contact_id = w.id and o.bulk_id = b.id and b.id <> $1
          and o.outcome = 'changed' and o.undone is null and ${undo.onTop} and not (${undo.stands}))
     select count(*)::int as undone from restored`,
    [id, ids, wordOf(bulk.order), at],
  );
  const undone = put[0]?.undone ?? 0;
  const { rows } = await sql.query<{ done: number; total: number }>(
    `update contact_bulks set cursor = $2, undone = undone + $3, kept = kept + $4
      where id = $1 returning undone + kept as done, changed as total`,
    [id, ids.at(-1), undone, ids.length - undone],
  );
  return rows[0] ?? null;
}
