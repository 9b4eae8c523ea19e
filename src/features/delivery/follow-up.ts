import type { Channel } from '../../shared/channel.ts';
import { narrowerOf, type Schedule } from '../campaigns/index.ts';
import type { Place, ReasonCode } from '../compliance/index.ts';
import { addDays, earliestSend } from '../scheduling/index.ts';

export type FollowUpFacts = {
  now: Date;
  /** When the step before it went out, product clock. */
  sentAt: Date;
  afterDays: number;
  place: Place;
  channel: Channel;
  schedule: Schedule;
  /** End of the campaign. */
  endsAt: Date | null;
};

export type FollowUpSlot = { dueAt: Date; windowEnd: Date | null; skip: ReasonCode | null };

/**
 * When the next step is due: the same wall time of the person so many days later, then the first
 * lawful moment from there. A step that became final late is not sent in the past. Pure.
 */
export function followUpSlot(facts: FollowUpFacts): FollowUpSlot {
  const { now, sentAt, afterDays, place, schedule, endsAt } = facts;
  const zone = place.zones[0] ?? schedule.timeZone;
  const wanted = addDays(sentAt, afterDays, zone);
  const from = wanted > now ? wanted : now;
  const slot = earliestSend(place, facts.channel, from, narrowerOf(schedule));
  if (!slot) return { dueAt: from, windowEnd: null, skip: 'no-lawful-time' };
  return { ...slot, skip: endsAt && slot.dueAt >= endsAt ? 'expired' : null };
}
