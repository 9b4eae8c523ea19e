export { type NeustarOptions, neustarLookup } from './neustar.ts';
export { type NeustarMap, neustarMap } from './neustar-map.ts';
export { type NumverifyOptions, numverifyLookup } from './numverify.ts';
