import type { Sql } from './database.ts';

/** Somebody of the team did this to one contact, by hand. */
const byHand = `('contacts.edited', 'contacts.opted-out', 'contacts.opted-in')`;

/**
 * Contacts that the import $1 made and that are more than its rows by now: they wrote to us, or
 * somebody worked on them. Set by set, because there may be a million of them.
 */
export const staysSql = `
  select p.id from phone_contacts p where p.import_id = $1 and p.last_inbound_at is not null
  union
  select p.id from phone_communications c join phone_contacts p on p.id = c.phone_contact_id
   where p.import_id = $1 and c.direction = 'inbound'
  union
  select p.id from audit_log a join phone_contacts p on a.subject = 'contact:' || p.id
   where p.import_id = $1 and a.action in ${byHand}
  union
  select p.id from contact_bulk_items i join phone_contacts p on p.id = i.contact_id
   where p.import_id = $1 and i.outcome = 'changed' and i.undone is not true`;

/** They are nobody's import any more; answers their numbers, whose standing may be another now. */
export async function keepThose(sql: Sql, id: string, at: Date): Promise<string[]> {
  const { rows } = await sql.query<{ phone: string }>(
    `update phone_contacts set import_id = null, updated_at = $2
      where id in (${staysSql}) returning phone`,
    [id, at],
  );
  return rows.map(({ phone }) => phone);
}
