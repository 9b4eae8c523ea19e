import type { Channel } from '../../shared/channel.ts';
import type { Decimal } from '../../shared/money.ts';
import type { E164 } from '../../shared/phone.ts';
import type { AttemptState, Change, News } from './outcome.ts';
import type { Decision, DueRow, Facts } from './permit.ts';
import type { CarrierMessage } from './ports.ts';

/** Leave to call the carrier once, for one row. Void when it is not used within two seconds. */
export type Ticket = {
  attemptId: string;
  communicationId: string;
  campaignId: string | null;
  phone: E164;
  channel: Channel;
  text: string;
  token: string;
  /** End of the person's window. */
  until: Date;
};

export type PermitResult = {
  tickets: Ticket[];
  /** Rows looked at; 0 means that nothing was due. */
  seen: number;
  held: number;
  skipped: number;
  /** Campaigns whose money does not cover their next row. */
  broke: string[];
  /** Soonest moment, real clock, at which a sender has a free start again; null if none was short. */
  senderFreeAt: Date | null;
};

/** News of an attempt that is named by its id, its token, the carrier's id, or as the last of a row. */
export type Heard = {
  by: { attemptId: string } | { token: string } | { carrierId: string } | { lastOf: string };
  news: News;
};

export type Changed = { state: AttemptState; change: Change };

export type OpenAttempt = {
  attemptId: string;
  campaignId: string | null;
  carrierId: string | null;
  phone: E164;
  text: string;
  callStartedAt: Date;
};

/** By the start of the call (real clock), oldest first, from behind `last` on. */
export type OpenPage = { after: Date; before: Date; last: OpenAttempt | null; limit: number };

export type Rival = Pick<OpenAttempt, 'attemptId' | 'callStartedAt'> & { calling: boolean };

/** A message of a campaign that nobody knows the fate of. */
export type UnconfirmedMessage = {
  communicationId: string;
  phone: E164;
  name: string;
  text: string;
  /** The last attempt, counted from 1. */
  attempt: number;
  /** Product clock, last attempt. */
  attemptedAt: Date;
};

export type DeliveryStore = {
  /** One short transaction, exactly as DESIGN 5.3; `decide` is called while everything is locked. */
  permit(
    query: { limit: number; now: Date; realNow: Date },
    decide: (rows: readonly DueRow[], facts: Omit<Facts, 'priceOf'>) => Decision[],
  ): Promise<PermitResult>;
  /** Tickets that were not used: rows back to the queue, reservations given back. */
  release(attemptIds: readonly string[]): Promise<void>;
  /** One transaction for many: locks the rows, folds the news in order, writes what changed. */
  apply(
    heard: readonly Heard[],
    at: { now: Date; realNow: Date },
    judge: (state: AttemptState, news: News) => Change,
  ): Promise<Changed[]>;
  /** Attempts that are `calling` since before `realBefore`. */
  silent(realBefore: Date, limit: number): Promise<string[]>;
  /** Unconfirmed attempts of the span, also those that a person's answer proved to have arrived. */
  unconfirmed(page: OpenPage): Promise<OpenAttempt[]>;
  /**
   * Attempts for the same number with the same text that have no carrier id either, started within
   * two minutes of this one: what the carrier lists may be theirs.
   */
  rivals(attempt: OpenAttempt): Promise<Rival[]>;
  /** Which of these carrier ids are linked to an attempt already. */
  linked(carrierIds: readonly string[]): Promise<Set<string>>;
  /** Attempts of the span that were accepted and got no final receipt. */
  unfinished(page: OpenPage): Promise<OpenAttempt[]>;
  /** Attempts of the span that are settled from the price table, the carrier's price not known yet. */
  unpriced(page: OpenPage): Promise<OpenAttempt[]>;
  /** Books the difference between the table's price and the carrier's, once per attempt. */
  setPrices(prices: readonly { attemptId: string; price: Decimal }[]): Promise<void>;
  /**
   * Numbers that failed with one of these codes since then (real clock), and that have not been
   * suppressed after it.
   */
  unheeded(codes: readonly string[], since: Date): Promise<{ phone: E164; errorCode: string }[]>;
  isCalling(phone: E164): Promise<boolean>;
  cancelQueued(phone: E164, reason: 'opted-out' | 'in-review', at: Date): Promise<number>;
  /** Later steps of a drip that wait for this number: whoever answered gets none of them. */
  cancelFollowUps(phone: E164, at: Date): Promise<number>;
  /**
   * Rows skipped as `in-review` go back into the queue of campaigns that are still open, unless
   * another text of this number waits to be read. The permit judges them anew.
   */
  requeueReviewed(phone: E164): Promise<number>;
  holdSender(senderId: string, until: Date): Promise<void>;
  /** Half its rate until then, on the real clock. */
  slowSender(senderId: string, realUntil: Date): Promise<void>;
  /** Oldest first. */
  unconfirmedOf(campaignId: string, limit: number): Promise<UnconfirmedMessage[]>;
  /**
   * A person's word on a row that stayed unconfirmed after this attempt; null when it is not
   * unconfirmed (any more), was sent again since, or its campaign was canceled. `again` lets a completed campaign run once more, for this row.
   */
  resolve(
    message: Pick<UnconfirmedMessage, 'communicationId' | 'attempt'>,
    to: 'again' | 'closed',
    by: string,
    at: Date,
  ): Promise<{ campaignId: string | null } | null>;
  /** Running campaigns with rows long overdue and no attempt for a while. */
  late(now: Date, realNow: Date): Promise<{ campaignId: string; overdue: number }[]>;
};

/** One of the carrier's messages that may be the trace of an attempt. */
export type Trace = Pick<
  CarrierMessage,
  'carrierId' | 'to' | 'body' | 'status' | 'errorCode' | 'createdAt'
>;
