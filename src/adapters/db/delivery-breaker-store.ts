import {
  type BreakerStore,
  breakerCodes,
  breakerLimits,
  type Tally,
} from '../../features/delivery/index.ts';
import type { Database } from './database.ts';

const { region, filtered, failures, 'opt-outs': optOuts } = breakerLimits;

const failed = `a.outcome in ('refused', 'failed')`;
/** Nobody was reached (no answer at all), told to wait, or our account was refused. */
const ourOwn = `(a.error_code = any($1) or (a.outcome = 'refused' and a.error_code is null
  and (a.http_status is null or a.http_status in (401, 403, 429))))`;

/** Finished attempts of campaign `k` (in the words of their index), made after it was last resumed. */
const finished = `a.outcome in ('refused', 'delivered', 'read', 'failed') and a.campaign_id = k.id and a.attempted_at > coalesce((
  select max(e.at) from campaign_events e where e.campaign_id = k.id and e.kind = 'resumed'), '-infinity')`;

/**
 * The newest finished attempts of each running campaign, by `delivery_attempts_finished`: a few
 * hundred rows each, however many it has sent.
 */
const talliesSql = `
  select k.id, f.of_region, f.region, f.of_filtered, f.filtered, f.of_failures, f.failures, o.of_opt_outs, o.opt_outs
    from phone_campaigns k
   cross join lateral (
     select least(count(*), ${region.last})::int as of_region,
            least(count(*), ${filtered.last})::int as of_filtered, count(*)::int as of_failures,
            count(*) filter (where nth <= ${region.last} and failed and code = any($2))::int as region,
            count(*) filter (where nth <= ${filtered.last} and failed and code = any($3))::int as filtered,
            count(*) filter (where failed)::int as failures
       from (select row_number() over (order by a.attempted_at desc, a.id) as nth,
                    ${failed} as failed, a.error_code as code
               from delivery_attempts a
              where ${finished} and not (${failed} and ${ourOwn})
              order by a.attempted_at desc, a.id limit ${failures.last}) last) f
   cross join lateral (
     select count(*)::int as of_opt_outs,
            count(*) filter (where refused or exists (
              select 1 from phone_communications i
               where i.phone = last.phone and i.direction = 'inbound' and i.label = 'opt_out'
                 and i.reply_to = last.communication_id))::int as opt_outs
       from (select a.phone, a.communication_id, ${failed} as refused
               from delivery_attempts a
              where ${finished} and (a.outcome in ('delivered', 'read')
                     or (${failed} and a.error_code = any($4)))
              order by a.attempted_at desc, a.id limit ${optOuts.last}) last) o
   where k.status = 'running'`;

type TallyRow = {
  id: string;
  of_region: number;
  region: number;
  of_filtered: number;
  filtered: number;
  of_failures: number;
  failures: number;
  of_opt_outs: number;
  opt_outs: number;
};

export const createBreakerStore = (db: Database): BreakerStore => ({
  async tallies() {
    const { ignored, region, filtered, optOuts } = breakerCodes;
    const { rows } = await db.pool.query<TallyRow>(talliesSql, [
      ignored,
      region,
      filtered,
      optOuts,
    ]);
    return rows.map(tallyOf);
  },
});

const tallyOf = (row: TallyRow): Tally => ({
  campaignId: row.id,
  counts: {
    region: { n: row.region, of: row.of_region },
    filtered: { n: row.filtered, of: row.of_filtered },
    'opt-outs': { n: row.opt_outs, of: row.of_opt_outs },
    failures: { n: row.failures, of: row.of_failures },
  },
});
