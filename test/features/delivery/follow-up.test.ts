import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { defaultSchedule } from '../../../src/features/campaigns/index.ts';
import { type FollowUpFacts, followUpSlot } from '../../../src/features/delivery/index.ts';

const connecticut = { states: ['CT'], zones: ['America/New_York'] };
const slot = (over: Partial<FollowUpFacts> = {}) => {
  const sentAt = over.sentAt ?? new Date('2026-11-03T15:30:00Z');
  return followUpSlot({
    now: sentAt,
    sentAt,
    afterDays: 1,
    place: connecticut,
    channel: 'sms',
    schedule: defaultSchedule('America/New_York'),
    endsAt: null,
    ...over,
  });
};
const inNewYork = (moment: Date) =>
  DateTime.fromJSDate(moment, { zone: 'America/New_York' }).toFormat('ccc yyyy-MM-dd HH:mm');

describe('when a follow-up is due', () => {
  it('is on the same wall time, days later, also when the clocks change in between', () => {
    const friday = new Date('2026-10-30T14:30:00Z');
    expect(inNewYork(friday)).toBe('Fri 2026-10-30 10:30');
    const { dueAt } = slot({ sentAt: friday, afterDays: 3 });
    expect(inNewYork(dueAt)).toBe('Mon 2026-11-02 10:30');
    expect(dueAt.getTime() - friday.getTime()).toBe((3 * 24 + 1) * 3_600_000);
  });

  it('moves to the next lawful hour of the person and the campaign', () => {
    // Saturday 10:30 plus a day is a Sunday morning, when the house sends nothing before noon.
    const saturday = new Date('2026-11-07T15:30:00Z');
    expect(inNewYork(slot({ sentAt: saturday }).dueAt)).toBe('Sun 2026-11-08 12:00');
    const schedule = { ...defaultSchedule('America/New_York'), weekdaysOnly: true };
    expect(inNewYork(slot({ sentAt: saturday, schedule }).dueAt)).toBe('Mon 2026-11-09 09:00');
    expect(inNewYork(slot({ sentAt: saturday }).windowEnd ?? saturday)).toBe(
      'Sun 2026-11-08 20:00',
    );
  });

  it('is never in the past, however late the step before it became final', () => {
    const now = new Date('2026-11-12T16:00:00Z');
    expect(slot({ now }).dueAt).toEqual(now);
  });

  it('counts in the zone of the person, or of the campaign where that is not known', () => {
    const honolulu = { states: ['HI'], zones: ['Pacific/Honolulu'] };
    const sentAt = new Date('2026-10-31T19:00:00Z');
    expect(slot({ sentAt, afterDays: 2, place: honolulu }).dueAt).toEqual(
      new Date('2026-11-02T19:00:00Z'),
    );
    const nowhere = { states: [], zones: [] };
    const monday = new Date('2026-11-16T19:00:00Z');
    expect(inNewYork(slot({ sentAt: monday, afterDays: 2, place: nowhere }).dueAt)).toBe(
      'Wed 2026-11-18 14:00',
    );
  });

  it('is not sent after the end of the campaign', () => {
    const endsAt = new Date('2026-11-04T05:00:00Z');
    expect(slot({ endsAt })).toMatchObject({ skip: 'expired' });
    expect(slot({ endsAt: new Date('2026-11-05T05:00:00Z') })).toMatchObject({ skip: null });
  });
});
