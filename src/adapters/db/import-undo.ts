import type { UndoCounts, UndoPlan } from '../../features/contacts/index.ts';
import { appendAudit } from './audit-log.ts';
import { refreshStanding } from './consent-standing.ts';
import { type Database, inTransaction, type Sql } from './database.ts';
import { changeable } from './import-changes.ts';

/** Written to, or about to be: what a campaign holds is not taken from under it. */
const inUse = `('staged', 'queued', 'calling', 'unconfirmed', 'sent', 'delivered', 'read', 'replied', 'failed')`;

/** Suppressions of this import that no other list names (one that was undone does not count). */
const ownSuppressions = `
  from suppressions s
 where s.source = 'import' and s.source_ref = $1::text and s.lifted_at is null
   and not exists (select from import_suppressed o join imports i on i.id = o.import_id
                    where o.phone = s.phone and o.reason = s.reason and o.import_id <> $1::uuid
                      and i.status <> 'undone')`;

/** What an undo would do now. */
export async function undoPlan(sql: Sql, id: string): Promise<UndoPlan> {
  const { rows } = await sql.query<UndoCounts & { sent: number; newer: string | null }>(
    `with met as (
       select contact_id as id, seq, before is not null as changed from import_changes
        where import_id = $1
     ),
     mine as (select id, 0::bigint as seq from phone_contacts where import_id = $1),
     all_of_it as (select id, seq from mine union all select id, seq from met)
     select (select count(*)::int from mine) as deleted,
            (select count(*)::int from met where changed) as restored,
            (select count(*)::int ${ownSuppressions}) as lifted,
            (select count(distinct p.phone_contact_id)::int
               from phone_communications p
              where p.direction = 'outbound' and p.status in ${inUse}
                and (p.phone_contact_id in (select id from mine)
                  or (p.created_at >= (select started_at from imports where id = $1)
                      and p.phone_contact_id in (select id from met)))) as sent,
            (select i.file_name
               from all_of_it a join import_changes c on c.contact_id = a.id and c.seq > a.seq
                    join imports i on i.id = c.import_id
              where c.import_id <> $1 and i.status <> 'undone'
              order by c.seq desc limit 1) as newer`,
    [id],
  );
  const [found] = rows;
  if (!found) throw new Error('an undo without a plan');
  const { newer, ...counts } = found;
  return { ...counts, newer: newer === null ? null : { fileName: newer } };
}

/** No import writes and no campaign takes these contacts while one is taken back. */
export function undoImport(
  db: Database,
  id: string,
  { by, at, since }: { by: string; at: Date; since: Date },
): Promise<UndoCounts | null> {
  return inTransaction(db, async (sql) => {
    await sql.query(`select pg_advisory_xact_lock(hashtextextended('fly2any:contacts:merge', 0))`);
    const { rowCount } = await sql.query(
      `select 1 from imports where id = $1 and status in ('completed', 'canceled', 'failed')
          and completed_at > $2 for update`,
      [id, since],
    );
    if (rowCount !== 1) return null;
    await sql.query(
      `select 1 from phone_contacts
        where import_id = $1 or id in (select contact_id from import_changes where import_id = $1)
           or phone in (select phone from import_suppressed where import_id = $1)
        order by id for update`,
      [id],
    );
    const plan = await undoPlan(sql, id);
    if (plan.newer !== null || plan.sent > 0) return null;
    const phones = await takeBack(sql, id, { by, at });
    const deleted = await deleteContacts(sql, id);
    await refreshStanding(sql, phones, at);
    const done = { deleted, restored: plan.restored, lifted: plan.lifted };
    await sql.query('delete from import_changes where import_id = $1', [id]);
    await sql.query(
      `update imports set status = 'undone', undone_at = $2, undone_by = $3, undone = $4
        where id = $1`,
      [id, at, by, JSON.stringify(done)],
    );
    await appendAudit(sql, {
      at,
      actor: by,
      action: 'contacts.import-undone',
      subject: `import:${id}`,
      detail: done,
    });
    return done;
  });
}

/**
 * The import no longer counts: its ledger entries, its suppressions, what it changed in contacts
 * that were there before. Answers the numbers whose standing may be another now.
 */
