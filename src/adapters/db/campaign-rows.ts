import {
  type Campaign,
  type Objective,
  type Status,
  scheduleSchema,
} from '../../features/campaigns/index.ts';
import { parseFilter } from '../../features/contacts/index.ts';
import type { Channel } from '../../shared/channel.ts';
import { Decimal } from '../../shared/money.ts';

/** A row of phone_campaigns as the driver hands it over: numeric is text, timestamptz is Date. */
export type CampaignRow = {
  id: string;
  name: string;
  type: Channel;
  status: Status;
  objective: Objective;
  message_template: string;
  target_filter: unknown;
  schedule_config: unknown;
  total_budget: string | null;
  max_daily_spend: string | null;
  stop_on_budget_reached: boolean;
  version: number;
  decisions: number;
  step: number;
  editors: string[];
  content_hash: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  paused_reason: string | null;
  created_by: string;
  created_at: Date;
  submitted_by: string | null;
  submitted_at: Date | null;
  approved_by: string | null;
  approved_at: Date | null;
  started_at: Date | null;
  completed_at: Date | null;
};

export const campaignOf = (row: CampaignRow): Campaign => ({
  id: row.id,
  name: row.name,
  channel: row.type,
  objective: row.objective,
  status: row.status,
  filter: parseFilter(row.target_filter),
  template: row.message_template,
  schedule: scheduleSchema.parse(row.schedule_config),
  budget: {
    total: money(row.total_budget),
    daily: money(row.max_daily_spend),
    stopWhenReached: row.stop_on_budget_reached,
  },
  version: row.version,
  decisions: row.decisions,
  step: row.step,
  editors: row.editors,
  contentHash: row.content_hash,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  pausedReason: row.paused_reason,
  createdBy: row.created_by,
  createdAt: row.created_at,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
  approvedBy: row.approved_by,
  approvedAt: row.approved_at,
  startedAt: row.started_at,
  completedAt: row.completed_at,
});

const money = (text: string | null): Decimal | null => (text === null ? null : new Decimal(text));

/**
 * Digest of a campaign's rows and of the follow-ups that will become rows, in order of phone and
 * step: what an approval is bound to. `rows` counts the former.
 */
export const digestSql = `
  with agreed as (
    select phone, step, true as is_row,
           concat_ws(chr(31), phone, step::text, coalesce(variant, ''), segments::text, type,
             extract(epoch from due_at)::text, coalesce(extract(epoch from window_end)::text, ''), message) as text
      from phone_communications
     where campaign_id = $1 and direction = 'outbound'
     union all
    select phone, step, false, concat_ws(chr(31), phone, step::text, segments::text, after_days::text, message)
      from campaign_follow_ups where campaign_id = $1)
  select (count(*) filter (where is_row))::int as rows,
         encode(sha256(convert_to(coalesce(string_agg(text, chr(30) order by phone, step), ''), 'UTF8')), 'hex') as digest
    from agreed`;
