import { type ContactFilter, type Sight, savedDefinition } from '../../features/contacts/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { searchSql } from './contact-search.ts';
import type { Sql } from './database.ts';

const consentSql = {
  given: `(consent_sms in ('asserted', 'documented') or consent_whatsapp in ('asserted', 'documented'))`,
  unattested: `(consent_sms = 'unattested' or consent_whatsapp = 'unattested')`,
  refused: `(consent_sms in ('refused', 'revoked') or consent_whatsapp in ('refused', 'revoked'))`,
  none: `(consent_sms = 'none' and consent_whatsapp = 'none')`,
} as const;

const validationSql = {
  validated: 'line_type is not null and not dead',
  pending: 'line_type is null and not dead',
  invalid: 'dead',
} as const;

const activitySql = {
  active: 'is_active and not opted_out and not do_not_call',
  inactive: 'not is_active',
  'opted-out': '(opted_out or do_not_call)',
} as const;

/** A filter with the definition of the saved one it names, as it is now, and for whose eyes. */
export type ResolvedFilter = ContactFilter & { within?: ContactFilter } & Partial<Sight>;

/**
 * Looks up the saved filter that this one names. Throws `contacts.saved-filter-gone`: without its
 * definition the rest would find more people than anybody meant.
 */
export async function resolveFilter(
  sql: Sql,
  filter: ContactFilter,
  { masked }: Sight = { masked: false },
): Promise<ResolvedFilter> {
  if (filter.savedFilter === undefined) return { ...filter, masked };
  const { rows } = await sql.query<{ filter: unknown }>(
    'select filter from saved_filters where id = $1',
    [filter.savedFilter],
  );
  if (!rows[0]) throw new Refusal('conflict', 'contacts.saved-filter-gone');
  return { ...filter, within: savedDefinition.parse(rows[0].filter), masked };
}

/**
 * A filter as a condition on `phone_contacts` (no alias needed) with its parameters from $1 on.
 * The one definition: lists, the wizard's reach and the staging of a send use it alike. A filter
 * that names a saved one is resolved before.
 */
export function compileFilter(filter: ResolvedFilter): { where: string; params: unknown[] } {
  const params: unknown[] = [];
  const add = (value: unknown): string => `$${params.push(value)}`;
  if (filter.savedFilter !== undefined && !filter.within) {
    throw new Error('a filter that names a saved one was not resolved');
  }
  const { within = {}, masked = false } = filter;
  const conditions = [filter, within].flatMap((part) => conditionsOf(part, { masked }, add));
  return { where: conditions.length === 0 ? 'true' : conditions.join(' and '), params };
}

function conditionsOf(
  filter: ContactFilter,
  sight: Sight,
  add: (value: unknown) => string,
): string[] {
  const conditions: string[] = [];
  const inList = (column: string, values: readonly string[] | undefined) => {
    if (!values?.length) return;
    // One comparison for each of a million rows is faster than a search in a list of one.
    conditions.push(
      values.length === 1
        ? `${column} = ${add(values[0])}::text`
        : `${column} = any(${add(values)}::text[])`,
    );
  };
  if (filter.ids) conditions.push(`id = any(${add(filter.ids)}::uuid[])`);
  inList('state', filter.states);
  inList('segment', filter.segments);
  if (filter.tags?.length) {
    const any = filter.tags.map((tag) => `tags @> ${add(JSON.stringify([tag]))}::jsonb`);
    conditions.push(`(${any.join(' or ')})`);
  }
  if (filter.leadScoreMin !== undefined) {
    conditions.push(`lead_score >= ${add(filter.leadScoreMin)}::int`);
  }
  if (filter.leadScoreMax !== undefined) {
    conditions.push(`lead_score <= ${add(filter.leadScoreMax)}::int`);
  }
  if (filter.consent) conditions.push(consentSql[filter.consent]);
  if (filter.validation) conditions.push(validationSql[filter.validation]);
  if (filter.activity) conditions.push(activitySql[filter.activity]);
  inList(`coalesce(line_type, 'unknown')`, filter.lineTypes);
  inList('carrier', filter.carriers);
  if (filter.contactedBefore) {
    conditions.push(`last_contact_date < ${add(filter.contactedBefore)}::timestamptz`);
  }
  if (filter.contactedSince) {
    conditions.push(`last_contact_date >= ${add(filter.contactedSince)}::timestamptz`);
  }
  if (filter.neverContacted) conditions.push('last_contact_date is null');
  if (filter.importId) conditions.push(`import_id = ${add(filter.importId)}::uuid`);
  if (filter.search) conditions.push(...searchSql(filter.search, sight, add));
  return conditions;
}
