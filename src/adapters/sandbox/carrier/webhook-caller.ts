import http from 'node:http';
import https from 'node:https';
import twilio from 'twilio';

export type WebhookAnswer = { status: number; body: string };

export type WebhookCaller = ReturnType<typeof createWebhookCaller>;

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
  const queue: (() => Promise<void>)[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let running = 0;
  let closed = false;

  function next(): void {
    while (running < atOnce && !closed) {
      const work = queue.shift();
      if (!work) return;
      running += 1;
      void work().finally(() => {
        running -= 1;
        next();
      });
    }
  }

  function attempt(
    url: string,
    params: Readonly<Record<string, string>>,
    tries: number,
  ): Promise<WebhookAnswer | null> {
    return new Promise((done) => {
      const again = (reason: string | number) => {
        const delay = retryDelaysMs[tries];
        const what = { url: url.replace(/\?.*/, ''), reason, tries: tries + 1 };
        if (delay === undefined || closed) {
          onTrouble({ ...what, gaveUp: true });
          done(null);
          return;
        }
        onTrouble(what);
        const timer = setTimeout(() => {
          timers.delete(timer);
          void attempt(url, params, tries + 1).then(done);
        }, delay);
        timers.add(timer.unref());
      };
      queue.push(async () => {
        try {
          const answer = await post(url, params);
          if (answer.status >= 200 && answer.status < 300) done(answer);
          else again(answer.status);
        } catch (error) {
          again(error instanceof Error ? error.message : 'failed');
        }
      });
      next();
    });
  }

  function post(url: string, params: Readonly<Record<string, string>>): Promise<WebhookAnswer> {
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
    call: (url: string, params: Readonly<Record<string, string>>): Promise<WebhookAnswer | null> =>
      attempt(url, params, 0),
    close(): void {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}
