import { Decimal } from '../../shared/money.ts';
import {
  type Evidence,
  evidenceOfSends,
  type SendFacts,
  type Verdict,
  verdictOf,
} from '../validation/index.ts';
import type { ProviderAnswer } from './validation-ports.ts';

/** For a contact's card: who said what about its number and when, and what is believed. */
export type KnownNumber = {
  verdict: Verdict;
  /** Newest first, the numbering plan last; old answers count less and are bought again. */
  answers: (ProviderAnswer & { ageDays: number; isFresh: boolean })[];
  /** What our own messages taught. */
  sends: SendFacts;
  /** The providers are pretend ones. */
  simulated: boolean;
};

export function knownNumber(
  { answers, sends }: { answers: readonly ProviderAnswer[]; sends: SendFacts },
  offline: Evidence,
  { now, freshSince, simulated }: { now: Date; freshSince: Date; simulated: boolean },
): KnownNumber {
  const all = [...answers, { ...offline, reassigned: null, cost: new Decimal(0) }];
  return {
    verdict: verdictOf([...all, ...evidenceOfSends(sends)], now),
    answers: all.map((answer) => ({
      ...answer,
      ageDays: Math.floor(Math.max(0, now.getTime() - answer.at.getTime()) / 86_400_000),
      isFresh: answer.at > freshSince,
    })),
    sends,
    simulated,
  };
}
