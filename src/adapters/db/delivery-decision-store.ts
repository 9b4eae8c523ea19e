import type { DeliveryStore, UnconfirmedMessage } from '../../features/delivery/index.ts';
import { appendAudit } from './audit-log.ts';
import { addEvent } from './campaign-events.ts';
import { lockCampaigns, reopenCompleted } from './campaign-locks.ts';
import { type Database, inTransaction, type Sql } from './database.ts';
import { answeredSql } from './delivery-follow-ups.ts';

type DecisionPart = Pick<
  DeliveryStore,
  'unconfirmedOf' | 'resolve' | 'cancelQueued' | 'cancelFollowUps' | 'requeueReviewed'
>;

/** What people decide about messages of the queue, and about those nobody knows the fate of. */
export function decisionStore(db: Database): DecisionPart {
  return {
    async unconfirmedOf(campaignId, limit) {
      const { rows } = await db.pool.query<UnconfirmedMessage>(
        `select c.id as "communicationId", c.phone, coalesce(p.name, '') as name,
                coalesce(c.message, '') as text, max(a.n) as attempt, max(a.attempted_at) as "attemptedAt"
           from phone_communications c
           left join phone_contacts p on p.id = c.phone_contact_id
           join delivery_attempts a on a.communication_id = c.id
          where c.campaign_id = $1 and c.status = 'unconfirmed'
          group by c.id, p.id order by max(a.attempted_at), c.phone, c.id limit $2`,
        [campaignId, limit],
      );
      return rows;
    },

    resolve: ({ communicationId: id, attempt }, to, by, at) =>
      inTransaction(db, (sql) => resolve(sql, { id, attempt, to, by, at })),

    async cancelQueued(phone, reason, at) {
      const { rowCount } = await db.pool.query(
        `update phone_communications set status = 'skipped', reasons = array[$3], final_at = $2
          where id in (select id from phone_communications
                        where phone = $1 and direction = 'outbound' and status = 'queued'
                          and purpose = 'marketing' order by id for no key update)`,
        [phone, at, reason],
      );
      return rowCount ?? 0;
    },

    async cancelFollowUps(phone, at) {
      const { rowCount } = await db.pool.query(
        `update phone_communications set status = 'skipped', reasons = '{replied}', final_at = $2
          where id in (select id from phone_communications c
                        where phone = $1 and direction = 'outbound' and status = 'queued' and step > 1
                          and purpose = 'marketing' and ${answeredSql} is not null
                        order by id for no key update)`,
        [phone, at],
      );
      return rowCount ?? 0;
    },

    requeueReviewed: (phone) => inTransaction(db, (sql) => requeueReviewed(sql, phone)),
  };
}

/** Campaigns are locked, so that none of them is closed while a row goes back into its queue. */
async function requeueReviewed(sql: Sql, phone: string): Promise<number> {
  const { rows } = await sql.query<{ id: string; campaign_id: string | null }>(
    `select id, campaign_id from phone_communications
      where phone = $1 and status = 'skipped' and 'in-review' = any(reasons)
      order by id for no key update`,
    [phone],
  );
  await lockCampaigns(
    sql,
    rows.map((row) => row.campaign_id),
  );
  const { rowCount } = await sql.query(
    `update phone_communications c set status = 'queued', reasons = '{}', final_at = null
       from phone_campaigns k
      where c.id = any($2) and k.id = c.campaign_id and k.status in ('scheduled', 'running', 'paused')
        and not exists (select 1 from phone_communications i
                         where i.phone = $1 and i.direction = 'inbound' and i.label = 'unclear')`,
    [phone, rows.map((row) => row.id)],
  );
  return rowCount ?? 0;
}

type Resolution = { id: string; attempt: number; to: 'again' | 'closed'; by: string; at: Date };

async function resolve(sql: Sql, { id, attempt, to, by, at }: Resolution) {
  const again = to === 'again';
  const { rows } = await sql.query<{ campaign_id: string | null }>(
    `select campaign_id from phone_communications
      where id = $1 and status = 'unconfirmed'
        and $2 = (select max(n) from delivery_attempts where communication_id = $1)
        for no key update`,
    [id, attempt],
  );
  const [row] = rows;
  if (!row) return null;
  const campaignId = row.campaign_id;
  const campaigns = await lockCampaigns(sql, [campaignId]);
  if (again && campaigns.some(({ status }) => status === 'canceled')) return null;
  await sql.query(
    `update phone_communications
        set status = case when $2 then 'queued' else 'failed' end,
            due_at = case when $2 then $3::timestamptz else due_at end,
            error_code = case when $2 then null else 'closed-by-person' end,
            final_at = case when $2 then null else $3::timestamptz end
      where id = $1`,
    [id, again, at],
  );
  // Only a running campaign sends; it completes again once this row is through.
  if (again) await reopenCompleted(sql, campaigns, at);
  await settleReserved(sql, id);
  const kind = again ? 'sent-again' : 'closed';
  if (campaignId) {
    await addEvent(sql, { campaignId, kind, detail: { communicationId: id }, actor: by, at });
  }
  const subject = `communication:${id}`;
  await appendAudit(sql, { at, actor: by, action: `delivery.${kind}`, subject });
  return { campaignId };
}

/** It may have been delivered, so the money stays spent. */
const settleReserved = (sql: Sql, communicationId: string) =>
  sql.query(
    `with settled as (
       update delivery_attempts set settled_at = now(), cost = reserved, price_source = 'table'
        where communication_id = $1 and outcome = 'unconfirmed' and settled_at is null
        returning campaign_id, reserved)
     update campaign_budgets b set reserved = b.reserved - s.reserved, spent = b.spent + s.reserved
       from (select campaign_id, sum(reserved) as reserved from settled group by campaign_id) s
      where b.campaign_id = s.campaign_id`,
    [communicationId],
  );
