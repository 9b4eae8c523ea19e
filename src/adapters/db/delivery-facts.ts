import { narrowerOf, scheduleSchema } from '../../features/campaigns/index.ts';
import type { DueRow, PastAttempt } from '../../features/delivery/index.ts';
import type { Channel } from '../../shared/channel.ts';
import type { Sql } from './database.ts';
import { answeredSql } from './delivery-follow-ups.ts';

const dayMs = 24 * 3600_000;

type FactRow = {
  id: string;
  campaign_id: string | null;
  phone: string;
  type: Channel;
  purpose: DueRow['purpose'];
  segments: number;
  sender_id: string;
  erased: boolean | null;
  opted_out: boolean;
  in_review: boolean;
  do_not_call: boolean | null;
  dead: boolean | null;
  unreachable: boolean;
  consent_sms: DueRow['standing']['consentSms'] | null;
  consent_whatsapp: DueRow['standing']['consentSms'] | null;
  consent_call: DueRow['standing']['consentSms'] | null;
  line_type: string | null;
  rule_states: string[] | null;
  zones: string[] | null;
  last_inbound_at: Date | null;
  campaign_status: string | null;
  approved: boolean;
  ends_at: Date | null;
  schedule_config: unknown;
  answered: 'replied' | 'converted' | null;
};

/** Reads suppressions by number, not by contact: that table is the truth the contact's columns follow. */
export async function readRows(sql: Sql, ids: readonly string[]): Promise<DueRow[]> {
  const { rows } = await sql.query<FactRow>(
    `select c.id, c.campaign_id, c.phone, c.type, c.purpose, c.segments, coalesce(c.sender_id, c.type) as sender_id,
            p.erased_at is not null as erased,
            coalesce(p.opted_out, false) or exists (
              select 1 from suppressions s where s.phone = c.phone and s.lifted_at is null) as opted_out,
            p.do_not_call, coalesce(p.in_review, false) as in_review, p.dead,
            p.unreachable_since is not null as unreachable, p.consent_sms, p.consent_whatsapp,
            p.consent_call, p.line_type, p.rule_states, p.zones, p.last_inbound_at,
            case when c.step > 1 then ${answeredSql} end as answered,
            k.status as campaign_status, k.ends_at, k.schedule_config,
            exists (select 1 from approvals a
                     where a.campaign_id = c.campaign_id and a.version = c.approval_version
                       and a.decision = 'approved') as approved
       from phone_communications c
       left join phone_contacts p on p.id = c.phone_contact_id
       left join phone_campaigns k on k.id = c.campaign_id
      where c.id = any($1) order by c.due_at, c.id`,
    [ids],
  );
  return rows.map(dueRowOf);
}

const dueRowOf = (row: FactRow): DueRow => ({
  id: row.id,
  campaignId: row.campaign_id,
  phone: row.phone,
  channel: row.type,
  purpose: row.purpose,
  segments: row.segments,
  senderId: row.sender_id,
  standing: {
    erased: row.erased ?? false,
    optedOut: row.opted_out,
    inReview: row.in_review,
    doNotCall: row.do_not_call ?? false,
    dead: row.dead ?? false,
    unreachable: row.unreachable,
    consentSms: row.consent_sms ?? 'none',
    consentWhatsapp: row.consent_whatsapp ?? 'none',
    consentCall: row.consent_call ?? 'none',
    lineType: row.line_type,
  },
  place: { states: row.rule_states ?? [], zones: row.zones ?? [] },
  narrower: row.campaign_id ? narrowerOf(scheduleSchema.parse(row.schedule_config)) : {},
  lastInboundAt: row.last_inbound_at,
  campaign: row.campaign_id
    ? {
        approved: row.approved,
        paused: row.campaign_status !== 'running',
        endsAt: row.ends_at,
        answered: row.answered,
      }
    : null,
});

/** Refused calls never reached the person and released ones were never made; all others count. */
export async function readAttempts(
  sql: Sql,
  rows: readonly DueRow[],
  now: Date,
): Promise<PastAttempt[]> {
  const found = await sql.query<PastAttempt>(
    `select phone, channel, attempted_at as at from delivery_attempts
      where phone = any($1) and attempted_at > $2 and outcome not in ('released', 'refused')`,
    [rows.map(({ phone }) => phone), new Date(now.getTime() - dayMs)],
  );
  return found.rows;
}
