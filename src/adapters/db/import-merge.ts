import type { ContactDraft, ContactGroup, MergedGroup } from '../../features/contacts/index.ts';
import { appendEvents, appendSuppressions } from './consent-ledger.ts';
import { refreshStanding, standingFactsSql } from './consent-standing.ts';
import type { Sql } from './database.ts';
import { keepChanges, keepSuppressed } from './import-changes.ts';

const draftColumns = `phone, formatted_phone, name, other_names, first_name_conflict, state,
  address_state, area_code, city, zip, timezone, string_to_array(rule_states, ','),
  string_to_array(zones, ','), segment, tags, profile`;

const draftRows = `unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::boolean[], $6::text[],
    $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
    $14::text[], $15::jsonb[], $16::jsonb[])
  as d (phone, formatted_phone, name, other_names, first_name_conflict, state, address_state,
        area_code, city, zip, timezone, rule_states, zones, segment, tags, profile)`;

const draftParams = (drafts: readonly ContactDraft[]): unknown[] => [
  drafts.map((draft) => draft.phone),
  drafts.map((draft) => draft.formattedPhone),
  drafts.map((draft) => draft.name),
  drafts.map((draft) => JSON.stringify(draft.otherNames)),
  drafts.map((draft) => draft.firstNameConflict),
  drafts.map((draft) => draft.state),
  drafts.map((draft) => draft.addressState),
  drafts.map((draft) => draft.areaCode),
  drafts.map((draft) => draft.city),
  drafts.map((draft) => draft.zip),
  drafts.map((draft) => draft.timezone),
  drafts.map((draft) => draft.ruleStates.join(',')),
  drafts.map((draft) => draft.zones.join(',')),
  drafts.map((draft) => draft.segment),
  drafts.map((draft) => JSON.stringify(draft.tags)),
  drafts.map((draft) => JSON.stringify(draft.profile)),
];

/**
 * Writes a merged batch: contacts, ledger, suppressions, standing columns, and what an undo needs.
 * The caller's transaction holds the locks.
 */
export async function writeMerged(
  sql: Sql,
  { groups, merged }: { groups: readonly ContactGroup[]; merged: readonly MergedGroup[] },
  { importId, now }: { importId: string; now: Date },
): Promise<void> {
  if (groups.length === 0) return;
  const drafts = merged.flatMap(({ draft }) => (draft === null ? [] : [draft]));
  const created = drafts.filter((draft) => draft.id === null);
  const added = await appendEvents(
    sql,
    merged.flatMap(({ events }) => events),
  );
  const revoked = new Set(added.filter(({ kind }) => kind === 'revoke').map(({ phone }) => phone));
  await appendSuppressions(
    sql,
    merged.flatMap(({ suppression }) =>
      suppression !== null && revoked.has(suppression.phone) ? [suppression] : [],
    ),
  );
  await keepSuppressed(sql, groups, importId);
  await keepChanges(sql, { groups, merged }, importId);
  await insertContacts(sql, created, importId, now);
  await updateContacts(
    sql,
    drafts.filter((draft) => draft.id !== null),
    now,
  );
  const isNew = new Set(created.map(({ phone }) => phone));
  const others = added.filter(({ phone }) => !isNew.has(phone)).map(({ phone }) => phone);
  await refreshStanding(sql, others, now);
}

/** With their standing at once: ledger and suppressions of this batch are written before. */
async function insertContacts(
  sql: Sql,
  drafts: readonly ContactDraft[],
  importId: string,
  now: Date,
): Promise<void> {
  if (drafts.length === 0) return;
  const { rowCount } = await sql.query(
    `with ${standingFactsSql}
     insert into phone_contacts
       (phone, formatted_phone, name, other_names, first_name_conflict, state, address_state,
        area_code, city, zip, timezone, rule_states, zones, segment, tags, customer_profile,
        consent_sms, consent_whatsapp, consent_call, consent_date, opted_out, do_not_call,
        opt_out_date, suppression_reason, in_review, is_validated, validation_result, import_id, created_at,
        updated_at)
     select ${draftColumns}, f.sms, f.whatsapp, f.call, f.given_at, f.opted_out, f.do_not_call,
            f.opted_out_at, f.reason, f.in_review, true, $17::jsonb, $18, $19, $19
       from ${draftRows} join facts f using (phone)
     on conflict (phone) do nothing`,
    [...draftParams(drafts), JSON.stringify({ provider: 'offline', valid: true }), importId, now],
  );
  if (rowCount !== drafts.length) {
    // Created by somebody else since the batch was read: undone here, merged with it when tried again.
    throw new Error('a contact of this batch was created meanwhile');
  }
}

async function updateContacts(sql: Sql, drafts: readonly ContactDraft[], now: Date): Promise<void> {
  if (drafts.length === 0) return;
  await sql.query(
    `update phone_contacts c
        set (name, other_names, first_name_conflict, state, address_state, city, zip, timezone,
             rule_states, zones, segment, tags, customer_profile, updated_at)
          = (d.name, d.other_names, d.first_name_conflict, d.state, d.address_state, d.city, d.zip,
             d.timezone, string_to_array(d.rule_states, ','), string_to_array(d.zones, ','),
             d.segment, d.tags, d.profile, $17::timestamptz)
       from ${draftRows} where c.phone = d.phone`,
    [...draftParams(drafts), now],
  );
}

/**
 * Somebody may have opted out a number while the batch that made it a contact was not yet
 * committed. Seen from here afterwards, or from there (consent-store, `settleStranger`).
 */
export async function settleNewContacts(
  sql: Sql,
  { after, last }: { after: string; last: string },
  now: Date,
): Promise<void> {
  const { rows } = await sql.query<{ phone: string }>(
    `select c.phone from phone_contacts c
      where c.phone in (
              select phone from suppressions
               where lifted_at is null and phone > $1 and phone <= $2
              union all
              select phone from consent_events
               where source <> 'import' and phone > $1 and phone <= $2
              union all
              select phone from phone_communications
               where direction = 'inbound' and label = 'unclear' and phone > $1 and phone <= $2)
        and c.phone in (select phone from batch_numbers)
      order by c.id for no key update`,
    [after, last],
  );
  await refreshStanding(
    sql,
    rows.map((row) => row.phone),
    now,
  );
}
