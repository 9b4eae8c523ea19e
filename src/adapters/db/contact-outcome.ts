import type { ContactOutcome } from '../../features/contacts/index.ts';
import type { Sql } from './database.ts';

/**
 * What sends taught, in one statement with the contacts locked in id order. A number that was
 * delivered to later is alive again; a dead one is not revived by an older delivery report.
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
  await sql.query(
    `update phone_contacts c
        set dead = c.dead or o.dead,
            is_active = c.is_active and not o.dead,
            line_type = case when o.landline then 'landline' else c.line_type end,
            unreachable_since = case when o.delivered then null else c.unreachable_since end,
            last_contact_date = case when o.delivered
              then greatest(c.last_contact_date, $5) else c.last_contact_date end,
            updated_at = $5
       from (select phone, bool_or(kind = 'dead') as dead,
                    bool_or(kind = 'not-sms-capable') as landline,
                    bool_or(kind = 'delivered') as delivered,
                    max(error_code) as error_code
               from unnest($1::text[], $2::text[], $3::text[]) as r (phone, kind, error_code)
              group by phone) o
      where c.phone = o.phone and c.erased_at is null
        and (o.delivered or (o.dead and not c.dead)
          or (o.landline and c.line_type is distinct from $4))`,
    [
      phones,
      outcomes.map(({ outcome }) => outcome.kind),
      outcomes.map(({ outcome }) => ('errorCode' in outcome ? outcome.errorCode : null)),
      'landline',
      now,
    ],
  );
}
