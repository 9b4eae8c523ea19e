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
import { lockCampaigns, reopenCompleted } from './campaign-locks.ts';
import { type Database, inTransaction, type Sql } from './database.ts';
import { writeFollowUps } from './delivery-follow-ups.ts';
import { touchCampaigns, writeAttempts, writeBudgets, writeRows } from './delivery-write.ts';

/** Writes what is heard about attempts: many at once, each under the lock of its row. */
export function recordStore(db: Database): Pick<DeliveryStore, 'apply'> {
  return {
    async apply(heard, { now, realNow }, judge) {
      if (heard.length === 0) return [];
      return inTransaction(db, async (sql) => {
        const states = await lockStates(sql, heard);
        const changed = fold(heard, states, judge);
        const news = await withOpenCampaigns(sql, changed.filter(differs), now);
        await writeAttempts(sql, news, realNow);
        await writeRows(sql, news, now);
        await writeFollowUps(sql, news, now);
        await writeBudgets(sql, news);
        await touchCampaigns(sql, news, realNow);
        return changed;
      });
    },
  };
}

function keyOf({ by }: Heard): string {
  if ('attemptId' in by) return by.attemptId;
  if ('token' in by) return `t:${by.token}`;
  return 'lastOf' in by ? `l:${by.lastOf}` : `c:${by.carrierId}`;
}

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
  earlier: (string | null)[];
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
  const rowIds = heard.flatMap(({ by }) => ('lastOf' in by ? [by.lastOf] : []));
  const found = await sql.query<{ id: string; communication_id: string }>(
    `select id, communication_id from delivery_attempts
      where id = any($1) or token = any($2) or carrier_id = any($3)
         or communication_id = any($4)`,
    [ids, tokens, carrierIds, rowIds],
  );
  await sql.query(
    'select id from phone_communications where id = any($1) order by id for no key update',
    [found.rows.map((row) => row.communication_id)],
  );
  const { rows } = await sql.query<StateRow>(
    `select a.id as attempt_id, a.token, a.communication_id, a.campaign_id, c.phone_contact_id as contact_id,
            a.sender_id, a.phone, a.channel, c.segments, a.n,
            (select max(n) from delivery_attempts m where m.communication_id = a.communication_id) as latest,
            array(select e.error_code from delivery_attempts e
                   where e.communication_id = a.communication_id and e.n < a.n
                     and e.outcome in ('refused', 'failed')) as earlier,
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
    if (state.isLatest) states.set(`l:${row.communication_id}`, state);
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
  earlierFailures: row.earlier,
  isLatest: row.n === row.latest,
  outcome: row.outcome,
  carrierId: row.carrier_id,
  errorCode: row.error_code,
  settled: row.settled,
  reserved: new Decimal(row.reserved),
  rowStatus: row.row_status,
  windowEnd: row.window_end,
  canRetry: row.campaign_status !== 'canceled',
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

/**
 * A second try needs its campaign: a completed one goes on for it, and in one that was canceled
 * since the rows were read the failure is the last word.
 */
async function withOpenCampaigns(
  sql: Sql,
  news: readonly Changed[],
  now: Date,
): Promise<readonly Changed[]> {
  const retried = news.filter(({ change }) => change.retryAt);
  const campaigns = await lockCampaigns(
    sql,
    retried.map(({ state }) => state.campaignId),
  );
  await reopenCompleted(sql, campaigns, now);
  const canceled = campaigns.flatMap(({ id, status }) => (status === 'canceled' ? [id] : []));
  return news.map((one) =>
    one.change.retryAt && canceled.includes(one.state.campaignId ?? '')
      ? { ...one, change: { ...one.change, retryAt: null, rowStatus: 'failed' as const } }
      : one,
  );
}

const differs = ({ state, change }: Changed): boolean =>
  change.outcome !== state.outcome ||
  change.carrierId !== state.carrierId ||
  change.rowStatus !== state.rowStatus ||
  change.settle !== null;
