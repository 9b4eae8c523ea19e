import {
  type ContactFilter,
  isEverybody,
  maskSearch,
  type Sight,
} from '../../../features/contacts/index.ts';
import type { Reader } from '../words/words.ts';

/** Names that a filter knows only by their ids. */
export type FilterNames = { savedFilter?: string | undefined; importFile?: string | undefined };

/** A filter as a person would say it, part by part. Plain text: escape it for mrkdwn. */
export function filterInWords(
  filter: ContactFilter,
  words: Reader,
  names: FilterNames = {},
  { masked }: Sight = { masked: false },
): string {
  if (isEverybody(filter)) return words.say('contacts.filter.everybody');
  const parts: string[] = [];
  const listed = (kind: string, values: readonly string[] | undefined) => {
    if (!values?.length) return;
    const first = values.slice(0, 8);
    const shown = first.join(', ');
    const rest = values.length - first.length;
    parts.push(words.say('contacts.filter.listed', { kind, values: shown, rest }));
  };
  if (filter.savedFilter) {
    const name = names.savedFilter ?? '…';
    parts.push(words.say('contacts.filter.saved', { name }));
  }
  if (filter.search) {
    const text = masked ? maskSearch(filter.search) : filter.search;
    parts.push(words.say('contacts.filter.search', { text }));
  }
  listed('states', filter.states);
  listed('segments', filter.segments);
  listed('tags', filter.tags);
  if (filter.activity) parts.push(words.say(`contacts.filter.activity.${filter.activity}`));
  if (filter.validation) parts.push(words.say(`contacts.filter.validation.${filter.validation}`));
  if (filter.consent) parts.push(words.say(`contacts.filter.consent.${filter.consent}`));
  const { leadScoreMin: min, leadScoreMax: max } = filter;
  if (min !== undefined || max !== undefined) {
    parts.push(words.say('contacts.filter.score', { min: min ?? 0, max: max ?? 100 }));
  }
  listed(
    'lines',
    filter.lineTypes?.map((type) => words.say('contacts.find.line-type', { type })),
  );
  listed('carriers', filter.carriers);
  if (filter.neverContacted) parts.push(words.say('contacts.filter.never'));
  if (filter.contactedSince) {
    const day = words.date(new Date(filter.contactedSince));
    parts.push(words.say('contacts.filter.since', { day }));
  }
  if (filter.contactedBefore) {
    const day = words.date(new Date(filter.contactedBefore));
    parts.push(words.say('contacts.filter.before', { day }));
  }
  if (filter.importId) {
    parts.push(words.say('contacts.filter.import', { file: names.importFile ?? '…' }));
  }
  if (filter.ids) parts.push(words.say('contacts.filter.ids', { n: filter.ids.length }));
  return parts.join(' · ');
}
