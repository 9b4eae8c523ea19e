import { type AlertFigures, type AlertStore, knownCodes } from '../../features/delivery/index.ts';
import { type Database, inTransaction } from './database.ts';

const lockKey = 4_207_002;

/** A refused account may come without a code, or with one that is not in the table. */
const failuresSql = `
  select d.*, case when d.http_status in (401, 403) and (d.error_code is null or not d.error_code = any($1))
                   then '20003' else d.error_code end as code
    from delivery_attempts d where d.outcome in ('refused', 'failed')`;

/** What failed longer ago is no news. Longer than any restart takes. */
const newsFor = `interval '2 hours'`;
const tellFor = `interval '1 hour'`;

export const createAlertStore = (db: Database): AlertStore => ({
  open: (codes, now) =>
    inTransaction(db, async (sql) => {
      // One at a time: whoever comes second sees what the first has opened.
      await sql.query('select pg_advisory_xact_lock($1)', [lockKey]);
      await sql.query(
        `insert into carrier_alerts (code, after, until)
         select f.code, max(f.after), $3::timestamptz + ${tellFor}
           from (select f.code, f.settled_at, greatest($3::timestamptz - ${newsFor},
                        (select max(a.until) from carrier_alerts a where a.code = f.code)) as after
                   from (${failuresSql} and d.settled_at > $3::timestamptz - ${newsFor}) f
                  where f.code = any($2)) f
          where f.settled_at > f.after
          group by f.code`,
        [knownCodes, codes, now],
      );
    }),

  async current(now) {
    const { rows } = await db.pool.query<AlertFigures>(
      `select a.id, a.code, f.messages, f.people, f.phones, f.campaigns
         from carrier_alerts a
        cross join lateral (
          select count(distinct f.communication_id)::int as messages,
                 count(distinct f.phone)::int as people,
                 coalesce((array_agg(distinct f.phone))[1:200], '{}') as phones,
                 array(select k.name from phone_campaigns k
                        where k.id = any(array_agg(f.campaign_id)) order by k.created_at desc, k.id limit 10) as campaigns
            from (${failuresSql}) f
           where f.settled_at > a.after and f.settled_at <= a.until and f.code = a.code) f
        where a.told_at is null or a.until > $2::timestamptz - interval '5 minutes'
        order by a.until, a.id`,
      [knownCodes, now],
    );
    return rows;
  },

  async told(id, now) {
    await db.pool.query('update carrier_alerts set told_at = coalesce(told_at, $2) where id = $1', [
      id,
      now,
    ]);
  },
});
