import { DateTime } from 'luxon';
import { localDate, shiftDate } from '../analytics/index.ts';

/** The daily digest of a day is posted the next morning at this local time: then it is complete. */
export const dailyAt = { hour: 8, minute: 30 };

/** Posted later than this after its time, a digest says that it is late. */
const lateAfterMs = 60 * 60_000;

const runOn = (date: string, timeZone: string): Date =>
  DateTime.fromISO(date, { zone: timeZone }).set(dailyAt).toJSDate();

/** The first run after this moment. */
export function nextDailyRun(after: Date, timeZone: string): Date {
  const today = localDate(after, timeZone);
  const run = runOn(today, timeZone);
  return run > after ? run : runOn(shiftDate(today, 1), timeZone);
}

export type DueRun = {
  /** The local day it covers. */
  date: string;
  plannedFor: Date;
  late: boolean;
  /** Local days whose runs passed before this one and were not made. */
  skipped: string[];
};

/**
 * The one run to make when `next` has passed: the latest that is due. However many mornings went
 * by (the app was off, the clock was moved), people get the most recent complete day, marked late,
 * and the days in between by name; a pile of old digests helps nobody.
 */
export function dueDailyRun(next: Date, now: Date, timeZone: string): DueRun | null {
  if (now < next) return null;
  const today = localDate(now, timeZone);
  const thisMorning = runOn(today, timeZone);
  const runDay = thisMorning <= now ? today : shiftDate(today, -1);
  const plannedFor = runOn(runDay, timeZone);
  const date = shiftDate(runDay, -1);
  const skipped: string[] = [];
  let day = shiftDate(localDate(next, timeZone), -1);
  for (; day < date; day = shiftDate(day, 1)) skipped.push(day);
  return {
    date,
    plannedFor,
    late: now.getTime() - plannedFor.getTime() > lateAfterMs,
    skipped,
  };
}
