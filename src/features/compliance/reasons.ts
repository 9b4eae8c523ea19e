/** Why somebody may never be contacted on a channel as things stand; in order of weight. */
export const standingReasons = [
  'erased',
  'opted-out',
  'do-not-call',
  'in-review',
  'consent-refused',
  'consent-revoked',
  'no-consent',
  'consent-unattested',
  'consent-not-documented',
  'dead-number',
  'unreachable',
  'wrong-line-type',
] as const;

/** Why not at this moment, or not by this campaign. */
export const momentReasons = [
  'holiday',
  'sunday',
  'saturday',
  'hours',
  'no-lawful-time',
  'frequency',
  'sender-limit',
  'budget',
  'daily-budget',
  'campaign-paused',
  'kill-switch',
  'window-closing',
  'expired',
  'not-approved',
  'reply-window',
  'replied',
  'converted',
] as const;

/** The one list of reasons: the gate, the reach waterfall and the words all use these codes. */
export const reasonCodes = [...standingReasons, ...momentReasons] as const;

export type StandingReason = (typeof standingReasons)[number];
export type MomentReason = (typeof momentReasons)[number];
export type ReasonCode = (typeof reasonCodes)[number];

const codes: ReadonlySet<string> = new Set(reasonCodes);

export const isReasonCode = (text: string): text is ReasonCode => codes.has(text);
