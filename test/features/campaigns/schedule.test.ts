import { describe, expect, it } from 'vitest';
import { defaultSchedule, scheduleSchema, spanOf } from '../../../src/features/campaigns/index.ts';

const now = new Date('2026-11-24T15:05:00Z');
const schedule = (change: object) =>
  scheduleSchema.parse({ ...defaultSchedule('America/New_York'), kind: 'scheduled', ...change });

describe('the span of a schedule', () => {
  it('reads dates in the campaign’s zone', () => {
    const span = spanOf(
      schedule({ startDate: '2026-12-01', startTime: '09:30', endDate: '2026-12-03' }),
      now,
    );
    expect(span).toEqual({
      startsAt: new Date('2026-12-01T14:30:00Z'),
      endsAt: new Date('2026-12-04T05:00:00Z'),
    });
  });

  it('starts now when it is immediate', () => {
    expect(spanOf(defaultSchedule('America/New_York'), now)).toEqual({
      startsAt: now,
      endsAt: null,
    });
  });

  it('moves a wall time that does not exist to the next one that does', () => {
    const { startsAt } = spanOf(schedule({ startDate: '2027-03-14', startTime: '02:30' }), now);
    expect(startsAt.getTime()).toBeGreaterThanOrEqual(Date.parse('2027-03-14T07:00:00Z'));
    expect(startsAt.getTime()).toBeLessThanOrEqual(Date.parse('2027-03-14T07:30:00Z'));
  });

  it.each([
    [{ startDate: '2026-11-24', startTime: '10:00' }, 'schedule.past', 'startDate'],
    [{ startDate: undefined }, 'schedule.no-date', 'startDate'],
    [{ startDate: '2026-12-02', endDate: '2026-12-01' }, 'schedule.ends-before-start', 'endDate'],
    [
      { startDate: '2026-12-02', allowedFrom: '12:00', allowedTo: '12:00' },
      'schedule.no-hours',
      'allowedTo',
    ],
    [{ startDate: '2026-12-02', timeZone: 'Mars/Base' }, 'schedule.bad-zone', 'timeZone'],
  ])('refuses %j with %s', (change, code, field) => {
    expect(() => spanOf(schedule(change), now)).toThrowError(
      expect.objectContaining({ code, fields: { [field]: code } }),
    );
  });
});
