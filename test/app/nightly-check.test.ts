import { describe, expect, it } from 'vitest';
import { monthStart, nightlyCheck } from '../../src/app/nightly-check.ts';

const timeZone = 'America/New_York';

describe('the nightly check', () => {
  it.each([
    ['2026-11-25T06:59:00Z', []],
    ['2026-11-25T07:00:00Z', ['2026-11-25']],
    ['2026-11-25T09:59:00Z', ['2026-11-25']],
    ['2026-11-25T10:00:00Z', []],
    ['2026-11-25T17:00:00Z', []],
  ])('at %s is asked for %j', async (at, nights) => {
    const asked: string[] = [];
    await nightlyCheck(
      {
        nightly: async ({ night }) => {
          asked.push(night);
          return null;
        },
      },
      { clock: { now: () => new Date(at) }, timeZone },
    );
    expect(asked).toEqual(nights);
  });

  it('counts its budget from the first of the month of the agency', () => {
    expect(monthStart(new Date('2026-11-01T03:00:00Z'), timeZone)).toEqual(
      new Date('2026-10-01T04:00:00Z'),
    );
    expect(monthStart(new Date('2026-11-30T12:00:00Z'), timeZone)).toEqual(
      new Date('2026-11-01T04:00:00Z'),
    );
  });
});
