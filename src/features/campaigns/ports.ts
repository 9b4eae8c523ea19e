import type { Channel } from '../../shared/channel.ts';
import type { Decimal } from '../../shared/money.ts';
import type { E164 } from '../../shared/phone.ts';
import type { Place, ReasonCode } from '../compliance/index.ts';
import type { ContactFilter } from '../contacts/index.ts';
import type { Budget, Campaign, Objective, Seen, Status } from './campaign.ts';
import type { Schedule } from './schedule.ts';
import type { Snapshot } from './snapshot.ts';
import type { Recipient } from './template.ts';

/** From everybody the filter finds to those who would get it; each person is counted once. */
export type Waterfall = {
  matched: number;
  excluded: Partial<Record<ReasonCode, number>>;
  final: number;
};

/** Somebody of the audience, as far as staging needs to know them. */
export type Member = Recipient & { contactId: string; phone: E164; place: Place };

/** The text of a later step for one person: kept until the step before it is final. */
export type StagedFollowUp = { step: number; afterDays: number; text: string; segments: number };

/** What will be sent to one person: written once, when the campaign is submitted. */
export type StagedRow = {
  contactId: string;
  phone: E164;
  text: string;
  segments: number;
  dueAt: Date;
  windowEnd: Date | null;
  /** Set when there is no lawful minute within a week: the row is kept, skipped, with its reason. */
  skip: ReasonCode | null;
  /** None for a row that is skipped. */
  followUps: readonly StagedFollowUp[];
};

/** The parts of a draft a wizard step may change; what is left out stays. */
export type DraftPatch = {
  name?: string;
  channel?: Channel;
  objective?: Objective;
  filter?: ContactFilter;
  template?: string;
  schedule?: Schedule;
  budget?: Budget;
  step?: number;
};

export type Submission = {
  rows: readonly StagedRow[];
  /** Digest of the rows as the database holds them, in order of phone. */
  digest: string;
  waterfall: Waterfall;
  attestations: readonly AttestationCount[];
};

/** Who vouched for the consent of how many of the staged people. */
export type AttestationCount = {
  importId: string;
  fileName: string;
  seller: string;
  signedBy: string;
  signedAt: string;
  people: number;
};

export type Agreement = {
  contentHash: string;
  snapshot: Snapshot;
  /** The most that may ever be spent on it, in dollars. */
  ceiling: Decimal;
};

export type Approval = {
  campaignId: string;
  version: number;
  contentHash: string;
  snapshot: Snapshot;
  requestedBy: string;
  requestedAt: Date;
  editors: readonly string[];
  decision: 'approved' | 'rejected' | 'void' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string | null;
};

export type Progress = {
  staged: number;
  queued: number;
  calling: number;
  unconfirmed: number;
  sent: number;
  delivered: number;
  failed: number;
  skipped: number;
  canceled: number;
  replied: number;
  optedOut: number;
  segments: number;
  reserved: Decimal;
  spent: Decimal;
  nextDueAt: Date | null;
  /** Of the first message only: not yet sent, and later steps that were sent or wait for their day. */
  firstWaiting: number;
  followUpsSent: number;
  followUpsWaiting: number;
};

export type CampaignEvent = {
  id: string;
  campaignId: string;
  kind: string;
  detail: Record<string, unknown>;
  actor: string | null;
  at: Date;
};

/** Stops every send while it is engaged; who turned it last, and when. */
export type KillSwitch = { engaged: boolean; by: string | null; at: Date | null };

