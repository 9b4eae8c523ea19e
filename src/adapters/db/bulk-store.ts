import type { BulkOrder, BulkStore } from '../../features/contacts/index.ts';
import { appendAudit } from './audit-log.ts';
import { type BulkRow, bulkColumns, bulkOf } from './bulk-rows.ts';
import { bulkStep } from './bulk-steps.ts';
import { beginUndo, undoStep } from './bulk-undo.ts';
import { isOutForGood } from './consent-ledger.ts';
import { compileFilter, resolveFilter } from './contact-filter.ts';
import { type Database, inTransaction, type Sql } from './database.ts';
import { exportFiles } from './export-files.ts';

const tagged = (parameter: string): string =>
  `exists (select from jsonb_array_elements_text(tags) t where lower(t) = lower(${parameter}))`;

/** Who is already as they would be afterwards; a text parameter holds the segment or tag. */
const alreadySql: Readonly<Record<BulkOrder['action'], (parameter: string) => string>> = {
  segment: (parameter) => `segment = ${parameter}`,
  tag: tagged,
  untag: (parameter) => `not ${tagged(parameter)}`,
  'opt-out': (parameter) =>
    `${isOutForGood('phone_contacts.phone')} and ${parameter}::text is null`,
  export: (parameter) => `${parameter}::text is not null`,
};

const wordOf = (order: BulkOrder): string | null =>
  order.action === 'segment' ? order.segment : 'tag' in order ? order.tag : null;

const waitingSql = `select count(*)::int from phone_communications c
  where c.phone = phone_contacts.phone and c.direction = 'outbound' and c.status = 'queued'`;

