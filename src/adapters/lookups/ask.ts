import http from 'node:http';
import https from 'node:https';
import { type LookupFailureKind, lookupFailure } from '../../features/validation/index.ts';
import type { Refusal } from '../../shared/errors.ts';

/** What a provider's HTTP interface answered, as far as both sides agree that it is an answer. */
export type HttpAnswer = { status: number; body: unknown };

export type Question = {
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
};

export type Ask = (url: URL, question?: Question) => Promise<HttpAnswer>;

const mostBytes = 64 * 1024;
/** Below the five seconds after which common servers close an idle connection under our feet. */
const idleMs = 4_000;

/**
 * Asks one provider over HTTP, on kept connections. Never follows a redirect, since the key would
 * travel along; reads no more than it must; and the address, which may hold the key, is in no error.
 * Node's own client, not `fetch`: a batch asks tens of thousands of times, at a third of the work.
 */
export function createAsk({ provider, timeoutMs }: { provider: string; timeoutMs: number }): Ask {
  const agents = {
    plain: new http.Agent({ keepAlive: true, timeout: idleMs }),
    secure: new https.Agent({ keepAlive: true, timeout: idleMs }),
  };
  const fails = (kind: LookupFailureKind, charged: 'no' | 'maybe', retryAfterMs?: number) =>
    lookupFailure(kind, { provider, charged, retryAfterMs: retryAfterMs ?? null });

  return async (url, question = {}) => {
    const { status, retryAfter, text } = await exchange(url, question).catch(
      ({ wasSent }: { wasSent: boolean }) => {
        throw fails('away', wasSent ? 'maybe' : 'no');
      },
    );
    if (status === 429) throw fails('limited', 'no', waitOf(retryAfter));
    if (status === 401 || status === 403) throw fails('refused', 'no');
    if (status >= 500 || (status >= 300 && status < 400)) throw fails('away', 'maybe');
    try {
      return { status, body: JSON.parse(text) };
    } catch {
      throw fails('nonsense', 'maybe');
    }
  };

  /** Rejects with whether the question may have been heard: there was a connection to send it through. */
  function exchange(url: URL, { method = 'GET', headers = {}, body }: Question) {
    return new Promise<{ status: number; retryAfter: string | undefined; text: string }>(
      (done, failed) => {
        const secure = url.protocol === 'https:';
        const options = { method, headers: { accept: 'application/json', ...headers } };
        const request = secure
          ? https.request(url, { ...options, agent: agents.secure })
          : http.request(url, { ...options, agent: agents.plain });
        let wasSent = false;
        const fail = () => {
          clearTimeout(timer);
          request.destroy();
          failed({ wasSent });
        };
        const timer = setTimeout(fail, timeoutMs);
        request.on('error', fail);
        request.on('socket', (socket) => {
          if (request.reusedSocket) wasSent = true;
          else socket.once(secure ? 'secureConnect' : 'connect', () => (wasSent = true));
        });
        request.on('response', (response) => {
          const chunks: Buffer[] = [];
          let size = 0;
          response.on('error', fail);
          response.on('data', (chunk: Buffer) => {
            size += chunk.byteLength;
            if (size > mostBytes) fail();
            else chunks.push(chunk);
          });
          response.on('end', () => {
            clearTimeout(timer);
            const { statusCode = 0, headers: said } = response;
            const text = Buffer.concat(chunks).toString('utf8');
            done({ status: statusCode, retryAfter: said['retry-after'], text });
          });
        });
        request.end(body);
      },
    );
  }
}

/** For those who answer 200 with something that is none: what the contract suites ask for. */
export const nonsense = (provider: string): Refusal =>
  lookupFailure('nonsense', { provider, charged: 'maybe' });

function waitOf(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1_000) : undefined;
}
