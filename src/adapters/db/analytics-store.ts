import type {
  AnalyticsStore,
  BucketFigures,
  CampaignFigures,
  ChannelFigures,
  ContactStats,
  StateFigures,
  Totals,
  View,
} from '../../features/analytics/index.ts';
import { Decimal } from '../../shared/money.ts';
import { campaignMessage, cohort, isReply, spendOf } from './analytics-sql.ts';
import { isOptOut } from './consent-ledger.ts';
import type { Database, Sql } from './database.ts';

export function createAnalyticsStore(db: Database): AnalyticsStore {
  return {
    period: ({ view, previous, bounds }) =>
      inSnapshot(db, async (sql) => ({
        totals: await totals(sql, view),
        previous: await totals(sql, previous),
        conversionsTracked: await conversionsTracked(sql),
        timeline: await timeline(sql, bounds, view.asOf),
        states: await states(sql, view),
        campaigns: await campaigns(sql, view),
      })),

    dashboard: ({ today, recent, before }) =>
      inSnapshot(db, async (sql) => ({
        contacts: await contacts(sql),
        activeCampaigns: await activeCampaigns(sql),
        today: await totals(sql, today),
        conversionsTracked: await conversionsTracked(sql),
        channels: await channels(sql, recent),
        channelsBefore: await channels(sql, before),
      })),

    states: (view) => states(db.pool, view),
  };
}

