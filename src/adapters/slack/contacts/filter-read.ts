import { type ContactFilter, parseFilter } from '../../../features/contacts/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import type { Fields } from '../fields.ts';
import { any } from './filter-form.ts';
import { startOfDay } from './filter-text.ts';
import { filterFields as field } from './find-ids.ts';

/** What the form says; parts that it does not show stay. Throws a refusal with its fields. */
export function readFilter(fields: Fields, before: ContactFilter, zone: string): ContactFilter {
  const text = (id: string) => fields.text(id).trim();
  const chosen = (id: string) => (text(id) === any ? '' : text(id));
  const number = (id: string) => (text(id) === '' ? undefined : Number(text(id)));
  const [min, max] = [number(field.scoreMin), number(field.scoreMax)];
  if (min !== undefined && max !== undefined && min > max) {
    const code = 'contacts.filter-score';
    throw new Refusal('invalid', code, {}, { [field.scoreMax]: code });
  }
  const [since, until] = [text(field.contactedSince), text(field.contactedBefore)];
  const never = fields.has(field.contacted, 'yes');
  if (never && (since || until)) {
    const code = 'contacts.filter-never';
    throw new Refusal('invalid', code, {}, { [field.contacted]: code });
  }
  if (since && until && since >= until) {
    const code = 'contacts.filter-days';
    throw new Refusal('invalid', code, {}, { [field.contactedBefore]: code });
  }
  const asked: Record<string, unknown> = {
    savedFilter: before.savedFilter,
    ids: before.ids,
    search: text(field.search) || undefined,
    states: fields.list(field.states),
    segments: fields.list(field.segments),
    tags: fields.list(field.tags),
    activity: chosen(field.activity) || undefined,
    validation: chosen(field.validation) || undefined,
    consent: chosen(field.consent) || undefined,
    leadScoreMin: min,
    leadScoreMax: max,
    contactedSince: (since && startOfDay(since, zone)) || undefined,
    contactedBefore: (until && startOfDay(until, zone)) || undefined,
    neverContacted: never || undefined,
    lineTypes: fields.list(field.lineTypes),
    carriers: fields.list(field.carriers),
    importId: chosen(field.importId) || undefined,
  };
  const isAsked = (value: unknown) =>
    value !== undefined && !(Array.isArray(value) && value.length === 0 && value !== before.ids);
  try {
    return parseFilter(
      Object.fromEntries(Object.entries(asked).filter(([, value]) => isAsked(value))),
    );
  } catch {
    throw new Refusal('invalid', 'upload.filter');
  }
}
