export {
  type AreaCode,
  areaCodes,
  type NumberingPlan,
  numberingPlanOf,
} from './area-codes.ts';
export { isLineType, type LineType, lineTypes } from './line-type.ts';
export {
  type ParsedPhone,
  type PhoneProblem,
  parsePhone,
  phoneProblems,
} from './phone-number.ts';
export { contiguousZones, type PersonPlace, placeOf, zonesOfState } from './place.ts';
export type { LookupAnswer, NumberLookup } from './ports.ts';
export { stateCodes, stateOfName } from './states.ts';
