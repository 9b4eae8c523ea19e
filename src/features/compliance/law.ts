import type { Channel } from '../../shared/channel.ts';
import {
  type CivilDay,
  daylightSavingAt,
  formatCivilDay,
  instantOfWallTime,
  weekdayOf,
} from '../../shared/wall-time.ts';
import { contiguousZones } from '../validation/index.ts';
import { holidaysOn } from './holidays.ts';
import { closedDaysFor, type NarrowerHours, narrowerKey, narrowerRows } from './narrower.ts';
import type { RuleRow, Span } from './rule-row.ts';
import { federalRow, stateRules } from './state-rules.ts';

/** Whose rules bind a message to somebody (none: nothing is known), and on which clocks. */
export type Place = { readonly states: readonly string[]; readonly zones: readonly string[] };

/** Why a moment is closed; the first that applies, in this order. */
export const closedReasons = ['holiday', 'sunday', 'saturday', 'hours'] as const;
export type ClosedReason = (typeof closedReasons)[number];

/** The rules of one kind of person, channel and wish: all of them must allow, in every zone. */
export type Law = {
  readonly zones: readonly string[];
  readonly rows: readonly RuleRow[];
  readonly closedDays: ReadonlySet<CivilDay>;
};

const known = new Set(stateRules.map((row) => row.state));

/**
 * The rows of a person's states. Somebody of whom no state is known is under every row at once:
 * that intersection is computed, never written down as numbers.
 */
export function rowsOf(states: readonly string[], channel: Channel): readonly RuleRow[] {
  const everywhere = states.length === 0 || states.some((state) => !known.has(state));
  return stateRules.filter(
    (row) => (everywhere || states.includes(row.state)) && row.binds.includes(channel),
  );
}

export const lawKey = (place: Place, channel: Channel, narrower: NarrowerHours): string =>
  `${place.states.join()}|${place.zones.join()}|${channel}|${narrowerKey(narrower)}`;

export const lawOf = (place: Place, channel: Channel, narrower: NarrowerHours): Law => ({
  zones: place.zones.length > 0 ? place.zones : contiguousZones,
  rows: [federalRow, ...rowsOf(place.states, channel), ...narrowerRows(narrower)],
  closedDays: closedDaysFor(narrower, place.states),
});

/** What the law says of one local day in one zone: closed as a whole, or open for a span. */
export type DayRule = { closed: ClosedReason } | { closed: null; open: Span };

export function dayRule(law: Law, zone: string, day: CivilDay): DayRule {
  const date = formatCivilDay(day);
  const rows = law.rows.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= date) && (validTo === null || date < validTo),
  );
  const today = holidaysOn(day);
  const isHoliday = rows.some((row) => row.closedOn.some((name) => today.includes(name)));
  if (isHoliday || law.closedDays.has(day)) return { closed: 'holiday' };
  const spans: Span[] = [];
  for (const row of rows) {
    const span = spanOn(row, zone, day);
    if (span === null) return { closed: weekdayOf(day) === 0 ? 'sunday' : 'saturday' };
    spans.push(span);
  }
  const open = Math.max(...spans.map(([from]) => from));
  const close = Math.min(...spans.map(([, to]) => to));
  return open < close ? { closed: null, open: [open, close] } : { closed: 'hours' };
}

/** The minutes of a day that one row opens on the wall clock; null: closed as a whole. */
function spanOn(row: RuleRow, zone: string, day: CivilDay): Span | null {
  const weekday = weekdayOf(day);
  const span = weekday === 0 ? row.sunday : weekday === 6 ? row.saturday : row.weekdays;
  if (span === null || !row.standardTimeToo) return span;
  const noon = instantOfWallTime(zone, day, 12 * 3_600_000);
  return [span[0] + daylightSavingAt(zone, noon) / 60_000, span[1]];
}
