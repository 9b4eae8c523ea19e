import type { CarrierMessage } from './ports.ts';
import type { OpenAttempt } from './store.ts';

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
 * about that time, and not already linked to another attempt.
 */
export function traceOf(
  attempt: OpenAttempt,
  messages: readonly CarrierMessage[],
  linked: ReadonlySet<string>,
): Found {
  const started = attempt.callStartedAt.getTime();
  const candidates = messages.filter(
    ({ carrierId, to, body, createdAt }) =>
      !linked.has(carrierId) &&
      to === attempt.phone &&
      body === attempt.text &&
      createdAt.getTime() >= started - slackBeforeMs &&
      createdAt.getTime() <= started + slackAfterMs,
  );
  const [first, ...more] = candidates.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  if (!first) return { kind: 'none' };
  return more.length === 0
    ? { kind: 'one', message: first }
    : { kind: 'several', messages: candidates };
}

export const reconcileSpan = (attempt: OpenAttempt): { after: Date; before: Date } => ({
  after: new Date(attempt.callStartedAt.getTime() - slackBeforeMs),
  before: new Date(attempt.callStartedAt.getTime() + slackAfterMs),
});
