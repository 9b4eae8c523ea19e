import type { Channel } from '../../shared/channel.ts';
import type { ConsentStanding } from '../consent/index.ts';
import type { StandingReason } from './reasons.ts';

/** Columns of the contact, each written in the transaction that changes it. */
export type StandingFacts = {
  erased: boolean;
  optedOut: boolean;
  /** National or internal do-not-call list, litigator lists. */
  doNotCall: boolean;
  /** A text of theirs that may be an opt-out waits to be read. */
  inReview: boolean;
  /** A carrier said that the number does not exist. */
  dead: boolean;
  /** Three campaigns in a row did not reach the phone, and nothing since then says that it is there. */
  unreachable: boolean;
  consentSms: ConsentStanding;
  consentWhatsapp: ConsentStanding;
  consentCall: ConsentStanding;
  /** From a lookup; null while nobody asked, which is not held against anybody. */
  lineType: string | null;
};

const neverReached = ['tollFree', 'premium', 'voicemail', 'pager', 'uan', 'sharedCost'];

/** Line types that cannot be reached, or not lawfully, on each channel. */
export const wrongLineTypes: Readonly<Record<Channel, readonly string[]>> = {
  sms: ['landline', ...neverReached],
  whatsapp: ['landline', ...neverReached],
  call: neverReached,
};

/** The column that holds the consent of each channel. */
export const consentFacts = {
  sms: 'consentSms',
  whatsapp: 'consentWhatsapp',
  call: 'consentCall',
} as const satisfies Record<Channel, keyof StandingFacts>;

/**
 * What stands against marketing under each consent. A prerecorded call needs the very text that was
 * agreed to (47 CFR 64.1200(a)(2)-(3), (f)(9)): an assertion is not enough.
 */
const againstConsent: Readonly<
  Record<ConsentStanding, Readonly<Record<Channel, StandingReason | null>>>
> = {
  none: { sms: 'no-consent', whatsapp: 'no-consent', call: 'no-consent' },
  refused: { sms: 'consent-refused', whatsapp: 'consent-refused', call: 'consent-refused' },
  revoked: { sms: 'consent-revoked', whatsapp: 'consent-revoked', call: 'consent-revoked' },
  unattested: {
    sms: 'consent-unattested',
    whatsapp: 'consent-unattested',
    call: 'consent-unattested',
  },
  asserted: { sms: null, whatsapp: null, call: 'consent-not-documented' },
  documented: { sms: null, whatsapp: null, call: null },
};

/** Everything that stands against marketing to this person on this channel, gravest first. */
export function standingReasonsOf(facts: StandingFacts, channel: Channel): StandingReason[] {
  const found: (StandingReason | null)[] = [
    facts.erased ? 'erased' : null,
    facts.optedOut ? 'opted-out' : null,
    facts.doNotCall ? 'do-not-call' : null,
    facts.inReview ? 'in-review' : null,
    againstConsent[facts[consentFacts[channel]]][channel],
    facts.dead ? 'dead-number' : null,
    facts.unreachable ? 'unreachable' : null,
    wrongLineTypes[channel].includes(facts.lineType ?? '') ? 'wrong-line-type' : null,
  ];
  return found.filter((reason) => reason !== null);
}

/** The gravest of them, by which a reach waterfall counts each person once; null: may be contacted. */
export const standingReason = (facts: StandingFacts, channel: Channel): StandingReason | null =>
  standingReasonsOf(facts, channel)[0] ?? null;
