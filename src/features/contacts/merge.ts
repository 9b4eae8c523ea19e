import { areaCodeOf, formatPhone } from '../../shared/phone.ts';
import { type PersonPlace, placeOf } from '../validation/index.ts';
import {
  consentEventsOf,
  evidenceKey,
  fileConsentOf,
  type ImportContext,
  isKnownUnattested,
  saidAgain,
  suppressionOf,
} from './file-consent.ts';
import { type ImportCounts, noCounts } from './import.ts';
import type { ContactGroup, MergedGroup } from './import-ports.ts';
import { mergeNames } from './person-name.ts';
import { residenceOf } from './residence.ts';

export const defaultSegment = 'geral';

/** What an import may say about a contact. */
export type ContactDraft = {
  /** Null for a contact that does not exist yet. */
  id: string | null;
  phone: string;
  formattedPhone: string;
  name: string;
  otherNames: string[];
  firstNameConflict: boolean;
  state: string;
  addressState: string | null;
  areaCode: string;
  city: string | null;
  zip: string | null;
  timezone: string | null;
  ruleStates: string[];
  zones: string[];
  segment: string;
  tags: string[];
  profile: Readonly<Record<string, unknown>>;
};

/** The contact as it lies in the database. */
export type ContactFacts = ContactDraft & { id: string; erased: boolean };

/**
 * The rows of one number and its contact as one: what is known already stays, blanks are filled,
 * tags are united, the richest name wins, evidence that is new goes to the ledger. Merging the same
 * rows again changes nothing. An erased contact stays erased.
 */
export function mergeGroup(group: ContactGroup, context: ImportContext): MergedGroup {
  const { phone, rows, existing } = group;
  const known = new Set(group.evidence);
  const events = rows
    .flatMap((row) => consentEventsOf(row, phone, context))
    // A list that was made before the erasure must not bring its words about the person back.
    .filter((event) => !(existing?.erased && event.kind === 'grant'))
    .filter((event) => {
      const key = evidenceKey(event);
      return known.has(key) || isKnownUnattested(event, known) ? false : known.add(key);
    })
    .map((event) =>
      group.voided.includes(evidenceKey(event)) ? saidAgain(event, context) : event,
    );
  const draft = existing?.erased ? null : draftOf(group);
  return {
    phone,
    draft: draft && existing && isSame(draft, existing) ? null : draft,
    events,
    suppression: events.some((event) => event.kind === 'revoke')
      ? suppressionOf(rows, phone, context)
      : null,
  };
}

export function draftOf({
  phone,
  rows,
  existing,
}: Pick<ContactGroup, 'phone' | 'rows' | 'existing'>): ContactDraft {
  const values = rows.map((row) => row.value);
  const addressState = firstOf(
    existing?.addressState,
    values.map((value) => value.addressState),
  );
  const zip = firstOf(
    existing?.zip,
    values.map((value) => value.zip),
  );
  const areaCode = areaCodeOf(phone) ?? '';
  const place = knownPlace(areaCode, addressState, zip);
  const segments = [existing?.segment, ...values.map((value) => value.segment)];
  return {
    id: existing?.id ?? null,
    phone,
    formattedPhone: formatPhone(phone),
    ...mergeNames([
      existing?.name ?? '',
      ...(existing?.otherNames ?? []),
      ...values.map((value) => value.name),
    ]),
    ...residenceOf({ areaCode, addressState, zip }, place),
    addressState,
    areaCode,
    city: firstOf(
      existing?.city,
      values.map((value) => value.city),
    ),
    zip,
    segment:
      segments.find((segment) => segment != null && segment !== defaultSegment) ?? defaultSegment,
    tags: unite([existing?.tags ?? [], ...values.map((value) => value.tags)]),
    profile: {
      ...fill(
        'email',
        values.map((value) => value.email),
      ),
      ...fill(
        'notes',
        values.map((value) => value.notes),
      ),
      ...existing?.profile,
    },
  };
}

const firstOf = <T>(known: T | null | undefined, found: (T | null)[]): T | null =>
  known ?? found.find((value) => value !== null) ?? null;

const places = new Map<string, PersonPlace>();
const mostPlaces = 20_000;

/** A list has few places and many people. */
function knownPlace(areaCode: string, addressState: string | null, zip: string | null) {
  const key = `${areaCode} ${addressState ?? ''} ${zip ?? ''}`;
  const known = places.get(key);
  if (known) return known;
  const place = placeOf({ areaCode, addressState, zip });
  if (places.size >= mostPlaces) places.clear();
  places.set(key, place);
  return place;
}

const fill = (key: string, found: (string | null)[]): Record<string, string> => {
  const value = found.find((text) => text !== null);
  return value == null ? {} : { [key]: value };
};

/** Each tag once, whatever its case; the spelling that was there first. */
function unite(lists: readonly (readonly string[])[]): string[] {
  const filled = lists.filter((list) => list.length > 0);
  if (filled.length === 0) return [];
  const seen = new Map<string, string>();
  for (const tag of filled.flat()) {
    if (!seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  return [...seen.values()];
}

const isSame = (draft: ContactDraft, existing: ContactFacts): boolean =>
  draft.name === existing.name &&
  draft.firstNameConflict === existing.firstNameConflict &&
  draft.state === existing.state &&
  draft.addressState === existing.addressState &&
  draft.city === existing.city &&
  draft.zip === existing.zip &&
  draft.timezone === existing.timezone &&
  draft.segment === existing.segment &&
  sameList(draft.otherNames, existing.otherNames) &&
  sameList(draft.ruleStates, existing.ruleStates) &&
  sameList(draft.zones, existing.zones) &&
  sameList(draft.tags, existing.tags) &&
  Object.keys(draft.profile).length === Object.keys(existing.profile).length;

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);

/** Merges a batch of numbers and counts what became of them. */
export function mergeGroups(
  groups: readonly ContactGroup[],
  context: ImportContext,
): { merged: MergedGroup[]; tally: ImportCounts } {
  const tally = noCounts();
  const merged = groups.map((group) => {
    const result = mergeGroup(group, context);
    const isNew = group.existing === null;
    if (isNew) tally.created += 1;
    else if (result.draft !== null || result.events.length > 0) tally.changed += 1;
    else tally.unchanged += 1;
    tally.merged += group.rows.length - (isNew ? 1 : 0);
    const consent = fileConsentOf(group.rows);
    if (consent === 'given') tally.withConsent += 1;
    if (consent === 'undated') tally.consentUndated += 1;
    if (consent === 'refused') tally.refused += 1;
    if (group.suppressed || result.suppression !== null) tally.suppressed += 1;
    const state = result.draft?.state ?? group.existing?.state ?? 'UNKNOWN';
    tally.byState[state] = (tally.byState[state] ?? 0) + 1;
    return result;
  });
  return { merged, tally };
}
