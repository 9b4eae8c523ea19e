import { localDate, periodOf } from '../../features/analytics/index.ts';
import { Decimal } from '../../shared/money.ts';
import { campaignMessage } from './analytics-sql.ts';
import { totals } from './analytics-store.ts';
import type { Database } from './database.ts';

/** What App Home shows one person. Counts are read from the rows, not from running totals. */
export function homeStore(db: Database) {
  return {
    async figures({ userId, now, timeZone }: { userId: string; now: Date; timeZone: string }) {
      const day = periodOf('day', localDate(now, timeZone), timeZone);
      const [contacts, states, today, live, waiting, drafts, imports, kill] = await Promise.all([
        db.pool.query<ContactTotals>(contactTotals),
        db.pool.query<{ state: string; people: number }>(topStates),
        totals(db.pool, { ...day, asOf: now }),
        db.pool.query<LiveRow>(liveCampaigns),
        db.pool.query<WaitingApproval>(waitingApprovals, [userId]),
        db.pool.query<OwnDraft>(ownDrafts, [userId]),
        db.pool.query<RecentImport>(recentImports),
        db.pool.query<{ engaged: boolean }>('select engaged from kill_switch'),
      ]);
      return {
        contacts: contacts.rows[0] ?? { total: 0, validated: 0, withConsent: 0, suppressed: 0 },
        states: states.rows,
        today,
        live: live.rows.map(({ spent, ceiling, ...row }) => ({
          ...row,
          spent: new Decimal(spent),
          ceiling: ceiling === null ? null : new Decimal(ceiling),
        })),
        waiting: waiting.rows,
        drafts: drafts.rows,
        imports: imports.rows,
        killSwitch: kill.rows[0]?.engaged ?? false,
      };
    },
  };
}

/** `validated`: a lookup said what kind of line it is (a well-formed number alone is not that). */
export type ContactTotals = {
  total: number;
  validated: number;
  withConsent: number;
  suppressed: number;
};
type LiveRow = {
  id: string;
  name: string;
  status: 'scheduled' | 'running' | 'paused';
  pausedReason: string | null;
  startsAt: Date | null;
  people: number;
  finished: number;
  delivered: number;
  failed: number;
  responses: number;
  spent: string;
  ceiling: string | null;
};

export type WaitingApproval = {
  campaignId: string;
  name: string;
  requestedBy: string;
  requestedAt: Date;
  people: number;
};

export type OwnDraft = { id: string; name: string; step: number; updatedAt: Date };

export type RecentImport = {
  id: string;
  fileName: string;
  status: string;
  created: number;
  merged: number;
  rejected: number;
  createdBy: string;
  createdAt: Date;
};

const contactTotals = `
  select count(*)::int as total,
         count(*) filter (where line_type is not null and not dead)::int as validated,
         count(*) filter (where 'documented' in (consent_sms, consent_whatsapp)
                             or 'asserted' in (consent_sms, consent_whatsapp))::int as "withConsent",
         count(*) filter (where opted_out or do_not_call)::int as suppressed
    from phone_contacts where erased_at is null`;

const topStates = `
  select state, count(*)::int as people from phone_contacts
   where erased_at is null group by state order by 2 desc, 1 limit 5`;

const liveCampaigns = `
  with live as (
    select id, name, status, paused_reason, starts_at
      from phone_campaigns where status in ('scheduled', 'running', 'paused')
     order by array_position(array['running', 'paused', 'scheduled'], status::text), updated_at desc
     limit 10)
  select live.id, live.name, live.status, live.paused_reason as "pausedReason",
         live.starts_at as "startsAt", coalesce(sum(c.people), 0)::int as people,
         coalesce(sum(c.people) filter (where c.status not in ('queued', 'calling')), 0)::int as finished,
         coalesce(sum(c.delivered), 0)::int as delivered,
         coalesce(sum(c.messages) filter (where c.status = 'failed'), 0)::int as failed,
         coalesce(sum(c.replied), 0)::int as responses,
         coalesce(budget.spent + budget.reserved, 0)::text as spent, budget.ceiling::text as ceiling
    from live
    left join campaign_budgets budget on budget.campaign_id = live.id
    left join lateral (
      select status, count(*)::int as messages, count(*) filter (where step = 1)::int as people,
             count(*) filter (where delivered_at is not null)::int as delivered,
             count(*) filter (where replied_at is not null)::int as replied
        from phone_communications m
       where campaign_id = live.id and ${campaignMessage('m')} group by status) c on true
   group by live.id, live.name, live.status, live.paused_reason, live.starts_at,
            budget.spent, budget.reserved, budget.ceiling
   order by array_position(array['running', 'paused', 'scheduled'], live.status::text), live.name`;

const waitingApprovals = `
  select a.campaign_id as "campaignId", c.name, a.requested_by as "requestedBy",
         a.requested_at as "requestedAt",
         (select count(*)::int from phone_communications m
           where m.campaign_id = a.campaign_id and m.status = 'staged') as people
    from approvals a join phone_campaigns c on c.id = a.campaign_id
   where a.decision is null and a.requested_by <> $1 and not ($1 = any(a.editors))
   order by a.requested_at limit 10`;

const ownDrafts = `
  select id, name, step, updated_at as "updatedAt" from phone_campaigns
   where status = 'draft' and created_by = $1 order by updated_at desc limit 5`;

const recentImports = `
  select id, file_name as "fileName", status,
         coalesce((counts ->> 'created')::int, 0) as created,
         coalesce((counts ->> 'merged')::int, 0) as merged,
         coalesce((counts ->> 'rejected')::int, 0) as rejected,
         created_by as "createdBy", created_at as "createdAt"
    from imports where kind = 'contacts' and status <> 'canceled'
   order by created_at desc limit 3`;
