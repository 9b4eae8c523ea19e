import type { Channel } from '../../shared/channel.ts';
import { judgeHours, type NarrowerHours, type Place } from '../compliance/index.ts';

/** When a message may start: from `dueAt` until `windowEnd`, the latter exclusive. */
export type SendWindow = { dueAt: Date; windowEnd: Date };

/**
 * The first lawful moment at or after `notBefore`, with the end of its window; null when there is
 * none within seven days (reason `no-lawful-time`).
 */
export function earliestSend(
  place: Place,
  channel: Channel,
  notBefore: Date,
  narrower: NarrowerHours = {},
): SendWindow | null {
  const now = judgeHours(place, channel, notBefore, narrower);
  if (now.allowed) return { dueAt: notBefore, windowEnd: now.until };
  if (now.next === null) return null;
  const then = judgeHours(place, channel, now.next, narrower);
  return then.allowed ? { dueAt: now.next, windowEnd: then.until } : null;
}
