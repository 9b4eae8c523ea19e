import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDay,
  daylightSavingAt,
  formatCivilDay,
  instantOfWallTime,
  parseCivilDay,
  wallTimeAt,
  weekdayOf,
  yearOf,
} from '../../src/shared/wall-time.ts';

const hour = 3_600_000;
const newYork = 'America/New_York';
const instant = (zone: string, date: string, hours: number) =>
  new Date(instantOfWallTime(zone, parseCivilDay(date) ?? Number.NaN, hours * hour)).toISOString();

describe('a wall time', () => {
  it('is an instant of its zone', () => {
    expect(instant(newYork, '2026-11-24', 9)).toBe('2026-11-24T14:00:00.000Z');
    expect(instant('Pacific/Guam', '2026-11-24', 9)).toBe('2026-11-23T23:00:00.000Z');
    expect(instant('America/Phoenix', '2026-07-07', 9)).toBe('2026-07-07T16:00:00.000Z');
  });
  it('that the clocks skip is the first after the gap', () => {
    for (const missing of [2, 2.25, 2.99]) {
      expect(instant(newYork, '2026-03-08', missing)).toBe('2026-03-08T07:00:00.000Z');
    }
    expect(instant(newYork, '2026-03-08', 1.75)).toBe('2026-03-08T06:45:00.000Z');
    expect(instant(newYork, '2026-03-08', 3)).toBe('2026-03-08T07:00:00.000Z');
  });
  it('that comes twice is the first of the two', () => {
    expect(instant(newYork, '2026-11-01', 1.5)).toBe('2026-11-01T05:30:00.000Z');
    expect(instant(newYork, '2026-11-01', 2)).toBe('2026-11-01T07:00:00.000Z');
  });
  it('may be the end of a day, or a midnight that does not exist', () => {
    expect(instant(newYork, '2026-11-01', 24)).toBe('2026-11-02T05:00:00.000Z');
    // Beirut skips 0:00 to 1:00 on 29 March 2026.
    expect(instant('Asia/Beirut', '2026-03-29', 0)).toBe('2026-03-28T22:00:00.000Z');
  });
  it('comes back as it was, except where the clocks skip', () => {
    const zones = [newYork, 'America/Adak', 'Pacific/Pago_Pago', 'Pacific/Guam', 'America/Denver'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) }),
        (zone, at) => {
          const { day, ms } = wallTimeAt(zone, at);
          expect([at, at - hour]).toContain(instantOfWallTime(zone, day, ms));
          expect(wallTimeAt(zone, instantOfWallTime(zone, day, ms))).toEqual({ day, ms });
        },
      ),
    );
  });
});

describe('a civil day', () => {
  it('knows its date, weekday and year', () => {
    const day = civilDay(2026, 11, 22);
    expect(formatCivilDay(day)).toBe('2026-11-22');
    expect(weekdayOf(day)).toBe(0);
    expect(weekdayOf(civilDay(1969, 12, 31))).toBe(3);
    expect(yearOf(day)).toBe(2026);
  });
  it.each(['2026-02-30', '2026-13-01', '26-01-01', 'today', ''])('is not %j', (text) => {
    expect(parseCivilDay(text)).toBeNull();
  });
});

it('knows how far summer time is ahead', () => {
  expect(daylightSavingAt(newYork, Date.UTC(2026, 6, 1))).toBe(hour);
  expect(daylightSavingAt(newYork, Date.UTC(2026, 0, 1))).toBe(0);
  expect(daylightSavingAt('America/Phoenix', Date.UTC(2026, 6, 1))).toBe(0);
});

it('refuses what is no zone', () => {
  expect(() => wallTimeAt('America/Gotham', 0)).toThrow(RangeError);
});
