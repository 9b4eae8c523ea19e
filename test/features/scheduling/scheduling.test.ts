import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeHours } from '../../../src/features/compliance/index.ts';
import {
  addDays,
  addHours,
  dateIn,
  earliestSend,
  momentOf,
  nextMidnight,
} from '../../../src/features/scheduling/index.ts';

const newYork = 'America/New_York';
const ct = { states: ['CT'], zones: [newYork] };
const at = (iso: string) => new Date(iso);

describe('the earliest send', () => {
  it('is at once inside a window', () => {
    const now = at('2026-11-24T15:05:30Z');
    expect(earliestSend(ct, 'sms', now)).toEqual({
      dueAt: now,
      windowEnd: at('2026-11-25T01:00:00Z'),
    });
  });
  it('is the next opening outside one, and in the last minute of one', () => {
    const morning = { dueAt: at('2026-11-25T14:00:00Z'), windowEnd: at('2026-11-26T01:00:00Z') };
    expect(earliestSend(ct, 'sms', at('2026-11-25T04:00:00Z'))).toEqual(morning);
    expect(earliestSend(ct, 'sms', at('2026-11-25T00:59:00.001Z'))).toEqual(morning);
  });
  it('minds the wishes of the campaign', () => {
    const wishes = { house: true, from: '10:00', to: '18:00', weekdaysOnly: true };
    // Thursday 26 November is Thanksgiving.
    expect(earliestSend(ct, 'sms', at('2026-11-26T15:00:00Z'), wishes)).toEqual({
      dueAt: at('2026-11-27T15:00:00Z'),
      windowEnd: at('2026-11-27T23:00:00Z'),
    });
  });
  it('is none where no moment is lawful within seven days', () => {
    const place = { states: ['GU', 'RI'], zones: [newYork, 'Pacific/Guam'] };
    expect(earliestSend(place, 'sms', at('2026-07-07T12:00:00Z'))).toBeNull();
  });
  it('is always lawful, not before its time, and ends with its window', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 * 60 * 60 }), (seconds) => {
        const notBefore = new Date(Date.UTC(2026, 5, 1) + seconds * 1000);
        const slot = earliestSend(ct, 'call', notBefore, { house: true });
        if (!slot) throw new Error('Connecticut has a lawful moment in every week');
        expect(slot.dueAt.getTime()).toBeGreaterThanOrEqual(notBefore.getTime());
        expect(judgeHours(ct, 'call', slot.dueAt, { house: true })).toEqual({
          allowed: true,
          until: slot.windowEnd,
        });
      }),
    );
  });
});

describe('days later', () => {
  it('is the same wall time, whatever the clocks did between', () => {
    expect(addDays(at('2026-10-31T14:30:00Z'), 1, newYork)).toEqual(at('2026-11-01T15:30:00Z'));
    expect(addDays(at('2026-03-07T15:30:00Z'), 3, newYork)).toEqual(at('2026-03-10T14:30:00Z'));
    expect(addDays(at('2026-10-31T16:30:00Z'), 1, 'America/Phoenix')).toEqual(
      at('2026-11-01T16:30:00Z'),
    );
  });
  it('moves a time that does not exist to the next that does', () => {
    // 7 March 2:30 EST, a day before the clocks go from 2:00 to 3:00.
    expect(addDays(at('2026-03-07T07:30:00Z'), 1, newYork)).toEqual(at('2026-03-08T07:00:00Z'));
  });
  it('takes the first of a time that comes twice', () => {
    expect(addDays(at('2026-10-31T05:30:00Z'), 1, newYork)).toEqual(at('2026-11-01T05:30:00Z'));
  });
  it('keeps seconds and goes back too', () => {
    expect(addDays(at('2026-11-24T15:05:06.789Z'), -30, newYork)).toEqual(
      at('2026-10-25T14:05:06.789Z'),
    );
  });
});

it('hours later are elapsed hours', () => {
  expect(addHours(at('2026-11-01T05:30:00Z'), 1.5)).toEqual(at('2026-11-01T07:00:00Z'));
});

describe('a date and time of a zone', () => {
  it('is a moment', () => {
    expect(momentOf('2026-11-24', '10:05', newYork)).toEqual(at('2026-11-24T15:05:00Z'));
    expect(momentOf('2026-03-08', '02:30', newYork)).toEqual(at('2026-03-08T07:00:00Z'));
    expect(momentOf('2026-11-01', '01:30', newYork)).toEqual(at('2026-11-01T05:30:00Z'));
  });
  it.each([
    ['2026-02-30', '10:00', newYork],
    ['2026-11-24', '24:00', newYork],
    ['2026-11-24', '9:00', newYork],
    ['2026-11-24', '10:00', 'Mars/Olympus'],
  ])('is refused for %s %s in %s', (date, time, zone) => {
    expect(() => momentOf(date, time, zone)).toThrow(RangeError);
  });
});

it('knows the date on a wall and when it changes', () => {
  const late = at('2026-11-25T03:00:00Z');
  expect(dateIn(newYork, late)).toBe('2026-11-24');
  expect(nextMidnight(newYork, late)).toEqual(at('2026-11-25T05:00:00Z'));
  expect(nextMidnight(newYork, at('2026-11-01T12:00:00Z'))).toEqual(at('2026-11-02T05:00:00Z'));
});
