import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import { Refusal } from '../../../shared/errors.ts';
import { boltLogger } from '../bolt-logger.ts';
import type { Clients } from '../clients.ts';
import type { Log } from '../log.ts';
import { threadIsGone } from '../share-file.ts';

/**
 * What a failed call means. `later`: Slack did nothing, come back after so many milliseconds.
 * `unknown`: it may or may not have been done. `no`: Slack refused, and would again.
 */
export type Failure =
  | { kind: 'later'; waitMs: number }
  | { kind: 'unknown' }
  | { kind: 'no'; code: string; messages: readonly string[] };

const passing = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
];

export function failureOf(error: unknown): Failure | null {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'later', waitMs: error.retryAfter * 1000 };
  }
  if (error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError) {
    return { kind: 'unknown' };
  }
  if (!(error instanceof WebAPIPlatformError)) return null;
  const { error: code, response_metadata: metadata } = error.data;
  if (code === 'ratelimited') return { kind: 'later', waitMs: 30_000 };
  if (passing.includes(code)) return { kind: 'unknown' };
  return { kind: 'no', code, messages: metadata?.messages ?? [] };
}

/** The message that was to be answered is not there any more. */
export const isThreadGone = (failure: Failure | null): boolean =>
  failure?.kind === 'no' && threadIsGone.some((code) => code === failure.code);

/** One try per call: repeating a post blindly is how a channel gets it twice. */
export const singleTryClient = (
  { token, apiUrl }: Pick<Clients, 'token' | 'apiUrl'>,
  log: Log,
): WebClient =>
  new WebClient(token, {
    slackApiUrl: apiUrl,
    timeout: 20_000,
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 0 },
    logger: boltLogger(log),
  });

export type Patience = {
  /** Until when somebody still waits, in milliseconds from the first try. */
  totalMs: number;
  /** The first pause after a failure; each next one is twice as long, up to half a minute. */
  firstPauseMs: number;
  sleep(ms: number): Promise<void>;
  /** Milliseconds that only grow. */
  elapsed(): number;
};

/** Hands out pauses until the patience is used up; then `Refusal('unavailable', 'posting.slack')`. */
export function createPauses({ totalMs, firstPauseMs, sleep, elapsed }: Patience) {
  const start = elapsed();
  let pause = firstPauseMs;
  return async function wait(failure: Failure): Promise<void> {
    const ms = failure.kind === 'later' ? failure.waitMs : pause;
    if (elapsed() - start + ms > totalMs) throw new Refusal('unavailable', 'posting.slack');
    pause = Math.min(pause * 2, 30_000);
    await sleep(ms);
  };
}

/** For calls that may be made again without harm. */
export async function patiently<T>(patience: Patience, call: () => Promise<T>): Promise<T> {
  const wait = createPauses(patience);
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const failure = failureOf(error);
      if (!failure || failure.kind === 'no') throw error;
      await wait(failure);
    }
  }
}
