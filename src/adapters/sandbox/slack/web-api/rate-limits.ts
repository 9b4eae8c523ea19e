import type { Clock } from '../../../../shared/clock.ts';
import type { RateLimits } from '../workspace-options.ts';
import type { Tier } from './method.ts';

/** Slack's published minimums per minute; `special` methods allow more than it says. */
const published: RateLimits = {
  tier1: 1,
  tier2: 20,
  tier3: 50,
  tier4: 100,
  special: 600,
  postsPerSecond: 1,
  postsBurst: 10,
};

type Bucket = { left: number; at: number };

/** Token buckets per method, and per channel for posts. */
export function createRateLimits(clock: Clock, chosen: Partial<RateLimits> = {}) {
  const limits = { ...published, ...chosen };
  const buckets = new Map<string, Bucket>();

  function rateOf(tier: Tier): { perSecond: number; burst: number } {
    if (tier === 'post') return { perSecond: limits.postsPerSecond, burst: limits.postsBurst };
    return { perSecond: limits[tier] / 60, burst: limits[tier] };
  }

  return {
    /** 0 when the call may go through, else the whole seconds to wait. */
    take(tier: Tier, key: string): number {
      const { perSecond, burst } = rateOf(tier);
      const now = clock.now().getTime();
      const bucket = buckets.get(key) ?? { left: burst, at: now };
      const refilled = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond);
      const allowed = refilled >= 1;
      buckets.set(key, { left: allowed ? refilled - 1 : refilled, at: now });
      return allowed ? 0 : Math.max(1, Math.ceil((1 - refilled) / perSecond));
    },
  };
}
