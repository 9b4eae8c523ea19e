/** Whether a number is shown as a day; a mere time of day is none, nor is a duration (`[h]:mm`). */
export function showsDay(formatCode: string): boolean {
  const [bare = ''] = formatCode.replace(/"[^"]*"|[\\_*]./g, '').split(';');
  if (/\[[hms]+\]/i.test(bare)) return false;
  const signs = bare.replace(/\[[^\]]*\]|general/gi, '');
  return /[yd]/i.test(signs) || (/m/i.test(signs) && !/[hs]/i.test(signs));
}

const dayMs = 86_400_000;
/** 9999-12-31, the last day of Excel. */
const lastSerial = 2_958_465;

/**
 * `yyyy-mm-dd` of a serial number; null when there is no such day. Excel believes in 29 February
 * 1900 (Microsoft, "Excel incorrectly assumes that the year 1900 is a leap year").
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  // A moment before midnight is what a day's fraction in binary may make of midnight.
  const days = Math.floor(serial + 1e-8) + (from1904 ? 1462 : 0);
  if (!(days >= 1 && days <= lastSerial) || days === 60) return null;
  const fromEpoch = days < 60 ? days - 25_568 : days - 25_569;
  return new Date(fromEpoch * dayMs).toISOString().slice(0, 10);
}
