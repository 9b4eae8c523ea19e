import { type Erased, residenceOf } from '../../features/contacts/index.ts';
import { maskPhone } from '../../shared/phone.ts';
import { appendSuppressions } from './consent-ledger.ts';
import { refreshStanding } from './consent-standing.ts';
import type { Sql } from './database.ts';

/**
 * Blanks what is known of a person, in the caller's transaction. Locks are taken as everywhere:
 * messages, then the contact. What stays: the number, its suppressions, the consent ledger, the
 * bare facts of every message (when, which status), the audit log. Null: no such contact.
 */
export async function eraseContact(
  sql: Sql,
  id: string,
  by: string,
  at: Date,
): Promise<Erased | null> {
  const { rows } = await sql.query<{ phone: string; areaCode: string }>(
    'select phone, area_code as "areaCode" from phone_contacts where id = $1',
    [id],
  );
  const [known] = rows;
  if (!known) return null;
  const { phone, areaCode } = known;
  // The address goes; what the number itself tells about a place is no secret.
  const place = residenceOf({ areaCode, addressState: null, zip: null });
  const campaigns = await waitingForApproval(sql, phone);
  await blankSamples(sql, phone);
  const messages = await blankMessages(sql, phone, at);
  await sql.query('select 1 from phone_contacts where id = $1 for no key update', [id]);
  const followUps = await sql.query('delete from campaign_follow_ups where phone = $1', [phone]);
  await sql.query(
    `update phone_validations set validation_result = null, carrier = null where phone_contact_id = $1`,
    [id],
  );
  await sql.query('delete from contact_bulk_items where contact_id = $1', [id]);
  const importRows = await sql.query(
    `delete from import_rejects
      where position($1 in regexp_replace(cells::text, '[^0-9"]', '', 'g')) > 0`,
    [phone.replace(/^\+1?/, '')],
  );
  await sql.query(
    `update imports set preview = jsonb_set(preview, '{samples}', (
            select coalesce(jsonb_agg(s), '[]') from jsonb_array_elements(preview -> 'samples') s
             where s ->> 'phone' is null or s ->> 'phone' <> all($1)))
      where exists (select from jsonb_array_elements(preview -> 'samples') s where s ->> 'phone' = any($1))`,
    [[phone, maskPhone(phone)]],
  );
  await sql.query(
    `update phone_contacts
        set name = '', other_names = '[]', first_name_conflict = false, city = null, zip = null,
            address_state = null, state = $3, timezone = $4, rule_states = $5, zones = $6,
            segment = 'geral', tags = '[]', customer_profile = null,
            validation_result = null, carrier = null, import_id = null, erased_at = $2, updated_at = $2
      where id = $1`,
    [id, at, place.state, place.timezone, place.ruleStates, place.zones],
  );
  await appendSuppressions(sql, [
    { phone, reason: 'erased', source: 'slack', sourceRef: by, createdBy: by, createdAt: at },
  ]);
  await refreshStanding(sql, [phone], at);
  return {
    phone,
    messages,
    followUps: followUps.rowCount ?? 0,
    importRows: importRows.rowCount ?? 0,
    campaigns,
  };
}

async function waitingForApproval(sql: Sql, phone: string): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `select distinct k.name from phone_communications c join phone_campaigns k on k.id = c.campaign_id
      where c.phone = $1 and c.status = 'staged' and k.status = 'submitted' order by k.name`,
    [phone],
  );
  return rows.map(({ name }) => name);
}

/** What waits is taken out of the queue; the texts go, those that were sent and those that came. */
async function blankMessages(sql: Sql, phone: string, at: Date): Promise<number> {
  await sql.query(
    `select 1 from phone_communications where phone = $1 order by id for no key update`,
    [phone],
  );
  await sql.query(
    `update phone_communications set status = 'skipped', reasons = '{erased}', final_at = $2
      where phone = $1 and direction = 'outbound' and status in ('queued', 'staged')`,
    [phone, at],
  );
  // A text that waited to be read has nothing left to read.
  await sql.query(
    `update phone_communications set label = 'opt_out'
      where phone = $1 and direction = 'inbound' and label = 'unclear'`,
    [phone],
  );
  const { rowCount } = await sql.query(
    `update phone_communications
        set message = case when message is not null then '' end, response = null, provider_response = null
      where phone = $1 and (message <> '' or response is not null or provider_response is not null)`,
    [phone],
  );
  return rowCount ?? 0;
}

/** What approvers were shown as examples: a text that nobody else got becomes a dash. */
async function blankSamples(sql: Sql, phone: string): Promise<void> {
  await sql.query(
    `with theirs as (
       select campaign_id, message from phone_communications c
        where phone = $1 and direction = 'outbound'
          and not exists (select from phone_communications o where o.campaign_id = c.campaign_id
                             and o.message = c.message and o.phone <> c.phone)
       union
       select campaign_id, message from campaign_follow_ups f
        where phone = $1
          and not exists (select from campaign_follow_ups o where o.campaign_id = f.campaign_id
                             and o.message = f.message and o.phone <> f.phone))
     update approvals a
        set snapshot = snapshot || jsonb_build_object(
              'samples', (select coalesce(jsonb_agg(case when s ->> 'text' in (
                            select message from theirs t where t.campaign_id = a.campaign_id)
                          then s || '{"text": "–"}' else s end), '[]')
                     from jsonb_array_elements(snapshot -> 'samples') s),
              'followUps', (select coalesce(jsonb_agg(case when f ->> 'sample' in (
                            select message from theirs t where t.campaign_id = a.campaign_id)
                          then f || '{"sample": "–"}' else f end), '[]')
                     from jsonb_array_elements(coalesce(snapshot -> 'followUps', '[]')) f))
      where campaign_id in (select campaign_id from theirs) and jsonb_typeof(snapshot -> 'samples') = 'array'`,
    [phone],
  );
}
