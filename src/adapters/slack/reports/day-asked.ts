import { shiftDate } from '../../../features/analytics/index.ts';
import type { Locale } from '../../../shared/locale.ts';

const daysAgo: Readonly<Record<string, number>> = {
  today: 0,
  hoje: 0,
  yesterday: -1,
  ontem: -1,
};

/**
 * What somebody typed after `/report daily` as `YYYY-MM-DD`: a word, an ISO date, or day and month
 * in the order of the reader's language. Anything else comes back as typed; null for nothing.
 */
export function dayAsked(typed: string, today: string, locale: Locale): string | null {
  const text = typed.trim().toLowerCase();
  if (text === '') return null;
  const shift = Object.hasOwn(daysAgo, text) ? daysAgo[text] : undefined;
  if (shift !== undefined) return shiftDate(today, shift);
  const parts = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/.exec(text);
  if (!parts) return text;
  const [, first = '', second = '', year = today.slice(0, 4)] = parts;
  const [day, month] = locale === 'pt-BR' ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
