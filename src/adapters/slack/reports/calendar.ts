import type { Locale } from '../../../shared/locale.ts';

/** How days and hours of a report's own zone are written, whatever zone the reader is in. */
export function calendarOf(locale: Locale, timeZone: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const short = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const long = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const moment = format({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const hour = format({ hour: 'numeric', ...(locale === 'pt-BR' && { hourCycle: 'h23' }) });
  const zone = format({ timeZoneName: 'longGeneric' });
  return {
    day: (at: Date) => short.format(at),
    longDay: (at: Date) => long.format(at),
    moment: (at: Date) => moment.format(at),
    /** `9 AM`, `9h`. */
    hour(at: Date) {
      const text = hour.format(at);
      return locale === 'pt-BR' ? `${Number(text)}h` : text;
    },
    /** A local date, `2026-11-24`, as a day. */
    date: (date: string) =>
      new Intl.DateTimeFormat(locale, {
        timeZone: 'UTC',
        weekday: 'short',
        day: 'numeric',
        month: 'short',
      }).format(new Date(`${date}T00:00:00Z`)),
    zone(at: Date) {
      const name = zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value;
      return name ? `${name} (${timeZone})` : timeZone;
    },
  };
}

export type Calendar = ReturnType<typeof calendarOf>;
