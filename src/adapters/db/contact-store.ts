import type { ContactSort, ContactStore } from '../../features/contacts/index.ts';
import { compileFilter } from './contact-filter.ts';
import { recordOutcomes } from './contact-outcome.ts';
import {
  type ContactRow,
  contactColumns,
  contactOf,
  type SummaryRow,
  summaryColumns,
  summaryOf,
} from './contact-rows.ts';
import { markUnreachable } from './contact-unreachable.ts';
import { type Database, inTransaction } from './database.ts';

const orders: Readonly<Record<ContactSort, string>> = {
  name: 'lower(name), id',
  newest: 'created_at desc, id',
  score: 'lead_score desc, id',
  'last-contact': 'last_contact_date desc nulls last, id',
  state: 'state, lower(name), id',
};

export function contactStore(db: Database): ContactStore {
  async function count(filter: Parameters<ContactStore['count']>[0]): Promise<number> {
    const { where, params } = compileFilter(filter);
    const { rows } = await db.pool.query<{ total: number }>(
      `select count(*)::int as total from phone_contacts where ${where}`,
      params,
    );
    return rows[0]?.total ?? 0;
  }

  return {
    count,

    async find(filter, sort, { number, size }) {
      const { where, params } = compileFilter(filter);
      const { rows } = await db.pool.query<SummaryRow>(
        `select ${summaryColumns} from phone_contacts where ${where}
          order by ${orders[sort]} limit ${Number(size)} offset ${Number((number - 1) * size)}`,
        params,
      );
      return { total: await count(filter), rows: rows.map(summaryOf) };
    },

    async get(id) {
      const { rows } = await db.pool.query<ContactRow>(
        `select ${contactColumns} from phone_contacts where id = $1`,
        [id],
      );
      return rows[0] ? contactOf(rows[0]) : null;
    },

    async getByPhone(phone) {
      const { rows } = await db.pool.query<ContactRow>(
        `select ${contactColumns} from phone_contacts where phone = $1`,
        [phone],
      );
      return rows[0] ? contactOf(rows[0]) : null;
    },

    async segmentsAndTags() {
      const { rows } = await db.pool.query<{ kind: string; name: string; count: number }>(
        `select 'segment' as kind, segment as name, count(*)::int as count
           from phone_contacts group by segment
         union all
         select 'tag', tag, count(*)::int
           from phone_contacts cross join lateral jsonb_array_elements_text(tags) as tag group by tag
         order by 1, 3 desc, 2`,
      );
      const of = (wanted: string) =>
        rows.filter(({ kind }) => kind === wanted).map(({ name, count }) => ({ name, count }));
      return { segments: of('segment'), tags: of('tag') };
    },

    async statesWithCounts(filter) {
      const { where, params } = compileFilter(filter);
      const { rows } = await db.pool.query<{ state: string; count: number }>(
        `select state, count(*)::int as count from phone_contacts where ${where}
          group by state order by count desc, state`,
        params,
      );
      return rows;
    },

    recordOutcomes: (outcomes, now) =>
      inTransaction(db, (sql) => recordOutcomes(sql, outcomes, now)),

    markUnreachable: (codes, since, now) =>
      inTransaction(db, (sql) => markUnreachable(sql, codes, since, now)),
  };
}
