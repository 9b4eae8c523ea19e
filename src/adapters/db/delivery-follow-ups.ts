import { type Schedule, scheduleSchema } from '../../features/campaigns/index.ts';
import { type Changed, type FollowUpSlot, followUpSlot } from '../../features/delivery/index.ts';
import type { Channel } from '../../shared/channel.ts';
import { lockCampaigns, reopenCompleted } from './campaign-locks.ts';
import type { Sql } from './database.ts';

/**
 * Why a person gets no further step of a drip, as SQL over a row `c` of phone_communications: they
 * have written since the campaign's first message to them (since it was made, where the carrier
 * refused it), or bought something. Null: they may.
 */
export const answeredSql = `case
  when exists (select 1 from phone_communications i
                where i.phone = c.phone and i.direction = 'inbound' and i.created_at >= (
                      select min(coalesce(f.sent_at, f.created_at)) from phone_communications f
                       where f.campaign_id = c.campaign_id and f.phone = c.phone and f.direction = 'outbound'))
    then 'replied'
  when exists (select 1 from conversions v
                where v.phone_contact_id = c.phone_contact_id and v.converted_at >= (
                      select min(coalesce(f.sent_at, f.created_at)) from phone_communications f
                       where f.campaign_id = c.campaign_id and f.phone = c.phone and f.direction = 'outbound'))
    then 'converted' end`;

type Candidate = {
  id: string;
  campaign_id: string;
  step: number;
  after_days: number;
  sent_at: Date | null;
  channel: Channel;
  rule_states: string[];
  zones: string[];
  schedule_config: unknown;
  ends_at: Date | null;
};

/**
 * Step n + 1 of everybody whose step n became final with these changes, in the same transaction:
 * neither can be there without the other. Who answered, bought or opted out gets none; a row that is
 * there already stays. The caller holds the locks of the rows.
 */
export async function writeFollowUps(
  sql: Sql,
  changed: readonly Changed[],
  now: Date,
): Promise<void> {
  const final = changed.filter(becameFinal).map(({ state }) => state.communicationId);
  if (final.length === 0) return;
  const candidates = await nextSteps(sql, final);
  if (candidates.length === 0) return;
  const campaigns = await lockCampaigns(
    sql,
    candidates.map((one) => one.campaign_id),
  );
  const canceled = new Set(campaigns.flatMap((k) => (k.status === 'canceled' ? [k.id] : [])));
  const schedules = new Map<string, Schedule>();
  const rows = candidates
    .filter((one) => !canceled.has(one.campaign_id))
    .map((one) => ({ ...one, ...slotOf(one, schedules, now) }));
  await insert(sql, rows, now);
  const waiting = new Set(rows.flatMap((row) => (row.skip ? [] : [row.campaign_id])));
  await reopenCompleted(
    sql,
    campaigns.filter(({ id }) => waiting.has(id)),
    now,
  );
}

const finalRow = new Set(['delivered', 'read', 'failed']);

const becameFinal = ({ state, change }: Changed): boolean =>
  state.campaignId !== null &&
  state.isLatest &&
  change.retryAt === null &&
  finalRow.has(change.rowStatus) &&
  change.rowStatus !== state.rowStatus;

async function nextSteps(sql: Sql, ids: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql.query<Candidate>(
    `select c.id, c.campaign_id, f.step, f.after_days, c.sent_at, c.type as channel,
            p.rule_states, p.zones, k.schedule_config, k.ends_at
       from phone_communications c
       join campaign_follow_ups f
         on f.campaign_id = c.campaign_id and f.phone = c.phone and f.step = c.step + 1
       join phone_campaigns k on k.id = c.campaign_id
       join phone_contacts p on p.id = c.phone_contact_id
      where c.id = any($1) and not p.opted_out and p.erased_at is null and ${answeredSql} is null
      order by c.id`,
    [ids],
  );
  return rows;
}

function slotOf(one: Candidate, schedules: Map<string, Schedule>, now: Date): FollowUpSlot {
  const schedule = schedules.get(one.campaign_id) ?? scheduleSchema.parse(one.schedule_config);
  schedules.set(one.campaign_id, schedule);
  return followUpSlot({
    now,
    sentAt: one.sent_at ?? now,
    afterDays: one.after_days,
    place: { states: one.rule_states, zones: one.zones },
    channel: one.channel,
    schedule,
    endsAt: one.ends_at,
  });
}

/** The text comes from where it was approved, never from here. */
const insert = (sql: Sql, rows: readonly (Candidate & FollowUpSlot)[], now: Date) =>
  sql.query(
    `insert into phone_communications
       (phone_contact_id, campaign_id, approval_version, type, direction, purpose, status, phone, step,
        sender_id, segments, message, due_at, window_end, reasons, created_at, final_at)
     select c.phone_contact_id, c.campaign_id, c.approval_version, c.type, 'outbound', 'marketing',
            case when r.skip is null then 'queued' else 'skipped' end, c.phone, f.step, c.sender_id,
            f.segments, f.message, r.due_at, r.window_end,
            case when r.skip is null then '{}' else array[r.skip] end, $5::timestamptz,
            case when r.skip is null then null else $5::timestamptz end
       from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::text[])
              as r (id, due_at, window_end, skip)
       join phone_communications c on c.id = r.id
       join campaign_follow_ups f
         on f.campaign_id = c.campaign_id and f.phone = c.phone and f.step = c.step + 1
     on conflict (campaign_id, phone, step) where direction = 'outbound' and campaign_id is not null
     do nothing`,
    [
      rows.map(({ id }) => id),
      rows.map(({ dueAt }) => dueAt),
      rows.map(({ windowEnd }) => windowEnd),
      rows.map(({ skip }) => skip),
      now,
    ],
  );
