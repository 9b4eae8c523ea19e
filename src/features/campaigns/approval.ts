import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/errors.ts';
import type { Campaign } from './campaign.ts';
import type { Schedule } from './schedule.ts';

/** After this an approval request is too old to be acted on: the list and the prices have moved. */
export const approvalLivesMs = 7 * 24 * 3600 * 1000;

/** What somebody agrees to when they approve: every rendered row, when, how much, under which rules. */
export type Agreed = {
  channel: string;
  /** Digest over all staged rows in order: phone, step, variant, text, segments. */
  rowsDigest: string;
  rows: number;
  schedule: Schedule;
  budgetTotal: string;
  budgetDaily: string | null;
  stopWhenReached: boolean;
  ceiling: string;
  rulesVersion: string;
};

/** The same agreement always has the same hash, whatever the order its parts were written in. */
export function hashOf(agreed: Agreed): string {
  const ordered = JSON.stringify(agreed, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(ordered).digest('hex');
}

export type OpenApproval = {
  version: number;
  requestedBy: string;
  requestedAt: Date;
  editors: readonly string[];
};

/** Throws Refusal('forbidden' | 'conflict') when this person may not decide on it now. */
export function checkApprover(open: OpenApproval, approver: string, now: Date): void {
  if (open.requestedBy === approver || open.editors.includes(approver)) {
    throw new Refusal('forbidden', 'approval.own-work');
  }
  if (now.getTime() - open.requestedAt.getTime() > approvalLivesMs) {
    throw new Refusal('conflict', 'approval.expired');
  }
}

export const staleVersion = (campaign: Pick<Campaign, 'name'>): Refusal =>
  new Refusal('conflict', 'campaign.changed-meanwhile', { name: campaign.name });
