import type { ContactOutcome } from '../../features/contacts/index.ts';
import { judgeContacts } from './contact-evidence.ts';
import type { Sql } from './database.ts';

/**
 * What sends taught, with the contacts locked in id order: their columns at once, the word of our
 * own messages, and the verdict anew for those about whom it says something new. Saying the same
 * again changes nothing; a dead number is not revived by a delivery report.
 */
export async function recordOutcomes(
  sql: Sql,
  outcomes: readonly ContactOutcome[],
  now: Date,
): Promise<void> {
  if (outcomes.length === 0) return;
  const phones = outcomes.map(({ phone }) => phone);
  await sql.query(
    'select 1 from phone_contacts where phone = any($1::text[]) order by id for no key update',
    [phones],
  );
  const { rows } = await sql.query<{ id: string }>(
    `with told as (
       select c.id, bool_or(kind = 'delivered') as delivered,
              bool_or(kind = 'dead') as dead, max(error_code) filter (where kind = 'dead') as dead_code,
              bool_or(kind = 'not-sms-capable') as no_sms,
              max(error_code) filter (where kind = 'not-sms-capable') as no_sms_code
         from unnest($1::text[], $2::text[], $3::text[]) as r (phone, kind, error_code)
         join phone_contacts c on c.phone = r.phone and c.erased_at is null
        group by c.id
     ), kept as (
       insert into phone_send_outcomes as o
         (phone_contact_id, delivered_at, dead_at, dead_code, no_sms_at, no_sms_code)
       select id, case when delivered then $4::timestamptz end,
              case when dead then $4::timestamptz end, dead_code,
              case when no_sms then $4::timestamptz end, no_sms_code from told
       on conflict (phone_contact_id) do update
          set delivered_at = greatest(o.delivered_at, excluded.delivered_at),
              dead_at = coalesce(o.dead_at, excluded.dead_at),
              dead_code = coalesce(o.dead_code, excluded.dead_code),
              no_sms_at = coalesce(o.no_sms_at, excluded.no_sms_at),
              no_sms_code = coalesce(o.no_sms_code, excluded.no_sms_code)
     ), reached as (
       update phone_contacts c
          set last_contact_date = greatest(c.last_contact_date, $4), unreachable_since = null,
              updated_at = $4
         from told t where c.id = t.id and t.delivered
     )
     select t.id from told t join phone_contacts c on c.id = t.id
      where (t.dead and not c.dead) or (t.no_sms and c.line_type is distinct from 'landline')
         or (t.delivered and c.is_validated
             and not coalesce((c.validation_result -> 'active' ->> 'confidence')::numeric > 0.9, false))`,
    [
      phones,
      outcomes.map(({ outcome }) => outcome.kind),
      outcomes.map(({ outcome }) => ('errorCode' in outcome ? outcome.errorCode : null)),
      now,
    ],
  );
  if (rows.length > 0) {
    await judgeContacts(
      sql,
      rows.map(({ id }) => id),
      { now },
    );
  }
}
