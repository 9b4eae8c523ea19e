import {
  type BreakerStore,
  breakerCodes,
  breakerLimits,
  type Tally,
} from '../../features/delivery/index.ts';
import type { Database } from './database.ts';

const { region, filtered, failures, 'opt-outs': optOuts } = breakerLimits;

/** Nobody was reached (no answer at all), told to wait, or our account was refused. */
const ourOwn = `(a.outcome in ('refused', 'failed') and (a.error_code = any($1)
  or (a.outcome = 'refused' and a.error_code is null
      and (a.http_status is null or a.http_status in (401, 403, 429)))))`;

/** A second try goes to a phone that has been missed before: it says nothing about the campaign. */
const firstTry = `not exists (
  select 1 from delivery_attempts e
   where e.communication_id = a.communication_id and e.n < a.n and e.outcome = 'failed')`;

const sinceResumed = `a.attempted_at > coalesce((
  select max(e.at) from campaign_events e where e.campaign_id = k.id and e.kind = 'resumed'), '-infinity')`;

/** Newest first, by `delivery_attempts_answered`, in the words of that index. */
const answered = `
  select a.outcome = 'refused' as refused, a.error_code as code, a.attempted_at as at
    from delivery_attempts a
   where a.campaign_id = k.id and a.outcome in ('accepted', 'refused', 'delivered', 'read', 'failed')
     and ${sinceResumed} and not ${ourOwn} and ${firstTry}
   order by a.attempted_at desc limit ${Math.max(failures.last, optOuts.last)}`;

/**
 * As they came in, by `delivery_attempts_received`. Those of before the last resume may still come
 * for a while; beyond a few thousand nobody looks for what is behind them.
 */
const received = `
  select a.* from (
    select a.* from delivery_attempts a
     where a.campaign_id = k.id and a.outcome in ('delivered', 'read', 'failed')
     order by a.settled_at desc limit 3000) a
   where ${sinceResumed} and not ${ourOwn} and ${firstTry}`;

const nth = 'row_number() over (order by at desc) as nth';

/** A few thousand rows of each running campaign at most, however many it has sent. */
const talliesSql = `
  select k.id, a.of_answered, a.of_opt_outs, a.refused, a.of_region, a.region, a.for_opt_out,
         r.of_received, r.failed, r.of_filtered, r.filtered, d.of_delivered, d.opted_out
    from phone_campaigns k
   cross join lateral (
     select least(count(*), ${failures.last})::int as of_answered, count(*)::int as of_opt_outs,
            least(count(*), ${region.last})::int as of_region,
            count(*) filter (where refused and nth <= ${failures.last})::int as refused,
            count(*) filter (where refused and nth <= ${region.last} and code = any($2))::int as region,
            count(*) filter (where refused and code = any($4))::int as for_opt_out
       from (select *, ${nth} from (${answered}) a) a) a
   cross join lateral (
     select least(count(*), ${failures.last})::int as of_received,
            least(count(*), ${filtered.last})::int as of_filtered,
            count(*) filter (where failed and nth <= ${failures.last})::int as failed,
            count(*) filter (where failed and nth <= ${filtered.last} and code = any($3))::int as filtered
       from (select *, ${nth}
               from (select a.outcome = 'failed' as failed, a.error_code as code, a.settled_at as at
                       from (${received}) a order by a.settled_at desc
                      limit ${Math.max(failures.last, filtered.last)}) r) r) r
   cross join lateral (
     select count(*)::int as of_delivered,
            count(*) filter (where exists (
              select 1 from phone_communications i
               where i.phone = d.phone and i.direction = 'inbound' and i.label = 'opt_out'
                 and i.reply_to = d.communication_id))::int as opted_out
       from (select a.phone, a.communication_id from (${received}) a where a.outcome <> 'failed'
              order by a.settled_at desc limit ${optOuts.last}) d) d
   where k.status = 'running'`;

type TallyRow = {
  id: string;
  of_answered: number;
  of_opt_outs: number;
  refused: number;
  of_region: number;
  region: number;
  for_opt_out: number;
  of_received: number;
  failed: number;
  of_filtered: number;
  filtered: number;
  of_delivered: number;
  opted_out: number;
};

export const createBreakerStore = (db: Database): BreakerStore => ({
  async tallies() {
    const codes = breakerCodes;
    const { rows } = await db.pool.query<TallyRow>(talliesSql, [
      codes.ignored,
      codes.region,
      codes.filtered,
      codes.optOuts,
    ]);
    return rows.map(tallyOf);
  },
});

const tallyOf = (row: TallyRow): Tally => ({
  campaignId: row.id,
  refused: { n: row.refused, of: row.of_answered },
  refusedForRegion: { n: row.region, of: row.of_region },
  refusedForOptOut: { n: row.for_opt_out, of: row.of_opt_outs },
  failed: { n: row.failed, of: row.of_received },
  filtered: { n: row.filtered, of: row.of_filtered },
  optedOut: { n: row.opted_out, of: row.of_delivered },
});
