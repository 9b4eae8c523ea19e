import type { E164 } from '../../shared/phone.ts';
import type { Label } from './label.ts';

/** A text a person sent us, from a verified webhook. */
export type InboundMessage = {
  /** The carrier's id; the same id twice is the same text. */
  carrierId: string;
  channel: 'sms' | 'whatsapp';
  from: E164;
  /** Our own number or sender id, as the carrier names it. */
  to: string;
  body: string;
  /** What the carrier itself took it for; it has answered then, and its reading wins over ours. */
  optOutType: 'STOP' | 'START' | 'HELP' | null;
  /** Product clock. */
  at: Date;
};

/** What is known of the conversation once the text is stored. */
export type RecordedInbound = {
  id: string;
  /** When it came in first: of a text that is sent to us again that moment counts. */
  at: Date;
  /** The outbound message it answers; null when nothing was ever sent to this number. */
  replyTo: string | null;
  campaignId: string | null;
  /** Text of that message: the language to answer in. */
  lastOutbound: string | null;
};

/** One row per text; a replay finds the row and is not handled again. */
export type ConversationStore = {
  isHandled(carrierId: string): Promise<boolean>;
  /**
   * Stores the text (once per carrier id) and attributes it, in one transaction: reply_to,
   * campaign, response, response time and status `replied` on the outbound row, counters of the
   * campaign, the contact's last inbound moment. Each counts once, however often it is called.
   */
  record(inbound: InboundMessage, label: Label): Promise<RecordedInbound>;
  /** True for exactly one caller per text: the one that answers. `reply` is kept as an outbound row. */
  finish(
    id: string,
    answer: { text: string; purpose: 'confirmation' | 'help' } | null,
    at: Date,
  ): Promise<boolean>;
  /** Replies and unclear texts that the replies channel has not shown, oldest first. */
  unannounced(limit: number): Promise<ReplyNotice[]>;
  markAnnounced(ids: readonly string[], at: Date): Promise<void>;
  /** Who wrote the text; null when it does not exist. */
  phoneOf(id: string): Promise<E164 | null>;
  /** Notices by their ids, oldest first, shown before or not: for a message that is drawn anew. */
  notices(ids: readonly string[]): Promise<ReplyNotice[]>;
  /**
   * A person's reading of a text, with its audit entry; false when its label is none of `from`
   * (any more), and then nothing changes.
   */
  relabel(
    id: string,
    from: readonly Label[],
    to: Label,
    by: { userId: string; at: Date },
  ): Promise<boolean>;
};

/** For the replies channel: no full phone number, text as the person wrote it (escape it). */
export type ReplyNotice = {
  id: string;
  contactId: string | null;
  maskedPhone: string;
  name: string;
  label: Label;
  text: string;
  channel: 'sms' | 'whatsapp';
  campaignId: string | null;
  campaignName: string | null;
  optedOut: boolean;
  receivedAt: Date;
  /** Who of the team read it, when its label is theirs. */
  decided: { by: string; at: Date } | null;
};

/** The part of the consent feature that is needed here. */
export type ConsentDesk = {
  /** Durable when it resolves. `first` is false when the number was suppressed before. */
  optOut(request: {
    phone: E164;
    source: string;
    sourceRef: string;
    at: Date;
    by: string;
  }): Promise<{ first: boolean }>;
  /** The person's own words are the evidence. True when it changed something. */
  optIn(request: {
    phone: E164;
    source: string;
    sourceRef: string;
    at: Date;
    by: string;
    text: string;
  }): Promise<boolean>;
  /** What still forbids to write to this number. */
  suppressions(phone: E164): Promise<readonly unknown[]>;
};

/** The part of delivery that an opt-out needs. */
export type DeliveryDesk = {
  /** The person answered this message of ours: it has arrived, whatever the carrier says of it. */
  arrived(communicationId: string): Promise<void>;
  /** Resolves true as soon as no call to this number is under way, false after 3 s at most. */
  waitUntilQuiet(phone: E164): Promise<boolean>;
  /** Takes what waits for this number out of the queue; a courtesy, the permit is the guard. */
  cancelQueued(phone: E164, reason: 'opted-out' | 'in-review'): Promise<number>;
  /** Later steps of a drip end with the person's answer; a courtesy, the permit is the guard. */
  cancelFollowUps(phone: E164): Promise<number>;
  /** Puts back what was held for a review, unless another text of this number waits for one. */
  requeueReviewed(phone: E164): Promise<number>;
};

/** The replies channel: one message for several. Harmless when repeated with the same first notice. */
export type ReplyDesk = { announce(notices: readonly ReplyNotice[]): Promise<void> };
