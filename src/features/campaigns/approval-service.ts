import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import { Decimal } from '../../shared/money.ts';
import type { TeamService } from '../team/index.ts';
import { checkApprover, staleVersion } from './approval.ts';
import { type Campaign, wrongStatus } from './campaign.ts';
import type { Approval, CampaignStore } from './ports.ts';
import { spanOf } from './schedule.ts';
import { agreementOn, contentHashOf, rowMaker } from './staging.ts';

export type ApprovalNeeds = {
  store: CampaignStore;
  team: Pick<TeamService, 'require'>;
  clock: Clock;
};

/** The job of a submission is at work within seconds. */
const stagesWithinMs = 60_000;

export type ApprovalService = ReturnType<typeof createApprovalService>;

/** The second person's part: what they are shown is what they decide on, and nothing else is sent. */
export function createApprovalService({ store, team, clock }: ApprovalNeeds) {
  async function load(id: string): Promise<Campaign> {
    const campaign = await store.find(id);
    if (campaign) return campaign;
    throw new Refusal('not-found', 'campaign.unknown');
  }

  async function undecided(id: string, version: number): Promise<Campaign> {
    const campaign = await load(id);
    const approval = await store.findApproval(id, version);
    if (approval?.decision && approval.decision !== 'void') {
      throw new Refusal('conflict', 'approval.already-decided', {
        decision: approval.decision,
        by: approval.decidedBy ?? '',
      });
    }
    if (approval?.decision === 'void' || campaign.version !== version) throw staleVersion(campaign);
    throw wrongStatus(campaign);
  }

  /**
   * Job: writes every row that would be sent and opens the approval; harmless when run twice.
   * A refusal (nobody left, a text too long for somebody) returns it to draft and is recorded.
   */
  async function stage(id: string, version: number): Promise<void> {
    const campaign = await load(id);
    if (campaign.status !== 'submitted' || campaign.version !== version) return;
    const now = clock.now();
    try {
      const makeRow = rowMaker(campaign, spanOf(campaign.schedule, campaign.submittedAt ?? now));
      await store.stage(id, version, now, makeRow, (submission) => {
        if (submission.rows.every((row) => row.skip)) {
          throw new Refusal('conflict', 'campaign.empty-audience');
        }
        return agreementOn(campaign, submission);
      });
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'unavailable') throw error;
      const detail = { code: error.code, values: error.values };
      await store.returnToDraft(id, version, detail, now);
    }
  }

  return {
    find: (id: string, version?: number): Promise<Approval | null> =>
      store.findApproval(id, version),

    stage,

    /** Pump: what was submitted and lost its job, because a process died in between. */
    async stageLeft(): Promise<number> {
      const left = await store.unstaged(new Date(clock.now().getTime() - stagesWithinMs));
      for (const { id, version } of left) await stage(id, version);
      return left.length;
    },

    /** Throws `approval.own-work`, `approval.expired`, `approval.already-decided`, `approval.tampered`. */
    async approve(id: string, version: number, by: string): Promise<Campaign> {
      await team.require(by, 'approver');
      const campaign = await load(id);
      const now = clock.now();
      const approved = await store.approve(id, version, by, now, (approval, rows) => {
        checkApprover(approval, by, now);
        const ceiling = new Decimal(approval.snapshot.ceiling);
        const hash = contentHashOf(campaign, rows.digest, rows.rows, ceiling);
        if (hash !== approval.contentHash) throw new Refusal('conflict', 'approval.tampered');
        if (campaign.endsAt && campaign.endsAt <= now)
          throw new Refusal('conflict', 'approval.expired');
      });
      return approved ?? undecided(id, version);
    },

    async reject(id: string, version: number, by: string, reason: string): Promise<Campaign> {
      await team.require(by, 'approver');
      const why = reason.trim();
      if (why === '') {
        throw new Refusal('invalid', 'approval.no-reason', {}, { reason: 'approval.no-reason' });
      }
      const now = clock.now();
      const rejected = await store.reject(id, version, by, why, now, (approval) =>
        checkApprover(approval, by, now),
      );
      return rejected ?? undecided(id, version);
    },
  };
}
