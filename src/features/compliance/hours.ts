import type { Channel } from '../../shared/channel.ts';
import { type ClosedReason, lawKey, lawOf, type Place } from './law.ts';
import type { NarrowerHours } from './narrower.ts';
import { type Segment, timeline } from './timeline.ts';

export type HoursVerdict =
  /** `until`: the end (exclusive) of the window the moment lies in. */
  | { allowed: true; until: Date }
  /** `next`: the first lawful start after the moment; null when there is none within seven days. */
  | { allowed: false; reason: ClosedReason; next: Date | null };

/** Nothing starts with less than this left of the person's window. */
export const leastLeftMs = 60_000;

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
/** Long enough to see the end of a window that opens seven days after the last moment of a week. */
const chunkMs = 2 * weekMs + 2 * dayMs;
const maxChunks = 4_000;

/** What was worked out already: the same law and week give the same timeline, so it may be kept. */
const chunks = new Map<string, readonly Segment[]>();

/**
 * May a marketing message on this channel start at this moment, by the clock alone? Every rule of
 * every state that binds the person must allow it in every zone the person may be in, with a minute
 * left. `narrower` can only take away.
 *
 * @throws RangeError for an invalid date, an unknown zone or a malformed `narrower`.
 */
export function judgeHours(
  place: Place,
  channel: Channel,
  moment: Date,
  narrower: NarrowerHours = {},
): HoursVerdict {
  const at = moment.getTime();
  const segments = segmentsAround(place, channel, at, narrower);
  const index = segments.findIndex(({ to }) => at < to);
  const here = segments[index];
  if (!here) throw new RangeError('Not a moment that can be judged');
  if (here.closed === null && here.to - at >= leastLeftMs) {
    return { allowed: true, until: new Date(here.to) };
  }
  const next = segments
    .slice(index + 1)
    .find(({ closed, from, to }) => closed === null && to - from >= leastLeftMs);
  const found = next !== undefined && next.from - at <= weekMs;
  return {
    allowed: false,
    reason: here.closed ?? 'hours',
    next: found ? new Date(next.from) : null,
  };
}

function segmentsAround(
  place: Place,
  channel: Channel,
  at: number,
  narrower: NarrowerHours,
): readonly Segment[] {
  const week = Math.floor(at / weekMs);
  const key = `${week}|${lawKey(place, channel, narrower)}`;
  let segments = chunks.get(key);
  if (!segments) {
    if (chunks.size >= maxChunks) chunks.clear();
    const law = lawOf(place, channel, narrower);
    segments = timeline(law, week * weekMs, week * weekMs + chunkMs);
    chunks.set(key, segments);
  }
  return segments;
}
