import type { ConsentEvent } from '../../features/consent/index.ts';
import {
  type ContactFacts,
  type ContactGroup,
  type ContactRow,
  evidenceKey,
  type StagedRow,
} from '../../features/contacts/index.ts';
import type { Sql } from './database.ts';

type Evidence = Pick<ConsentEvent, 'kind' | 'sourceRef' | 'givenAt' | 'channels'> & {
  phone: string;
  voided: boolean;
};

const factColumns = `c.id, c.phone, c.formatted_phone as "formattedPhone", c.name,
  c.other_names as "otherNames", c.first_name_conflict as "firstNameConflict", c.state,
  c.address_state as "addressState", c.area_code as "areaCode", c.city, c.zip, c.timezone,
  c.rule_states as "ruleStates", c.zones, c.segment, c.tags,
  coalesce(c.customer_profile, '{}') as profile, c.erased_at is not null as erased`;

/**
 * The numbers of the batch that are known or stand in several rows: their rows, their contact
 * (locked in id order, as the send permit does), and what is known about them.
 */
export async function knownGroups(
  sql: Sql,
  { after, last }: { after: string; last: string },
  { lock }: { lock: boolean },
): Promise<ContactGroup[]> {
  const { rows } = await sql.query<{ row: number } & Omit<ContactRow, 'phone'> & { phone: string }>(
    `select s.row, s.phone, s.name, s.address_state as "addressState", s.city, s.zip, s.segment,
            s.tags::jsonb as tags, s.email, s.notes, s.consent, s.consent_date as "consentDate",
            s.consent_text as "consentText", s.consent_source as "consentSource",
            s.opted_out as "optedOut"
       from staged_rows s
      where s.phone > $1 and s.phone <= $2
        and s.phone in (select phone from batch_numbers where not alone)
      order by s.phone, s.row`,
    [after, last],
  );
  const byPhone = new Map<string, StagedRow[]>();
  for (const { row, ...value } of rows) {
    const known = byPhone.get(value.phone);
    if (known) known.push({ row, value });
    else byPhone.set(value.phone, [{ row, value }]);
  }
  const phones = [...byPhone.keys()];
  if (phones.length === 0) return [];
  const existing = await existingContacts(sql, phones, lock);
  const evidence = await evidenceOf(sql, phones);
  const suppressed = await suppressedNumbers(sql, phones);
  return [...byPhone].map(([phone, staged]) => ({
    phone,
    rows: staged,
    existing: existing.get(phone) ?? null,
    evidence: evidence.get(phone)?.standing ?? [],
    voided: evidence.get(phone)?.voided ?? [],
    suppressed: suppressed.has(phone),
  }));
}

async function existingContacts(
  sql: Sql,
  phones: readonly string[],
  lock: boolean,
): Promise<Map<string, ContactFacts>> {
  const { rows } = await sql.query<ContactFacts>(
    `select ${factColumns} from phone_contacts c where c.phone = any($1::text[])
      order by c.id ${lock ? 'for no key update' : ''}`,
    [phones],
  );
  return new Map(rows.map((row) => [row.phone, row]));
}

/** What imports have entered in the ledger; apart from it what an undone one had, and nobody since. */
async function evidenceOf(
  sql: Sql,
  phones: readonly string[],
): Promise<Map<string, { standing: string[]; voided: string[] }>> {
  const { rows } = await sql.query<Evidence>(
    `select phone, kind, source_ref as "sourceRef", given_at as "givenAt", channels,
            evidence ->> 'import' in (select import_id from undone_imports) as voided
       from consent_events where source = 'import' and phone = any($1::text[])`,
    [phones],
  );
  const byPhone = new Map<string, { standing: string[]; voided: string[] }>();
  for (const event of rows) {
    const keys = byPhone.get(event.phone) ?? { standing: [], voided: [] };
    (event.voided ? keys.voided : keys.standing).push(evidenceKey(event));
    byPhone.set(event.phone, keys);
  }
  return byPhone;
}

async function suppressedNumbers(sql: Sql, phones: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql.query<{ phone: string }>(
    `select distinct phone from suppressions where lifted_at is null and phone = any($1::text[])`,
    [phones],
  );
  return new Set(rows.map((row) => row.phone));
}
