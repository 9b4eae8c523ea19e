import { DateTime } from 'luxon';
import { Refusal } from '../../shared/errors.ts';
import type { SuppressionReason } from '../consent/index.ts';

/** Lists of numbers that nobody may write to; each is a reason for suppression of the same name. */
export const listKinds = [
  'opt-out',
  'dnc-national',
  'dnc-state',
  'litigator',
] as const satisfies readonly SuppressionReason[];
export type ListKind = (typeof listKinds)[number];

/** What a file is: people, or numbers that must be left alone. */
export const importKinds = ['contacts', ...listKinds] as const;
export type ImportKind = (typeof importKinds)[number];

export const isListKind = (kind: ImportKind): kind is ListKind => kind !== 'contacts';

export const isImportKind = (text: string): text is ImportKind =>
  (importKinds as readonly string[]).includes(text);

/** 47 CFR 64.1200(c)(2)(i)(D): a comparison with the national list is good for so many days. */
export const nationalScrubDays = 31;

/** The last day (`yyyy-mm-dd`) on which such a comparison may be relied on; null where no law sets one. */
export const scrubGoodUntil = (kind: ImportKind, scrubbedOn: string | null): string | null =>
  kind === 'dnc-national' && scrubbedOn !== null
    ? DateTime.fromISO(scrubbedOn, { zone: 'utc' }).plus({ days: nationalScrubDays }).toISODate()
    : null;

/** When a list was compared with its registry, today unless it was said; null for people. */
export function scrubDay(kind: ImportKind, said: string | null, today: string): string | null {
  if (!isListKind(kind)) return null;
  const day = said ?? today;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && DateTime.fromISO(day).isValid;
  const code = isDay ? 'contacts.scrub-date-ahead' : 'contacts.scrub-date';
  if (!isDay || day > today) throw new Refusal('invalid', code, {}, { scrubbedOn: code });
  return day;
}

const words = {
  litigator: /\b(litigators?|litigantes?|litigio|plaintiffs?|serial ?(?:suers?|litigators?))\b/,
  stop: /\b(opt ?outs?|optouts?|unsubscribe[ds]?|descadastr\w*|stops?|suppress\w*|supress\w*|cancelados|removidos|bloqueados|blocklist|blacklist|pare|sair|nao (?:contatar|enviar|perturbe interno)|do not (?:text|contact))\b/,
  registry: /\b(dnc|do not call|donotcall|nao perturbe|nao me ligue|registry)\b/,
  state:
    /\b(state|estadual|estado|al|ak|az|ar|co|ct|fl|ga|ia|id|il|in|ks|ky|la|ma|mo|ms|nc|nd|nj|ny|ok|pa|tn|tx|va|wi|wy)\b/,
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\.[a-z]{3,4}$/, '')
    .replace(/[^a-z0-9]+/g, ' ');

/**
 * What a file seems to be, by its name, or by headers that only such a list has. A guess: whoever
 * imports it sees it and can change it. A column "opted out" beside names is a list of people.
 */
export function guessKind(fileName: string, headers: readonly (string | null)[]): ImportKind {
  const name = plain(fileName);
  const columns = headers.map((header) => plain(header ?? '').trim());
  const any = (pattern: RegExp) => pattern.test(name) || columns.some((text) => pattern.test(text));
  if (any(words.litigator)) return 'litigator';
  if (words.registry.test(name)) return words.state.test(name) ? 'dnc-state' : 'dnc-national';
  if (words.stop.test(name)) return 'opt-out';
  return 'contacts';
}
