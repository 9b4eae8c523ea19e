import { describe, expect, it } from 'vitest';
import { tripOf } from '../../../src/features/delivery/breaker.ts';
import {
  type BreakerRule,
  breakerCodes,
  breakerRules,
  type Tally,
} from '../../../src/features/delivery/index.ts';

const clean = { n: 0, of: 200 };
const tally = (counts: Partial<Tally>): Tally => ({
  campaignId: 'c',
  refused: clean,
  refusedForRegion: { n: 0, of: 20 },
  refusedForOptOut: clean,
  failed: clean,
  filtered: { n: 0, of: 100 },
  optedOut: clean,
  ...counts,
});
/** What speaks for each rule when everything is finished. */
const only: Record<BreakerRule, (n: number, of: number) => Tally> = {
  region: (n, of) => tally({ refusedForRegion: { n, of } }),
  filtered: (n, of) => tally({ filtered: { n, of } }),
  'opt-outs': (n, of) => tally({ optedOut: { n, of } }),
  failures: (n, of) => tally({ refused: { n: 0, of }, failed: { n, of } }),
};

describe('a campaign is stopped', () => {
  it.each<[BreakerRule, number, number, boolean]>([
    ['filtered', 2, 100, false],
    ['filtered', 3, 100, true],
    ['failures', 40, 200, false],
    ['failures', 41, 200, true],
    ['opt-outs', 6, 200, false],
    ['opt-outs', 7, 200, true],
    ['region', 4, 20, false],
    ['region', 5, 20, true],
  ])('by %s: %i of %i is %s', (rule, n, of, stopped) => {
    expect(tripOf(only[rule](n, of))).toEqual(stopped ? { rule, n, of } : null);
  });

  it.each<[BreakerRule, number, number]>([
    ['failures', 1, 10],
    ['failures', 10, 40],
    ['failures', 10, 49],
    ['filtered', 1, 10],
    ['filtered', 2, 50],
    ['filtered', 9, 49],
    ['opt-outs', 1, 10],
    ['opt-outs', 3, 99],
    ['opt-outs', 9, 99],
    ['region', 4, 4],
  ])('not by a handful: %s with %i of %i', (rule, n, of) => {
    expect(tripOf(only[rule](n, of))).toBeNull();
  });

  it('for the gravest reason, once', () => {
    const bad = { n: 100, of: 100 };
    expect(tripOf(tally({ failed: bad, optedOut: bad, filtered: bad }))?.rule).toBe('filtered');
    expect(breakerRules[0]).toBe('region');
  });
});

describe('refusals, which are heard at once', () => {
  it('count with the failures that receipts tell of later', () => {
    const both = { refused: { n: 24, of: 200 }, failed: { n: 24, of: 200 } };
    expect(tripOf(tally(both))).toEqual({ rule: 'failures', n: 45, of: 200 });
    expect(tripOf(tally({ ...both, failed: { n: 18, of: 200 } }))).toBeNull();
  });

  it('do not stop a quick campaign whose first deliveries are still on their way', () => {
    const first = { refused: { n: 20, of: 200 }, failed: { n: 0, of: 4 } };
    expect(tripOf(tally(first))).toBeNull();
    expect(tripOf(tally({ ...first, failed: { n: 4, of: 6 } }))).toBeNull();
  });

  it('stop a campaign of which nothing is taken, without any receipt', () => {
    const none = { refused: { n: 50, of: 50 }, failed: { n: 0, of: 0 } };
    expect(tripOf(tally(none))).toEqual({ rule: 'failures', n: 50, of: 50 });
  });

  it('count as opt-outs as often as they belong to the deliveries that are known', () => {
    const refusedForOptOut = { n: 4, of: 200 };
    expect(tripOf(tally({ refusedForOptOut, optedOut: { n: 1, of: 100 } }))).toBeNull();
    expect(tripOf(tally({ refusedForOptOut, optedOut: { n: 3, of: 200 } }))).toMatchObject({
      rule: 'opt-outs',
      n: 7,
      of: 204,
    });
  });
});

it('holds against a campaign only what it can do something about', () => {
  const { ignored, region, filtered, optOuts } = breakerCodes;
  expect(ignored).toEqual(expect.arrayContaining(['20429', '30001', '30023', '30036', '20003']));
  for (const code of [...region, ...filtered, ...optOuts, '30003', '30005', '21211']) {
    expect(ignored).not.toContain(code);
  }
  expect(region).toContain('21408');
  expect(filtered).toContain('30007');
  expect(optOuts).toContain('21610');
});
