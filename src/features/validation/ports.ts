import type { Decimal } from '../../shared/money.ts';
import type { E164 } from '../../shared/phone.ts';
import type { Question } from './evidence.ts';
import type { LineType } from './line-type.ts';

/** One provider's answer about one number. */
export type LookupAnswer = {
  /** Null when the provider was not asked that, or cannot tell. */
  valid: boolean | null;
  /** In service. Null when the provider did not say. */
  active: boolean | null;
  /** Null when the provider did not say; `unknown` when it said that it does not know. */
  lineType: LineType | null;
  carrier: string | null;
  /** ISO 3166 alpha-2, `US`. */
  countryCode: string | null;
  /** Another person has it since the day we last were sure; null when nobody knows. */
  reassigned: boolean | null;
  /** What this answer costs, in dollars; zero when the provider does not charge for it. */
  cost: Decimal;
  /** The provider's answer as it came, for the record (JSON). */
  raw: unknown;
};

/** How fast a provider may be asked. */
export type LookupPace = { perSecond: number; atOnce: number };

/** Somebody outside who knows numbers. */
export type NumberLookup = {
  /** `twilio`, `numverify`…; kept with every answer. */
  readonly provider: string;
  /** True when nothing outside is asked; said beside every figure. */
  readonly simulated: boolean;
  /** The most one lookup can cost, in dollars: what a batch is agreed to beforehand. */
  readonly price: Decimal;
  /** What it can be asked at all. */
  readonly knows: readonly Question[];
  readonly pace: LookupPace;
  /**
   * Throws a `lookupFailure` when there is no answer. A number that does not exist is an answer
   * (`valid: false`). `lastSure`: the last day on which the number surely was this person's.
   */
  lookup(phone: E164, about?: { lastSure: Date | null }): Promise<LookupAnswer>;
};
