import type { ReactionClass } from './reaction.ts';

const minuteMs = 60_000;
/** What asks for more than a day is taken for a mistake, and after nothing we would knock at once. */
const longestMs = 24 * 60 * minuteMs;
const shortestMs = 1_000;

const bounded = (askedMs: number): number => Math.min(longestMs, Math.max(shortestMs, askedMs));

/**
 * How long a sender rests that was told to: the carrier knows better than our table where it only
 * says "too fast" (`transient`); a limit of another kind is not over before its own time.
 */
export function senderRestMs(kind: ReactionClass, minutes: number, askedMs: number | null): number {
  if (askedMs === null) return minutes * minuteMs;
  const asked = bounded(askedMs);
  return kind === 'transient' ? asked : Math.max(asked, minutes * minuteMs);
}

/**
 * How long the message itself waits: never shorter than the carrier said. Twice as long each time
 * it was told so before, up to the table's minutes, so that a carrier who says "one second" for a
 * minute does not use up its tries.
 */
export function rowWaitMs(
  kind: ReactionClass,
  minutes: number,
  askedMs: number | null,
  toldBefore: number,
): number {
  const rest = senderRestMs(kind, minutes, askedMs);
  return Math.max(rest, Math.min(minutes * minuteMs, rest * 2 ** toldBefore));
}
