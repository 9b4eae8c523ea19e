import http from 'node:http';
import https from 'node:https';
import twilio from 'twilio';

export type WebhookAnswer = { status: number; body: string };

export type WebhookCaller = ReturnType<typeof createWebhookCaller>;

type Params = Readonly<Record<string, string>>;
type Call = {
  url: string;
  params: Params;
  tries: number;
  done: (answer: WebhookAnswer | null) => void;
};

const answerLimitMs = 15_000;

/**
 * Posts signed forms as Twilio does, a bounded number at once, in the order they were asked for;
 * anything but a 2xx is tried again after each of `retryDelaysMs`.
 */
export function createWebhookCaller({
  authToken,
  atOnce = 16,
  retryDelaysMs = [300, 1_000, 5_000, 15_000, 60_000],
  onTrouble,
}: {
  authToken: string;
  atOnce?: number;
  retryDelaysMs?: readonly number[];
  onTrouble: (details: object) => void;
}) {
  const agents = {
    'http:': new http.Agent({ keepAlive: true, maxSockets: atOnce, timeout: 4_000 }),
    'https:': new https.Agent({ keepAlive: true, maxSockets: atOnce, timeout: 4_000 }),
  };
  // Ten thousands of them may wait while a large campaign goes out: a plain value each.
  const queue: Call[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let running = 0;
  let closed = false;

  function add(call: Call): void {
    queue.push(call);
    next();
  }

  function next(): void {
    while (running < atOnce && !closed) {
      const call = queue.shift();
      if (!call) return;
      running += 1;
      void attempt(call).finally(() => {
        running -= 1;
        next();
      });
    }
  }

  async function attempt(call: Call): Promise<void> {
    try {
      const answer = await post(call.url, call.params);
      if (answer.status >= 200 && answer.status < 300) call.done(answer);
      else again(call, answer.status);
    } catch (error) {
      again(call, error instanceof Error ? error.message : 'failed');
    }
  }

  function again(call: Call, reason: string | number): void {
    const delay = retryDelaysMs[call.tries];
    const tries = call.tries + 1;
    const what = { url: call.url.replace(/\?.*/, ''), reason, tries };
    if (delay === undefined || closed) {
      onTrouble({ ...what, gaveUp: true });
      call.done(null);
      return;
    }
    onTrouble(what);
    const timer = setTimeout(() => {
      timers.delete(timer);
      add({ ...call, tries });
    }, delay);
    timers.add(timer.unref());
  }

  function post(url: string, params: Params): Promise<WebhookAnswer> {
    const body = new URLSearchParams(params).toString();
    const signature = twilio.getExpectedTwilioSignature(authToken, url, { ...params });
    const { protocol } = new URL(url);
    const secure = protocol === 'https:';
    return new Promise((done, failed) => {
      const request = (secure ? https : http).request(url, {
        method: 'POST',
        agent: agents[secure ? 'https:' : 'http:'],
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'x-twilio-signature': signature,
          'user-agent': 'TwilioProxy/1.1',
        },
      });
      request.setTimeout(answerLimitMs, () => request.destroy(new Error('no answer in 15 s')));
      request.on('error', failed);
      request.on('response', (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', failed);
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') }),
        );
      });
      request.end(body);
    });
  }

  return {
    /** The first 2xx answer, or null when all tries failed. */
    call: (url: string, params: Params): Promise<WebhookAnswer | null> =>
      new Promise((done) => add({ url, params, tries: 0, done })),
    close(): void {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}
