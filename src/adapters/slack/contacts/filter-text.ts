import { type ContactFilter, contactFilter, maskSearch } from '../../../features/contacts/index.ts';
import { stateCodes } from '../../../features/validation/index.ts';
import { Refusal } from '../../../shared/errors.ts';
import { formatCivilDay, instantOfWallTime, parseCivilDay } from '../../../shared/wall-time.ts';
import { clamp } from '../text.ts';

type Typed = Record<string, unknown>;
type Reads = (typed: Typed, value: string, zone: string) => void;

const list =
  (part: string, change: (text: string) => string = (text) => text): Reads =>
  (typed, value) => {
    typed[part] = value.split(',').filter(Boolean).map(change);
  };

const one =
  (part: string, meanings: Readonly<Record<string, string>>): Reads =>
  (typed, value) => {
    typed[part] = meanings[plain(value)] ?? value;
  };

const score: Reads = (typed, value) => {
  const [min = '', max] = value.split('-');
  if (min !== '') typed.leadScoreMin = Number(min);
  if (max) typed.leadScoreMax = Number(max);
};

/** `2026-03-01`: that day begins in the person's own zone. */
const contacted =
  (part: 'contactedSince' | 'contactedBefore'): Reads =>
  (typed, value, zone) => {
    typed[part] = startOfDay(value, zone) ?? value;
  };

const keys: Readonly<Record<string, Reads>> = {
  state: list('states', (text) => text.toUpperCase()),
  segment: list('segments'),
  tag: list('tags'),
  score,
  carrier: list('carriers', (text) => text.replaceAll('_', ' ')),
  line: list('lineTypes'),
  validation: one('validation', {
    validado: 'validated',
    pendente: 'pending',
    invalido: 'invalid',
  }),
  activity: one('activity', { ativo: 'active', inativo: 'inactive', saiu: 'opted-out' }),
  consent: one('consent', {
    dado: 'given',
    sim: 'given',
    'sem-atestado': 'unattested',
    recusado: 'refused',
    nao: 'refused',
    nenhum: 'none',
  }),
  since: contacted('contactedSince'),
  before: contacted('contactedBefore'),
  contacted: (typed, value) => {
    typed.neverContacted = ['never', 'nunca'].includes(plain(value)) || value;
  },
  name: (typed, value) => {
    typed.search = [typed.search, value].filter(Boolean).join(' ');
  },
};

const portuguese: Readonly<Record<string, string>> = {
  estado: 'state',
  segmento: 'segment',
  etiqueta: 'tag',
  pontos: 'score',
  operadora: 'carrier',
  linha: 'line',
  validacao: 'validation',
  situacao: 'activity',
  consentimento: 'consent',
  desde: 'since',
  antes: 'before',
  contato: 'contacted',
  nome: 'name',
};

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether words are names of segments or tags, as far as there are contacts with them. */
export type KnownNames = { segments: readonly string[]; tags: readonly string[] };

const nothingKnown: KnownNames = { segments: [], tags: [] };

/** The words that stand alone. */
const bareWords = (typed: string): string[] =>
  wordsIn(typed).filter((word) => keyed(word) === null);

/** What to ask for among the names of segments and tags. */
export const possibleNames = (typed: string): string[] =>
  bareWords(typed).flatMap((word) => [word, word.toLowerCase()]);

/**
 * What a person types after `find` or `validate`: `state:CT,FL segment:familias tag:vip score:70`.
 * A word by itself is a state when it is its code in capitals, a segment or a tag when there is one
 * of that name, and otherwise part of a name or a phone. Throws
 * `Refusal('invalid', 'upload.filter-part')` that names the word.
 */
export function filterFromText(
  text: string,
  { known = nothingKnown, zone = 'UTC' }: { known?: KnownNames; zone?: string } = {},
): ContactFilter {
  const typed: Typed = {};
  const parts: Record<'states' | 'segments' | 'tags' | 'search', string[]> = {
    states: [],
    segments: [],
    tags: [],
    search: [],
  };
  const bare = bareWords(text);
  for (const word of wordsIn(text)) {
    const key = keyed(word);
    if (key) {
      const alone: Typed = {};
      key.reads(alone, key.value, zone);
      if (!contactFilter.safeParse(alone).success) throw notUnderstood(word);
      key.reads(typed, key.value, zone);
    } else {
      const { part, value } = partOf(word, bare, known);
      parts[part].push(value);
    }
  }
  for (const part of ['states', 'segments', 'tags'] as const) {
    if (parts[part].length > 0)
      typed[part] = [...((typed[part] as string[]) ?? []), ...parts[part]];
  }
  const search = [typed.search, ...parts.search].filter(Boolean).join(' ');
  if (search) typed.search = search;
  const filter = contactFilter.safeParse(typed);
  // Each part was fine by itself: what is too long is the words together.
  if (!filter.success) throw notUnderstood(search || text);
  return filter.data;
}

/** A refusal repeats no whole number. */
const notUnderstood = (part: string) => {
  const masked = part.replace(/\d{7,}|\d{3}[-.]\d{3}[-.]\d{4}/g, maskSearch);
  return new Refusal('invalid', 'upload.filter-part', { part: clamp(masked, 40) });
};

const wordsIn = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

function keyed(word: string): { reads: Reads; value: string } | null {
  const [, typed = '', value = ''] = /^([\p{L}-]+):(.+)$/u.exec(word) ?? [];
  const key = plain(typed);
  const english = portuguese[key] ?? key;
  const reads = Object.hasOwn(keys, english) ? keys[english] : undefined;
  return reads ? { reads, value } : null;
}

/** Also a word between the names of somebody: MARIA DE JESUS does not live in Delaware. */
const particles = ['DE', 'LA', 'AL'];

function partOf(
  word: string,
  bare: readonly string[],
  { segments, tags }: KnownNames,
): { part: 'states' | 'segments' | 'tags' | 'search'; value: string } {
  if (stateCodes.includes(word)) {
    const shouted = bare.some((other) => other.length > 2 && other === other.toUpperCase());
    if (!(shouted && particles.includes(word))) return { part: 'states', value: word };
  }
  const spellings = [word, word.toLowerCase()];
  const segment = spellings.find((spelling) => segments.includes(spelling));
  if (segment) return { part: 'segments', value: segment };
  const tag = spellings.find((spelling) => tags.includes(spelling));
  if (tag) return { part: 'tags', value: tag };
  return { part: 'search', value: word };
}

/** The instant at which a day begins in a zone; null for what is no day. */
export function startOfDay(text: string, zone: string): string | null {
  const day = parseCivilDay(text);
  if (day === null || formatCivilDay(day) !== text) return null;
  return new Date(instantOfWallTime(zone, day, 0)).toISOString();
}
