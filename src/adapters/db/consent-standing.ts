import type { Sql } from './database.ts';

/**
 * What each number said last, per channel. The newest "no" beats every "yes" before it and at the
 * same moment; of the grants after it the best basis counts. A grant without a date never beats a
 * "no" and stays unattested: nobody can prove when it was given.
 */
const ledgerSql = `
  said as (
    select e.phone, channel, e.kind,
           case when e.kind = 'grant' then coalesce(e.given_at, '-infinity')
                else coalesce(e.given_at, e.recorded_at) end as at,
           case when e.given_at is null then 1
                when e.basis = 'documented' then 3
                when (e.evidence ->> 'attested')::boolean then 2
                else 1 end as rank
      from numbers n join consent_events e on e.phone = n.phone
     cross join lateral unnest(e.channels) as channel
  ),
  refusals as (
    select distinct on (phone, channel) phone, channel, at, kind
      from said where kind <> 'grant'
     order by phone, channel, at desc, kind desc
  ),
  grants as (
    select distinct on (s.phone, s.channel) s.phone, s.channel, s.rank, s.at
      from said s left join refusals r on r.phone = s.phone and r.channel = s.channel
     where s.kind = 'grant' and (r.at is null or s.at > r.at)
     order by s.phone, s.channel, s.rank desc, s.at desc
  ),
  standing as (
    select phone, channel,
           case g.rank when 3 then 'documented' when 2 then 'asserted' when 1 then 'unattested'
                else case r.kind when 'revoke' then 'revoked' else 'refused' end end as consent,
           case when g.rank > 1 then g.at end as given_at
      from refusals r full join grants g using (phone, channel)
  ),
  consents as (
    select phone,
           max(consent) filter (where channel = 'sms') as sms,
           max(consent) filter (where channel = 'whatsapp') as whatsapp,
           max(consent) filter (where channel = 'call') as call,
           max(given_at) as given_at
      from standing group by phone
  )`;

/** Suppressions in force. The reason shown is the gravest one. */
const suppressionSql = `
  suppressed as (
    select s.phone,
           bool_or(s.reason in ('opt-out', 'carrier-opt-out', 'admin', 'erased')) as opted_out,
           bool_or(s.reason in ('dnc-national', 'dnc-state', 'litigator')) as do_not_call,
           min(s.created_at) filter
             (where s.reason in ('opt-out', 'carrier-opt-out', 'admin', 'erased')) as opted_out_at,
           (array_agg(s.reason order by array_position(
              array['erased', 'litigator', 'opt-out', 'carrier-opt-out', 'admin', 'dnc-national', 'dnc-state'],
              s.reason)))[1] as reason
      from numbers n join suppressions s on s.phone = n.phone
     where s.lifted_at is null
     group by s.phone
  )`;

/**
 * Recomputes the standing columns of these numbers from the ledger and the suppressions, in the
 * caller's transaction; the caller holds the contacts' locks. Rows that stay the same are not
 * touched. Answers how many changed.
 */
export async function refreshStanding(
  sql: Sql,
  phones: readonly string[],
  now: Date,
): Promise<number> {
  if (phones.length === 0) return 0;
  const { rowCount } = await sql.query(
    `with numbers as (select distinct unnest($1::text[]) as phone), ${ledgerSql}, ${suppressionSql}
     update phone_contacts c
        set consent_sms = f.sms, consent_whatsapp = f.whatsapp, consent_call = f.call,
            consent_date = f.given_at, opted_out = f.opted_out, do_not_call = f.do_not_call,
            opt_out_date = f.opted_out_at, suppression_reason = f.reason, updated_at = $2
       from (select n.phone, coalesce(k.sms, 'none') as sms, coalesce(k.whatsapp, 'none') as whatsapp,
                    coalesce(k.call, 'none') as call, k.given_at,
                    coalesce(s.opted_out, false) as opted_out,
                    coalesce(s.do_not_call, false) as do_not_call, s.opted_out_at, s.reason
               from numbers n
               left join consents k on k.phone = n.phone
               left join suppressed s on s.phone = n.phone) f
      where c.phone = f.phone
        and (c.consent_sms, c.consent_whatsapp, c.consent_call, c.consent_date, c.opted_out,
             c.do_not_call, c.opt_out_date, c.suppression_reason)
            is distinct from
            (f.sms, f.whatsapp, f.call, f.given_at, f.opted_out, f.do_not_call, f.opted_out_at, f.reason)`,
    [phones, now],
  );
  return rowCount ?? 0;
}
