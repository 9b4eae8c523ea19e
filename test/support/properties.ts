import fc from 'fast-check';

/**
 * The same cases every time, so that a change is judged and not the luck of a run. `PROPERTY_SEED=0`
 * takes new ones, `PROPERTY_RUNS` more of them: for looking for what no case has shown yet.
 */
const seed = Number(process.env.PROPERTY_SEED ?? 20261122);
const runs = Number(process.env.PROPERTY_RUNS ?? 0);

fc.configureGlobal({ ...(seed !== 0 && { seed }), ...(runs > 0 && { numRuns: runs }) });
