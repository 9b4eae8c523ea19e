import type { CohortCounts, Totals } from './ports.ts';

/** `n` of `of`; `share` is null when there is nothing to take a share of. */
export type Rate = { n: number; of: number; share: number | null };

export const rate = (n: number, of: number): Rate => ({ n, of, share: of === 0 ? null : n / of });

/**
 * The shares people read, each with its denominator:
 * sent, failed and unconfirmed of all messages that were handed to a carrier; delivered of sent;
 * replied, opted out and converted of delivered.
 */
export type Rates = Record<
  'sent' | 'delivered' | 'failed' | 'unconfirmed' | 'replied' | 'optedOut' | 'converted',
  Rate
>;

export const attempted = (counts: CohortCounts): number =>
  counts.sent + counts.refused + counts.unconfirmed;

export function ratesOf(counts: CohortCounts): Rates {
  const tried = attempted(counts);
  return {
    sent: rate(counts.sent, tried),
    delivered: rate(counts.delivered, counts.sent),
    failed: rate(counts.failed, tried),
    unconfirmed: rate(counts.unconfirmed, tried),
    replied: rate(counts.replied, counts.delivered),
    optedOut: rate(counts.optedOut, counts.delivered),
    converted: rate(counts.converted, counts.delivered),
  };
}

/** Accepted by the carrier, its end not known yet. */
export const onTheWay = (counts: CohortCounts): number =>
  counts.sent - counts.delivered - (counts.failed - counts.refused);

/** Nothing was tried and nothing came in: no digest is posted for such a day. */
export const isQuiet = (totals: Totals): boolean =>
  attempted(totals) === 0 && totals.replies === 0 && totals.optOuts === 0 && totals.spend.isZero();

export type Trend = 'up' | 'down' | 'same';

/** Shares are shown to a tenth of a per cent; what is not seen to differ is no change. */
const shown = (share: number): number => Math.round(share * 1000);

/** Null when one of the two has no share to compare. */
export function trend(now: Rate, before: Rate): Trend | null {
  if (now.share === null || before.share === null) return null;
  const change = shown(now.share) - shown(before.share);
  if (change === 0) return 'same';
  return change > 0 ? 'up' : 'down';
}
