import { DateTime } from 'luxon';

export type PeriodKind = 'day' | 'week' | 'month';

/** Half-open [start, end). */
export type Span = { start: Date; end: Date };

/** A span of the calendar in an IANA zone. `date` is its first local day, `YYYY-MM-DD`. */
export type Period = Span & { kind: PeriodKind; date: string; timeZone: string };

/** The day, the week (from Monday) or the month that `date` lies in. */
export function periodOf(kind: PeriodKind, date: string, timeZone: string): Period {
  const start = DateTime.fromISO(date, { zone: timeZone }).startOf(kind);
  if (!start.isValid) throw new RangeError(`not a date in a zone: ${date} ${timeZone}`);
  return {
    kind,
    date: start.toFormat('yyyy-MM-dd'),
    start: start.toJSDate(),
    end: start.plus({ [kind]: 1 }).toJSDate(),
    timeZone,
  };
}

export const localDate = (moment: Date, timeZone: string): string =>
  DateTime.fromJSDate(moment, { zone: timeZone }).toFormat('yyyy-MM-dd');

/** `days` may be negative. */
export const shiftDate = (date: string, days: number): string =>
  DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');

/** The period of the same kind just before it. */
export function previousPeriod(period: Period): Period {
  const before = DateTime.fromISO(period.date, { zone: period.timeZone }).minus({
    [period.kind]: 1,
  });
  return periodOf(period.kind, before.toFormat('yyyy-MM-dd'), period.timeZone);
}

/**
 * The same moment one period earlier, on the wall clock: 15:40 today → 15:40 yesterday, also
 * across a change of clocks. After the period's end the distance is kept.
 */
export const oneEarlier = (moment: Date, { kind, timeZone }: Period): Date =>
  DateTime.fromJSDate(moment, { zone: timeZone })
    .minus({ [kind]: 1 })
    .toJSDate();

/**
 * Where the bars of a timeline begin, plus the end: each hour of a day (23 or 25 of them when the
 * clocks change), each local day of a week or month.
 */
export function bucketBounds(period: Period): Date[] {
  const bounds = [period.start];
  const unit = period.kind === 'day' ? 'hours' : 'days';
  let at = DateTime.fromJSDate(period.start, { zone: period.timeZone });
  for (;;) {
    at = at.plus({ [unit]: 1 });
    if (at.toMillis() >= period.end.getTime()) return [...bounds, period.end];
    bounds.push(at.toJSDate());
  }
}
