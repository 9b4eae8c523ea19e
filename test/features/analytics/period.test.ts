import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketBounds,
  localDate,
  oneEarlier,
  periodOf,
  previousPeriod,
  shiftDate,
} from '../../../src/features/analytics/index.ts';

const newYork = 'America/New_York';
const hours = (date: string) => bucketBounds(periodOf('day', date, newYork)).length - 1;

describe('periods', () => {
  it('begin at local midnight, not at the midnight of UTC', () => {
    const day = periodOf('day', '2026-11-24', newYork);
    expect(day.start.toISOString()).toBe('2026-11-24T05:00:00.000Z');
    expect(day.end.toISOString()).toBe('2026-11-25T05:00:00.000Z');
  });

  it('have 23 hours when the clocks go forward and 25 when they go back', () => {
    expect(hours('2026-03-08')).toBe(23);
    expect(hours('2026-03-09')).toBe(24);
    expect(hours('2026-11-01')).toBe(25);
  });

  it('cut a week from Monday and a month from its first day, in local days', () => {
    const week = periodOf('week', '2026-11-25', newYork);
    expect(week.date).toBe('2026-11-23');
    expect(bucketBounds(week)).toHaveLength(8);
    const march = periodOf('month', '2026-03-20', newYork);
    const bounds = bucketBounds(march);
    expect(bounds).toHaveLength(32);
    expect(bounds[7]?.toISOString()).toBe('2026-03-08T05:00:00.000Z');
    expect(bounds[8]?.toISOString()).toBe('2026-03-09T04:00:00.000Z');
  });

  it('compare with the same wall time one period before, across a change of clocks', () => {
    const day = periodOf('day', '2026-11-01', newYork);
    const afternoon = new Date('2026-11-01T20:40:00Z');
    expect(oneEarlier(afternoon, day).toISOString()).toBe('2026-10-31T19:40:00.000Z');
    expect(previousPeriod(day).date).toBe('2026-10-31');
    expect(previousPeriod(periodOf('month', '2026-03-31', newYork)).date).toBe('2026-02-01');
  });

  it('refuse what is no date', () => {
    expect(() => periodOf('day', '2026-02-30', newYork)).toThrow(RangeError);
    expect(() => periodOf('day', '2026-02-03', 'Mars/Base')).toThrow(RangeError);
  });

  it('cover every moment exactly once', () => {
    const zones = fc.constantFrom(newYork, 'America/Chicago', 'America/Sao_Paulo', 'Asia/Kolkata');
    const moments = fc.date({
      min: new Date('2024-01-01T00:00:00Z'),
      max: new Date('2030-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const kinds = fc.constantFrom('day' as const, 'week' as const, 'month' as const);
    fc.assert(
      fc.property(moments, zones, kinds, (moment, zone, kind) => {
        const period = periodOf(kind, localDate(moment, zone), zone);
        expect(period.start <= moment && moment < period.end).toBe(true);
        const bounds = bucketBounds(period);
        expect(bounds[0]).toEqual(period.start);
        expect(bounds.at(-1)).toEqual(period.end);
        for (const [index, bound] of bounds.slice(1).entries()) {
          expect(bound > (bounds[index] ?? bound)).toBe(true);
        }
        expect(previousPeriod(period).end).toEqual(period.start);
        expect(shiftDate(shiftDate(period.date, 40), -40)).toBe(period.date);
      }),
    );
  });
});
