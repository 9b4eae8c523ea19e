import type { ContactSummary } from './contact.ts';

/** As the column `search_text` has names: without accents and capitals, one space between words. */
export const foldedName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** One or two letters are looked for where a word begins only. */
export const isShortWord = (word: string): boolean => /^[\p{L}\p{N}]{1,2}$/u.test(word);

/** The other name by which a search found somebody, when theirs does not hold all of its words. */
export function alsoCalled(
  { name, otherNames }: Pick<ContactSummary, 'name' | 'otherNames'>,
  search: string | undefined,
): string | null {
  if (!search || otherNames.length === 0) return null;
  const holds = (text: string, word: string) =>
    ` ${foldedName(text)}`.includes(isShortWord(word) ? ` ${word}` : word);
  const missing = foldedName(search)
    .split(' ')
    .filter((word) => /\p{L}/u.test(word) && !holds(name, word));
  return otherNames.find((other) => missing.some((word) => holds(other, word))) ?? null;
}