async function inSnapshot<T>(db: Database, read: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    return await read(client);
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

const parameters = ({ start, end, asOf }: View): Date[] => [start, end, asOf];

type Row<T> = { [Key in keyof T]: T[Key] extends Decimal ? string : T[Key] };

const withMoney = <T extends { spend: string }>(row: T) => ({
  ...row,
  spend: new Decimal(row.spend),
});

/** What a period's messages came to: the digest, the dashboard and App Home all count by this. */
export async function totals(sql: Sql, view: View): Promise<Totals> {
  const { rows } = await sql.query<Row<Totals>>(
    `with ${cohort},
     sums as (
       select count(*)::int as sent,
              (count(*) filter (where delivered))::int as delivered,
              (count(*) filter (where failed))::int as undelivered,
              (count(*) filter (where replied))::int as replied,
              (count(*) filter (where opted_out))::int as opted_out,
              (count(*) filter (where converted))::int as converted,
              coalesce(sum(segments), 0)::int as segments
         from cohort),
     refused as (
       select count(*)::int as refused from phone_communications c
        where ${campaignMessage('c')} and c.status = 'failed' and c.sent_at is null
          and c.final_at >= $1 and c.final_at < $2 and c.final_at <= $3),
     unconfirmed as (
       select count(*)::int as unconfirmed from phone_communications c
        where ${campaignMessage('c')} and c.status = 'unconfirmed'
          and (select max(a.attempted_at) from delivery_attempts a where a.communication_id = c.id)
              between $1 and least($2 - interval '1 microsecond', $3)),
     money as (
       select coalesce(sum(${spendOf('a')}), 0) as spend,
              coalesce(sum(${spendOf('a')}) filter (where a.cost is null), 0) as unsettled
         from delivery_attempts a
        where a.attempted_at >= $1 and a.attempted_at < $2 and a.attempted_at <= $3),
     replies_in as (
       select count(*)::int as replies from phone_communications i
        where ${isReply('i')} and i.created_at >= $1 and i.created_at < $2 and i.created_at <= $3),
     opt_outs_in as (
       select count(distinct s.phone)::int as opt_outs from suppressions s
        where ${isOptOut('s')} and s.created_at >= $1 and s.created_at < $2 and s.created_at <= $3)
     select sent, delivered, undelivered + refused as failed, refused, unconfirmed, replied,
            opted_out as "optedOut", converted, segments, spend, unsettled, replies,
            opt_outs as "optOuts"
       from sums, refused, unconfirmed, money, replies_in, opt_outs_in`,
    parameters(view),
  );
  const [row] = rows;
  if (!row) throw new Error('an aggregate without a row');
  return { ...withMoney(row), unsettled: new Decimal(row.unsettled) };
}

async function conversionsTracked(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query<{ any: boolean }>(
    'select exists (select from conversions) as any',
  );
  return rows[0]?.any ?? false;
}

async function timeline(sql: Sql, bounds: readonly Date[], asOf: Date): Promise<BucketFigures[]> {
  const { rows } = await sql.query<BucketFigures>(
    `with bounds as (select $1::timestamptz[] as at, $1[1] as first, $1[cardinality($1)] as last),
     events as (
       select 'sends' as what, c.sent_at as at from phone_communications c, bounds b
        where ${campaignMessage('c')} and c.sent_at >= b.first and c.sent_at < b.last
       union all
       select 'deliveries', c.delivered_at from phone_communications c, bounds b
        where ${campaignMessage('c')} and c.delivered_at >= b.first and c.delivered_at < b.last
       union all
       select 'replies', i.created_at from phone_communications i, bounds b
        where ${isReply('i')} and i.created_at >= b.first and i.created_at < b.last),
     counts as (
       select width_bucket(e.at, b.at) as bucket, e.what, count(*)::int as n
         from events e, bounds b where e.at <= $2 group by 1, 2)
     select coalesce(max(n) filter (where what = 'sends'), 0) as sends,
            coalesce(max(n) filter (where what = 'deliveries'), 0) as deliveries,
            coalesce(max(n) filter (where what = 'replies'), 0) as replies
       from generate_series(1, cardinality($1::timestamptz[]) - 1) as bucket
       left join counts using (bucket)
      group by bucket order by bucket`,
    [bounds.map((bound) => bound.toISOString()), asOf],
  );
  return rows;
}

async function states(sql: Sql, view: View): Promise<StateFigures[]> {
  const { rows } = await sql.query<StateFigures>(
    `with ${cohort},
     messages as (
       select coalesce(p.state, 'UNKNOWN') as state,
              (count(*) filter (where c.delivered))::int as delivered,
              (count(*) filter (where c.replied))::int as replied
         from cohort c left join phone_contacts p on p.id = c.phone_contact_id
        group by 1),
     people as (
       select state, count(*)::int as contacts from phone_contacts
        where erased_at is null group by 1)
     select state, coalesce(contacts, 0) as contacts, coalesce(delivered, 0) as delivered,
            coalesce(replied, 0) as replied
       from people full join messages using (state)
      order by 2 desc, 1`,
    parameters(view),
  );
  return rows;
}

async function campaigns(sql: Sql, view: View): Promise<CampaignFigures[]> {
  const { rows } = await sql.query<Row<CampaignFigures>>(
    `with ${cohort},
     sums as (
       select campaign_id, count(*)::int as sent,
              (count(*) filter (where delivered))::int as delivered,
              (count(*) filter (where failed))::int as undelivered,
              (count(*) filter (where replied))::int as replied,
              (count(*) filter (where opted_out))::int as opted_out
         from cohort group by 1),
     refused as (
       select c.campaign_id, count(*)::int as refused from phone_communications c
        where ${campaignMessage('c')} and c.status = 'failed' and c.sent_at is null
          and c.final_at >= $1 and c.final_at < $2 and c.final_at <= $3
        group by 1),
     money as (
       select a.campaign_id, sum(${spendOf('a')}) as spend from delivery_attempts a
        where a.campaign_id is not null
          and a.attempted_at >= $1 and a.attempted_at < $2 and a.attempted_at <= $3
        group by 1)
     select g.id, g.name, g.type as channel, g.status, coalesce(s.sent, 0) as sent,
            coalesce(s.delivered, 0) as delivered,
            coalesce(s.undelivered, 0) + coalesce(r.refused, 0) as failed,
            coalesce(s.replied, 0) as replied, coalesce(s.opted_out, 0) as "optedOut",
            coalesce(m.spend, 0) as spend
       from phone_campaigns g
       left join sums s on s.campaign_id = g.id
       left join refused r on r.campaign_id = g.id
       left join money m on m.campaign_id = g.id
      where s.sent > 0 or r.refused > 0 or m.spend > 0
      order by 5 desc, g.name, g.id`,
    parameters(view),
  );
  return rows.map(withMoney);
}

async function contacts(sql: Sql): Promise<ContactStats> {
  const { rows } = await sql.query<ContactStats['byState'][number]>(
    `select state, count(*)::int as total, (count(*) filter (where line_type is not null and not dead))::int as validated,
            max(last_contact_date) as "lastCampaignAt"
       from phone_contacts where erased_at is null
      group by state order by 2 desc, 1`,
  );
  const sum = (of: 'total' | 'validated') => rows.reduce((all, row) => all + row[of], 0);
  return { total: sum('total'), validated: sum('validated'), byState: rows };
}

async function activeCampaigns(sql: Sql): Promise<number> {
  const { rows } = await sql.query<{ n: number }>(
    `select count(*)::int as n from phone_campaigns where status = 'running'`,
  );
  return rows[0]?.n ?? 0;
}

async function channels(sql: Sql, view: View): Promise<ChannelFigures[]> {
  const { rows } = await sql.query<ChannelFigures>(
    `with ${cohort}
     select channel, (count(*) filter (where delivered))::int as delivered,
            (count(*) filter (where replied))::int as replied
       from cohort group by 1 order by 1`,
    parameters(view),
  );
  return rows;
}
