import type { ConsentEvent, Suppression } from '../../features/consent/index.ts';
import type { Sql } from './database.ts';

/** What a person's own words put in force, and what they may lift again. */
export const ownReasons = ['opt-out', 'carrier-opt-out'] as const;

/**
 * The person's own wish, told to us or to the carrier; not a lawyer's or an erasure. What a list says
 * was no answer to anything of ours, and is gone when the list is undone.
 */
export const isOptOut = (row: string): string =>
  `${row}.source <> 'import' and ${row}.reason in ('${ownReasons.join("', '")}')`;

/** Whether a number is out by its own word or a person's. */
export const isOutForGood = (phone: string): string =>
  `exists (select from suppressions s where s.phone = ${phone} and s.lifted_at is null
             and ${isOptOut('s')})`;

/** Adds what is new to the ledger, in one statement; the numbers and kinds that were. */
export async function appendEvents(
  sql: Sql,
  events: readonly ConsentEvent[],
): Promise<{ phone: string; kind: ConsentEvent['kind'] }[]> {
  if (events.length === 0) return [];
  const { rows } = await sql.query<{ phone: string; kind: ConsentEvent['kind'] }>(
    `insert into consent_events
       (phone, kind, basis, channels, source, source_ref, text_shown, language, evidence,
        given_at, recorded_at, recorded_by)
     select phone, kind, basis, string_to_array(channels, ','), source, source_ref, text_shown,
            language, evidence, given_at, recorded_at, recorded_by
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[],
                   $7::text[], $8::text[], $9::jsonb[], $10::timestamptz[], $11::timestamptz[],
                   $12::text[])
         as e (phone, kind, basis, channels, source, source_ref, text_shown, language, evidence,
               given_at, recorded_at, recorded_by)
     on conflict do nothing
     returning phone, kind`,
    [
      events.map((event) => event.phone),
      events.map((event) => event.kind),
      events.map((event) => event.basis),
      events.map((event) => event.channels.join(',')),
      events.map((event) => event.source),
      events.map((event) => event.sourceRef),
      events.map((event) => event.textShown),
      events.map((event) => event.language),
      events.map((event) => JSON.stringify(event.evidence)),
      events.map((event) => event.givenAt),
      events.map((event) => event.recordedAt),
      events.map((event) => event.recordedBy),
    ],
  );
  return rows;
}

/**
 * Numbers that were not suppressed for that reason before. Whoever says it themselves, or through the
 * carrier or the team, takes over what only a list had said: it must outlive that list's undo.
 */
export async function appendSuppressions(
  sql: Sql,
  suppressions: readonly Suppression[],
): Promise<string[]> {
  if (suppressions.length === 0) return [];
  const { rows } = await sql.query<{ phone: string }>(
    `insert into suppressions (phone, reason, source, source_ref, created_by, created_at)
     select distinct on (phone, reason) phone, reason, source, source_ref, created_by, created_at
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
         as s (phone, reason, source, source_ref, created_by, created_at)
     on conflict (phone, reason) where lifted_at is null do update
        set source = excluded.source, source_ref = excluded.source_ref,
            created_by = excluded.created_by, created_at = excluded.created_at
      where suppressions.source = 'import' and excluded.source <> 'import'
     returning phone`,
    [
      suppressions.map((suppression) => suppression.phone),
      suppressions.map((suppression) => suppression.reason),
      suppressions.map((suppression) => suppression.source),
      suppressions.map((suppression) => suppression.sourceRef),
      suppressions.map((suppression) => suppression.createdBy),
      suppressions.map((suppression) => suppression.createdAt),
    ],
  );
  return rows.map((row) => row.phone);
}
