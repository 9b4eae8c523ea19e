/** For comparing: no accents, no case, single spaces. */
export const plainName = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

export const plainFirstName = (name: string): string => plainName(name).split(' ')[0] ?? '';

/** More words say more; of equals the one that is not shouted, then the longer one. */
function isRicher(candidate: string, than: string): boolean {
  const rank = (name: string) => [
    name.split(' ').length,
    name === name.toUpperCase() ? 0 : 1,
    plainName(name) === plainName(than) ? [...name.normalize('NFD')].length : name.length,
  ];
  const [a, b] = [rank(candidate), rank(than)];
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0;
    if (value !== other) return value > other;
  }
  return false;
}

export type Names = { name: string; otherNames: string[]; firstNameConflict: boolean };

/**
 * The names met for one number, oldest first, as one: the richest among those who share the first
 * one's first name. Everybody else's is kept, once; with another first name nobody may be greeted
 * by name. Merging the result with the same names again changes nothing.
 */
export function mergeNames(names: readonly string[]): Names {
  const filled = names.filter((name) => name !== '');
  const [first] = filled;
  if (first === undefined || filled.every((name) => name === first)) {
    return { name: first ?? '', otherNames: [], firstNameConflict: false };
  }
  const own = plainFirstName(first);
  let name = first;
  const others = new Map<string, string>();
  for (const candidate of filled) {
    if (plainFirstName(candidate) === own) {
      if (isRicher(candidate, name)) name = candidate;
    } else {
      const key = plainName(candidate);
      const known = others.get(key);
      if (known === undefined || isRicher(candidate, known)) others.set(key, candidate);
    }
  }
  return { name, otherNames: [...others.values()], firstNameConflict: others.size > 0 };
}
