import type { Progress } from '../../features/campaigns/index.ts';
import { Decimal } from '../../shared/money.ts';

/** `sent`: accepted by the carrier, final or not; `failed`: refused or undelivered. One row per campaign. */
export const progressSql = `
  select k.id,
         count(*) filter (where c.status = 'staged')::int as staged,
         count(*) filter (where c.status = 'queued')::int as queued,
         count(*) filter (where c.status = 'calling')::int as calling,
         count(*) filter (where c.status = 'unconfirmed')::int as unconfirmed,
         count(*) filter (where c.sent_at is not null)::int as sent,
         count(*) filter (where c.delivered_at is not null)::int as delivered,
         count(*) filter (where c.status = 'failed')::int as failed,
         count(*) filter (where c.status = 'skipped')::int as skipped,
         count(*) filter (where c.status = 'canceled')::int as canceled,
         count(*) filter (where c.replied_at is not null)::int as replied,
         coalesce(sum(c.segments) filter (where c.sent_at is not null), 0)::int as segments,
         count(*) filter (where c.step = 1 and c.status in ('staged', 'queued', 'calling'))::int as first_waiting,
         count(*) filter (where c.step > 1 and c.sent_at is not null)::int as follow_ups_sent,
         count(*) filter (where c.step > 1 and c.status in ('queued', 'calling'))::int as follow_ups_waiting,
         min(c.due_at) filter (where c.status = 'queued') as next_due_at,
         (select count(distinct i.phone)::int from phone_communications i
           where i.campaign_id = k.id and i.direction = 'inbound' and i.label = 'opt_out') as opted_out,
         coalesce((select b.reserved from campaign_budgets b where b.campaign_id = k.id), 0) as reserved,
         coalesce((select b.spent from campaign_budgets b where b.campaign_id = k.id), 0) as spent
    from phone_campaigns k
    left join phone_communications c
      on c.campaign_id = k.id and c.direction = 'outbound' and c.purpose = 'marketing'
   where k.id = any($1)
   group by k.id`;

export type ProgressRow = {
  id: string;
  staged: number;
  queued: number;
  calling: number;
  unconfirmed: number;
  sent: number;
  delivered: number;
  failed: number;
  skipped: number;
  canceled: number;
  replied: number;
  segments: number;
  first_waiting: number;
  follow_ups_sent: number;
  follow_ups_waiting: number;
  next_due_at: Date | null;
  opted_out: number;
  reserved: string;
  spent: string;
};

export const progressOf = ({
  id: _,
  first_waiting,
  follow_ups_sent,
  follow_ups_waiting,
  next_due_at,
  opted_out,
  reserved,
  spent,
  ...counts
}: ProgressRow): Progress => ({
  ...counts,
  firstWaiting: first_waiting,
  followUpsSent: follow_ups_sent,
  followUpsWaiting: follow_ups_waiting,
  nextDueAt: next_due_at,
  optedOut: opted_out,
  reserved: new Decimal(reserved),
  spent: new Decimal(spent),
});
