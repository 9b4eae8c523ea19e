import type { Sql } from './database.ts';

/**
 * What each number said last, per channel. The newest "no" beats every "yes" before it and at the
 * same moment; of the grants after it the best basis counts. A grant without a date never beats a
 * "no" and stays unattested: nobody can prove when it was given. Nobody agreed after it was written
 * down. What an import had entered that was undone does not count.
 *
 * Windows and groups only, no joins: the planner knows nothing about fresh tables and would loop.
 */
const ledgerSql = `
  said as (
    select e.phone, channel, e.kind,
           case when e.kind = 'grant' and e.given_at is null then '-infinity'
                when e.kind = 'grant' then least(e.given_at, e.recorded_at)
                else coalesce(e.given_at, e.recorded_at) end as at,
           case when e.kind <> 'grant' then 0
                when e.given_at is null then 1
                when e.basis = 'documented' then 3
                when (e.evidence ->> 'attested')::boolean then 2
                else 1 end as rank
      from consent_events e cross join lateral unnest(e.channels) as channel
     where e.phone = any($1::text[])
       and (e.source <> 'import'
            or (e.evidence ->> 'import') is null
            or e.evidence ->> 'import' not in (select import_id from undone_imports))
  ),
  weighed as (
    select *, max(at) filter (where rank = 0) over one as refused_at
      from said window one as (partition by phone, channel)
  ),
  best as (
    select phone, channel,
           coalesce(max(rank) filter (where rank > 0 and (refused_at is null or at > refused_at)), 0) as rank,
           bool_or(kind = 'revoke' and at = refused_at) as revoked
      from weighed group by phone, channel
  ),
  consents as (
    select phone,
           max(consent) filter (where channel = 'sms') as sms,
           max(consent) filter (where channel = 'whatsapp') as whatsapp,
           max(consent) filter (where channel = 'call') as call
      from (select phone, channel,
                   case rank when 3 then 'documented' when 2 then 'asserted' when 1 then 'unattested'
                     else case when revoked then 'revoked' else 'refused' end end as consent
              from best) b
     group by phone
  ),
  dates as (
    select phone, max(at) as given_at
      from weighed where rank > 1 and (refused_at is null or at > refused_at) group by phone
  )`;

/** Suppressions in force. The reason shown is the gravest one. */
const suppressionSql = `
  suppressed as (
    select phone,
           bool_or(reason in ('opt-out', 'carrier-opt-out', 'admin', 'erased')) as opted_out,
           bool_or(reason in ('dnc-national', 'dnc-state', 'litigator')) as do_not_call,
           min(created_at) filter
             (where reason in ('opt-out', 'carrier-opt-out', 'admin', 'erased')) as opted_out_at,
           (array_agg(reason order by array_position(
              array['erased', 'litigator', 'opt-out', 'carrier-opt-out', 'admin', 'dnc-national', 'dnc-state'],
              reason)))[1] as reason
      from suppressions
     where lifted_at is null and phone = any($1::text[])
     group by phone
  )`;

/** Texts that may be an opt-out, and that nobody has read yet. */
const unreadSql = `
  unread as (
    select phone, true as in_review
      from phone_communications
     where direction = 'inbound' and label = 'unclear' and phone = any($1::text[])
     group by phone
  )`;

const factsSql = `
  facts as (
    select phone,
           coalesce(max(sms), 'none') as sms, coalesce(max(whatsapp), 'none') as whatsapp,
           coalesce(max(call), 'none') as call, max(given_at) as given_at,
           coalesce(bool_or(opted_out), false) as opted_out,
           coalesce(bool_or(do_not_call), false) as do_not_call,
           max(opted_out_at) as opted_out_at, max(reason) as reason,
           coalesce(bool_or(in_review), false) as in_review
      from (
        select phone, null as sms, null as whatsapp, null as call, null::timestamptz as given_at,
               null::boolean as opted_out, null::boolean as do_not_call,
               null::timestamptz as opted_out_at, null as reason, null::boolean as in_review
          from unnest($1::text[]) as numbers (phone)
        union all select phone, sms, whatsapp, call, null, null, null, null, null, null from consents
        union all select phone, null, null, null, given_at, null, null, null, null, null from dates
        union all select phone, null, null, null, null, opted_out, do_not_call, opted_out_at, reason, null
          from suppressed
        union all select phone, null, null, null, null, null, null, null, null, in_review from unread
      ) parts
     group by phone
  )`;

/**
 * What the ledger, the suppressions and unread texts say about the numbers in $1, one row each: `facts (phone,
 * sms, whatsapp, call, given_at, opted_out, do_not_call, opted_out_at, reason, in_review)`. To
 * follow `with`.
 */
export const standingFactsSql = `${ledgerSql}, ${suppressionSql}, ${unreadSql}, ${factsSql}`;

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
    `with ${standingFactsSql}
     update phone_contacts c
        set consent_sms = f.sms, consent_whatsapp = f.whatsapp, consent_call = f.call,
            consent_date = f.given_at, opted_out = f.opted_out, do_not_call = f.do_not_call,
            opt_out_date = f.opted_out_at, suppression_reason = f.reason, in_review = f.in_review,
            updated_at = $2
       from facts f
      where c.phone = f.phone
        and (c.consent_sms, c.consent_whatsapp, c.consent_call, c.consent_date, c.opted_out,
             c.do_not_call, c.opt_out_date, c.suppression_reason, c.in_review)
            is distinct from
            (f.sms, f.whatsapp, f.call, f.given_at, f.opted_out, f.do_not_call, f.opted_out_at,
             f.reason, f.in_review)`,
    [[...new Set(phones)], now],
  );
  return rowCount ?? 0;
}