async function takeBack(
  sql: Sql,
  id: string,
  { by, at }: { by: string; at: Date },
): Promise<string[]> {
  await sql.query('insert into undone_imports (import_id, undone_at) values ($1, $2)', [id, at]);
  const touched = await sql.query<{ phone: string }>(
    `select phone from phone_contacts
      where id in (select contact_id from import_changes where import_id = $1)
     union select phone from import_suppressed where import_id = $1`,
    [id],
  );
  const evidence = JSON.stringify({ undone: id });
  await sql.query(
    `update suppressions set lifted_at = $2, lifted_by = $3, lifted_evidence = $4
      where id in (select s.id ${ownSuppressions})`,
    [id, at, by, evidence],
  );
  await handOver(sql, id, at);
  await restore(sql, id, at);
  return touched.rows.map(({ phone }) => phone);
}

/** What another list names as well stays, as that list's. */
async function handOver(sql: Sql, id: string, at: Date): Promise<void> {
  await sql.query(
    `update suppressions s
        set source_ref = (select o.import_id::text from import_suppressed o
                                 join imports i on i.id = o.import_id
                           where o.phone = s.phone and o.reason = s.reason
                             and o.import_id <> $1::uuid and i.status <> 'undone'
                           order by i.created_at limit 1)
      where s.source = 'import' and s.source_ref = $1::text and s.lifted_at is null`,
    [id],
  );
  // The ledger keeps one entry of a file that is read twice; the second reading now needs its own.
  await sql.query(
    `insert into consent_events
       (phone, kind, basis, channels, source, source_ref, evidence, given_at, recorded_at, recorded_by)
     select o.phone, 'revoke', 'asserted', '{sms,whatsapp,call}', 'import',
            'file:' || left(i.file_sha256, 16) || ' again:' || i.id,
            jsonb_build_object('import', i.id::text), coalesce(i.completed_at, i.created_at), $2, i.created_by
       from import_suppressed mine
            join import_suppressed o on o.phone = mine.phone and o.reason = mine.reason
                                    and o.import_id <> mine.import_id
            join imports i on i.id = o.import_id and i.status <> 'undone'
      where mine.import_id = $1 and mine.reason = 'opt-out'
        and not exists (select from consent_events e
                         where e.phone = o.phone and e.kind = 'revoke' and e.source = 'import'
                           and e.evidence ->> 'import' = i.id::text)
     on conflict do nothing`,
    [id, at],
  );
}

const jsonColumns = new Set(['other_names', 'tags', 'customer_profile']);
const listColumns = new Set(['rule_states', 'zones']);

/** The value kept in `c.before`, in the column's own type. */
function kept(column: string, side: 'before' | 'after'): string {
  if (jsonColumns.has(column)) return `k.${side} -> '${column}'`;
  if (listColumns.has(column)) {
    return `array(select jsonb_array_elements_text(k.${side} -> '${column}'))`;
  }
  const text = `k.${side} ->> '${column}'`;
  return column === 'first_name_conflict' ? `(${text})::boolean` : text;
}

/** A column gets its former value back where it still has what the import wrote there. */
async function restore(sql: Sql, id: string, at: Date): Promise<void> {
  const former = changeable.map(
    (column) =>
      `${column} = case when k.after ? '${column}' and c.${column} is not distinct from ${kept(column, 'after')}
         then ${kept(column, 'before')} else c.${column} end`,
  );
  await sql.query(
    `update phone_contacts c set ${former.join(', ')}, updated_at = $2
       from import_changes k
      where k.import_id = $1 and k.contact_id = c.id and k.before is not null
        and c.erased_at is null`,
    [id, at],
  );
}

/** What only tells of a contact goes with it; what tells of its number stays without it. */
async function deleteContacts(sql: Sql, id: string): Promise<number> {
  const mine = 'select id from phone_contacts where import_id = $1';
  for (const statement of [
    `update phone_communications set phone_contact_id = null where phone_contact_id in (${mine})`,
    `update conversions set phone_contact_id = null where phone_contact_id in (${mine})`,
    `delete from campaign_follow_ups where phone_contact_id in (${mine})`,
    `delete from phone_validations where phone_contact_id in (${mine})`,
  ]) {
    await sql.query(statement, [id]);
  }
  const { rowCount } = await sql.query('delete from phone_contacts where import_id = $1', [id]);
  return rowCount ?? 0;
}
