import type {
  AttemptState,
  Change,
  Changed,
  DeliveryStore,
  Heard,
  Outcome,
  RowStatus,
} from '../../features/delivery/index.ts';
import type { Channel } from '../../shared/channel.ts';
import { Decimal } from '../../shared/money.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

/** Writes what is heard about attempts: many at once, each under the lock of its row. */
export function recordStore(db: Database): Pick<DeliveryStore, 'apply'> {
  return {
    async apply(heard, { now, realNow }, judge) {
      if (heard.length === 0) return [];
      return inTransaction(db, async (sql) => {
        const states = await lockStates(sql, heard);
        const changed = fold(heard, states, judge);
        const news = changed.filter(differs);
        await writeAttempts(sql, news, realNow);
        await writeRows(sql, news, now);
        await writeBudgets(sql, news);
        await touchCampaigns(sql, news, realNow);
        return changed;
      });
    },
  };
}

const keyOf = ({ by }: Heard): string =>
  'attemptId' in by ? by.attemptId : 'token' in by ? `t:${by.token}` : `c:${by.carrierId}`;

type StateRow = {
  attempt_id: string;
  token: string;
  communication_id: string;
  campaign_id: string | null;
  contact_id: string | null;
  sender_id: string;
  phone: string;
  channel: Channel;
  segments: number;
  n: number;
  latest: number;
  outcome: Outcome;
  carrier_id: string | null;
  error_code: string | null;
  settled: boolean;
  reserved: string;
  row_status: RowStatus;
  window_end: Date | null;
  campaign_status: string | null;
};

/** Rows are locked in id order first; only then is anything read that is decided on. */
async function lockStates(sql: Sql, heard: readonly Heard[]): Promise<Map<string, AttemptState>> {
  const ids = heard.flatMap(({ by }) => ('attemptId' in by ? [by.attemptId] : []));
  const tokens = heard.flatMap(({ by }) => ('token' in by ? [by.token] : []));
  const carrierIds = heard.flatMap(({ by }) => ('carrierId' in by ? [by.carrierId] : []));
  const found = await sql.query<{ id: string; communication_id: string }>(
    `select id, communication_id from delivery_attempts
      where id = any($1) or token = any($2) or carrier_id = any($3)`,
    [ids, tokens, carrierIds],
  );
  await sql.query(
    'select id from phone_communications where id = any($1) order by id for no key update',
    [found.rows.map((row) => row.communication_id)],
  );
  const { rows } = await sql.query<StateRow>(
    `select a.id as attempt_id, a.token, a.communication_id, a.campaign_id, c.phone_contact_id as contact_id,
            a.sender_id, a.phone, a.channel, c.segments, a.n,
            (select max(n) from delivery_attempts m where m.communication_id = a.communication_id) as latest,
            a.outcome, a.carrier_id, a.error_code, a.settled_at is not null as settled, a.reserved,
            c.status as row_status, c.window_end, k.status as campaign_status
       from delivery_attempts a
       join phone_communications c on c.id = a.communication_id
       left join phone_campaigns k on k.id = a.campaign_id
      where a.id = any($1)`,
    [found.rows.map((row) => row.id)],
  );
  const states = new Map<string, AttemptState>();
  for (const row of rows) {
    const state = stateOf(row);
    states.set(row.attempt_id, state);
    states.set(`t:${row.token}`, state);
    if (row.carrier_id) states.set(`c:${row.carrier_id}`, state);
  }
  return states;
}

const stateOf = (row: StateRow): AttemptState => ({
  attemptId: row.attempt_id,
  communicationId: row.communication_id,
  campaignId: row.campaign_id,
  contactId: row.contact_id,
  senderId: row.sender_id,
  phone: row.phone,
  channel: row.channel,
  segments: row.segments,
  n: row.n,
  isLatest: row.n === row.latest,
  outcome: row.outcome,
  carrierId: row.carrier_id,
  errorCode: row.error_code,
  settled: row.settled,
  reserved: new Decimal(row.reserved),
  rowStatus: row.row_status,
  windowEnd: row.window_end,
  canRetry: row.campaign_status !== 'canceled' && row.campaign_status !== 'completed',
});

/** Several pieces of news about one attempt are judged one after the other, each on the last one's result. */
function fold(
  heard: readonly Heard[],
  states: ReadonlyMap<string, AttemptState>,
  judge: (state: AttemptState, news: Heard['news']) => Change,
): Changed[] {
  const latest = new Map<string, AttemptState>();
  const changed: Changed[] = [];
  for (const one of heard) {
    const known = states.get(keyOf(one));
    if (!known) continue;
    const state = latest.get(known.attemptId) ?? known;
    const change = judge(state, one.news);
    changed.push({ state, change });
    latest.set(known.attemptId, {
      ...state,
      outcome: change.outcome,
      carrierId: change.carrierId,
      errorCode: change.errorCode,
      settled: state.settled || change.settle !== null,
      rowStatus: change.rowStatus,
    });
  }
  return changed;
}

const differs = ({ state, change }: Changed): boolean =>
  change.outcome !== state.outcome ||
  change.carrierId !== state.carrierId ||
  change.rowStatus !== state.rowStatus ||
  change.settle !== null;

/** Later changes of the same attempt come later in the list and win. */
const lastOf = (changed: readonly Changed[]): Changed[] => [
  ...new Map(changed.map((one) => [one.state.attemptId, one])).values(),
];

async function writeAttempts(sql: Sql, changed: readonly Changed[], realNow: Date): Promise<void> {
  const last = lastOf(changed);
  const settled = changed.filter(({ change }) => change.settle !== null);
  if (last.length === 0) return;
  await sql.query(
    `update delivery_attempts a
        set outcome = u.outcome, carrier_id = coalesce(a.carrier_id, u.carrier_id),
            error_code = u.error_code, http_status = coalesce(u.http_status, a.http_status),
            answered_at = coalesce(a.answered_at, $6)
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[])
         as u (id, outcome, carrier_id, error_code, http_status)
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

async function writeRows(sql: Sql, changed: readonly Changed[], now: Date): Promise<void> {
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
      rows.map(({ change }) => change.carrierId !== null && change.outcome !== 'refused'),
      now,
    ],
  );
}

/** A reservation is given back once per attempt, and what it really cost is booked. */
async function writeBudgets(sql: Sql, changed: readonly Changed[]): Promise<void> {
  const settled = changed.filter(({ state, change }) => change.settle !== null && state.campaignId);
  if (settled.length === 0) return;
  await sql.query(
    `with sums as (
       select campaign_id, sum(reserved) as reserved, sum(cost) as cost
         from unnest($1::uuid[], $2::numeric[], $3::numeric[]) as u (campaign_id, reserved, cost)
        group by campaign_id)
     , locked as (
       select b.campaign_id from campaign_budgets b join sums using (campaign_id)
        order by b.campaign_id for update of b)
     update campaign_budgets b
        set reserved = b.reserved - s.reserved, spent = b.spent + s.cost,
            day_spent = greatest(0, b.day_spent - s.reserved + s.cost)
       from sums s where b.campaign_id = s.campaign_id and b.campaign_id in (select campaign_id from locked)`,
    [
      settled.map(({ state }) => state.campaignId),
      settled.map(({ state }) => state.reserved.toFixed(6)),
      settled.map(({ change }) => change.settle?.toFixed(6) ?? '0'),
    ],
  );
}

/** For the watchdog; skipped where a permit holds the campaign, whose progress then speaks for itself. */
async function touchCampaigns(sql: Sql, changed: readonly Changed[], realNow: Date): Promise<void> {
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
