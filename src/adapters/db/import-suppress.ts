import {
  type ImportCounts,
  noCounts,
  type SuppressionList,
} from '../../features/contacts/index.ts';
import { refreshStanding } from './consent-standing.ts';
import type { Sql } from './database.ts';

type Range = { after: string; last: string };

/** Each number of the batch with its rows, whether it stood before, and whether it is a contact. */
const listedSql = `
  listed as (
    select s.phone, count(*)::int as rows, min(s.row) as row,
           exists (select from suppressions x where x.phone = s.phone and x.reason = $3
                                                and x.lifted_at is null) as stood
      from staged_rows s where s.phone > $1 and s.phone <= $2 group by s.phone
  )`;

const totalsSql = `
  select coalesce(sum(l.rows), 0)::int as rows, count(*)::int as numbers,
         count(*) filter (where not l.stood)::int as fresh,
         count(*) filter (where not l.stood and c.phone is not null
                            and not (c.opted_out or c.do_not_call))::int as silenced
    from listed l left join phone_contacts c using (phone)`;

type Totals = { rows: number; numbers: number; fresh: number; silenced: number };

export async function countListed(
  sql: Sql,
  { after, last }: Range,
  { kind }: SuppressionList,
): Promise<ImportCounts> {
  const { rows } = await sql.query<Totals>(`with ${listedSql} ${totalsSql}`, [after, last, kind]);
  return countsOf(rows[0]);
}

function countsOf(totals: Totals | undefined): ImportCounts {
  const { rows, numbers, fresh, silenced } = totals ?? {
    rows: 0,
    numbers: 0,
    fresh: 0,
    silenced: 0,
  };
  return {
    ...noCounts(),
    created: fresh,
    merged: rows - fresh,
    changed: silenced,
    unchanged: numbers - fresh,
    suppressed: numbers,
  };
}

/**
 * Forbids the numbers of the batch, in the caller's transaction: contacts are locked first, so that
 * the send permit is ordered against it. An opt-out is also a "no" in the ledger, which counts from
 * the import on and beats every "yes" before it.
 */
export async function suppressListed(
  sql: Sql,
  { after, last }: Range,
  { kind, scrubbedOn, fileSha256, by }: SuppressionList,
  { importId, now }: { importId: string; now: Date },
): Promise<ImportCounts> {
  const known = await sql.query<{ phone: string }>(
    `select phone from phone_contacts
      where phone in (select phone from staged_rows where phone > $1 and phone <= $2)
      order by id for no key update`,
    [after, last],
  );
  const { rows } = await sql.query<Totals>(`with ${listedSql} ${totalsSql}`, [after, last, kind]);
  await sql.query(
    `with numbers as (
       select distinct phone from staged_rows where phone > $1 and phone <= $2
     ),
     named as (
       insert into import_suppressed (import_id, phone, reason)
       select $4::uuid, phone, $3 from numbers
       on conflict do nothing
     )
     insert into suppressions (phone, reason, source, source_ref, created_by, created_at, scrubbed_on)
     select phone, $3, 'import', $4::uuid::text, $5, $6::timestamptz, $7::date from numbers
     on conflict (phone, reason) where lifted_at is null do update
        set scrubbed_on = excluded.scrubbed_on
      where excluded.scrubbed_on > coalesce(suppressions.scrubbed_on, '-infinity'::date)`,
    [after, last, kind, importId, by, now, scrubbedOn],
  );
  if (kind === 'opt-out') {
    await sql.query(revokeSql, [after, last, `file:${fileSha256.slice(0, 16)}`, importId, now, by]);
  }
  await refreshStanding(
    sql,
    known.rows.map(({ phone }) => phone),
    now,
  );
  return countsOf(rows[0]);
}

/** Said once per file; again after that import was undone. */
const revokeSql = `
  with said as (
    select phone, evidence ->> 'import' in (select import_id from undone_imports) as voided
      from consent_events
     where source = 'import' and kind = 'revoke' and phone > $1 and phone <= $2
       and starts_with(source_ref, $3::text)
  )
  insert into consent_events
    (phone, kind, basis, channels, source, source_ref, evidence, recorded_at, recorded_by)
  select phone, 'revoke', 'asserted', '{sms,whatsapp,call}', 'import',
         $3::text || case when phone in (select phone from said where voided) then ' again:' || $4::text else '' end,
         jsonb_build_object('import', $4::text, 'row', min(row)), $5::timestamptz, $6
    from staged_rows
   where phone > $1 and phone <= $2 and phone not in (select phone from said where not voided)
   group by phone
  on conflict do nothing`;
