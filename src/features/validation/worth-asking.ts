import { type Vote, votesOn } from './consensus.ts';
import { type Evidence, type Question, weightOf } from './evidence.ts';
import type { NumberLookup } from './ports.ts';

/** What decides about a send, and so is worth money: whether the number exists, and its kind of line. */
const decisive = ['valid', 'lineType'] as const satisfies readonly Question[];

/**
 * Whether this provider's word could still change what is believed: nobody knows yet, or the value
 * that is believed would not outweigh the next one with this provider behind it. A number that
 * nobody can bring back to life is not asked for its line.
 */
export function isWorthAsking(
  { provider, knows }: Pick<NumberLookup, 'provider' | 'knows'>,
  evidence: readonly Evidence[],
  now: Date,
): boolean {
  // A new word takes the place of the provider's own old one.
  const others = evidence.filter((word) => word.provider !== provider);
  const canTurn = (question: Question): boolean => {
    const weight = weightOf(provider, question);
    if (weight === 0 || !knows.includes(question)) return false;
    const votes = votesOn(question, others, now);
    return votes[0] === undefined || weight + strongestRival(votes) >= votes[0].weight;
  };
  if (canTurn('valid')) return true;
  const isGone = votesOn('valid', others, now)[0]?.value === 'false';
  return !isGone && decisive.some(canTurn);
}

/** The one to beat the believed value with: it may also be one that nobody has named. */
const strongestRival = (votes: readonly Vote[]): number => votes[1]?.weight ?? 0;
