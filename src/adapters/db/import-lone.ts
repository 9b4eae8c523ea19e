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

/**
 * Ids that begin with the time, as version 7 does: those of one batch stand together in the index of
 * the key, where random ones touch every page of it. (PostgreSQL itself has them from 18 on only.)
 */
const orderedId = `encode(overlay(uuid_send(gen_random_uuid()) placing $7::bytea from 1 for 6), 'hex')::uuid`;

function timePrefix(): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(Date.now()));
  return bytes.subarray(2);
}

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
         (id, phone, formatted_phone, name, state, address_state, area_code, city, zip, timezone,
          rule_states, zones, segment, tags, customer_profile, consent_sms, consent_whatsapp,
          consent_call, consent_date, is_validated, validation_result, import_id, created_at,
          updated_at)
       select ${orderedId}, phone, formatted_phone, name, state, address_state, area_code, city, zip, timezone,
              string_to_array(rule_states, ','), string_to_array(zones, ','), new_segment,
              tags::jsonb,
              case when email is null and notes is null then '{}'
                   else jsonb_strip_nulls(jsonb_build_object('email', email, 'notes', notes)) end,
              consent_sms, consent_whatsapp, consent_call, standing_at, true, $3::jsonb, $4::uuid,
              $5::timestamptz, $5
         from fresh
     ),
     ledger as (
       insert into consent_events
         (id, phone, kind, basis, channels, source, source_ref, text_shown, evidence, given_at,
          recorded_at, recorded_by)
       select ${orderedId}, phone, event_kind, event_basis, string_to_array(event_channels, ','), 'import',
              event_ref, event_text,
              case when event_attested is null or consent_source is not null
                   then jsonb_strip_nulls(jsonb_build_object('import', $8::text, 'row', row,
                          'attested', event_attested, 'source', consent_source))
                   else jsonb_build_object('import', $8, 'row', row, 'attested', event_attested) end,
              given_at, $5, $6
         from fresh where event_kind is not null
     )
     select state, says, count(*)::int as people from fresh group by state, says`,
    [
      after,
      last,
      JSON.stringify({ provider: 'offline', valid: true }),
      importId,
      now,
      by,
      timePrefix(),
      importId,
    ],
  );
  return tallyOfLone(rows);
}
