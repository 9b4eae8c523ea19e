import { Liquid, type Template } from 'liquidjs';
import { Refusal } from '../../shared/errors.ts';
import { maxBodyLength } from './segments.ts';

/** What a message may say about the person it goes to. */
export const tokens = ['firstName', 'name', 'city', 'state', 'segment'] as const;
export type Token = (typeof tokens)[number];

export type Recipient = {
  name: string;
  /** True when two imports disagree on the first name: then nobody is called by a wrong one. */
  firstNameConflict: boolean;
  city: string | null;
  state: string;
  segment: string;
};

/** What stands for a name that is missing or doubtful, where the writer gave no `default`. */
const unnamed = 'viajante';

const allowedFilters = ['default', 'upcase', 'downcase', 'capitalize', 'truncate', 'strip'];
const allowedTags = ['if', 'else', 'elsif', 'endif', 'unless', 'endunless'];

const engine = createEngine();

/** Output, `if` and a few filters; no loops, no includes, no own properties of anything else. */
function createEngine(): Liquid {
  const liquid = new Liquid({
    strictFilters: true,
    strictVariables: true,
    ownPropertyOnly: true,
    // Of the clock, not of the processor: a busy machine must not refuse a sound text. Without loops
    // nothing runs away anyhow.
    renderLimit: 5_000,
    memoryLimit: 200_000,
    parseLimit: 20_000,
    jsTruthy: true,
  });
  for (const name of Object.keys(liquid.tags)) {
    if (!allowedTags.includes(name)) delete liquid.tags[name];
  }
  for (const name of Object.keys(liquid.filters)) {
    if (!allowedFilters.includes(name)) delete liquid.filters[name];
  }
  return liquid;
}

/**
 * Checks a template and returns a function that renders it for one person.
 * Throws Refusal('invalid') with `template.empty`, `template.unknown-token` {token, known},
 * `template.not-allowed` {what} (a loop, an include, an unknown filter), `template.broken` {detail}.
 */
export function compileTemplate(source: string): (person: Recipient) => string {
  if (source.trim() === '') throw complaint('template.empty');
  const parsed = parse(source);
  for (const name of engine.globalFullVariablesSync(parsed)) {
    if (!tokens.some((token) => token === name)) {
      throw complaint('template.unknown-token', { token: name, known: tokens.join(', ') });
    }
  }
  return (person) => render(parsed, person);
}

function render(parsed: Template[], person: Recipient): string {
  try {
    const text = String(engine.renderSync(parsed, valuesOf(person)));
    return text.replaceAll('\r\n', '\n').trim();
  } catch (error) {
    throw complaint('template.broken', { detail: firstLine(error) });
  }
}

function parse(source: string): Template[] {
  const outside = /\{%-?\s*(\w+)/g;
  for (const [, tag = ''] of source.matchAll(outside)) {
    if (!allowedTags.includes(tag)) throw complaint('template.not-allowed', { what: tag });
  }
  try {
    return engine.parse(withStandIn(source));
  } catch (error) {
    const filter = /undefined filter: (\w+)/.exec(String(error))?.[1];
    if (filter) throw complaint('template.not-allowed', { what: filter });
    throw complaint('template.broken', { detail: firstLine(error) });
  }
}

/** Written at the end of a filter chain, so that the writer's own `default` comes first. */
const withStandIn = (source: string): string =>
  source.replace(
    /\{\{(-?)(\s*(?:firstName|name)\b[^{}]*?)(-?)\}\}/g,
    (_, open: string, inside: string, close: string) =>
      `{{${open}${inside} | default: "${unnamed}" ${close}}}`,
  );

/** A token without a value is empty: false for `if`, filled by `default`. */
const valuesOf = (person: Recipient): Record<Token, string> => ({
  firstName: firstNameOf(person) ?? '',
  name: isNameLike(person.name) ? tidy(person.name) : '',
  city: person.city ?? '',
  state: person.state,
  segment: person.segment,
});

/** `JOÃO DA SILVA` → `João`; null for a formula, a mention, an initial or a contradiction. */
export function firstNameOf({
  name,
  firstNameConflict,
}: Pick<Recipient, 'name' | 'firstNameConflict'>): string | null {
  if (firstNameConflict || !isNameLike(name)) return null;
  const [first = ''] = name.trim().split(/\s+/);
  return first.replace(/\./g, '').length < 2 ? null : capital(first);
}

const isNameLike = (name: string): boolean =>
  /^[\p{L}\p{M}][\p{L}\p{M}\s.'’-]*$/u.test(name.trim());

const tidy = (name: string): string => name.trim().split(/\s+/).map(capital).join(' ');

const capital = (word: string): string => {
  const lower = word.toLocaleLowerCase('pt-BR');
  if (word !== word.toLocaleUpperCase('pt-BR') && word !== lower) return word;
  return lower.replace(/(^|[-'’])\p{L}/gu, (letter) => letter.toLocaleUpperCase('pt-BR'));
};

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .split('\n')[0]
    ?.slice(0, 120) ?? '';

const complaint = (code: string, values: Record<string, string | number> = {}): Refusal =>
  new Refusal('invalid', code, values, { template: code });

/** Throws `template.too-long` {length, limit} when a rendered text is over the carrier's limit. */
export function checkLength(text: string): string {
  if (text.length <= maxBodyLength) return text;
  throw complaint('template.too-long', { length: text.length, limit: maxBodyLength });
}
