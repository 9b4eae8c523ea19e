export {
  attemptCap,
  type CampaignFacts,
  capFreeAt,
  type GateInput,
  type GateVerdict,
  gate,
  type Purpose,
} from './gate.ts';
export { type HoursVerdict, judgeHours } from './hours.ts';
export { type ClosedReason, type Place, rowsOf } from './law.ts';
export type { NarrowerHours } from './narrower.ts';
export {
  isReasonCode,
  type MomentReason,
  momentReasons,
  type ReasonCode,
  reasonCodes,
  type StandingReason,
  standingReasons,
} from './reasons.ts';
export type { RuleRow } from './rule-row.ts';
export { rulesVersion } from './rules-version.ts';
export {
  consentFacts,
  type StandingFacts,
  standingReason,
  standingReasonsOf,
  wrongLineTypes,
} from './standing.ts';
export { type LintCode, type LintIssue, lintCodes, lintTemplate } from './template-lint.ts';
