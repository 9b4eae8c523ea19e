import { IANAZone } from 'luxon';

/**
 * Wall clocks by IANA zone. A civil day is counted from 1970-01-01 (day 0) and belongs to no zone;
 * a minute of the day runs from 0 to 1440. Luxon's own reading of a wall time is not used: for a
 * doubled hour it depends on the present moment, and it moves a missing one by an hour.
 */
export type CivilDay = number;

const dayMs = 86_400_000;
const minuteMs = 60_000;
/** Clocks change on full quarters of an hour (since 1972 everywhere), so one offset serves each. */
const quarterMs = 15 * minuteMs;
const maxOffsets = 20_000;

type ZoneOffsets = { readonly zone: IANAZone; readonly byQuarter: Map<number, number> };
const zones = new Map<string, ZoneOffsets>();

function zoneOffsets(name: string): ZoneOffsets {
  let found = zones.get(name);
  if (!found) {
    const zone = IANAZone.create(name);
    if (!zone.isValid) throw new RangeError(`Not a time zone: ${name}`);
    found = { zone, byQuarter: new Map() };
    zones.set(name, found);
  }
  return found;
}

/** How far the zone's clocks are ahead of UTC at an instant. Asking `Intl` is slow, so it is kept. */
function offsetMs(name: string, instant: number): number {
  const { zone, byQuarter } = zoneOffsets(name);
  const quarter = Math.floor(instant / quarterMs);
  let offset = byQuarter.get(quarter);
  if (offset === undefined) {
    if (byQuarter.size >= maxOffsets) byQuarter.clear();
    offset = zone.offset(quarter * quarterMs) * minuteMs;
    byQuarter.set(quarter, offset);
  }
  return offset;
}

export const civilDay = (year: number, month: number, day: number): CivilDay =>
  Date.UTC(year, month - 1, day) / dayMs;

/** `2026-11-22` → civil day; null for anything that is not a date of the calendar. */
export function parseCivilDay(text: string): CivilDay | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const parsed = civilDay(Number(year), Number(month), Number(day));
  return formatCivilDay(parsed) === text ? parsed : null;
}

export const formatCivilDay = (day: CivilDay): string =>
  new Date(day * dayMs).toISOString().slice(0, 10);

export const yearOf = (day: CivilDay): number => new Date(day * dayMs).getUTCFullYear();

/** 0 is Sunday, 6 is Saturday. */
export const weekdayOf = (day: CivilDay): number => (((day + 4) % 7) + 7) % 7;

/** What the clock on the wall shows at an instant: the day, and the milliseconds since its start. */
export function wallTimeAt(zone: string, instant: number): { day: CivilDay; ms: number } {
  const local = instant + offsetMs(zone, instant);
  const day = Math.floor(local / dayMs);
  return { day, ms: local - day * dayMs };
}

/**
 * The instant (ms) at which the wall clock shows a time of a day. A time that the clocks skip
 * becomes the first one after the gap; one that comes twice is the first of the two.
 */
export function instantOfWallTime(zone: string, day: CivilDay, ms: number): number {
  const local = day * dayMs + ms;
  const before = offsetMs(zone, local - dayMs);
  const after = offsetMs(zone, local + dayMs);
  const candidates = [local - before, local - after].sort((a, b) => a - b);
  for (const instant of candidates) {
    if (instant + offsetMs(zone, instant) === local) return instant;
  }
  return endOfGap(zone, candidates);
}

/** The instant the clocks jump, found between one instant before it and one after. */
function endOfGap(zone: string, [before = 0, after = 0]: readonly number[]): number {
  const old = offsetMs(zone, before);
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetMs(zone, middle) === old) low = middle;
    else high = middle;
  }
  return high;
}

/** How far the zone's clocks are ahead of its standard time at an instant, in ms. */
export function daylightSavingAt(zone: string, instant: number): number {
  const year = new Date(instant).getUTCFullYear();
  const standard = Math.min(
    offsetMs(zone, Date.UTC(year, 0, 1)),
    offsetMs(zone, Date.UTC(year, 6, 1)),
  );
  return offsetMs(zone, instant) - standard;
}
