import type { CarrierStatus } from './ports.ts';

/** The life of an outbound row, and of one attempt. */
export type RowStatus =
  | 'staged'
  | 'queued'
  | 'calling'
  | 'unconfirmed'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'replied'
  | 'failed'
  | 'canceled'
  | 'skipped';

export type Outcome =
  | 'calling'
  | 'released'
  | 'accepted'
  | 'refused'
  | 'unconfirmed'
  | 'delivered'
  | 'read'
  | 'failed';

/**
 * Receipts come late, twice and out of order; a status only ever moves up. `failed` stands beside
 * `delivered`: the first final word counts, except that what was delivered can still be read.
 */
const rank: Readonly<Record<Outcome, number>> = {
  calling: 0,
  released: 0,
  unconfirmed: 1,
  accepted: 2,
  refused: 3,
  failed: 3,
  delivered: 3,
  read: 4,
};

export const isFinal = (outcome: Outcome): boolean => rank[outcome] >= 3;

/** Where an attempt stands after a receipt. Unchanged when the receipt says nothing new. */
export function advance(outcome: Outcome, receipt: CarrierStatus): Outcome {
  if (outcome === 'failed' || outcome === 'refused') return outcome;
  const next: Outcome = receipt === 'sent' ? 'accepted' : receipt;
  return rank[next] > rank[outcome] ? next : outcome;
}

const rowRank: Readonly<Record<RowStatus, number>> = {
  staged: 0,
  queued: 0,
  calling: 1,
  unconfirmed: 2,
  sent: 3,
  delivered: 4,
  failed: 4,
  canceled: 4,
  skipped: 4,
  read: 5,
  replied: 6,
};

/** The row's status that an attempt's outcome stands for. */
const rowOf: Readonly<Record<Outcome, RowStatus>> = {
  calling: 'calling',
  released: 'queued',
  unconfirmed: 'unconfirmed',
  accepted: 'sent',
  refused: 'failed',
  failed: 'failed',
  delivered: 'delivered',
  read: 'read',
};

/** Whether the row still waits for its last word; a person may have closed it, or answered. */
export const isRowOpen = (status: RowStatus): boolean => rowRank[status] < rowRank.failed;

export function advanceRow(status: RowStatus, outcome: Outcome): RowStatus {
  const next = rowOf[outcome];
  return rowRank[next] > rowRank[status] ? next : status;
}
