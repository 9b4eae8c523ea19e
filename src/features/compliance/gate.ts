import type { Channel } from '../../shared/channel.ts';
import { judgeHours, leastLeftMs } from './hours.ts';
import { type Place, rowsOf } from './law.ts';
import type { NarrowerHours } from './narrower.ts';
import type { ReasonCode } from './reasons.ts';
import { type StandingFacts, standingReasonsOf } from './standing.ts';

/**
 * `marketing` obeys every rule. `reply` answers the person's own message of the last 24 hours.
 * `confirmation` is the one text that confirms an opt-out; `help` answers a request for help.
 */
export type Purpose = 'marketing' | 'reply' | 'confirmation' | 'help';

export type CampaignFacts = {
  approved: boolean;
  paused: boolean;
  endsAt: Date | null;
  /** For a later step of a drip: the person wrote or bought since its first message. */
  answered: 'replied' | 'converted' | null;
};

export type GateInput = {
  now: Date;
  channel: Channel;
  purpose: Purpose;
  standing: StandingFacts;
  place: Place;
  /**
   * Attempts of the last 24 hours over all campaigns and channels, on the product clock;
   * unconfirmed ones count, those released or refused before the carrier do not.
   */
  attempts: readonly Date[];
  /** Those of them that were prerecorded calls. */
  prerecorded: readonly Date[];
  narrower: NarrowerHours;
  lastInboundAt: Date | null;
  killSwitch: boolean;
  /** Null for a message that belongs to no campaign. */
  campaign: CampaignFacts | null;
};

export type GateVerdict =
  /** May start now; not at or after `until`. */
  | { decision: 'allow'; until: Date; reasons: []; warnings: ReasonCode[] }
  /** Not now; worth asking again at `until`, itself a lawful moment by hours and caps. */
  | { decision: 'hold'; until: Date; reasons: ReasonCode[] }
  /** Not at all, as things stand. All reasons, gravest first. */
  | { decision: 'block'; reasons: ReasonCode[] };

const hourMs = 3_600_000;
/** At most so many attempts per person in any 24 hours, over all campaigns and channels. */
export const attemptCap = { attempts: 3, hours: 24 } as const;
/** How long a paused campaign or the kill switch puts a message off before it is asked again. */
const pauseMs = 60_000;
/** A confirmation later than this is no longer presumed lawful: 47 CFR 64.1200(a)(12). */
const confirmationMs = 5 * 60_000;

/**
 * May this message start now? Every reason is returned, so that "why was this person skipped?" has
 * a full answer. Asked when staging and again right before the call. Pure.
 */
export function gate(input: GateInput): GateVerdict {
  const { purpose, now } = input;
  if (purpose === 'confirmation') return allow(new Date(now.getTime() + confirmationMs));
  if (purpose === 'help') {
    return input.killSwitch
      ? block('kill-switch')
      : allow(new Date(now.getTime() + confirmationMs));
  }
  return purpose === 'reply' ? judgeReply(input) : judgeMarketing(input);
}

/** Suppression and the kill switch stop an answer; hours and caps only warn the agent. */
function judgeReply(input: GateInput): GateVerdict {
  const { standing, now, lastInboundAt } = input;
  const closesAt = (lastInboundAt?.getTime() ?? Number.NEGATIVE_INFINITY) + 24 * hourMs;
  const reasons: ReasonCode[] = [];
  if (standing.erased) reasons.push('erased');
  if (standing.optedOut) reasons.push('opted-out');
  if (standing.doNotCall) reasons.push('do-not-call');
  if (now.getTime() >= closesAt) reasons.push('reply-window');
  if (input.killSwitch) reasons.push('kill-switch');
  if (reasons.length > 0) return block(...reasons);
  const hours = judgeHours(input.place, input.channel, now, input.narrower);
  const warnings: ReasonCode[] = hours.allowed ? [] : [hours.reason];
  if (capReleaseAt(input) > now.getTime()) warnings.push('frequency');
  return allow(new Date(closesAt), warnings);
}

function judgeMarketing(input: GateInput): GateVerdict {
  const { now, place, channel, narrower, campaign } = input;
  const against = [...standingReasonsOf(input.standing, channel), ...campaignEnd(input)];
  const hours = judgeHours(place, channel, now, narrower);
  const capped = capReleaseAt(input);
  const holds: ReasonCode[] = [];
  if (!hours.allowed) holds.push(hours.reason);
  if (capped > now.getTime()) holds.push('frequency');
  if (campaign?.paused) holds.push('campaign-paused');
  if (input.killSwitch) holds.push('kill-switch');
  if (against.length > 0) return block(...against, ...holds);

  const endsAt = endOf(campaign);
  if (holds.length === 0 && hours.allowed) {
    return allow(new Date(Math.min(hours.until.getTime(), endsAt)));
  }
  const stopped = campaign?.paused || input.killSwitch;
  const notBefore = Math.max(capped, now.getTime() + (stopped ? pauseMs : 0));
  const later = judgeHours(place, channel, new Date(notBefore), narrower);
  const until = later.allowed ? new Date(notBefore) : later.next;
  if (until === null) return block(...holds, 'no-lawful-time');
  return endsAt - until.getTime() < leastLeftMs
    ? block(...holds, 'expired')
    : { decision: 'hold', until, reasons: holds };
}

function campaignEnd({ campaign, now }: GateInput): ReasonCode[] {
  if (campaign === null) return [];
  const reasons: ReasonCode[] = [];
  if (!campaign.approved) reasons.push('not-approved');
  if (campaign.answered) reasons.push(campaign.answered);
  if (endOf(campaign) - now.getTime() < leastLeftMs) reasons.push('expired');
  return reasons;
}

/** A campaign's end closes like a window: nothing starts in its last minute. */
const endOf = (campaign: GateInput['campaign']): number =>
  campaign?.endsAt?.getTime() ?? Number.POSITIVE_INFINITY;

/** When the general cap lets the next attempt through; null when it does so now. */
export function capFreeAt(attempts: readonly Date[], now: Date): Date | null {
  const at = releaseAt(attempts, attemptCap.attempts, attemptCap.hours, now);
  return at > now.getTime() ? new Date(at) : null;
}

/** When the caps allow the next attempt, in ms; in the past or now when they allow it already. */
function capReleaseAt({ attempts, prerecorded, channel, place, now }: GateInput): number {
  const releases = [releaseAt(attempts, attemptCap.attempts, attemptCap.hours, now)];
  if (channel === 'call') {
    for (const { hoursBetweenPrerecorded } of rowsOf(place.states, channel)) {
      if (hoursBetweenPrerecorded === null) continue;
      releases.push(releaseAt(prerecorded, 1, hoursBetweenPrerecorded, now));
    }
  }
  return Math.max(...releases);
}

/** When fewer than `cap` of the moments lie in the hours before: the newest `cap`-th has to leave. */
function releaseAt(moments: readonly Date[], cap: number, hours: number, now: Date): number {
  const counted = moments
    .map((moment) => moment.getTime() + hours * hourMs)
    .filter((leaves) => leaves > now.getTime())
    .sort((a, b) => b - a);
  return counted[cap - 1] ?? now.getTime();
}

const allow = (until: Date, warnings: ReasonCode[] = []): GateVerdict => ({
  decision: 'allow',
  until,
  reasons: [],
  warnings,
});

const block = (...reasons: ReasonCode[]): GateVerdict => ({ decision: 'block', reasons });
