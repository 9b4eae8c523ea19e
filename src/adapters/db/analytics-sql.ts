import { isOptOut } from './consent-ledger.ts';

/** A message of a campaign, on its way out: what every share is counted over. */
export const campaignMessage = (row: string): string =>
  `${row}.direction = 'outbound' and ${row}.purpose = 'marketing' and ${row}.campaign_id is not null`;

/** Anything a person wrote that is not an opt-out. */
export const isReply = (row: string): string =>
  `${row}.direction = 'inbound' and ${row}.label is distinct from 'opt_out'`;

/** Dollars of one attempt: its price, until then what is reserved; a refused one is free. */
export const spendOf = (row: string): string =>
  `case when ${row}.outcome in ('released', 'refused')
        then coalesce(${row}.cost, 0) else coalesce(${row}.cost, ${row}.reserved) end`;

/**
 * The `with` parts that end in `cohort`: one row per campaign message which the carrier accepted
 * in [$1, $2), with what became of it up to $3. A reply proves delivery; an opt-out and a
 * conversion belong to the last message before them.
 */
export const cohort = `
  replied as (
    select i.reply_to as id from phone_communications i
     where ${isReply('i')} and i.reply_to is not null
       and i.created_at >= $1 and i.created_at <= $3
     group by 1),
  opted_out as (
    select distinct m.id
      from suppressions s
     cross join lateral (
       select c.id from phone_communications c
        where c.phone = s.phone and ${campaignMessage('c')} and c.sent_at <= s.created_at
        order by c.sent_at desc limit 1) m
     where ${isOptOut('s')} and s.created_at >= $1 and s.created_at <= $3),
  converted as (
    select distinct m.id
      from conversions v
      join phone_contacts p on p.id = v.phone_contact_id
     cross join lateral (
       select c.id from phone_communications c
        where c.campaign_id = v.campaign_id and c.phone = p.phone and ${campaignMessage('c')}
          and c.sent_at <= v.converted_at
        order by c.sent_at desc limit 1) m
     where v.converted_at >= $1 and v.converted_at <= $3),
  cohort as (
    select c.id, c.campaign_id, c.phone_contact_id, c.type as channel, c.segments,
           r.id is not null as replied,
           o.id is not null as opted_out,
           v.id is not null as converted,
           r.id is not null or (c.status <> 'failed'
             and coalesce(coalesce(c.delivered_at, c.read_at, c.replied_at) <= $3, false)) as delivered,
           r.id is null and c.status = 'failed'
             and coalesce(c.final_at, c.sent_at) <= $3 as failed
      from phone_communications c
      left join replied r on r.id = c.id
      left join opted_out o on o.id = c.id
      left join converted v on v.id = c.id
     where ${campaignMessage('c')} and c.sent_at >= $1 and c.sent_at < $2 and c.sent_at <= $3)`;
