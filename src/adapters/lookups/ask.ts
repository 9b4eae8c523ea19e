import { type LookupFailureKind, lookupFailure } from '../../features/validation/index.ts';
import type { Refusal } from '../../shared/errors.ts';

/** What a provider's HTTP interface answered, as far as both sides agree that it is an answer. */
export type HttpAnswer = { status: number; body: unknown };

export type AskOptions = {
  provider: string;
  timeoutMs: number;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string;
};

const mostBytes = 64 * 1024;
/** Nothing was sent: there was no connection to send it through. */
const neverOpened: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * One question over HTTP. Never follows a redirect, since the key would travel along; reads no more
 * than it must; and the address, which may hold the key, is in no error.
 */
export async function ask(url: URL, options: AskOptions): Promise<HttpAnswer> {
  const { provider, timeoutMs, method = 'GET', headers = {}, body } = options;
  const fails = (kind: LookupFailureKind, charged: 'no' | 'maybe', retryAfterMs?: number) =>
    lookupFailure(kind, { provider, charged, retryAfterMs: retryAfterMs ?? null });
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method,
      headers: { accept: 'application/json', ...headers },
      ...(body !== undefined && { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await limited(response);
  } catch (error) {
    throw fails('away', neverOpened.has(codeOf(error)) ? 'no' : 'maybe');
  }
  const { status } = response;
  if (status === 429) throw fails('limited', 'no', retryAfter(response));
  if (status === 401 || status === 403) throw fails('refused', 'no');
  if (status >= 500) throw fails('away', 'maybe');
  try {
    return { status, body: JSON.parse(text) };
  } catch {
    throw fails('nonsense', 'maybe');
  }
}

/** For those who answer 200 with something that is none: what the contract suites ask for. */
export const nonsense = (provider: string): Refusal =>
  lookupFailure('nonsense', { provider, charged: 'maybe' });

async function limited(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1_000) : undefined;
}
