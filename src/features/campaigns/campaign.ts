import type { Channel } from '../../shared/channel.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Decimal } from '../../shared/money.ts';
import type { ContactFilter } from '../contacts/index.ts';
import type { Schedule } from './schedule.ts';

export const statuses = [
  'draft',
  'submitted',
  'scheduled',
  'running',
  'paused',
  'completed',
  'canceled',
] as const;
export type Status = (typeof statuses)[number];

export type Objective = 'awareness' | 'conversion' | 'retention';

export type Budget = {
  /** What the whole campaign may cost, in dollars. */
  total: Decimal | null;
  daily: Decimal | null;
  /** False: a full budget is only a warning, and the approved worst case is the ceiling. */
  stopWhenReached: boolean;
};

export type Campaign = {
  readonly id: string;
  readonly name: string;
  readonly channel: Channel;
  readonly objective: Objective;
  readonly status: Status;
  readonly filter: ContactFilter;
  readonly template: string;
  readonly schedule: Schedule;
  readonly budget: Budget;
  /** Adds one with every edit; a form or a button that holds an older one is stale. */
  readonly version: number;
  /** Adds one with every pause, resume and cancel; a button that holds an older one is stale. */
  readonly decisions: number;
  /** The furthest wizard step that was saved, 1 to 5. */
  readonly step: number;
  /**
   * Everybody who ever changed it. None of them may approve it, not even after somebody else wrote it
   * anew: every step of the form saves what stands in it, so a person who only pages through what
   * another wrote would pass for its author, and the two could approve each other's work.
   */
  readonly editors: readonly string[];
  readonly contentHash: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly pausedReason: string | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly submittedBy: string | null;
  readonly submittedAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly startedAt: Date | null;
  readonly completedAt: Date | null;
};

/** As somebody saw it when they decided. A start or an end by itself is no reason to ask them again. */
export type Seen = Pick<Campaign, 'version' | 'decisions'>;

/** Every move a campaign can make. What is not listed here cannot happen. */
const moves: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['submitted', 'canceled'],
  submitted: ['draft', 'scheduled', 'canceled'],
  scheduled: ['draft', 'running', 'paused', 'canceled'],
  running: ['paused', 'completed', 'canceled'],
  paused: ['running', 'canceled'],
  completed: [],
  canceled: [],
};

export const canMove = (from: Status, to: Status): boolean => moves[from].includes(to);

/** The states from which `to` can be reached, for a compare-and-set in the database. */
export const sourcesOf = (to: Status): Status[] => statuses.filter((from) => canMove(from, to));

/** The same for what people decide: resuming is only for what was paused, the start comes by itself. */
export const sourcesOfDecision = (to: Status): Status[] =>
  sourcesOf(to).filter((from) => to !== 'running' || from === 'paused');

/** A draft can be changed; so can what waits for a decision or for its start, which voids it. */
export const canEdit = (status: Status): boolean => status === 'draft' || canMove(status, 'draft');

/** Somebody else decided since; what it would be a decision on is not what was seen. */
export const staleButton = (campaign: Pick<Campaign, 'name' | 'status'>): Refusal =>
  new Refusal('conflict', 'campaign.decided-since', {
    name: campaign.name,
    status: campaign.status,
  });

export const wrongStatus = (campaign: Pick<Campaign, 'name' | 'status'>): Refusal =>
  new Refusal('conflict', 'campaign.wrong-status', {
    name: campaign.name,
    status: campaign.status,
  });
