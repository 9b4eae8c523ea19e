import type { DeliveryStore, OpenAttempt, OpenPage, Rival } from '../../features/delivery/index.ts';
import { type Database, inTransaction } from './database.ts';
import { setPrices } from './delivery-prices.ts';

type WatchPart = Omit<
  DeliveryStore,
  | 'permit'
  | 'release'
  | 'apply'
  | 'unconfirmedOf'
  | 'resolve'
  | 'cancelQueued'
  | 'cancelFollowUps'
  | 'requeueReviewed'
>;

const openColumns = `a.id as "attemptId", a.campaign_id as "campaignId", a.carrier_id as "carrierId",
  a.phone, c.message as text, a.call_started_at as "callStartedAt"`;

/** Questions about attempts that nobody knows the end of, and what a carrier says of its senders. */
export function watchStore(db: Database): WatchPart {
  const open = async (
    where: string,
    { after, before, last, limit }: OpenPage,
  ): Promise<OpenAttempt[]> => {
    const { rows } = await db.pool.query<OpenAttempt>(
      `select ${openColumns} from delivery_attempts a join phone_communications c on c.id = a.communication_id
        where ${where} and a.call_started_at between $1 and $2
          and ($3::timestamptz is null or (a.call_started_at, a.id) > ($3, $4::uuid))
        order by a.call_started_at, a.id limit $5`,
      [after, before, last?.callStartedAt ?? null, last?.attemptId ?? null, limit],
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

    unconfirmed: (page) =>
      open(
        `a.outcome = 'unconfirmed' and (a.settled_at is null or c.status in ('replied', 'delivered'))`,
        page,
      ),
    unfinished: (page) => open(`a.outcome = 'accepted'`, page),
    unpriced: (page) =>
      open(`a.price_source = 'table' and a.cost > 0 and a.carrier_id is not null`, page),

    async rivals({ attemptId, phone, text, callStartedAt }) {
      const { rows } = await db.pool.query<Rival>(
        `select a.id as "attemptId", a.call_started_at as "callStartedAt", a.outcome = 'calling' as calling
           from delivery_attempts a join phone_communications c on c.id = a.communication_id
          where a.phone = $1 and c.message = $2 and a.id <> $3 and a.carrier_id is null
            and a.outcome in ('calling', 'unconfirmed')
            and a.call_started_at between $4::timestamptz - interval '2 minutes'
                                      and $4::timestamptz + interval '2 minutes'`,
        [phone, text, attemptId, callStartedAt],
      );
      return rows;
    },

    async linked(carrierIds) {
      const { rows } = await db.pool.query<{ carrier_id: string }>(
        'select carrier_id from delivery_attempts where carrier_id = any($1)',
        [carrierIds],
      );
      return new Set(rows.map((row) => row.carrier_id));
    },

    setPrices: (prices) => inTransaction(db, (sql) => setPrices(sql, prices)),

    async unheeded(codes, since) {
      const { rows } = await db.pool.query<{ phone: string; errorCode: string }>(
        `select distinct on (a.phone) a.phone, a.error_code as "errorCode" from delivery_attempts a
          where a.outcome in ('refused', 'failed') and a.error_code = any($1)
            and a.call_started_at > $2
            and not exists (select 1 from suppressions s where s.phone = a.phone
                               and (s.lifted_at is null or s.created_at >= a.attempted_at))
          order by a.phone, a.call_started_at desc`,
        [codes, since],
      );
      return rows;
    },

    async isCalling(phone) {
      const { rowCount } = await db.pool.query(
        `select 1 from delivery_attempts where phone = $1 and outcome = 'calling' limit 1`,
        [phone],
      );
      return (rowCount ?? 0) > 0;
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