export type CampaignStore = {
  create(draft: {
    name: string;
    createdBy: string;
    schedule: Schedule;
    at: Date;
  }): Promise<Campaign>;
  /** Deletes a draft of this very version. */
  discard(id: string, version: number, by: string, at: Date): Promise<void>;
  find(id: string): Promise<Campaign | null>;
  list(query: { statuses?: readonly Status[]; limit: number }): Promise<Campaign[]>;
  /**
   * Writes the patch when `version` is still the present one, adds the editor, voids an open or
   * granted approval and deletes its rows. Null: somebody else changed it, it has begun to send, or
   * its status is none of `from`.
   */
  saveDraft(
    id: string,
    version: number,
    patch: DraftPatch,
    by: string,
    at: Date,
    from: readonly Status[],
  ): Promise<Campaign | null>;
  /** The one audience query: the wizard's reach, the approval's waterfall and staging are the same SQL. */
  reach(filter: ContactFilter, channel: Channel): Promise<Waterfall>;
  /** A few people the filter reaches, the same ones every time. */
  sample(filter: ContactFilter, channel: Channel, limit: number): Promise<Member[]>;

  /** draft → submitted, rows not written yet. Null when it is not that draft any more. */
  submit(
    id: string,
    version: number,
    by: string,
    when: { at: Date; endsAt: Date | null },
  ): Promise<Campaign | null>;
  /**
   * In one transaction: asks the audience, writes the rows, lets `agree` judge what was written, and
   * opens the approval. Running it again changes nothing. `agree` may throw: then nothing is written.
   */
  stage(
    id: string,
    version: number,
    at: Date,
    rowOf: (member: Member) => StagedRow,
    agree: (submission: Submission) => Agreement,
  ): Promise<'staged' | 'already' | 'gone'>;
  /** Submitted before that moment, and no rows written yet. */
  unstaged(before: Date): Promise<{ id: string; version: number }[]>;
  /** Back to draft because staging was refused; the reason becomes an event for the submitter. */
  returnToDraft(
    id: string,
    version: number,
    detail: Record<string, unknown>,
    at: Date,
  ): Promise<void>;
  findApproval(id: string, version?: number): Promise<Approval | null>;
  /** Digest of the rows as they stand now. */
  digest(id: string): Promise<{ digest: string; rows: number }>;
  /**
   * Compare-and-set on the open approval: rows staged → queued, budget opened, campaign scheduled.
   * `check` runs inside the transaction on what is locked; what it throws undoes everything.
   */
  approve(
    id: string,
    version: number,
    by: string,
    at: Date,
    check: (approval: Approval, rows: { digest: string; rows: number }) => void,
  ): Promise<Campaign | null>;
  reject(
    id: string,
    version: number,
    by: string,
    reason: string,
    at: Date,
    check: (approval: Approval) => void,
  ): Promise<Campaign | null>;

  /**
   * Compare-and-set to `to` from any status that may go there, and only while it stands as `seen`
   * where that is given; rows are canceled with the campaign.
   */
  move(
    id: string,
    to: 'running' | 'paused' | 'canceled' | 'completed',
    change: {
      by: string | null;
      at: Date;
      reason?: string;
      /** More for the event that tells of it. */
      detail?: Record<string, unknown>;
      seen?: Seen;
    },
  ): Promise<Campaign | null>;
  /** scheduled → running for everything whose start has come. */
  startDue(now: Date): Promise<string[]>;
  /** running → completed where nothing is queued, being called, or freshly unconfirmed. */
  completeDone(now: Date, realNow: Date): Promise<string[]>;
  progress(ids: readonly string[]): Promise<Map<string, Progress>>;
  /** Copies the counts into the campaign's own totals. */
  recordTotals(ids: readonly string[]): Promise<void>;
  /**
   * Campaigns whose budget only warns, and whose spent and reserved money has passed it: each gets
   * one `budget-warning` event, ever. Returns those that got it now.
   */
  warnBudgets(at: Date): Promise<string[]>;

  record(event: Omit<CampaignEvent, 'id'>): Promise<void>;
  /** As `record`, unless the campaign has an event of this kind already. */
  recordOnce(event: Omit<CampaignEvent, 'id'>): Promise<void>;
  /** False when it was so already, or was not turned last at the moment `seen`. */
  setKillSwitch(engaged: boolean, by: string, at: Date, seen?: Date): Promise<boolean>;
  killSwitch(): Promise<KillSwitch>;
};
