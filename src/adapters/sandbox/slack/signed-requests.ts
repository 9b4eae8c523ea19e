import { createHmac } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { type Clock, realClock } from '../../../shared/clock.ts';

/** What the app answered. `late`: not within the limit, so Slack ignores what came afterwards. */
export type Acknowledgement = { status: number; ms: number; body: string; late: boolean };

export type Retry = { number: number; reason: string };

export type SignedRequestOptions = {
  /** Where the app listens, e.g. `http://127.0.0.1:3000/slack/events`. */
  url: string;
  signingSecret: string;
  /** Real time: the app refuses signatures older than five minutes. */
  clock?: Clock;
  /** Slack waits three seconds. */
  ackLimitMs?: number;
  /** Called once per request with its final outcome, also when the answer came too late. */
  onAck?: (what: string, ack: Acknowledgement) => void;
};

/** `X-Slack-Signature` over the raw body; `timestamp` in seconds. */
export function signature(signingSecret: string, timestamp: number, body: string): string {
  const digest = createHmac('sha256', signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return `v0=${digest}`;
}

/** Sends what Slack sends to an app: signed forms and JSON events, with three seconds to answer. */
export function createSignedRequests(options: SignedRequestOptions) {
  const { url, signingSecret, clock = realClock, ackLimitMs = 3000, onAck } = options;

  async function post(what: string, contentType: string, body: string, retry?: Retry) {
    const timestamp = Math.floor(clock.now().getTime() / 1000);
    const headers: Record<string, string> = {
      'content-type': contentType,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': signature(signingSecret, timestamp, body),
    };
    if (retry) {
      headers['x-slack-retry-num'] = String(retry.number);
      headers['x-slack-retry-reason'] = retry.reason;
    }
    const started = performance.now();
    const answered = exchange(url, headers, body, started);
    const outcome = await withinLimit(answered, ackLimitMs, started);
    if (outcome.late) {
      void answered.then((ack) => onAck?.(what, { ...ack, late: true }));
    } else {
      onAck?.(what, outcome);
    }
    return outcome;
  }

  return {
    /** A slash command: plain form fields. */
    form: (what: string, fields: Record<string, string>): Promise<Acknowledgement> =>
      post(what, 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString()),
    /** An interaction: one form field `payload` that holds JSON. */
    interaction: (what: string, payload: object): Promise<Acknowledgement> =>
      post(
        what,
        'application/x-www-form-urlencoded',
        new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
      ),
    /** An event: a JSON body, with the retry headers when it was not acknowledged before. */
    event: (what: string, envelope: object, retry?: Retry): Promise<Acknowledgement> =>
      post(what, 'application/json', JSON.stringify(envelope), retry),
  };
}

export type SignedRequests = ReturnType<typeof createSignedRequests>;

/** Status 0: the app could not be reached. Given up after a minute, long after it stopped to count. */
async function exchange(
  url: string,
  headers: Record<string, string>,
  body: string,
  started: number,
): Promise<Acknowledgement> {
  const elapsed = () => Math.round((performance.now() - started) * 10) / 10;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    return { status: response.status, ms: elapsed(), body: text, late: false };
  } catch {
    return { status: 0, ms: elapsed(), body: '', late: false };
  }
}

async function withinLimit(
  answered: Promise<Acknowledgement>,
  limitMs: number,
  started: number,
): Promise<Acknowledgement> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<Acknowledgement>((resolve) => {
    timer = setTimeout(() => {
      resolve({ status: 0, ms: performance.now() - started, body: '', late: true });
    }, limitMs);
  });
  const first = await Promise.race([answered, limit]);
  clearTimeout(timer);
  return first;
}
