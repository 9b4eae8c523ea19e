import {
  type CampaignStore,
  type KillSwitch,
  type Progress,
  sourcesOfDecision,
} from '../../features/campaigns/index.ts';
import { Decimal } from '../../shared/money.ts';
import { appendAudit } from './audit-log.ts';
import { addEvent } from './campaign-events.ts';
import { type CampaignRow, campaignOf } from './campaign-rows.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

type LifePart = Pick<
  CampaignStore,
  | 'move'
  | 'startDue'
  | 'completeDone'
  | 'progress'
  | 'recordTotals'
  | 'setKillSwitch'
  | 'killSwitch'
>;

const eventOf = {
  running: 'resumed',
  paused: 'paused',
  canceled: 'canceled',
  completed: 'completed',
};

/** A message nobody knows the fate of may still turn up for so long. */
const unconfirmedForMs = 30 * 60_000;

const nothingWaits = `not exists (select 1 from phone_communications c
  where c.campaign_id = k.id and c.status in ('queued', 'calling'))`;

export function lifeStore(db: Database): LifePart {
  return {
    move: (id, to, { by, at, reason, seen }) =>
      inTransaction(db, async (sql) => {
        // Rows before the campaign, as the permit does it: the other way round they would deadlock.
        if (to === 'canceled') await lockWaiting(sql, id);
        const { rows } = await sql.query<CampaignRow>(
          `update phone_campaigns
              set status = $2::text, decisions = decisions + 1, updated_at = $3::timestamptz,
                  paused_reason = case when $2::text = 'paused' then $4::text end,
                  paused_by = case when $2::text = 'paused' then $5::text end,
                  canceled_by = case when $2::text = 'canceled' then $5::text else canceled_by end,
                  started_at = case when $2::text = 'running' then coalesce(started_at, $3::timestamptz) else started_at end,
                  completed_at = case when $2::text in ('canceled', 'completed') then $3::timestamptz else completed_at end
            where id = $1 and status = any($6)
              and ($7::int is null or (version = $7 and decisions = $8)) returning *`,
          [
            id,
            to,
            at,
            reason ?? null,
            by,
            sourcesOfDecision(to),
            seen?.version ?? null,
            seen?.decisions ?? null,
          ],
        );
        if (!rows[0]) return null;
        if (to === 'canceled') await cancelRows(sql, id, at, by);
        await addEvent(sql, {
          campaignId: id,
          kind: eventOf[to],
          detail: { reason: reason ?? null },
          actor: by,
          at,
        });
        if (by)
          await appendAudit(sql, {
            at,
            actor: by,
            action: `campaign.${eventOf[to]}`,
            subject: `campaign:${id}`,
          });
        return campaignOf(rows[0]);
      }),

    async startDue(now) {
      const { rows } = await db.pool.query<{ id: string }>(
        `with started as (
           update phone_campaigns set status = 'running', started_at = $1::timestamptz, last_progress_at = $1::timestamptz, updated_at = $1::timestamptz
            where status = 'scheduled' and starts_at <= $1::timestamptz returning id)
         , told as (insert into campaign_events (campaign_id, kind, at) select id, 'started', $1::timestamptz from started)
         select id from started`,
        [now],
      );
      return rows.map(({ id }) => id);
    },

    completeDone: (now, realNow) =>
      inTransaction(db, async (sql) => {
        // Locked first and judged afterwards: a row may be on its way back into the queue.
        const candidates = await sql.query<{ id: string }>(
          `select id from phone_campaigns k where status = 'running' and ${nothingWaits}
            order by id for no key update skip locked`,
        );
        const { rows } = await sql.query<{ id: string }>(
          `with done as (
             update phone_campaigns k set status = 'completed', completed_at = $1::timestamptz, updated_at = $1::timestamptz
              where id = any($3) and ${nothingWaits}
                and not exists (select 1 from phone_communications c join delivery_attempts a on a.communication_id = c.id
                                 where c.campaign_id = k.id and c.status = 'unconfirmed'
                                   and a.outcome = 'unconfirmed' and a.call_started_at > $2)
              returning id)
           , told as (insert into campaign_events (campaign_id, kind, at) select id, 'completed', $1::timestamptz from done)
           select id from done`,
          [
            now,
            new Date(realNow.getTime() - unconfirmedForMs),
            candidates.rows.map(({ id }) => id),
          ],
        );
        return rows.map(({ id }) => id);
      }),

    async progress(ids) {
      const { rows } = await db.pool.query<ProgressRow>(progressSql, [ids]);
      return new Map(rows.map((row) => [row.id, progressOf(row)]));
    },

    async recordTotals(ids) {
      await db.pool.query(
        `update phone_campaigns k
            set total_sent = p.sent, total_delivered = p.delivered, total_responses = p.replied,
                total_opt_outs = p.opted_out, total_spent = p.spent
           from (${progressSql}) p where p.id = k.id`,
        [ids],
      );
    },

    setKillSwitch: (engaged, by, at, seen) =>
      inTransaction(db, async (sql) => {
        const { rowCount } = await sql.query(
          `update kill_switch set engaged = $1, changed_by = $2, changed_at = $3
            where engaged <> $1 and ($4::timestamptz is null or changed_at = $4)`,
          [engaged, by, at, seen ?? null],
        );
        if (!rowCount) return false;
        await sql.query(
          `insert into campaign_events (campaign_id, kind, actor, at)
           select id, $1, $2::text, $3::timestamptz from phone_campaigns where status in ('scheduled', 'running', 'paused')`,
          [engaged ? 'killed' : 'unkilled', by, at],
        );
        const action = engaged ? 'kill-switch.engaged' : 'kill-switch.released';
        await appendAudit(sql, { at, actor: by, action, subject: 'kill-switch' });
        return true;
      }),

    async killSwitch() {
      const { rows } = await db.pool.query<KillSwitch>(
        'select engaged, changed_by as by, changed_at as at from kill_switch',
      );
      return rows[0] ?? { engaged: false, by: null, at: null };
    },
  };
}

const lockWaiting = (sql: Sql, id: string) =>
  sql.query(
    `select id from phone_communications where campaign_id = $1 and status in ('staged', 'queued')
      order by id for no key update`,
    [id],
  );

async function cancelRows(sql: Sql, id: string, at: Date, by: string | null): Promise<void> {
  await sql.query(
    `update phone_communications set status = 'canceled', final_at = $2
      where campaign_id = $1 and status in ('staged', 'queued')`,
    [id, at],
  );
  await sql.query(
    `update approvals set decision = 'void', decided_by = $2, decided_at = $3
      where campaign_id = $1 and decision is null`,
    [id, by, at],
  );
}

/** `sent`: accepted by the carrier, final or not; `failed`: refused or undelivered. One row per campaign. */
const progressSql = `
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

type ProgressRow = {
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
  next_due_at: Date | null;
  opted_out: number;
  reserved: string;
  spent: string;
};

const progressOf = ({
  id: _,
  next_due_at,
  opted_out,
  reserved,
  spent,
  ...counts
}: ProgressRow): Progress => ({
  ...counts,
  nextDueAt: next_due_at,
  optedOut: opted_out,
  reserved: new Decimal(reserved),
  spent: new Decimal(spent),
});
