import type { DeliveryStore } from '../../features/delivery/index.ts';
import type { Sql } from './database.ts';

type Prices = Parameters<DeliveryStore['setPrices']>[0];
type Delta = { campaign_id: string | null; communication_id: string; delta: string };

/** Locks in the order of the send protocol: communications, attempts, budgets, each by id. */
export async function setPrices(sql: Sql, prices: Prices): Promise<void> {
  if (prices.length === 0) return;
  const attempts = prices.map(({ attemptId }) => attemptId);
  await sql.query(
    `select id from phone_communications
      where id in (select communication_id from delivery_attempts where id = any($1))
      order by id for no key update`,
    [attempts],
  );
  const { rows } = await sql.query<Delta>(
    `with priced as (
       select a.id, a.cost as before from delivery_attempts a
        where a.id = any($1) and a.price_source = 'table' order by a.id for no key update)
     update delivery_attempts a set cost = u.price, price_source = 'carrier'
       from unnest($1::uuid[], $2::numeric[]) as u (id, price) join priced on priced.id = u.id
      where a.id = u.id returning a.campaign_id, a.communication_id, u.price - priced.before as delta`,
    [attempts, prices.map(({ price }) => price.toFixed(6))],
  );
  await sql.query(
    `update phone_communications c set cost = coalesce(c.cost, 0) + s.delta
       from (select id, sum(delta) as delta
               from unnest($1::uuid[], $2::numeric[]) as u (id, delta) group by id) s
      where c.id = s.id`,
    [rows.map((row) => row.communication_id), rows.map((row) => row.delta)],
  );
  await sql.query(
    `with sums as (
       select campaign_id, sum(delta) as delta
         from unnest($1::uuid[], $2::numeric[]) as u (campaign_id, delta) group by campaign_id)
     , locked as (
       select b.campaign_id from campaign_budgets b join sums using (campaign_id)
        order by b.campaign_id for update of b)
     update campaign_budgets b set spent = b.spent + s.delta
       from sums s join locked using (campaign_id) where b.campaign_id = s.campaign_id`,
    [rows.map((row) => row.campaign_id), rows.map((row) => row.delta)],
  );
}
