import { z } from 'zod';

/** What each fact adds or takes. Of a line in `steps` only the best one counts. */
export const scoreDefaults = {
  'reply-7': 30,
  'reply-30': 20,
  'reply-90': 10,
  'purchases-2': 25,
  'purchases-1': 15,
  'purchase-90': 10,
  'delivered-90': 10,
  'consent-documented': 15,
  'consent-asserted': 10,
  mobile: 10,
  'new-30': 5,
  unanswered: -15,
} as const;

export type ScoreFactor = keyof typeof scoreDefaults;
export type ScoreWeights = Record<ScoreFactor, number>;
export const scoreFactors = Object.keys(scoreDefaults) as ScoreFactor[];

/** So many messages that arrived without an answer count as no interest. */
export const unansweredFrom = 3;
/** Readings of a text that count as an answer; one that may be an opt-out counts when somebody has read it. */
export const answerLabels = ['reply', 'opt_in'] as const;

const weight = z.number().int().min(-100).max(100);
const knownWeights = z.object(
  Object.fromEntries(scoreFactors.map((factor) => [factor, weight])) as Record<
    ScoreFactor,
    typeof weight
  >,
);

/** What is stored, which may be older or newer than this list: unknown factors go, missing ones are the rule's own. */
export const readWeights = (stored: unknown): ScoreWeights =>
  knownWeights.parse({
    ...scoreDefaults,
    ...Object.fromEntries(
      Object.entries(typeof stored === 'object' && stored !== null ? stored : {}).filter(
        ([name, value]) => name in scoreDefaults && weight.safeParse(value).success,
      ),
    ),
  });

/** Whole numbers from -100 to 100, every one of them there; otherwise which ones are wrong. */
export function checkWeights(
  entered: Readonly<Record<string, unknown>>,
): { ok: true; weights: ScoreWeights } | { ok: false; wrong: ScoreFactor[] } {
  const wrong = scoreFactors.filter((factor) => !weight.safeParse(entered[factor]).success);
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, weights: readWeights(entered) };
}

export type ScoreFacts = {
  /** Nothing may be sold to them: the score is 0, whatever else is known. */
  closed: 'erased' | 'opted-out' | 'do-not-call' | 'dead' | null;
  /** The best over texts and WhatsApp. */
  consent: 'documented' | 'asserted' | 'none';
  mobile: boolean;
  createdAt: Date;
  lastReplyAt: Date | null;
  lastDeliveredAt: Date | null;
  /** Marketing messages that arrived since their last answer. */
  unanswered: number;
  purchases: number;
  lastPurchaseAt: Date | null;
};

export type ScorePart = { factor: ScoreFactor; points: number };
export type ScoreExplanation = {
  score: number;
  closed: ScoreFacts['closed'];
  /** In the order of the list above; what adds nothing is left out. */
  parts: ScorePart[];
};

const dayMs = 86_400_000;

/** 0 to 100, with what made it so. The same rule in SQL: adapters/db/lead-score-sql.ts. */
export function explainScore(
  facts: ScoreFacts,
  weights: ScoreWeights,
  now: Date,
): ScoreExplanation {
  if (facts.closed) return { score: 0, closed: facts.closed, parts: [] };
  const parts = factorsOf(facts, now)
    .map((factor) => ({ factor, points: weights[factor] }))
    .filter(({ points }) => points !== 0);
  const sum = parts.reduce((total, { points }) => total + points, 0);
  return { score: Math.max(0, Math.min(100, sum)), closed: null, parts };
}

function factorsOf(facts: ScoreFacts, now: Date): ScoreFactor[] {
  const within = (at: Date | null, days: number): boolean =>
    at !== null && at.getTime() > now.getTime() - days * dayMs;
  const { lastReplyAt, purchases, consent } = facts;
  const found: (ScoreFactor | false)[] = [
    within(lastReplyAt, 7)
      ? 'reply-7'
      : within(lastReplyAt, 30)
        ? 'reply-30'
        : within(lastReplyAt, 90) && 'reply-90',
    purchases >= 2 ? 'purchases-2' : purchases === 1 && 'purchases-1',
    within(facts.lastPurchaseAt, 90) && 'purchase-90',
    within(facts.lastDeliveredAt, 90) && 'delivered-90',
    consent === 'documented' ? 'consent-documented' : consent === 'asserted' && 'consent-asserted',
    facts.mobile && 'mobile',
    within(facts.createdAt, 30) && 'new-30',
    facts.unanswered >= unansweredFrom && 'unanswered',
  ];
  return found.filter((factor) => factor !== false);
}

export const scoreBands = ['cold', 'warm', 'hot'] as const;
export type ScoreBand = (typeof scoreBands)[number];
export const warmFrom = 40;
export const hotFrom = 70;

export const bandOf = (score: number): ScoreBand =>
  score >= hotFrom ? 'hot' : score >= warmFrom ? 'warm' : 'cold';
