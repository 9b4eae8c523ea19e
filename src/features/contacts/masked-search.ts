/** How much of a number whoever searches may see, and so find out: all of it, or its masked form. */
export type Sight = { masked: boolean };

/** What of these digits stands in a masked number, `+1 (203) •••-0123`: its beginning and its end, if that is whole. */
export type VisibleDigits = { area: string; last: string | null };

/**
 * Five digits and more are the area code with the last four, or a whole number; null when neither.
 * While it is still being typed, the area code alone counts: no index finds half of the end.
 */
export function visibleDigits(digits: string): VisibleDigits | null {
  const national = digits.replace(/^1/, '');
  if (national.length > 10) return null;
  const last = national.slice(national.length > 7 ? 6 : 3);
  return { area: national.slice(0, 3), last: last.length === 4 ? last : null };
}

/** Signs that people write into a number, and the dots of a masked one. */
export const withoutSigns = (text: string): string => text.replace(/[\s().+\-/•]/g, '');

/** A search as somebody may read it who sees masked numbers only; it finds them the same people. */
export const maskSearch = (search: string): string =>
  search.replace(/\+?\(?\d[\d\s().\-/•]{3,}\d/g, (number) => {
    const digits = withoutSigns(number);
    if (digits.length < 5) return number;
    const seen = visibleDigits(digits);
    return seen ? `(${seen.area}) •••-${seen.last ?? '••••'}` : '•••';
  });
