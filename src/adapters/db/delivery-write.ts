import type { Changed } from '../../features/delivery/index.ts';
import { Decimal } from '../../shared/money.ts';
import type { Sql } from './database.ts';

/** Later changes of the same attempt come later in the list and win. */
const lastOf = (changed: readonly Changed[]): Changed[] => [
  ...new Map(changed.map((one) => [one.state.attemptId, one])).values(),
];

/**
 * An id that another attempt holds, or an earlier one of the same statement, is left to it: one
 * message told of two attempts must not keep everything that is written together from being recorded.
 */
const freeCarrierId = `case
  when u.first and not exists (select 1 from delivery_attempts o where o.carrier_id = u.carrier_id)
  then u.carrier_id end`;

export async function writeAttempts(
  sql: Sql,
  changed: readonly Changed[],
  realNow: Date,
): Promise<void> {
  const last = lastOf(changed);
  const settled = changed.filter(({ change }) => change.settle !== null);
  if (last.length === 0) return;
  await sql.query(
    `update delivery_attempts a
        set outcome = u.outcome, carrier_id = coalesce(a.carrier_id, ${freeCarrierId}),
            error_code = u.error_code, http_status = coalesce(u.http_status, a.http_status),
            answered_at = coalesce(a.answered_at, $6)
       from (select *, row_number() over (partition by carrier_id order by at) = 1 as first
               from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[]) with ordinality
                 as r (id, outcome, carrier_id, error_code, http_status, at)) u
      where a.id = u.id`,
    [
      last.map(({ state }) => state.attemptId),
      last.map(({ change }) => change.outcome),
      last.map(({ change }) => change.carrierId),
      last.map(({ change }) => change.errorCode),
      last.map(({ change }) => change.httpStatus),
      realNow,
    ],
  );
  if (settled.length === 0) return;
  await sql.query(
    `update delivery_attempts a set settled_at = $3, cost = u.cost, price_source = 'table'
       from unnest($1::uuid[], $2::numeric[]) as u (id, cost) where a.id = u.id and a.settled_at is null`,
    [
      settled.map(({ state }) => state.attemptId),
      settled.map(({ change }) => change.settle?.toFixed(6) ?? '0'),
      realNow,
    ],
  );
}

/** The carrier took it, or the person proved that it did. */
const wasSent = ({ carrierId, outcome, rowStatus }: Changed['change']): boolean =>
  (carrierId !== null && outcome !== 'refused') ||
  ['delivered', 'read', 'replied'].includes(rowStatus);

export async function writeRows(sql: Sql, changed: readonly Changed[], now: Date): Promise<void> {
  const rows = [...new Map(changed.map((one) => [one.state.communicationId, one])).values()].filter(
    ({ state }) => state.isLatest,
  );
  if (rows.length === 0) return;
  const costs = new Map<string, Decimal>();
  for (const { state, change } of changed) {
    if (change.settle) {
      costs.set(state.communicationId, change.settle.plus(costs.get(state.communicationId) ?? 0));
    }
  }
  await sql.query(
    `update phone_communications c
        set status = u.status, carrier_id = coalesce(u.carrier_id, c.carrier_id), error_code = u.error_code,
            due_at = coalesce(u.retry_at, c.due_at), cost = coalesce(c.cost, 0) + u.cost,
            sent_at = case when u.reached and u.retry_at is null then coalesce(c.sent_at, $8) else c.sent_at end,
            delivered_at = case when u.status in ('delivered', 'read') then coalesce(c.delivered_at, $8) else c.delivered_at end,
            read_at = case when u.status = 'read' then coalesce(c.read_at, $8) else c.read_at end,
            final_at = case when u.status in ('delivered', 'read', 'failed') then coalesce(c.final_at, $8) end
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::numeric[], $7::boolean[])
         as u (id, status, carrier_id, error_code, retry_at, cost, reached)
      where c.id = u.id`,
    [
      rows.map(({ state }) => state.communicationId),
      rows.map(({ change }) => change.rowStatus),
      rows.map(({ change }) => change.carrierId),
      rows.map(({ change }) =>
        change.retryAt || change.rowStatus === 'failed' ? change.errorCode : null,
      ),
      rows.map(({ change }) => change.retryAt),
      rows.map(({ state }) => (costs.get(state.communicationId) ?? new Decimal(0)).toFixed(6)),
      rows.map(({ change }) => wasSent(change)),
      now,
    ],
  );
}

/** What was promised on another day gives nothing back to this one. */
const isOfBudgetDay = `(a.attempted_at at time zone
  coalesce(k.schedule_config ->> 'timeZone', 'America/New_York'))::date = d.day`;

/** A reservation is given back once per attempt, and what it really cost is booked. */
export async function writeBudgets(sql: Sql, changed: readonly Changed[]): Promise<void> {
  const settled = changed.filter(({ state, change }) => change.settle !== null && state.campaignId);
  if (settled.length === 0) return;
  await sql.query(
    `with sums as (
       select u.campaign_id, sum(u.reserved) as reserved, sum(u.cost) as cost,
              coalesce(sum(u.reserved - u.cost) filter (where ${isOfBudgetDay}), 0) as back_today
         from unnest($1::uuid[], $2::numeric[], $3::numeric[], $4::uuid[])
                as u (campaign_id, reserved, cost, attempt_id)
         join delivery_attempts a on a.id = u.attempt_id
         join phone_campaigns k on k.id = u.campaign_id
         join campaign_budgets d on d.campaign_id = u.campaign_id
        group by u.campaign_id)
     , locked as (
       select b.campaign_id from campaign_budgets b join sums using (campaign_id)
        order by b.campaign_id for update of b)
     update campaign_budgets b
        set reserved = b.reserved - s.reserved, spent = b.spent + s.cost,
            day_spent = greatest(0, b.day_spent - s.back_today)
       from sums s where b.campaign_id = s.campaign_id and b.campaign_id in (select campaign_id from locked)`,
    [
      settled.map(({ state }) => state.campaignId),
      settled.map(({ state }) => state.reserved.toFixed(6)),
      settled.map(({ change }) => change.settle?.toFixed(6) ?? '0'),
      settled.map(({ state }) => state.attemptId),
    ],
  );
}

/** For the watchdog; skipped where a permit holds the campaign, whose progress then speaks for itself. */
export async function touchCampaigns(
  sql: Sql,
  changed: readonly Changed[],
  realNow: Date,
): Promise<void> {
  const ids = [...new Set(changed.flatMap(({ state }) => state.campaignId ?? []))];
  if (ids.length === 0) return;
  await sql.query(
    `update phone_campaigns k set last_progress_at = $2::timestamptz
      where k.id in (select id from phone_campaigns where id = any($1)
                        and (last_progress_at is null or last_progress_at < $2::timestamptz - interval '10 seconds')
                      for no key update skip locked)`,
    [ids, realNow],
  );
}