export function bulkStore(db: Database): BulkStore {
  return {
    ...exportFiles(db),

    count: (filter) => countIn(db.pool, filter),

    async choose(filter, total, by, at) {
      const { rows } = await db.pool.query<BulkRow>(
        `insert into contact_bulks (filter, status, total, created_by, created_at)
         values ($1, 'chosen', $2, $3, $4) returning ${bulkColumns}`,
        [JSON.stringify(filter), total, by, at],
      );
      const [row] = rows;
      if (!row) throw new Error('the choice was not written');
      return bulkOf(row);
    },

    async get(id) {
      const { rows } = await db.pool.query<BulkRow>(
        `select ${bulkColumns} from contact_bulks where id = $1`,
        [id],
      );
      return rows[0] ? bulkOf(rows[0]) : null;
    },

    async plan(filter, order) {
      const { where, params } = compileFilter(await resolveFilter(db.pool, filter));
      const word = `$${params.length + 1}`;
      const waiting = order.action === 'opt-out' ? `coalesce(sum((${waitingSql})), 0)::int` : '0';
      const { rows } = await db.pool.query<{ total: number; already: number; waiting: number }>(
        `select count(*)::int as total,
                (count(*) filter (where ${alreadySql[order.action](word)}))::int as already,
                ${waiting} as waiting
           from phone_contacts where ${where} and erased_at is null`,
        [...params, wordOf(order)],
      );
      return rows[0] ?? { total: 0, already: 0, waiting: 0 };
    },

    confirm: (asked) =>
      inTransaction(db, async (sql) => {
        const { id, filter, order, agreed, by, at } = asked;
        const { action, ...detail } = order;
        const { rowCount } = await sql.query(
          `insert into contact_bulks (id, filter, action, detail, status, created_by, created_at)
           values ($1, $2, $3, $4, 'queued', $5, $6) on conflict (id) do nothing`,
          [id, JSON.stringify(filter), action, JSON.stringify(detail), by, at],
        );
        if (rowCount === 0) return { kind: 'again' as const };
        const count =
          action === 'export' ? await countIn(sql, filter) : await writeItems(sql, id, filter);
        if (count === 0 || count > agreed) {
          await sql.query('delete from contact_bulks where id = $1', [id]);
          return count === 0 ? { kind: 'nobody' as const } : { kind: 'more' as const, count };
        }
        await sql.query('update contact_bulks set total = $2 where id = $1', [id, count]);
        await appendAudit(sql, {
          at,
          actor: by,
          action: 'contacts.bulk-confirmed',
          subject: `bulk:${id}`,
          detail: { ...detail, action, total: count },
        });
        return { kind: 'confirmed' as const };
      }),

    async move(id, from, to, { at, errorCode = null, undoUntil = null }) {
      const { rowCount } = await db.pool.query(
        `update contact_bulks
            set status = $3, error_code = $4, undo_until = coalesce($5, undo_until),
                completed_at = case when $3 in ('completed', 'failed') then $6::timestamptz else completed_at end,
                undone_at = case when $3 = 'undone' then $6::timestamptz end
          where id = $1 and status = any($2)`,
        [id, from, to, errorCode, undoUntil, at],
      );
      return rowCount === 1;
    },

    async setMessage(id, channel, messageTs) {
      await db.pool.query('update contact_bulks set channel = $2, message_ts = $3 where id = $1', [
        id,
        channel,
        messageTs,
      ]);
    },

    step: (id, limit, at) => inTransaction(db, (sql) => bulkStep(sql, id, limit, at)),
    undoStep: (id, limit, at) => inTransaction(db, (sql) => undoStep(sql, id, limit, at)),

    async cancelQueued(id, at) {
      const { rowCount } = await db.pool.query(
        `update phone_communications set status = 'skipped', reasons = '{opted-out}', final_at = $2
          where id in (select c.id from phone_communications c
                        where c.status = 'queued' and c.direction = 'outbound' and c.purpose = 'marketing'
                          and c.phone in (${phonesSql}) order by c.id for no key update)`,
        [id, at],
      );
      return rowCount ?? 0;
    },

    async isCalling(id) {
      const { rows } = await db.pool.query<{ calling: boolean }>(
        `select exists (select from delivery_attempts
                         where outcome = 'calling' and phone in (${phonesSql})) as calling`,
        [id],
      );
      return rows[0]?.calling ?? false;
    },

    beginUndo: (id, by, at) => inTransaction(db, (sql) => beginUndo(sql, id, by, at)),

    async unfinished() {
      const { rows } = await db.pool.query<{ id: string }>(
        `select id from contact_bulks
          where status in ('queued', 'running', 'undoing')
             or (status = 'completed' and file_id is not null and sent_at is null)
          order by created_at`,
      );
      return rows.map(({ id }) => id);
    },

    handOver: (id, detail, by, at) =>
      inTransaction(db, async (sql) => {
        const action = 'contacts.bulk-handed-over';
        await appendAudit(sql, { at, actor: by, action, subject: `bulk:${id}`, detail });
      }),

    async purge(at) {
      await db.pool.query(
        `delete from contact_bulks where status = 'chosen' and created_at < $1::timestamptz - interval '7 days'`,
        [at],
      );
      await db.pool.query(
        `delete from contact_bulk_items i using contact_bulks b
          where b.id = i.bulk_id and b.status in ('completed', 'undone', 'failed')
            and coalesce(b.undo_until, b.completed_at) < $1::timestamptz - interval '1 day'`,
        [at],
      );
    },
  };
}

const phonesSql = `select p.phone from contact_bulk_items i join phone_contacts p on p.id = i.contact_id
  where i.bulk_id = $1 and i.outcome <> 'skipped'`;

async function countIn(sql: Sql, filter: Parameters<BulkStore['count']>[0]): Promise<number> {
  const { where, params } = compileFilter(await resolveFilter(sql, filter));
  const { rows } = await sql.query<{ n: number }>(
    `select count(*)::int as n from phone_contacts where ${where} and erased_at is null`,
    params,
  );
  return rows[0]?.n ?? 0;
}

async function writeItems(
  sql: Sql,
  id: string,
  filter: Parameters<BulkStore['count']>[0],
): Promise<number> {
  const { where, params } = compileFilter(await resolveFilter(sql, filter));
  const { rowCount } = await sql.query(
    `insert into contact_bulk_items (bulk_id, contact_id)
     select $${params.length + 1}::uuid, id from phone_contacts where ${where} and erased_at is null`,
    [...params, id],
  );
  return rowCount ?? 0;
}
