import type { Channel } from '../../shared/channel.ts';
import type { Decimal } from '../../shared/money.ts';

/** A message to or from them. `text` is untrusted, and '' when it was erased. */
export type HistoryMessage = {
  id: string;
  inbound: boolean;
  channel: Channel;
  purpose: string;
  campaignName: string | null;
  step: number;
  status: string;
  /** Reading of an inbound text. */
  label: string | null;
  reasons: string[];
  errorCode: string | null;
  text: string;
  at: Date;
};

export type HistoryCounts = {
  /** Sent to them, or tried. */
  outbound: number;
  inbound: number;
  campaigns: number;
  purchases: number;
  spent: Decimal;
};

/** What happened with one contact. Reads only. */
export type ContactHistory = {
  counts(contactId: string): Promise<HistoryCounts>;
  /** Newest first; `page` counts from 1. What only waits in a queue is part of it. */
  messages(
    contactId: string,
    page: number,
    size: number,
  ): Promise<{ total: number; rows: HistoryMessage[] }>;
  /** File names of imports by their ids. */
  importNames(ids: readonly string[]): Promise<Map<string, string>>;
};
