import type { LineType } from './line-type.ts';

/** What can be asked about a number. */
export const questions = ['valid', 'active', 'lineType', 'carrier'] as const;
export type Question = (typeof questions)[number];

/** Somebody's word about a number, with its date. Null: nothing said about that. */
export type Evidence = {
  provider: string;
  at: Date;
  valid: boolean | null;
  active: boolean | null;
  lineType: LineType | null;
  carrier: string | null;
};

/** What our own messages to the number taught. */
export type SendFacts = {
  /** The last time. */
  deliveredAt: Date | null;
  /** Unknown or inactive (30005, 21211). */
  deadAt: Date | null;
  /** Cannot receive texts (30006, 21614). */
  noSmsAt: Date | null;
};

export const nothingSent: SendFacts = { deliveredAt: null, deadAt: null, noSmsAt: null };

/** The name under which our own messages bear witness. */
export const ownSends = 'sends';

/**
 * How much a fresh word counts, by who says it and about what. Judgement, not measurement: what
 * each provider's answers were worth is measured (`accuracyOf`) and shown beside it.
 *
 * - `offline` knows the numbering plan, not the number.
 * - `numverify` does not know the current carrier of a ported number, nor whether it is in service.
 * - `twilio` asks the carriers' own registers.
 * - `neustar` is as good as the element map that its licensed specification gives.
 * - `sends`: a message that arrived, or a carrier that refused it, beats what anybody says.
 */
const weights: Readonly<Record<string, Readonly<Record<Question, number>>>> = {
  offline: { valid: 0.2, active: 0, lineType: 0, carrier: 0 },
  numverify: { valid: 0.6, active: 0, lineType: 0.6, carrier: 0.4 },
  neustar: { valid: 0.8, active: 0.8, lineType: 0.8, carrier: 0.8 },
  twilio: { valid: 1, active: 0.9, lineType: 1, carrier: 1 },
  [ownSends]: { valid: 4, active: 4, lineType: 4, carrier: 0 },
};
/** Somebody whom the table does not know. */
const stranger: Readonly<Record<Question, number>> = {
  valid: 0.5,
  active: 0.5,
  lineType: 0.5,
  carrier: 0.5,
};

export const weightOf = (provider: string, question: Question): number =>
  (weights[provider] ?? stranger)[question];

/** A word counts half after so many days: numbers move between carriers and people. */
const halfLifeDays = 180;
const dayMs = 24 * 3600_000;

/** 1 for an answer of now, 0.5 after half a year. */
export const freshness = (at: Date, now: Date): number =>
  0.5 ** (Math.max(0, now.getTime() - at.getTime()) / dayMs / halfLifeDays);

/** Our own messages as evidence; a refusal after a delivery is the newer word, and the other way round. */
export function evidenceOfSends({ deliveredAt, deadAt, noSmsAt }: SendFacts): Evidence[] {
  const said: Evidence[] = [];
  const word = { provider: ownSends, valid: null, active: null, lineType: null, carrier: null };
  if (deliveredAt) said.push({ ...word, at: deliveredAt, valid: true, active: true });
  if (deadAt) said.push({ ...word, at: deadAt, valid: false, active: false });
  if (noSmsAt) said.push({ ...word, at: noSmsAt, lineType: 'landline' });
  return said;
}
