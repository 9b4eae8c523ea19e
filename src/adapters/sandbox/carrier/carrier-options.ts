import type { Clock } from '../../../shared/clock.ts';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { Odds } from './odds.ts';

/** Milliseconds of the real clock, drawn evenly between the two. */
export type Span = readonly [least: number, most: number];

export type Pace = {
  /** From accepted to sent, from sent to the final state, from final to the price. */
  sent: Span;
  final: Span;
  price: Span;
  /** From delivered to a simulated person's answer. */
  reply: Span;
};

export const usualPace: Pace = {
  sent: [60, 500],
  final: [200, 2_500],
  price: [2_000, 6_000],
  reply: [800, 8_000],
};

export const instantPace: Pace = { sent: [1, 5], final: [1, 10], price: [1, 5], reply: [1, 20] };

/**
 * What the carrier does itself with STOP and its relatives.
 * `none`: hands every text on (opt-out handling switched off for the service).
 * `default`: blocks the number (21610) and answers in English; the webhook does not say so.
 * `advanced`: the same, and the webhook carries `OptOutType`.
 */
export type OptOutHandling = 'none' | 'default' | 'advanced';

export type Contacts = {
  /** Up to `limit` people whose name or number fits. */
  find(query: string, limit: number): Promise<{ phone: string; name: string }[]>;
  names(phones: readonly string[]): Promise<ReadonlyMap<string, string>>;
};

export type SandboxCarrierOptions = {
  accountSid: string;
  authToken: string;
  /** Where texts of people go: the app's address for inbound messages. */
  inboundUrl: string;
  /** Our number, as people see it. Default +18605550100. */
  from?: string;
  seed?: string;
  odds?: Partial<Odds>;
  pace?: Partial<Pace>;
  optOutHandling?: OptOutHandling;
  /** Whether `queued` is called back too, as Twilio does for a Messaging Service. Default true. */
  queuedCallbacks?: boolean;
  faults?: Faults;
  /** Names for the page; the carrier itself knows numbers only. */
  contacts?: Contacts;
  journal?: Journal;
  /** The real clock dates messages; the product's clock is shown on the phones. */
  realClock?: Clock;
  clock?: Clock;
  callbacksAtOnce?: number;
  retryDelaysMs?: readonly number[];
  /** Told when a phone's thread changed, at most ten times a second. */
  onChange?: () => void;
  log?: { warn(details: object, message: string): void };
};
