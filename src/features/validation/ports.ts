import type { Decimal } from '../../shared/money.ts';
import type { E164 } from '../../shared/phone.ts';
import type { LineType } from './line-type.ts';

/** One provider's answer about one number. */
export type LookupAnswer = {
  valid: boolean;
  /** Null when the provider did not say; `unknown` when it said that it does not know. */
  lineType: LineType | null;
  carrier: string | null;
  /** ISO 3166 alpha-2, `US`. */
  countryCode: string | null;
  /** What this answer costs, in dollars; zero when the provider does not charge for it. */
  cost: Decimal;
  /** The provider's answer as it came, for the record (JSON). */
  raw: unknown;
};

/** Somebody outside who knows numbers. */
export type NumberLookup = {
  /** `twilio`, `numverify`…; kept with every answer. */
  readonly provider: string;
  /** True when nothing outside is asked; said beside every figure. */
  readonly simulated: boolean;
  /** The most one lookup can cost, in dollars: what a batch is agreed to beforehand. */
  readonly price: Decimal;
  /**
   * Throws `Refusal('unavailable', 'validation.provider-unavailable', { provider })` when it cannot
   * be asked now (a time-out, 429, 5xx) and
   * `Refusal('forbidden', 'validation.provider-refused', { provider })` when it will not answer
   * at all (a revoked key). A number that does not exist is an answer (`valid: false`).
   */
  lookup(phone: E164): Promise<LookupAnswer>;
};
