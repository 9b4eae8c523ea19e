import { describe, expect, it } from 'vitest';
import { tripOf } from '../../../src/features/delivery/breaker.ts';
import { breakerLimits, type Tally } from '../../../src/features/delivery/index.ts';

type Shares = { filtered: number; optedOut: number; failed: number };

/** The same dice for the same number. */
function dice(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Counts what was in the last so many. */
function windowOf(last: number) {
  const seen: boolean[] = [];
  let n = 0;
  return (hit: boolean) => {
    seen.push(hit);
    n += hit ? 1 : 0;
    if (seen.length > last && seen[seen.length - 1 - last]) n -= 1;
    return { n, of: Math.min(seen.length, last) };
  };
}

/** After how many messages a campaign is stopped that is looked at after each; null when it never is. */
function stoppedAfter(seed: number, messages: number, at: (n: number) => Shares): number | null {
  const roll = dice(seed);
  const filtered = windowOf(breakerLimits.filtered.last);
  const failed = windowOf(breakerLimits.failures.last);
  const optedOut = windowOf(breakerLimits['opt-outs'].last);
  let opted = { n: 0, of: 0 };
  const none = { n: 0, of: 0 };
  for (let n = 1; n <= messages; n += 1) {
    const shares = at(n);
    const isFiltered = roll() < shares.filtered;
    const isFailed = isFiltered || roll() < shares.failed;
    if (!isFailed) opted = optedOut(roll() < shares.optedOut);
    const finished = failed(isFailed);
    const tally: Tally = {
      campaignId: 'c',
      refused: { n: 0, of: finished.of },
      refusedForRegion: none,
      refusedForOptOut: { n: 0, of: finished.of },
      failed: finished,
      filtered: filtered(isFiltered),
      optedOut: opted,
    };
    if (tripOf(tally)) return n;
  }
  return null;
}

const sound: Shares = { filtered: 0.006, optedOut: 0.01, failed: 0.054 };
const seeds = Array.from({ length: 100 }, (_, n) => n + 1);

describe('a campaign of 14,000 messages', () => {
  it('that is sound is hardly ever stopped by chance', () => {
    const stopped = seeds.filter((seed) => stoppedAfter(seed, 14_000, () => sound) !== null);
    expect(stopped.length).toBeLessThanOrEqual(6);
  });

  it.each<[string, Partial<Shares>, number]>([
    ['one in ten is filtered', { filtered: 0.1 }, 200],
    ['one in twelve opts out', { optedOut: 0.08 }, 350],
    ['half of it fails', { failed: 0.5 }, 120],
  ])('is stopped soon after %s', (_, bad, within) => {
    const began = 5_000;
    const took = seeds.map((seed) => {
      const after = stoppedAfter(seed, 14_000, (n) => (n < began ? sound : { ...sound, ...bad }));
      return after === null ? Number.POSITIVE_INFINITY : after - began;
    });
    const inOrder = took.filter((n) => n > 0).sort((a, b) => a - b);
    expect(inOrder[Math.floor(inOrder.length * 0.9)]).toBeLessThanOrEqual(within);
  });
});
