import { DateTime } from 'luxon';
import { z } from 'zod';
import { Refusal } from '../../shared/errors.ts';
import type { NarrowerHours } from '../compliance/index.ts';
import { followUpSchema } from './follow-up.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const calendarDay = z.iso.date();

/**
 * When a campaign sends. `timeZone` interprets the dates only; allowed hours mean the clock of
 * each person, and can only narrow what the law and the house allow.
 */
export const scheduleSchema = z.object({
  kind: z.enum(['immediate', 'scheduled']).default('immediate'),
  startDate: calendarDay.optional(),
  startTime: clockTime.optional(),
  endDate: calendarDay.optional(),
  timeZone: z.string().default('America/New_York'),
  allowedFrom: clockTime.default('09:00'),
  allowedTo: clockTime.default('20:00'),
  weekdaysOnly: z.boolean().default(false),
  /** The drip: what those get who did not answer, in order. */
  followUps: z.array(followUpSchema).default([]),
});
export type Schedule = z.output<typeof scheduleSchema>;

export const defaultSchedule = (timeZone: string): Schedule => scheduleSchema.parse({ timeZone });

type ClockTime = `${number}:${number}`;

/** The narrower hours of this campaign, always inside the house window. */
export const narrowerOf = (schedule: Schedule): NarrowerHours => ({
  house: true,
  from: schedule.allowedFrom as ClockTime,
  to: schedule.allowedTo as ClockTime,
  weekdaysOnly: schedule.weekdaysOnly,
});

export type Span = { startsAt: Date; endsAt: Date | null };

/**
 * The span a schedule means, seen from `now`. Throws Refusal('invalid') with
 * `schedule.bad-zone`, `schedule.no-date`, `schedule.past`, `schedule.ends-before-start`,
 * `schedule.no-hours`; the field is that of the wizard.
 */
export function spanOf(schedule: Schedule, now: Date): Span {
  if (!DateTime.fromJSDate(now, { zone: schedule.timeZone }).isValid) {
    throw complaint('schedule.bad-zone', 'timeZone');
  }
  if (schedule.allowedFrom >= schedule.allowedTo) {
    throw complaint('schedule.no-hours', 'allowedTo');
  }
  const startsAt = schedule.kind === 'immediate' ? now : startOf(schedule, now);
  const endsAt = endOf(schedule);
  if (endsAt && endsAt <= startsAt) throw complaint('schedule.ends-before-start', 'endDate');
  return { startsAt, endsAt };
}

function startOf(schedule: Schedule, now: Date): Date {
  if (!schedule.startDate) throw complaint('schedule.no-date', 'startDate');
  const start = DateTime.fromISO(`${schedule.startDate}T${schedule.startTime ?? '09:00'}`, {
    zone: schedule.timeZone,
  }).toJSDate();
  if (start < now) throw complaint('schedule.past', 'startDate');
  return start;
}

/** The end of the last day, that day included. */
function endOf({ endDate, timeZone }: Schedule): Date | null {
  if (!endDate) return null;
  return DateTime.fromISO(endDate, { zone: timeZone }).plus({ days: 1 }).startOf('day').toJSDate();
}

const complaint = (code: string, field: string): Refusal =>
  new Refusal('invalid', code, {}, { [field]: code });
