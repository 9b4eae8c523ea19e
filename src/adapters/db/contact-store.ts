import type { ContactStore, Sight, StateRate } from '../../features/contacts/index.ts';
import { campaignMessage, isReply } from './analytics-sql.ts';
import { compileFilter, resolveFilter } from './contact-filter.ts';
import { recordOutcomes } from './contact-outcome.ts';
import { type Paging, pageOf } from './contact-page.ts';
import { type ContactRow, contactColumns, contactOf } from './contact-rows.ts';
import { markUnreachable } from './contact-unreachable.ts';
import { type Database, inTransaction } from './database.ts';

export function contactStore(db: Database, paging?: Paging): ContactStore {
  const compiled = async (filter: Parameters<ContactStore['count']>[0], sight?: Sight) =>
    compileFilter(await resolveFilter(db.pool, filter, sight));

  return {
    async count(filter) {
      const { where, params } = await compiled(filter);
      const { rows } = await db.pool.query<{ total: number }>(
        `select count(*)::int as total from phone_contacts where ${where}`,
        params,
      );
      return rows[0]?.total ?? 0;
    },

    async find(filter, sort, page, sight) {
      return pageOf(db, await resolveFilter(db.pool, filter, sight), sort, page, paging);
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
      const { where, params } = await compiled(filter);
      const { rows } = await db.pool.query<{ state: string; count: number }>(
        `select state, count(*)::int as count from phone_contacts where ${where}
          group by state order by count desc, state`,
        params,
      );
      return rows;
    },

    async statesWithRates(filter, sight) {
      const { where, params } = await compiled(filter, sight);
      const { rows } = await db.pool.query<StateRate>(
        `with people as (select id, state from phone_contacts where ${where}),
              sent as (
                select c.phone_contact_id as id, c.id as message,
                       c.delivered_at is not null or c.read_at is not null as delivered
                  from phone_communications c
                 where ${campaignMessage('c')} and c.sent_at is not null and c.status <> 'failed'),
              answered as (
                select distinct i.reply_to as message from phone_communications i
                 where ${isReply('i')} and i.reply_to is not null),
              figures as (
                select p.state,
                       (count(*) filter (where s.delivered or a.message is not null))::int as delivered,
                       count(a.message)::int as replied
                  from sent s join people p on p.id = s.id left join answered a using (message)
                 group by p.state)
         select state, count(*)::int as contacts, coalesce(max(f.delivered), 0) as delivered,
                coalesce(max(f.replied), 0) as replied
           from people left join figures f using (state)
          group by state order by contacts desc, state`,
        params,
      );
      return rows;
    },

    async namesAmong(words) {
      const { rows } = await db.pool.query<{ kind: string; name: string }>(
        `select 'segment' as kind, w as name from unnest($1::text[]) w
          where exists (select 1 from phone_contacts where segment = w)
         union all
         select 'tag', w from unnest($1::text[]) w
          where exists (select 1 from phone_contacts where tags @> jsonb_build_array(w))`,
        [words],
      );
      const of = (wanted: string) =>
        rows.filter(({ kind }) => kind === wanted).map(({ name }) => name);
      return { segments: of('segment'), tags: of('tag') };
    },

    async carriersAndImports() {
      const [carriers, imports] = await Promise.all([
        db.pool.query<{ name: string; count: number }>(
          `select carrier as name, count(*)::int as count from phone_contacts
            where carrier is not null group by carrier order by count desc, carrier limit 100`,
        ),
        db.pool.query<{ id: string; fileName: string; at: Date }>(
          `select id, file_name as "fileName", created_at as at from imports
            where kind = 'contacts' and status in ('running', 'completed', 'canceled')
            order by created_at desc limit 50`,
        ),
      ]);
      return { carriers: carriers.rows, imports: imports.rows };
    },

    recordOutcomes: (outcomes, now) =>
      inTransaction(db, (sql) => recordOutcomes(sql, outcomes, now)),

    markUnreachable: (codes, since, now) =>
      inTransaction(db, (sql) => markUnreachable(sql, codes, since, now)),
  };
}
