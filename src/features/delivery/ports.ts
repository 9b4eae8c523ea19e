import type { Channel } from '../../shared/channel.ts';
import type { Decimal } from '../../shared/money.ts';
import type { E164 } from '../../shared/phone.ts';

/** One call to a carrier. Nothing in it identifies the person beyond the number itself. */
export type OutboundMessage = {
  channel: Channel;
  to: E164;
  body: string;
  /** Random, one per attempt; comes back in the callback URL. */
  callbackToken: string;
  /** Seconds that are left of the person's window; the carrier drops the message after that. */
  validForSeconds: number;
};

/**
 * What is known after a call.
 * `refused` is definite: the carrier said no (4xx) or the connection never opened.
 * `unknown` may have been accepted: a time-out, a reset, a 5xx. It must not be tried again blindly.
 */
export type CallAnswer =
  | { kind: 'accepted'; carrierId: string; carrierStatus: string; segments: number | null }
  | {
      kind: 'refused';
      httpStatus: number | null;
      errorCode: string | null;
      retryAfterMs: number | null;
    }
  | { kind: 'unknown'; cause: 'timeout' | 'reset' | 'server-error'; httpStatus: number | null };

/** A carrier's states, folded to what matters here; never backwards in this order. */
export type CarrierStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

export type CarrierMessage = {
  carrierId: string;
  to: E164;
  body: string;
  status: CarrierStatus;
  errorCode: string | null;
  /** What the carrier charged, in dollars; null until it knows (can take a day). */
  price: Decimal | null;
  segments: number | null;
  createdAt: Date;
};

/** The outside world that sends. `send` never throws. */
export type Carrier = {
  /** True when nothing really leaves; said on every card and figure. */
  readonly simulated: boolean;
  send(message: OutboundMessage): Promise<CallAnswer>;
  /** Null when the carrier does not know the id. Throws `Refusal('unavailable')` when it cannot be asked. */
  fetch(carrierId: string): Promise<CarrierMessage | null>;
  /** What the carrier accepted for this number in [after, before]. Throws as `fetch`. */
  list(query: { to: E164; after: Date; before: Date }): Promise<CarrierMessage[]>;
};

/** A delivery receipt, from a verified webhook or from asking the carrier. */
export type Receipt = {
  /** From the callback URL; null when the receipt was fetched by carrier id. */
  token: string | null;
  carrierId: string;
  status: CarrierStatus;
  errorCode: string | null;
};
