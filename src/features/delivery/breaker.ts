import type { Reaction } from './reaction.ts';
import { codesWith } from './reaction-to.ts';

export const breakerRules = ['region', 'filtered', 'opt-outs', 'failures'] as const;
export type BreakerRule = (typeof breakerRules)[number];

/** `n` of the last `of`. */
export type Count = { n: number; of: number };

/**
 * What was heard of one campaign since it was last resumed, our own haste and faults left out.
 * A refusal is heard at once and a delivery much later: each is counted among its own kind, or the
 * first seconds of a quick campaign would consist of refusals alone.
 */
export type Tally = {
  campaignId: string;
  /** Of the last calls that the carrier answered: it took them, or refused them. */
  refused: Count;
  refusedForRegion: Count;
  refusedForOptOut: Count;
  /** Of the last final receipts. */
  failed: Count;
  filtered: Count;
  /** Of the last deliveries: answered with an opt-out. */
  optedOut: Count;
};

export type Trip = Count & { rule: BreakerRule };

/**
 * A rule trips when more than `share` of the `last` attempts speak against the campaign. A share
 * means nothing over a handful, so it is judged from `atLeast` attempts and `n` cases on. At its
 * smallest sample a sound campaign meets the limit by chance
 *
 * - filtered (usual 0.1 %): three of fifty, 1 in 50,000 times;
 * - opt-outs (usual 0.5 %): four of a hundred, 1 in 600 times;
 * - failures (usual 10 %, an old list): eleven of fifty, 1 in 100 times;
 * - region: never. Five of twenty are a country of the list, not a single stranger.
 *
 * It is judged all the time, so a long campaign gives chance many tries: of simulated campaigns of
 * 14,000 messages as sound as that, 8 % stop for filtered texts, 2 % for opt-outs, 2 % for failures
 * (with 1 % of opt-outs it would be 70 %). One click lets them go on, and the window begins anew.
 */
type Limit = { share: number; last: number; atLeast: number; n: number };

export const breakerLimits: Readonly<Record<BreakerRule, Limit>> = {
  region: { share: 0.2, last: 20, atLeast: 5, n: 5 },
  filtered: { share: 0.02, last: 100, atLeast: 50, n: 3 },
  'opt-outs': { share: 0.03, last: 200, atLeast: 100, n: 4 },
  failures: { share: 0.2, last: 200, atLeast: 50, n: 11 },
};

/** The gravest rule that a campaign breaks; null while it may go on. */
export function tripOf(tally: Tally): Trip | null {
  const counts: Record<BreakerRule, Count> = {
    region: tally.refusedForRegion,
    filtered: tally.filtered,
    'opt-outs': optOutsOf(tally),
    failures: failuresOf(tally),
  };
  const rule = breakerRules.find((one) => trips(counts[one], breakerLimits[one]));
  return rule ? { rule, ...counts[rule] } : null;
}

/**
 * Of the last answered calls: those refused, and of the others as many as fail among the last
 * receipts. While there are few receipts, only those that failed themselves.
 */
function failuresOf({ refused, failed }: Tally): Count {
  const taken = refused.of - refused.n;
  const enough = failed.of >= breakerLimits.failures.atLeast;
  const expected = enough ? Math.round((failed.n * taken) / failed.of) : failed.n;
  return { n: refused.n + expected, of: refused.of };
}

/** Deliveries, and so many refusals as belong to as many messages. */
function optOutsOf({ optedOut, refusedForOptOut }: Tally): Count {
  const share = Math.min(1, optedOut.of / Math.max(1, refusedForOptOut.of));
  const refused = Math.round(refusedForOptOut.n * share);
  return { n: optedOut.n + refused, of: optedOut.of + refused };
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
