import {
  type CampaignStore,
  type KillSwitch,
  sourcesOfDecision,
} from '../../features/campaigns/index.ts';
import { appendAudit } from './audit-log.ts';
import { addEvent } from './campaign-events.ts';
import { type ProgressRow, progressOf, progressSql } from './campaign-progress.ts';
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

/** A carrier names the end of a message within days, or never: then its follow-up does not come. */
const followUpComes = `exists (select 1 from phone_communications c
  join campaign_follow_ups f
    on f.campaign_id = c.campaign_id and f.phone = c.phone and f.step = c.step + 1
  where c.campaign_id = k.id and c.status = 'sent' and c.sent_at > $1::timestamptz - interval '7 days'
    and (k.ends_at is null or k.ends_at > $1::timestamptz))`;

const nothingWaits = `not exists (select 1 from phone_communications c
  where c.campaign_id = k.id and c.status in ('queued', 'calling'))`;

export function lifeStore(db: Database): LifePart {
  return {
    move: (id, to, { by, at, reason, detail, seen }) =>
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
          detail: { ...detail, reason: reason ?? null },
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
                and not ${followUpComes}
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
