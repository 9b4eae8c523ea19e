import { parsePhone } from '../validation/index.ts';
import { cleanCell } from './cell.ts';
import type { SheetRow } from './file-ports.ts';
import { type HeaderMatch, matchHeader } from './header-words.ts';

/** Where a header stands: `start` is its place among the rows that are not blank. */
export type HeaderRow = {
  start: number;
  lines: 1 | 2;
  texts: readonly string[];
  matches: readonly (HeaderMatch | null)[];
};

/** A title, an address, a date of export: more lines stand above no list. */
const mostAbove = 10;

export const looksLikePhone = (cell: string): boolean => parsePhone(cell).ok;

/**
 * The header among the first rows that are not blank: the first with two known words, or the word
 * for a phone, as long as no number of a person has come by. Otherwise the first row, which may
 * turn out to be none.
 */
export function findHeader(filled: readonly SheetRow[]): HeaderRow {
  for (const [start, { cells }] of filled.slice(0, mostAbove).entries()) {
    const texts = cells.map(cleanCell);
    if (texts.some(looksLikePhone)) break;
    const matches = texts.map(matchHeader);
    const known = matches.filter((match) => match !== null);
    if (known.length < 2 && !known.some(({ field }) => field === 'phone')) continue;
    const banded = withSecondLine(texts, filled[start + 1]?.cells.map(cleanCell) ?? []);
    return banded ? { start, lines: 2, ...banded } : { start, lines: 1, texts, matches };
  }
  const texts = filled[0]?.cells.map(cleanCell) ?? [];
  return { start: 0, lines: 1, texts, matches: texts.map(matchHeader) };
}

/**
 * "Consentimento" written once over "Aceita" and "Data". Only where the second line fills what the
 * first leaves empty, in words that can be no data.
 */
function withSecondLine(
  upper: readonly string[],
  lower: readonly string[],
): Pick<HeaderRow, 'texts' | 'matches'> | null {
  const fillsGaps = lower.some((text, index) => text !== '' && !upper[index]);
  if (!fillsGaps || lower.some((text) => /[\d@]/.test(text))) return null;
  let band = '';
  const columns = Array.from({ length: Math.max(upper.length, lower.length) }, (_, index) => {
    const own = upper[index] ?? '';
    band = own || band;
    const below = lower[index] ?? '';
    if (below === '') return { text: own, match: matchHeader(own), below: false };
    const match =
      matchHeader(below) ?? matchHeader(`${band} ${below}`) ?? matchHeader(`${below} ${band}`);
    const text = band === '' ? below : `${band} / ${below}`;
    return { text, match: match ?? matchHeader(own), below: match !== null };
  });
  if (columns.filter(({ below }) => below).length < 2) return null;
  return { texts: columns.map(({ text }) => text), matches: columns.map(({ match }) => match) };
}
