import type { Channel } from '../../shared/channel.ts';
import type { E164 } from '../../shared/phone.ts';
import {
  capFreeAt,
  type GateVerdict,
  gate,
  type HoursVerdict,
  judgeHours,
  type Place,
  type ReasonCode,
  type StandingFacts,
  standingReasonsOf,
} from '../compliance/index.ts';

/** One person as the rules see them at a moment. */
export type PersonFacts = {
  standing: StandingFacts;
  place: Place;
  lastInboundAt: Date | null;
  killSwitch: boolean;
  /** Attempts of the last 24 hours as the caps count them, any channel. */
  attempts: readonly { at: Date; channel: Channel }[];
};

/** What became of them in one campaign. */
export type PastRow = {
  campaignName: string;
  status: string;
  reasons: readonly string[];
  errorCode: string | null;
  dueAt: Date | null;
  sentAt: Date | null;
  finalAt: Date | null;
};

export type Person = {
  phone: E164;
  /** Null when the number is no contact. */
  contact: { name: string } | null;
  facts: PersonFacts;
  rows: readonly PastRow[];
};

/** The standing rules in the order of their weight; each may have several reasons to say no. */
export const standingRules = [
  'erased',
  'opt-out',
  'do-not-call',
  'review',
  'consent',
  'in-service',
  'line-type',
] as const;
export type StandingRule = (typeof standingRules)[number];

const ruleOf: Partial<Record<ReasonCode, StandingRule>> = {
  erased: 'erased',
  'opted-out': 'opt-out',
  'do-not-call': 'do-not-call',
  'in-review': 'review',
  'consent-refused': 'consent',
  'consent-revoked': 'consent',
  'no-consent': 'consent',
  'consent-unattested': 'consent',
  'consent-not-documented': 'consent',
  'dead-number': 'in-service',
  unreachable: 'in-service',
  'wrong-line-type': 'line-type',
};

export type Explanation = {
  /** The gate's own answer to a marketing message now, outside of any campaign. */
  verdict: GateVerdict;
  standing: { rule: StandingRule; against: ReasonCode | null }[];
  hours: HoursVerdict;
  frequency: { attempts: Date[]; freeAt: Date | null };
  killSwitch: boolean;
};

/**
 * Every rule with its verdict now, passed or not: the same gate and the same facts that judge a
 * send, inside the house hours that every campaign keeps. Pure.
 */
export function explain(facts: PersonFacts, channel: Channel, now: Date): Explanation {
  const { standing, place, killSwitch, lastInboundAt } = facts;
  const attempts = facts.attempts.map(({ at }) => at);
  const reasons = standingReasonsOf(standing, channel);
  const narrower = { house: true };
  return {
    verdict: gate({
      now,
      channel,
      purpose: 'marketing',
      standing,
      place,
      narrower,
      attempts,
      prerecorded: facts.attempts.flatMap((one) => (one.channel === 'call' ? [one.at] : [])),
      lastInboundAt,
      killSwitch,
      campaign: null,
    }),
    standing: standingRules.map((rule) => ({
      rule,
      against: reasons.find((reason) => ruleOf[reason] === rule) ?? null,
    })),
    hours: judgeHours(place, channel, now, narrower),
    frequency: { attempts, freeAt: capFreeAt(attempts, now) },
    killSwitch,
  };
}
