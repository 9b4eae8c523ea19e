import type { Decimal } from '../../../shared/money.ts';

/** A campaign that is scheduled, running or paused. `finished` of `people` need nothing more. */
export type LiveCampaign = {
  id: string;
  name: string;
  status: 'scheduled' | 'running' | 'paused';
  pausedReason: string | null;
  startsAt: Date | null;
  people: number;
  finished: number;
  delivered: number;
  failed: number;
  responses: number;
  spent: Decimal;
  ceiling: Decimal | null;
};

export type HomeFigures = {
  contacts: { total: number; validated: number; withConsent: number; suppressed: number };
  /** The largest first. */
  states: readonly { state: string; people: number }[];
  /** Campaign messages since midnight in the channels' zone, and replies that came in: as in the digest. */
  today: { sent: number; delivered: number; replies: number };
  live: readonly LiveCampaign[];
  /** Approvals that this person may decide, unless their role is too low. */
  waiting: readonly {
    campaignId: string;
    name: string;
    requestedBy: string;
    requestedAt: Date;
    people: number;
  }[];
  drafts: readonly { id: string; name: string; step: number; updatedAt: Date }[];
  imports: readonly {
    id: string;
    fileName: string;
    status: string;
    created: number;
    merged: number;
    rejected: number;
    createdBy: string;
    createdAt: Date;
  }[];
  killSwitch: boolean;
};

/** Answered by the database. */
export type HomeQuery = {
  figures(asked: { userId: string; now: Date; timeZone: string }): Promise<HomeFigures>;
};
