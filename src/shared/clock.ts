/**
 * Two clocks (both UTC instants). The product clock is what the business lives by: hours, caps,
 * schedules, reports; in the sandbox a person can move it forward. The real clock serves
 * signatures, time-outs and the age of a call that is under way.
 */
export type Clock = { now(): Date };

export const realClock: Clock = { now: () => new Date() };
