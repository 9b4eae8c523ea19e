import {
  type FilterUse,
  type SavedFilter,
  type SavedFilterStore,
  savedDefinition,
} from '../../features/contacts/index.ts';
import { appendAudit } from './audit-log.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

type Row = Omit<SavedFilter, 'filter'> & { filter: unknown };
const columns = `id, name, filter, created_by as "createdBy", updated_at as "updatedAt"`;
const savedOf = (row: Row): SavedFilter => ({ ...row, filter: savedDefinition.parse(row.filter) });

/** Those that would ask the filter again: not begun, or back to being a draft by an edit. */
const useSql = `select id, name from phone_campaigns
  where target_filter ->> 'savedFilter' = $1::text and status in ('draft', 'submitted', 'scheduled')
  order by updated_at desc`;

export function savedFilterStore(db: Database): SavedFilterStore {
  const audit = (sql: Sql, what: string, id: string, actor: string, at: Date) =>
    appendAudit(sql, { at, actor, action: `saved-filter.${what}`, subject: `saved-filter:${id}` });

  return {
    async list() {
      const { rows } = await db.pool.query<Row>(
        `select ${columns} from saved_filters order by lower(name), id`,
      );
      return rows.map(savedOf);
    },

    async get(id) {
      const { rows } = await db.pool.query<Row>(
        `select ${columns} from saved_filters where id = $1`,
        [id],
      );
      return rows[0] ? savedOf(rows[0]) : null;
    },

    save: ({ name, filter, replace }, by, at) =>
      inTransaction(db, async (sql) => {
        const { rows } = await sql.query<Row & { isNew: boolean }>(
          `insert into saved_filters as s (name, filter, created_by, created_at, updated_at)
           values ($1, $2, $3, $4, $4)
           on conflict (name) do update set filter = excluded.filter, updated_at = excluded.updated_at
             where $5::boolean
           returning ${columns}, xmax = 0 as "isNew"`,
          [name, JSON.stringify(filter), by, at, replace],
        );
        if (!rows[0]) return null;
        const { isNew, ...saved } = rows[0];
        await audit(sql, isNew ? 'saved' : 'changed', saved.id, by, at);
        return savedOf(saved);
      }),

    rename: (id, name, by, at) =>
      inTransaction(db, async (sql) => {
        const others = await sql.query('select 1 from saved_filters where name = $2 and id <> $1', [
          id,
          name,
        ]);
        if (others.rowCount) return 'taken' as const;
        const { rowCount } = await sql.query(
          'update saved_filters set name = $2, updated_at = $3 where id = $1',
          [id, name, at],
        );
        if (!rowCount) return 'gone' as const;
        await audit(sql, 'renamed', id, by, at);
        return 'renamed' as const;
      }),

    async usedBy(id) {
      return (await db.pool.query<FilterUse>(useSql, [id])).rows;
    },

    remove: (id, by, at) =>
      inTransaction(db, async (sql) => {
        const uses = await sql.query<FilterUse>(useSql, [id]);
        if (uses.rows.length > 0) return uses.rows;
        const { rowCount } = await sql.query('delete from saved_filters where id = $1', [id]);
        if (!rowCount) return 'gone' as const;
        await audit(sql, 'removed', id, by, at);
        return 'removed' as const;
      }),
  };
}
