import { type FileConsent, type ImportCounts, tallyOfLone } from '../../features/contacts/index.ts';
import type { Sql } from './database.ts';

type Range = { after: string; last: string };
type Found = { state: string; says: FileConsent; people: number };

/** The rows of the batch whose number is new and stands nowhere else. */
const freshSql = `
  fresh as (
    select s.* from staged_rows s
     where s.phone > $1 and s.phone <= $2
       and s.phone in (select phone from batch_numbers where alone)
  )`;

/** What they would become; nothing is written. */
export async function countLone(sql: Sql, { after, last }: Range): Promise<ImportCounts> {
  const { rows } = await sql.query<Found>(
    `with ${freshSql}
     select state, says, count(*)::int as people from fresh group by state, says`,
    [after, last],
  );
  return tallyOfLone(rows);
}

/**
 * Contacts and ledger entries of these rows in one statement, as `loneRow` said ahead of time.
 * Nothing is known about their numbers, so each entry is the whole standing of its contact.
 */
export async function writeLone(
  sql: Sql,
  { after, last }: Range,
  { importId, by, now }: { importId: string; by: string; now: Date },
): Promise<ImportCounts> {
  const { rows } = await sql.query<Found>(
    `with ${freshSql},
     people as (
       insert into phone_contacts
         (phone, formatted_phone, name, state, address_state, area_code, city, zip, timezone,
          rule_states, zones, segment, tags, customer_profile, consent_sms, consent_whatsapp,
          consent_call, consent_date, is_validated, validation_result, import_id, created_at,
          updated_at)
       select phone, formatted_phone, name, state, address_state, area_code, city, zip, timezone,
              string_to_array(rule_states, ','), string_to_array(zones, ','), new_segment,
              tags::jsonb, jsonb_strip_nulls(jsonb_build_object('email', email, 'notes', notes)),
              consent_sms, consent_whatsapp, consent_call, standing_at, true, $3::jsonb, $4::uuid,
              $5::timestamptz, $5
         from fresh
     ),
     ledger as (
       insert into consent_events
         (phone, kind, basis, channels, source, source_ref, text_shown, evidence, given_at,
          recorded_at, recorded_by)
       select phone, event_kind, event_basis, string_to_array(event_channels, ','), 'import',
              event_ref, event_text,
              jsonb_strip_nulls(jsonb_build_object('import', $4::uuid, 'row', row,
                'attested', event_attested, 'source', consent_source)),
              given_at, $5, $6
         from fresh where event_kind is not null
     )
     select state, says, count(*)::int as people from fresh group by state, says`,
    [after, last, JSON.stringify({ provider: 'offline', valid: true }), importId, now, by],
  );
  return tallyOfLone(rows);
}
