import type { CivilDay } from '../../shared/wall-time.ts';
import { parseCivilDay } from '../../shared/wall-time.ts';
import { closedOnHolidays, daily, fed, hours, type RuleRow, type Span } from './rule-row.ts';

/**
 * Wishes of the house or of a campaign. They only ever narrow what the law allows, and are judged
 * like it: in every zone of the person.
 */
export type NarrowerHours = {
  /** Monday to Saturday 9-20, Sunday 12-20, no federal holidays. */
  house?: boolean;
  /** Wall times `HH:mm` from which, and until which (exclusive), messages may start. */
  from?: string;
  to?: string;
  weekdaysOnly?: boolean;
  /** Days that an admin closed: proclaimed holidays, states of emergency. `state: null` is everywhere. */
  closedDays?: readonly { state: string | null; date: string }[];
};

export const houseRow: RuleRow = daily('house', 9, 20, 'house window', {
  sunday: hours(12, 20),
  ...closedOnHolidays(),
});

const wholeDay: Span = hours(0, 24);

/** The wishes as rows like those of the law, so that they can only be intersected with it. */
export function narrowerRows(narrower: NarrowerHours): RuleRow[] {
  const rows: RuleRow[] = [];
  if (narrower.house) rows.push(houseRow);
  if (narrower.from !== undefined || narrower.to !== undefined) {
    const span: Span = [minuteOf(narrower.from ?? '00:00'), minuteOf(narrower.to ?? '24:00')];
    rows.push(fed('campaign', 'campaign', { weekdays: span, saturday: span, sunday: span }));
  }
  if (narrower.weekdaysOnly) {
    rows.push(fed('campaign', 'campaign', { weekdays: wholeDay, saturday: null, sunday: null }));
  }
  return rows;
}

/** The closed days that concern a person of these states; all of them when the states are unknown. */
export function closedDaysFor(
  narrower: NarrowerHours,
  states: readonly string[],
): ReadonlySet<CivilDay> {
  const days = (narrower.closedDays ?? [])
    .filter(({ state }) => state === null || states.length === 0 || states.includes(state))
    .map(({ date }) => parseCivilDay(date) ?? fail(date));
  return new Set(days);
}

/** Equal wishes have equal keys. */
export const narrowerKey = (narrower: NarrowerHours): string => {
  const { house = false, from = '', to = '', weekdaysOnly = false, closedDays = [] } = narrower;
  const closed = closedDays.map(({ state, date }) => `${state ?? '*'}${date}`).join();
  return `${house ? 'h' : ''}${from}-${to}${weekdaysOnly ? 'w' : ''}${closed}`;
};

function minuteOf(text: string): number {
  const [, hour, minute] = /^(\d{2}):([0-5]\d)$/.exec(text) ?? [];
  const total = Number(hour) * 60 + Number(minute);
  return total <= 1440 ? total : fail(text);
}

function fail(text: string): never {
  throw new RangeError(`Not a time or date: ${text}`);
}
