import { DateTime } from 'luxon';
import { earliestSend } from '../../src/features/scheduling/index.ts';

export const newYork = 'America/New_York';

/** The next Tuesday, 10:05 in New York, on which marketing is lawful there. */
export function nextTuesday(now: Date): Date {
  const morning = { hour: 10, minute: 5, second: 0, millisecond: 0 };
  let day = DateTime.fromJSDate(now, { zone: newYork }).set(morning);
  const home = { states: ['CT'], zones: [newYork] };
  for (;;) {
    const at = day.toJSDate();
    const open = earliestSend(home, 'sms', at, { house: true })?.dueAt.getTime() === at.getTime();
    if (day.weekday === 2 && at >= now && open) return at;
    day = day.plus({ days: 1 });
  }
}

/** The morning after, just before the digest of the day is due. */
export const nextMorning = (day: Date): Date =>
  DateTime.fromJSDate(day, { zone: newYork })
    .plus({ days: 1 })
    .set({ hour: 8, minute: 40 })
    .toJSDate();
