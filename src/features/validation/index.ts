export { type Accuracy, accuracyOf, type Tested } from './accuracy.ts';
export {
  type AreaCode,
  areaCodes,
  type NumberingPlan,
  numberingPlanOf,
} from './area-codes.ts';
export {
  afterAnswer,
  afterFailure,
  type BreakerState,
  closedBreaker,
  isLeftOut,
  isOnProbation,
  patience,
} from './breaker.ts';
export {
  carrierKey,
  type Disagreement,
  type Finding,
  type Verdict,
  verdictOf,
} from './consensus.ts';
export {
  type Evidence,
  evidenceOfSends,
  freshness,
  nothingSent,
  ownSends,
  type Question,
  questions,
  type SendFacts,
  weightOf,
} from './evidence.ts';
export { judgeNumber, type LineStanding, sureEnough } from './line-standing.ts';
export { cannotTakeTexts, isLineType, type LineType, lineTypes } from './line-type.ts';
export {
  type LookupFailureDetails,
  type LookupFailureKind,
  lookupFailure,
  readLookupFailure,
} from './lookup-failure.ts';
export { offlineEvidence, offlineProvider } from './offline.ts';
export {
  type ParsedPhone,
  type PhoneProblem,
  parsePhone,
  phoneProblems,
} from './phone-number.ts';
export { contiguousZones, type PersonPlace, placeOf, zonesOfState } from './place.ts';
export type { LookupAnswer, LookupPace, NumberLookup } from './ports.ts';
export { stateCodes, stateOfName } from './states.ts';
export { isWorthAsking } from './worth-asking.ts';
