/** Whether a provider is asked at all just now; kept in the database, since processes die. */
export type BreakerState = {
  /** In a row, since the last answer. */
  failures: number;
  /** How often it was left out since the last answer. */
  leftOut: number;
  leftOutUntil: Date | null;
  /** Of the last failure: why it is left out. */
  errorCode: string | null;
};

export const closedBreaker: BreakerState = {
  failures: 0,
  leftOut: 0,
  leftOutUntil: null,
  errorCode: null,
};

/** Failures in a row after which a provider is left alone. */
export const patience = 5;
const minute = 60_000;
const firstPause = 2 * minute;
const longestPause = 60 * minute;

export const isLeftOut = ({ leftOutUntil }: BreakerState, now: Date): boolean =>
  leftOutUntil !== null && leftOutUntil > now;

/** It was left out and the time is over: one question first, to see whether it is back. */
export const isOnProbation = (state: BreakerState, now: Date): boolean =>
  state.leftOutUntil !== null && !isLeftOut(state, now);

export const afterAnswer = (_: BreakerState): BreakerState => closedBreaker;

/** A failure that lasts (our key, our quota) opens it at once, and for the longest time. */
export function afterFailure(
  state: BreakerState,
  { code, lasting }: { code: string; lasting: boolean },
  now: Date,
): BreakerState {
  const failures = state.failures + 1;
  const opens = lasting || failures >= patience || isOnProbation(state, now);
  if (!opens) return { ...state, failures, errorCode: code };
  if (isLeftOut(state, now)) return { ...state, failures, errorCode: code };
  const pause = lasting ? longestPause : Math.min(longestPause, firstPause * 2 ** state.leftOut);
  return {
    failures,
    leftOut: state.leftOut + 1,
    leftOutUntil: new Date(now.getTime() + pause),
    errorCode: code,
  };
}
