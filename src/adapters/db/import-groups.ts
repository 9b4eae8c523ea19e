import type { ConsentEvent } from '../../features/consent/index.ts';
import {
  type ContactFacts,
  type ContactGroup,
  type ContactRow,
  evidenceKey,
  type StagedRow,
} from '../../features/contacts/index.ts';
import type { Sql } from './database.ts';

type Facts = Omit<ContactFacts, 'evidence'>;
type Evidence = Pick<ConsentEvent, 'kind' | 'sourceRef' | 'givenAt' | 'channels'> & {
  phone: string;
};

const factColumns = `c.id, c.phone, c.formatted_phone as "formattedPhone", c.name,
  c.other_names as "otherNames", c.first_name_conflict as "firstNameConflict", c.state,
  c.address_state as "addressState", c.area_code as "areaCode", c.city, c.zip, c.timezone,
  c.rule_states as "ruleStates", c.zones, c.segment, c.tags,
  coalesce(c.customer_profile, '{}') as profile, c.erased_at is not null as erased`;

/**
 * The next numbers of the staged file after the cursor: their rows, their contact (locked in id
 * order, as the send permit does), and what is known about them.
 */
export async function nextGroups(
  sql: Sql,
  after: string,
  size: number,
  { lock }: { lock: boolean },
): Promise<ContactGroup[]> {
  const { rows } = await sql.query<{ phone: string; row: number; data: ContactRow }>(
    `select phone, row, data from staged_rows
      where phone in (select distinct phone from staged_rows where phone > $1 order by phone limit $2)
      order by phone, row`,
    [after, size],
  );
  const byPhone = new Map<string, StagedRow[]>();
  for (const { phone, row, data } of rows) {
    const staged = { row, value: data };
    const known = byPhone.get(phone);
    if (known) known.push(staged);
    else byPhone.set(phone, [staged]);
  }
  const phones = [...byPhone.keys()];
  const existing = await existingContacts(sql, phones, lock);
  const suppressed = await suppressedNumbers(sql, phones);
  return [...byPhone].map(([phone, staged]) => ({
    phone,
    rows: staged,
    existing: existing.get(phone) ?? null,
    suppressed: suppressed.has(phone),
  }));
}

async function existingContacts(
  sql: Sql,
  phones: readonly string[],
  lock: boolean,
): Promise<Map<string, ContactFacts>> {
  const { rows } = await sql.query<Facts>(
    `select ${factColumns} from phone_contacts c where c.phone = any($1::text[])
      order by c.id ${lock ? 'for no key update' : ''}`,
    [phones],
  );
  const evidence = new Map<string, string[]>();
  const ledger = await sql.query<Evidence>(
    `select phone, kind, source_ref as "sourceRef", given_at as "givenAt", channels
       from consent_events where source = 'import' and phone = any($1::text[])`,
    [phones],
  );
  for (const event of ledger.rows) {
    const keys = evidence.get(event.phone) ?? [];
    keys.push(evidenceKey(event));
    evidence.set(event.phone, keys);
  }
  return new Map(
    rows.map((row) => [row.phone, { ...row, evidence: evidence.get(row.phone) ?? [] }]),
  );
}

async function suppressedNumbers(sql: Sql, phones: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql.query<{ phone: string }>(
    `select distinct phone from suppressions where lifted_at is null and phone = any($1::text[])`,
    [phones],
  );
  return new Set(rows.map((row) => row.phone));
}
