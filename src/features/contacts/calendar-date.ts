import { DateTime } from 'luxon';

/** Which of two numbers comes first when both could be a day: 03/04/2025. */
export type DateOrder = 'dmy' | 'mdy';

/**
 * A date as a person or a spreadsheet wrote it, as `yyyy-mm-dd`; null when it is none.
 * Reads ISO (with or without a time), day and month with `/ - .` in the given order (the other
 * order when only that one exists), two-digit years as 20xx, and Excel's serial day numbers.
 */
export function readDate(text: string, order: DateOrder = 'dmy'): string | null {
  const plain = text.trim().replace(/^'/, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(plain);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const written = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[,T\s].*)?$/.exec(plain);
  if (written) {
    const [first, second] = [Number(written[1]), Number(written[2])];
    const year = Number(written[3]) + (written[3]?.length === 2 ? 2000 : 0);
    const dayFirst = calendarDate(year, second, first);
    const monthFirst = calendarDate(year, first, second);
    return order === 'dmy' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst);
  }
  return excelSerial(plain);
}

/** Days since 1899-12-30, as Excel counts from March 1900 on; a fraction is the time of day. */
function excelSerial(text: string): string | null {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return null;
  const days = Math.floor(Number(text.replace(',', '.')));
  if (days < 20_000 || days > 80_000) return null;
  return DateTime.fromISO('1899-12-30', { zone: 'utc' }).plus({ days }).toISODate();
}

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** A million cells: without an object for each. */
function calendarDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year >= 2200 || day < 1 || day > (daysInMonth[month - 1] ?? 0)) return null;
  if (month === 2 && day === 29 && !isLeap(year)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The order that a column shows somewhere beyond doubt, else the given one. */
export function dateOrderOf(texts: Iterable<string>, otherwise: DateOrder): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts) {
    const parts = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})\b/.exec(text);
    if (!parts) continue;
    if (Number(parts[1]) > 12) dayFirst += 1;
    else if (Number(parts[2]) > 12) monthFirst += 1;
  }
  if (dayFirst === monthFirst) return otherwise;
  return dayFirst > monthFirst ? 'dmy' : 'mdy';
}
