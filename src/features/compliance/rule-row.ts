import { type Channel, channels } from '../../shared/channel.ts';
import { federalHolidays, type HolidayName } from './holidays.ts';

/** Minutes of the local day, end exclusive. */
export type Span = readonly [open: number, close: number];

/**
 * One row of the law: when messages to people of a state may start, on the clock of each of their
 * zones. `null` in place of hours closes that weekday as a whole.
 */
export type RuleRow = {
  readonly state: string;
  readonly binds: readonly Channel[];
  /** Local dates; `validTo` is the first day on which the row no longer binds. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly weekdays: Span | null;
  readonly saturday: Span | null;
  readonly sunday: Span | null;
  readonly closedOn: readonly HolidayName[];
  /** The hours are written in standard time: both that reading and the wall clock must allow. */
  readonly standardTimeToo: boolean;
  /** At most one prerecorded call in so many hours. */
  readonly hoursBetweenPrerecorded: number | null;
  readonly source: string;
};

export const hours = (open: number, close: number): Span => [open * 60, close * 60];

/** The federal window, 47 CFR 64.1200(c)(1): 8 a.m. to 9 p.m. at the called party's location. */
export const federalSpan: Span = hours(8, 21);

type RowChanges = Partial<Omit<RuleRow, 'state' | 'source'>>;

/** A row that only repeats the federal floor unless `changes` say more. */
export const fed = (state: string, source: string, changes: RowChanges = {}): RuleRow => ({
  state,
  binds: channels,
  validFrom: null,
  validTo: null,
  weekdays: federalSpan,
  saturday: federalSpan,
  sunday: federalSpan,
  closedOn: [],
  standardTimeToo: false,
  hoursBetweenPrerecorded: null,
  source,
  ...changes,
});

/** The same hours every day of the week unless `changes` say more. */
export const daily = (
  state: string,
  open: number,
  close: number,
  source: string,
  changes: RowChanges = {},
): RuleRow => {
  const span = hours(open, close);
  return fed(state, source, { weekdays: span, saturday: span, sunday: span, ...changes });
};

/** "NO" in the holidays column: the federal days and the state's own. */
export const closedOnHolidays = (...own: HolidayName[]): RowChanges => ({
  closedOn: [...new Set([...federalHolidays, ...own])],
});
