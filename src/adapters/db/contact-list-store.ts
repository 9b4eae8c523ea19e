import {
  type ContactList,
  type ListStore,
  parseFilter,
  type Selection,
} from '../../features/contacts/index.ts';
import type { Database } from './database.ts';

type Row = Omit<ContactList, 'filter' | 'place'> & ContactList['place'] & { filter: unknown };

const columns = `id, owner, filter, sort, view, size, page, picked, channel,
  message_ts as "messageTs", response_url as "responseUrl"`;

const listOf = ({ filter, channel, messageTs, responseUrl, ...row }: Row): ContactList => ({
  ...row,
  filter: parseFilter(filter),
  place: { channel, messageTs, responseUrl },
});

export function listStore(db: Database): ListStore {
  return {
    async create({ place, ...list }, at, expiresAt) {
      const { rows } = await db.pool.query<Row>(
        `with old as (delete from contact_lists where expires_at <= $11)
         insert into contact_lists (owner, filter, sort, view, size, page, picked, channel,
                                    message_ts, response_url, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning ${columns}`,
        [
          list.owner,
          JSON.stringify(list.filter),
          list.sort,
          list.view,
          list.size,
          list.page,
          list.picked,
          place.channel,
          place.messageTs,
          place.responseUrl,
          at,
          expiresAt,
        ],
      );
      if (!rows[0]) throw new Error('the list was not saved');
      return listOf(rows[0]);
    },

    async get(id, owner, now) {
      const { rows } = await db.pool.query<Row>(
        `select ${columns} from contact_lists where id = $1 and owner = $2 and expires_at > $3`,
        [id, owner, now],
      );
      return rows[0] ? listOf(rows[0]) : null;
    },

    async change(id, owner, { place, ...change }, now) {
      const { rows } = await db.pool.query<Row>(
        `update contact_lists set
           filter = coalesce($4, filter), sort = coalesce($5, sort), view = coalesce($6, view),
           size = coalesce($7, size), page = coalesce($8, page), picked = coalesce($9, picked),
           channel = case when $10 then $11 else channel end,
           message_ts = case when $10 then $12 else message_ts end,
           response_url = case when $10 then $13 else response_url end
         where id = $1 and owner = $2 and expires_at > $3 returning ${columns}`,
        [
          id,
          owner,
          now,
          change.filter ? JSON.stringify(change.filter) : null,
          change.sort ?? null,
          change.view ?? null,
          change.size ?? null,
          change.page ?? null,
          change.picked ?? null,
          place !== undefined,
          place?.channel ?? null,
          place?.messageTs ?? null,
          place?.responseUrl ?? null,
        ],
      );
      return rows[0] ? listOf(rows[0]) : null;
    },

    async saveSelection(selection, owner, at, expiresAt) {
      const byIds = 'ids' in selection;
      const { rows } = await db.pool.query<{ id: string }>(
        `with old as (delete from contact_selections where expires_at <= $4)
         insert into contact_selections (owner, filter, ids, created_at, expires_at)
         values ($1, $2, $3, $4, $5) returning id`,
        [
          owner,
          byIds ? null : JSON.stringify(selection.filter),
          byIds ? selection.ids : [],
          at,
          expiresAt,
        ],
      );
      if (!rows[0]) throw new Error('the selection was not saved');
      return rows[0].id;
    },

    async selection(id, owner, now): Promise<Selection | null> {
      const { rows } = await db.pool.query<{ filter: unknown; ids: string[] }>(
        `select filter, ids from contact_selections where id = $1 and owner = $2 and expires_at > $3`,
        [id, owner, now],
      );
      const [row] = rows;
      if (!row) return null;
      return row.filter === null ? { ids: row.ids } : { filter: parseFilter(row.filter) };
    },
  };
}
