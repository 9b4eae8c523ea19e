import type { ContactOutcome } from '../../features/contacts/index.ts';
import { judgeContacts } from './contact-evidence.ts';
import type { Sql } from './database.ts';

/**
 * What sends taught, with the contacts locked in id order: the word of our own messages, and the
 * verdict with its columns anew for those about whom it says something new. Saying the same again
 * changes nothing; a dead number is not revived by a delivery report.
 */
export async function recordOutcomes(
  sql: Sql,
  outcomes: readonly ContactOutcome[],
  now: Date,
): Promise<void> {
  if (outcomes.length === 0) return;
  await sql.query(
    'select 1 from phone_contacts where phone = any($1::text[]) order by id for no key update',
    [outcomes.map(({ phone }) => phone)],
  );
  const news = [
    ...(await noteDeliveries(sql, outcomes, now)),
    ...(await noteRefusals(sql, outcomes, now)),
  ];
  if (news.length > 0) await judgeContacts(sql, [...new Set(news)], { now });
}

/** Those whose verdict does not know yet that they are reached. */
async function noteDeliveries(
  sql: Sql,
  outcomes: readonly ContactOutcome[],
  now: Date,
): Promise<string[]> {
  const reached = outcomes.filter(({ outcome }) => outcome.kind === 'delivered');
  if (reached.length === 0) return [];
  const { rows } = await sql.query<{ id: string; isNews: boolean }>(
    `update phone_contacts c
        set last_contact_date = greatest(last_contact_date, $2), unreachable_since = null,
            updated_at = $2
      where phone = any($1::text[]) and erased_at is null
      returning id, is_validated
        and coalesce((validation_result -> 'active' ->> 'confidence')::numeric, 0) < 0.8 as "isNews"`,
    [reached.map(({ phone }) => phone), now],
  );
  return rows.filter(({ isNews }) => isNews).map(({ id }) => id);
}

/** Those of whom it was not known. */
async function noteRefusals(
  sql: Sql,
  outcomes: readonly ContactOutcome[],
  now: Date,
): Promise<string[]> {
  const refused = outcomes.flatMap(({ phone, outcome }) =>
    outcome.kind === 'delivered' ? [] : [{ phone, ...outcome }],
  );
  if (refused.length === 0) return [];
  const { rows } = await sql.query<{ id: string }>(
    `with told as (
       select c.id, bool_or(kind = 'dead') as dead, max(error_code) filter (where kind = 'dead') as dead_code,
              bool_or(kind = 'not-sms-capable') as no_sms,
              max(error_code) filter (where kind = 'not-sms-capable') as no_sms_code
         from unnest($1::text[], $2::text[], $3::text[]) as r (phone, kind, error_code)
         join phone_contacts c on c.phone = r.phone and c.erased_at is null
        group by c.id
     ), kept as (
       insert into phone_send_refusals as o (phone_contact_id, dead_at, dead_code, no_sms_at, no_sms_code)
       select id, case when dead then $4::timestamptz end, dead_code,
              case when no_sms then $4::timestamptz end, no_sms_code from told
       on conflict (phone_contact_id) do update
          set dead_at = coalesce(o.dead_at, excluded.dead_at),
              dead_code = coalesce(o.dead_code, excluded.dead_code),
              no_sms_at = coalesce(o.no_sms_at, excluded.no_sms_at),
              no_sms_code = coalesce(o.no_sms_code, excluded.no_sms_code)
     )
     select t.id from told t join phone_contacts c on c.id = t.id
      where (t.dead and not c.dead) or (t.no_sms and c.line_type is distinct from 'landline')`,
    [
      refused.map(({ phone }) => phone),
      refused.map(({ kind }) => kind),
      refused.map(({ errorCode }) => errorCode),
      now,
    ],
  );
  return rows.map(({ id }) => id);
}
