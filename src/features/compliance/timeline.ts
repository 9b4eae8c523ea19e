import { instantOfWallTime, wallTimeAt } from '../../shared/wall-time.ts';
import { type ClosedReason, closedReasons, dayRule, type Law } from './law.ts';

/** A stretch of time (ms, end exclusive) that is open, or closed for one reason. */
export type Segment = {
  readonly from: number;
  readonly to: number;
  readonly closed: ClosedReason | null;
};

/**
 * What the law says of every moment between two instants, without gaps: open only where every zone
 * is open, and otherwise closed for the weightiest reason of any zone. The first and the last
 * segment may reach beyond the two instants.
 */
export function timeline(law: Law, from: number, to: number): Segment[] {
  const byZone = law.zones.map((zone) => zoneTimeline(law, zone, from, to));
  return byZone.reduce(overlay);
}

function zoneTimeline(law: Law, zone: string, from: number, to: number): Segment[] {
  const segments: Segment[] = [];
  const add = (start: number, end: number, closed: ClosedReason | null): void => {
    if (start < end) segments.push({ from: start, to: end, closed });
  };
  let { day } = wallTimeAt(zone, from);
  let midnight = instantOfWallTime(zone, day, 0);
  while (midnight < to) {
    const rule = dayRule(law, zone, day);
    const next = instantOfWallTime(zone, day + 1, 0);
    if (rule.closed !== null) add(midnight, next, rule.closed);
    else {
      const [open, close] = rule.open.map((minute) =>
        instantOfWallTime(zone, day, minute * 60_000),
      );
      add(midnight, open ?? next, 'hours');
      add(open ?? next, close ?? next, null);
      add(close ?? next, next, 'hours');
    }
    midnight = next;
    day += 1;
  }
  return segments;
}

const weight = new Map<ClosedReason | null, number>([
  ...closedReasons.map((reason, index) => [reason, index] as const),
  [null, closedReasons.length],
]);

/** Two timelines as one: at each moment the weightier of the two; equal neighbours are joined. */
function overlay(left: Segment[], right: Segment[]): Segment[] {
  const joined: Segment[] = [];
  let [l, r] = [0, 0];
  for (let a = left[l], b = right[r]; a && b; a = left[l], b = right[r]) {
    const from = Math.max(a.from, b.from);
    const to = Math.min(a.to, b.to);
    const closed = (weight.get(a.closed) ?? 0) <= (weight.get(b.closed) ?? 0) ? a.closed : b.closed;
    const last = joined.at(-1);
    if (last && last.closed === closed && last.to === from) {
      joined[joined.length - 1] = { ...last, to };
    } else if (from < to) joined.push({ from, to, closed });
    if (a.to === to) l += 1;
    if (b.to === to) r += 1;
  }
  return joined;
}
