import {
  formatCivilDay,
  instantOfWallTime,
  parseCivilDay,
  wallTimeAt,
} from '../../shared/wall-time.ts';

/**
 * The same wall time `days` later in a zone. Across a change of the clocks the day is 23 or 25
 * hours long; a wall time that does not exist becomes the next one that does, a doubled one the
 * first.
 */
export function addDays(moment: Date, days: number, zone: string): Date {
  const { day, ms } = wallTimeAt(zone, moment.getTime());
  return new Date(instantOfWallTime(zone, day + days, ms));
}

/** Hours are elapsed time: no clock on a wall matters. */
export const addHours = (moment: Date, hours: number): Date =>
  new Date(moment.getTime() + hours * 3_600_000);

/**
 * The instant of a date and time (`2026-11-24`, `10:05`) on the clocks of a zone; same rules for
 * missing and doubled times. Throws RangeError for what is no date, time or zone.
 */
export function momentOf(date: string, time: string, zone: string): Date {
  const day = parseCivilDay(date);
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (day === null || !hour || !minute) throw new RangeError(`Not a moment: ${date} ${time}`);
  return new Date(instantOfWallTime(zone, day, (Number(hour) * 60 + Number(minute)) * 60_000));
}

/** The date on the wall of a zone, `2026-11-22`. */
export const dateIn = (zone: string, moment: Date): string =>
  formatCivilDay(wallTimeAt(zone, moment.getTime()).day);

/** The first instant of the day after the one a moment lies in: when daily sums start anew. */
export const nextMidnight = (zone: string, moment: Date): Date =>
  new Date(instantOfWallTime(zone, wallTimeAt(zone, moment.getTime()).day + 1, 0));
