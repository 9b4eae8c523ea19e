import { describe, expect, it } from 'vitest';
import { tripOf } from '../../../src/features/delivery/breaker.ts';
import {
  type BreakerRule,
  breakerCodes,
  breakerRules,
  type Tally,
} from '../../../src/features/delivery/index.ts';

const clean = { n: 0, of: 200 };
const tally = (counts: Partial<Tally['counts']>): Tally => ({
  campaignId: 'c',
  counts: { region: clean, filtered: clean, 'opt-outs': clean, failures: clean, ...counts },
});

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
    expect(tripOf(tally({ [rule]: { n, of } }))).toEqual(stopped ? { rule, n, of } : null);
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
    expect(tripOf(tally({ [rule]: { n, of } }))).toBeNull();
  });

  it('for the gravest reason, once', () => {
    const bad = { n: 100, of: 100 };
    expect(tripOf(tally({ failures: bad, 'opt-outs': bad, filtered: bad }))?.rule).toBe('filtered');
    expect(breakerRules[0]).toBe('region');
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
