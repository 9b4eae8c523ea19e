import type { Reaction } from './reaction.ts';
import { codesWith } from './reaction-to.ts';

/** `of`: attempts that were looked at; `n`: those among them that speak against the campaign. */
export type Count = { n: number; of: number };

export const breakerRules = ['region', 'filtered', 'opt-outs', 'failures'] as const;
export type BreakerRule = (typeof breakerRules)[number];

/** What stands against one campaign since it was last resumed. */
export type Tally = { campaignId: string; counts: Readonly<Record<BreakerRule, Count>> };

export type Trip = Count & { rule: BreakerRule };

/**
 * A rule trips when more than `share` of the `last` attempts speak against the campaign. A share
 * means nothing over a handful: it is judged from `atLeast` attempts and `n` cases on, so that a
 * list as it should be is stopped by chance about once in a hundred campaigns or less:
 *
 * - filtered: a sound text has about 0.5 %; three or more of fifty come by chance in 0.2 %.
 * - opt-outs: usual is about 1 %; four or more of a hundred come by chance in 1.8 %.
 * - failures: an old list has about 10 %; eleven or more of fifty come by chance in 0.9 %.
 * - region: never by chance. Five in twenty are a country of the list, not a single stranger.
 */
type Limit = { share: number; last: number; atLeast: number; n: number };

export const breakerLimits: Readonly<Record<BreakerRule, Limit>> = {
  region: { share: 0.2, last: 20, atLeast: 5, n: 5 },
  filtered: { share: 0.02, last: 100, atLeast: 50, n: 3 },
  'opt-outs': { share: 0.03, last: 200, atLeast: 100, n: 4 },
  failures: { share: 0.2, last: 200, atLeast: 50, n: 11 },
};

/** The gravest rule that a campaign breaks; null while it may go on. */
export function tripOf({ counts }: Tally): Trip | null {
  const rule = breakerRules.find((one) => trips(counts[one], breakerLimits[one]));
  return rule ? { rule, ...counts[rule] } : null;
}

const trips = ({ n, of }: Count, limit: Limit): boolean =>
  of >= limit.atLeast && n >= limit.n && n / of > limit.share;

/** Says something about us, the hour or the carrier's rush, and nothing about the campaign. */
const notTheCampaigns: readonly Reaction['class'][] = [
  'transient',
  'throttle',
  'schedule',
  'fatal',
  'config',
];

/** Which codes count for what; a failure with any other code is just a failure. */
export const breakerCodes = {
  region: codesWith(({ campaign }) => campaign === 'watch-region'),
  filtered: codesWith(({ campaign }) => campaign === 'watch'),
  optOuts: codesWith((reaction) => reaction.class === 'opt-out'),
  ignored: codesWith(
    (reaction) => notTheCampaigns.includes(reaction.class) && reaction.campaign !== 'watch-region',
  ),
};
