/** As the column `search_text` has names: without accents and capitals, one space between words. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** Wildcards are plain characters here. */
const literally = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const containing = (text: string): string => `%${literally(text)}%`;

/**
 * What somebody typed into a search, as conditions that all must hold. A number in any notation
 * looks in the phone. Otherwise each word looks in the names, digits in the phone as well; a word
 * of one or two letters only where a word begins, which is what the trigram index can find.
 */
export function searchSql(search: string, add: (value: unknown) => string): string[] {
  const digits = search.replace(/[\s().+\-/]/g, '');
  if (/^\d{3,15}$/.test(digits)) return [`phone like ${add(containing(digits))}`];
  return folded(search)
    .split(' ')
    .filter(Boolean)
    .map((word) => {
      const short = /^[\p{L}\p{N}]{1,2}$/u.test(word);
      const inName = `search_text like ${add(containing(short ? ` ${word}` : word))}`;
      if (!/^\d{3,15}$/.test(word)) return inName;
      return `(${inName} or phone like ${add(containing(word))})`;
    });
}
