import type {
  DeliveryStore,
  OpenAttempt,
  UnconfirmedMessage,
} from '../../features/delivery/index.ts';
import { appendAudit } from './audit-log.ts';
import { addEvent } from './campaign-events.ts';
import { type Database, inTransaction } from './database.ts';

type WatchPart = Omit<DeliveryStore, 'permit' | 'release' | 'apply'>;

const openColumns = `a.id as "attemptId", a.carrier_id as "carrierId", a.phone, c.message as text,
  a.call_started_at as "callStartedAt"`;

/** Questions about attempts that nobody knows the end of, and what a person or a carrier decides. */
export function watchStore(db: Database): WatchPart {
  const open = async (where: string, params: unknown[], limit: number): Promise<OpenAttempt[]> => {
    const { rows } = await db.pool.query<OpenAttempt>(
      `select ${openColumns} from delivery_attempts a join phone_communications c on c.id = a.communication_id
        where ${where} order by a.call_started_at limit ${Number(limit)}`,
      params,
    );
    return rows;
  };

  return {
    async silent(realBefore, limit) {
      const { rows } = await db.pool.query<{ id: string }>(
        `select id from delivery_attempts where outcome = 'calling' and call_started_at < $1
          order by call_started_at limit $2`,
        [realBefore, limit],
      );
      return rows.map(({ id }) => id);
    },

    unconfirmed: ({ after, before }, limit) =>
      open(
        `a.outcome = 'unconfirmed' and a.settled_at is null and a.call_started_at between $1 and $2`,
        [after, before],
        limit,
      ),

    unfinished: (realBefore, limit) =>
      open(`a.outcome = 'accepted' and a.call_started_at < $1`, [realBefore], limit),

    unpriced: (realBefore, limit) =>
      open(
        `a.price_source = 'table' and a.cost > 0 and a.carrier_id is not null and a.settled_at < $1`,
        [realBefore],
        limit,
      ),

    async linked(carrierIds) {
      const { rows } = await db.pool.query<{ carrier_id: string }>(
        'select carrier_id from delivery_attempts where carrier_id = any($1)',
        [carrierIds],
      );
      return new Set(rows.map((row) => row.carrier_id));
    },

    async setPrices(prices) {
      if (prices.length === 0) return;
      await inTransaction(db, async (sql) => {
        const { rows } = await sql.query<{
          campaign_id: string;
          communication_id: string;
          delta: string;
        }>(
          `with priced as (
             select a.id, a.cost as before from delivery_attempts a
              where a.id = any($1) and a.price_source = 'table' order by a.id for no key update)
           update delivery_attempts a set cost = u.price, price_source = 'carrier'
             from unnest($1::uuid[], $2::numeric[]) as u (id, price) join priced on priced.id = u.id
            where a.id = u.id returning a.campaign_id, a.communication_id, u.price - priced.before as delta`,
          [prices.map(({ attemptId }) => attemptId), prices.map(({ price }) => price.toFixed(6))],
        );
        const deltas = [rows.map((row) => row.communication_id), rows.map((row) => row.delta)];
        await sql.query(
          `update phone_communications c set cost = coalesce(c.cost, 0) + u.delta
             from unnest($1::uuid[], $2::numeric[]) as u (id, delta) where c.id = u.id`,
          deltas,
        );
        await sql.query(
          `update campaign_budgets b set spent = b.spent + s.delta
             from (select campaign_id, sum(delta) as delta
                     from unnest($1::uuid[], $2::numeric[]) as u (campaign_id, delta) group by campaign_id) s
            where b.campaign_id = s.campaign_id`,
          [rows.map((row) => row.campaign_id), rows.map((row) => row.delta)],
        );
      });
    },

    async isCalling(phone) {
      const { rowCount } = await db.pool.query(
        `select 1 from delivery_attempts where phone = $1 and outcome = 'calling' limit 1`,
        [phone],
      );
      return (rowCount ?? 0) > 0;
    },

    async cancelQueued(phone, reason, at) {
      const { rowCount } = await db.pool.query(
        `update phone_communications set status = 'skipped', reasons = array[$3], final_at = $2
          where phone = $1 and direction = 'outbound' and status = 'queued' and purpose = 'marketing'`,
        [phone, at, reason],
      );
      return rowCount ?? 0;
    },

    async requeueReviewed(phone) {
      const { rowCount } = await db.pool.query(
        `update phone_communications c set status = 'queued', reasons = '{}', final_at = null
           from phone_campaigns k
          where k.id = c.campaign_id and k.status in ('scheduled', 'running', 'paused')
            and c.phone = $1 and c.status = 'skipped' and c.reasons = '{in-review}'
            and not exists (select 1 from phone_communications i
                             where i.phone = $1 and i.direction = 'inbound' and i.label = 'unclear')`,
        [phone],
      );
      return rowCount ?? 0;
    },

    async holdSender(senderId, until) {
      await db.pool.query(
        'update senders set held_until = greatest(held_until, $2) where id = $1',
        [senderId, until],
      );
    },

    async slowSender(senderId, until) {
      await db.pool.query(
        'update senders set slowed_until = greatest(slowed_until, $2) where id = $1',
        [senderId, until],
      );
    },

    async unconfirmedOf(campaignId, limit) {
      const { rows } = await db.pool.query<UnconfirmedMessage>(
        `select c.id as "communicationId", c.phone, coalesce(p.name, '') as name,
                coalesce(c.message, '') as text, max(a.attempted_at) as "attemptedAt"
           from phone_communications c
           left join phone_contacts p on p.id = c.phone_contact_id
           join delivery_attempts a on a.communication_id = c.id
          where c.campaign_id = $1 and c.status = 'unconfirmed'
          group by c.id, p.id order by max(a.attempted_at), c.id limit $2`,
        [campaignId, limit],
      );
      return rows;
    },

    resolve: (communicationId, to, by, at) =>
      inTransaction(db, async (sql) => {
        const { rows } = await sql.query<{ campaign_id: string | null }>(
          `update phone_communications
              set status = case when $2::text = 'again' then 'queued' else 'failed' end,
                  due_at = case when $2::text = 'again' then $3::timestamptz else due_at end,
                  error_code = case when $2::text = 'again' then null else 'closed-by-person' end,
                  final_at = case when $2::text = 'again' then null else $3::timestamptz end
            where id = $1 and status = 'unconfirmed'
              and ($2::text = 'closed' or not exists (
                select 1 from phone_campaigns k where k.id = campaign_id and k.status = 'canceled'))
            returning campaign_id`,
          [communicationId, to, at],
        );
        const [row] = rows;
        if (!row) return null;
        // Only a running campaign sends; it completes again once this row is through.
        if (to === 'again') {
          await sql.query(
            `update phone_campaigns set status = 'running', completed_at = null, updated_at = $2
              where id = $1 and status = 'completed'`,
            [row.campaign_id, at],
          );
        }
        // It may have been delivered, so the money stays spent.
        await sql.query(
          `with settled as (
             update delivery_attempts set settled_at = now(), cost = reserved, price_source = 'table'
              where communication_id = $1 and outcome = 'unconfirmed' and settled_at is null
              returning campaign_id, reserved)
           update campaign_budgets b set reserved = b.reserved - s.reserved, spent = b.spent + s.reserved
             from (select campaign_id, sum(reserved) as reserved from settled group by campaign_id) s
            where b.campaign_id = s.campaign_id`,
          [communicationId],
        );
        const kind = to === 'again' ? 'sent-again' : 'closed';
        if (row.campaign_id) {
          await addEvent(sql, {
            campaignId: row.campaign_id,
            kind,
            detail: { communicationId },
            actor: by,
            at,
          });
        }
        await appendAudit(sql, {
          at,
          actor: by,
          action: `delivery.${kind}`,
          subject: `communication:${communicationId}`,
        });
        return { campaignId: row.campaign_id };
      }),

    /** Overdue by the product's clock, and nothing heard or started for two real minutes. */
    async late(now, realNow) {
      const { rows } = await db.pool.query<{ campaignId: string; overdue: number }>(
        `select k.id as "campaignId", count(*)::int as overdue
           from phone_campaigns k join phone_communications c on c.campaign_id = k.id
          where k.status = 'running' and c.status = 'queued' and c.due_at < $1::timestamptz - interval '10 minutes'
            and not (select engaged from kill_switch)
            and not exists (select 1 from delivery_attempts a
                             where a.campaign_id = k.id and a.call_started_at > $2::timestamptz - interval '2 minutes')
            and not exists (select 1 from senders s where s.id = c.sender_id and s.held_until > $1)
            and not exists (select 1 from campaign_events e
                             where e.campaign_id = k.id and e.kind = 'late' and e.at > $1::timestamptz - interval '1 hour')
          group by k.id`,
        [now, realNow],
      );
      return rows;
    },
  };
}
