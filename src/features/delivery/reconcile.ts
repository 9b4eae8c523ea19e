import type { CarrierMessage } from './ports.ts';
import type { OpenAttempt, Rival } from './store.ts';

/** The carrier's clock and ours may differ by so much, and a call may hang so long before it arrives. */
const slackBeforeMs = 10_000;
const slackAfterMs = 120_000;

export type Found =
  | { kind: 'none' }
  | { kind: 'one'; message: CarrierMessage }
  /** The person got it more than once. */
  | { kind: 'several'; messages: CarrierMessage[] };

/**
 * Looks for the trace of an attempt whose outcome nobody knows: same number, same text, started at
 * about that time, and not already linked to another attempt. Where rivals look for the same,
 * nothing is said while one of them is still calling, and each gets one, in the order of their start.
 */
export function traceOf(
  attempt: OpenAttempt,
  messages: readonly CarrierMessage[],
  linked: ReadonlySet<string>,
  rivals: readonly Rival[] = [],
): Found {
  if (rivals.some(({ calling }) => calling)) return { kind: 'none' };
  const started = attempt.callStartedAt.getTime();
  const candidates = messages.filter(
    ({ carrierId, to, body, createdAt }) =>
      !linked.has(carrierId) &&
      to === attempt.phone &&
      body === attempt.text &&
      createdAt.getTime() >= started - slackBeforeMs &&
      createdAt.getTime() <= started + slackAfterMs,
  );
  candidates.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  if (candidates.length > rivals.length + 1) return { kind: 'several', messages: candidates };
  const before = rivals.filter((rival) => startsBefore(rival, attempt)).length;
  // With fewer messages than calls, the last calls are the ones that arrived.
  const message = candidates[before - (rivals.length + 1 - candidates.length)];
  return message ? { kind: 'one', message } : { kind: 'none' };
}

function startsBefore(a: Omit<Rival, 'calling'>, b: Omit<Rival, 'calling'>): boolean {
  const apart = a.callStartedAt.getTime() - b.callStartedAt.getTime();
  return apart < 0 || (apart === 0 && a.attemptId < b.attemptId);
}

export const reconcileSpan = (attempt: OpenAttempt): { after: Date; before: Date } => ({
  after: new Date(attempt.callStartedAt.getTime() - slackBeforeMs),
  before: new Date(attempt.callStartedAt.getTime() + slackAfterMs),
});
