import { type CivilDay, civilDay, weekdayOf, yearOf } from '../../shared/wall-time.ts';

/**
 * How a holiday finds its date. A fixed date also closes its observed day: Friday for a Saturday,
 * Monday for a Sunday. `since` is the first year of a holiday that was added by law.
 */
type HolidayRule =
  | { on: [month: number, day: number]; dateOnly?: true; since?: number }
  | { nth: [n: number, weekday: number, month: number] }
  | { lastMonday: number }
  | { daysFromEaster: number }
  | { electionDay: 'every-year' | 'even-years' };

/** Legal holidays by name. Federal: 5 USC 6103(a); one-off executive-order days do not count. */
export const holidays = {
  'new-year': { on: [1, 1] },
  'martin-luther-king': { nth: [3, 1, 1] },
  washington: { nth: [3, 1, 2] },
  memorial: { lastMonday: 5 },
  juneteenth: { on: [6, 19], since: 2021 },
  independence: { on: [7, 4] },
  labor: { nth: [1, 1, 9] },
  columbus: { nth: [2, 1, 10] },
  veterans: { on: [11, 11] },
  thanksgiving: { nth: [4, 4, 11] },
  christmas: { on: [12, 25] },
  'mardi-gras': { daysFromEaster: -47 },
  'good-friday': { daysFromEaster: -2 },
  'confederate-memorial': { nth: [4, 1, 4] },
  'jefferson-davis': { nth: [1, 1, 6] },
  'rosa-parks': { on: [12, 1] },
  'all-saints': { on: [11, 1] },
  'flag-day': { on: [6, 14], dateOnly: true },
  'bill-of-rights': { on: [12, 15] },
  'victory-day': { nth: [2, 1, 8] },
  pioneer: { on: [7, 24] },
  election: { electionDay: 'every-year' },
  'even-year-election': { electionDay: 'even-years' },
} as const satisfies Record<string, HolidayRule>;

export type HolidayName = keyof typeof holidays;

/** The federal days; what "NO" means in every state row before its own additions. */
export const federalHolidays: readonly HolidayName[] = [
  'new-year',
  'martin-luther-king',
  'washington',
  'memorial',
  'juneteenth',
  'independence',
  'labor',
  'columbus',
  'veterans',
  'thanksgiving',
  'christmas',
];

const byYear = new Map<number, ReadonlyMap<CivilDay, readonly HolidayName[]>>();

/** The holidays that close a civil day, by their date or by their observed day. */
export function holidaysOn(day: CivilDay): readonly HolidayName[] {
  const year = yearOf(day);
  let days = byYear.get(year);
  if (!days) {
    days = closedDays(year);
    byYear.set(year, days);
  }
  return days.get(day) ?? [];
}

/** Next year's days too: New Year's Day on a Saturday is observed on 31 December. */
function closedDays(year: number): ReadonlyMap<CivilDay, readonly HolidayName[]> {
  const days = new Map<CivilDay, HolidayName[]>();
  for (const [name, rule] of Object.entries(holidays) as [HolidayName, HolidayRule][]) {
    for (const day of [...datesIn(year, rule), ...datesIn(year + 1, rule)]) {
      days.set(day, [...(days.get(day) ?? []), name]);
    }
  }
  return days;
}

function datesIn(year: number, rule: HolidayRule): CivilDay[] {
  if ('on' in rule) {
    if (year < (rule.since ?? 0)) return [];
    const date = civilDay(year, ...rule.on);
    return rule.dateOnly ? [date] : [date, ...observedFor(date)];
  }
  if ('nth' in rule) return [nthWeekday(year, ...rule.nth)];
  if ('lastMonday' in rule) return [lastMonday(year, rule.lastMonday)];
  if ('daysFromEaster' in rule) return [easter(year) + rule.daysFromEaster];
  if (rule.electionDay === 'even-years' && year % 2 !== 0) return [];
  return [nthWeekday(year, 1, 1, 11) + 1];
}

function observedFor(date: CivilDay): CivilDay[] {
  if (weekdayOf(date) === 6) return [date - 1];
  return weekdayOf(date) === 0 ? [date + 1] : [];
}

function nthWeekday(year: number, n: number, weekday: number, month: number): CivilDay {
  const first = civilDay(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
}

function lastMonday(year: number, month: number): CivilDay {
  const last = civilDay(year, month + 1, 1) - 1;
  return last - ((weekdayOf(last) + 6) % 7);
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): CivilDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * correction + 114;
  return civilDay(year, Math.floor(days / 31), (days % 31) + 1);
}
