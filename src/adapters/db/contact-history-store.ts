import type {
  ContactHistory,
  HistoryCounts,
  HistoryMessage,
} from '../../features/contacts/index.ts';
import { Decimal } from '../../shared/money.ts';
import type { Database } from './database.ts';

const ofContact = 'c.phone = (select phone from phone_contacts where id = $1)';

export function contactHistory(db: Database): ContactHistory {
  return {
    async counts(contactId) {
      const { rows } = await db.pool.query<Omit<HistoryCounts, 'spent'> & { spent: string }>(
        `select (count(*) filter (where c.direction = 'outbound'))::int as outbound,
                (count(*) filter (where c.direction = 'inbound'))::int as inbound,
                count(distinct c.campaign_id)::int as campaigns,
                (select count(*)::int from conversions where phone_contact_id = $1) as purchases,
                (select coalesce(sum(amount), 0) from conversions where phone_contact_id = $1) as spent
           from phone_communications c where ${ofContact}`,
        [contactId],
      );
      const [row] = rows;
      if (!row) throw new Error('counting answers one row');
      return { ...row, spent: new Decimal(row.spent) };
    },

    async messages(contactId, page, size) {
      const { rows } = await db.pool.query<HistoryMessage & { total: number }>(
        `select c.id, c.direction = 'inbound' as inbound, c.type as channel, c.purpose,
                k.name as "campaignName", c.step, c.status, c.label, c.reasons,
                c.error_code as "errorCode", coalesce(c.message, '') as text,
                coalesce(c.sent_at, c.final_at, case when c.direction = 'inbound' then c.created_at else c.due_at end,
                         c.created_at) as at,
                (count(*) over ())::int as total
           from phone_communications c left join phone_campaigns k on k.id = c.campaign_id
          where ${ofContact} order by at desc, c.id limit $2 offset $3`,
        [contactId, size, (page - 1) * size],
      );
      return { total: rows[0]?.total ?? 0, rows };
    },

    async importNames(ids) {
      const { rows } = await db.pool.query<{ id: string; name: string }>(
        'select id, file_name as name from imports where id::text = any($1::text[])',
        [ids],
      );
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
}
