export { isLineType, type LineType, lineTypes } from './line-type.ts';
export type { LookupAnswer, NumberLookup } from './ports.ts';
