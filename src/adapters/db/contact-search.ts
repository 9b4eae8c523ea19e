import {
  foldedName,
  isShortWord,
  type Sight,
  visibleDigits,
  withoutSigns,
} from '../../features/contacts/index.ts';

/** Wildcards are plain characters here. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const containing = (text: string): string => `%${literally(text)}%`;

/**
 * What a masked number shows of these digits: nothing in the middle counts, so that nobody finds
 * out by searching what is hidden from them.
 */
function inMasked(digits: string): string[] {
  if (digits.length > 4) {
    const seen = visibleDigits(digits);
    return seen ? [`+1${seen.area}${seen.last ? `___${seen.last}` : '%'}`] : [];
  }
  const inLast = digits.length === 4 ? [digits] : [`${digits}_`, `_${digits}`];
  const area = digits.replace(/^1(?=...$)/, '');
  return [...inLast.map((last) => `+1______${last}`), ...(area.length === 3 ? [`+1${area}%`] : [])];
}

/**
 * What somebody typed into a search, as conditions that all must hold. A number in any notation
 * looks in the phone. Otherwise each word looks in the names, digits in the phone as well; a word
 * of one or two letters only where a word begins, which is what the trigram index can find.
 */
export function searchSql(
  search: string,
  { masked }: Sight,
  add: (value: unknown) => string,
): string[] {
  const inPhone = (digits: string): string => {
    const patterns = masked ? inMasked(digits) : [containing(digits)];
    return patterns.map((pattern) => `phone like ${add(pattern)}`).join(' or ') || 'false';
  };
  const digits = withoutSigns(search);
  if (/^\d{3,15}$/.test(digits)) return [`(${inPhone(digits)})`];
  return foldedName(search)
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const inName = `search_text like ${add(containing(isShortWord(word) ? ` ${word}` : word))}`;
      if (!/^\d{3,15}$/.test(word)) return inName;
      return `(${inName} or ${inPhone(word)})`;
    });
}
