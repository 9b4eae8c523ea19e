import type {
  ContactDraft,
  ContactFacts,
  ContactGroup,
  MergedGroup,
} from '../../features/contacts/index.ts';
import type { Sql } from './database.ts';

/** What an import may change in a contact: its columns, as they are kept for an undo. */
const columnsOf = (draft: ContactDraft): Readonly<Record<string, unknown>> => ({
  name: draft.name,
  other_names: draft.otherNames,
  first_name_conflict: draft.firstNameConflict,
  state: draft.state,
  address_state: draft.addressState,
  city: draft.city,
  zip: draft.zip,
  timezone: draft.timezone,
  rule_states: draft.ruleStates,
  zones: draft.zones,
  segment: draft.segment,
  tags: draft.tags,
  customer_profile: draft.profile,
});

export const changeable: readonly string[] = [
  'name',
  'other_names',
  'first_name_conflict',
  'state',
  'address_state',
  'city',
  'zip',
  'timezone',
  'rule_states',
  'zones',
  'segment',
  'tags',
  'customer_profile',
];

type Change = { contactId: string; before: string | null; after: string | null };

function changeOf(existing: ContactFacts, draft: ContactDraft | null): Change {
  const contactId = existing.id;
  if (draft === null) return { contactId, before: null, after: null };
  const [before, after] = [columnsOf(existing), columnsOf(draft)];
  const changed = Object.keys(after).filter(
    (column) => JSON.stringify(before[column]) !== JSON.stringify(after[column]),
  );
  const only = (values: Readonly<Record<string, unknown>>) =>
    JSON.stringify(Object.fromEntries(changed.map((column) => [column, values[column]])));
  return { contactId, before: only(before), after: only(after) };
}

/** Every contact that this import met, and what it had before. */
export async function keepChanges(
  sql: Sql,
  { groups, merged }: { groups: readonly ContactGroup[]; merged: readonly MergedGroup[] },
  importId: string,
): Promise<void> {
  const changes = groups.flatMap(({ existing }, index) =>
    existing === null ? [] : [changeOf(existing, merged[index]?.draft ?? null)],
  );
  if (changes.length === 0) return;
  await sql.query(
    `insert into import_changes (import_id, contact_id, before, after)
     select $1, * from unnest($2::uuid[], $3::jsonb[], $4::jsonb[])
     on conflict do nothing`,
    [
      importId,
      changes.map(({ contactId }) => contactId),
      changes.map(({ before }) => before),
      changes.map(({ after }) => after),
    ],
  );
}

/** The numbers that rows of this import opt out, whether or not they were opted out before. */
export async function keepSuppressed(
  sql: Sql,
  groups: readonly ContactGroup[],
  importId: string,
): Promise<void> {
  const phones = groups
    .filter(({ rows }) => rows.some(({ value }) => value.optedOut))
    .map(({ phone }) => phone);
  if (phones.length === 0) return;
  await sql.query(
    `insert into import_suppressed (import_id, phone, reason)
     select $1, unnest($2::text[]), 'opt-out' on conflict do nothing`,
    [importId, phones],
  );
}
