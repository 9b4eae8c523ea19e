export { approvalLivesMs } from './approval.ts';
export { type ApprovalService, createApprovalService } from './approval-service.ts';
export {
  type Budget,
  type Campaign,
  canEdit,
  canMove,
  type Objective,
  type Seen,
  type Status,
  sourcesOf,
  sourcesOfDecision,
  statuses,
} from './campaign.ts';
export { type ControlService, createControlService } from './control-service.ts';
export {
  checkBudget,
  checkWhole,
  createDraftService,
  type DraftService,
} from './draft-service.ts';
export {
  checkFollowUps,
  daysBetween,
  type FollowUp,
  forEachText,
  mostFollowUps,
} from './follow-up.ts';
export { campaignSubmitted } from './jobs.ts';
export type { CampaignNews, NewsStore } from './news.ts';
export type {
  Agreement,
  Approval,
  AttestationCount,
  CampaignEvent,
  CampaignStore,
  DraftPatch,
  KillSwitch,
  Member,
  Progress,
  StagedFollowUp,
  StagedRow,
  Submission,
  Waterfall,
} from './ports.ts';
export type { Preview, Previews } from './preview.ts';
export { tablePrice, worstCost } from './price.ts';
export { defaultSchedule, narrowerOf, type Schedule, scheduleSchema, spanOf } from './schedule.ts';
export { costlyCharacters, countSms, maxBodyLength, withoutAccents } from './segments.ts';
export { type Snapshot, snapshotSchema } from './snapshot.ts';
export { textsOf } from './staging.ts';
export { compileTemplate, firstNameOf, type Recipient, tokens } from './template.ts';
