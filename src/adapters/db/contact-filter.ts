import type { ContactFilter } from '../../features/contacts/index.ts';

const accented = 'áàâãäåéèêëíìîïóòôõöúùûüçñý';
const plain = 'aaaaaaeeeeiiiiooooouuuucny';

const withoutAccents = (expression: string): string =>
  `translate(lower(${expression}), '${accented}', '${plain}')`;

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

/**
 * A filter as a condition on `phone_contacts` (no alias needed) with its parameters from $1 on.
 * The one definition: lists, the wizard's reach and the staging of a send use it alike.
 */
export function compileFilter(filter: ContactFilter): { where: string; params: unknown[] } {
  const params: unknown[] = [];
  const conditions: string[] = [];
  const add = (value: unknown): string => `$${params.push(value)}`;

  if (filter.ids) conditions.push(`id = any(${add(filter.ids)}::uuid[])`);
  if (filter.states?.length) conditions.push(`state = any(${add(filter.states)}::text[])`);
  if (filter.segments?.length) conditions.push(`segment = any(${add(filter.segments)}::text[])`);
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
  if (filter.lineTypes?.length) {
    conditions.push(`coalesce(line_type, 'unknown') = any(${add(filter.lineTypes)}::text[])`);
  }
  if (filter.importId) conditions.push(`import_id = ${add(filter.importId)}::uuid`);
  if (filter.search) conditions.push(searchSql(filter.search, add));
  return { where: conditions.length === 0 ? 'true' : conditions.join(' and '), params };
}

/** Digits look in the phone, anything else in the names; wildcards are plain characters here. */
function searchSql(search: string, add: (value: unknown) => string): string {
  const digits = search.replace(/[\s().+\-/]/g, '');
  if (/^\d{3,15}$/.test(digits)) return `position(${add(digits)} in phone) > 0`;
  const text = search.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
  const needle = add(text);
  return `(position(${needle} in ${withoutAccents('name')}) > 0
    or position(${needle} in ${withoutAccents('other_names::text')}) > 0)`;
}
