import http from 'node:http';
import https from 'node:https';
import twilio from 'twilio';

export type TwilioAccount = {
  accountSid: string;
  authToken: string;
  /** Another server that speaks Twilio's API; every product host is then found there. */
  apiUrl: string | null;
};

export type TwilioConnection = {
  timeoutMs?: number;
  /** Calls under way at once; more wait for a free connection. */
  maxSockets?: number;
};

/** What came instead of an answer of the 200s: the `cause` of what the client throws. */
export type TwilioFailure =
  /** Answered: not what we asked for. */
  | { kind: 'answered'; httpStatus: number; errorCode: string | null; retryAfterMs: number | null }
  /** Nothing of the request left this machine for a connection that was ready. */
  | { kind: 'never-opened'; code: string }
  /** The request may have arrived. */
  | { kind: 'lost'; cause: 'timeout' | 'reset' };

/** Below the five seconds after which common servers close an idle connection under our feet. */
const idleMs = 4_000;

/**
 * The real client with our own way of sending: a time-out, kept connections, never a redirect
 * (credentials go nowhere else), and errors that say whether the request can have arrived.
 */
export function createTwilioClient(
  { accountSid, authToken, apiUrl }: TwilioAccount,
  { timeoutMs = 10_000, maxSockets = 100 }: TwilioConnection = {},
): twilio.Twilio {
  const sending = new twilio.RequestClient({ timeout: timeoutMs, maxSockets });
  const ready = new WeakSet<object>();
  const agentOptions = { keepAlive: true, maxSockets, maxFreeSockets: maxSockets, timeout: idleMs };
  sending.axios.defaults.httpAgent = watched(new http.Agent(agentOptions), 'connect', ready);
  sending.axios.defaults.httpsAgent = watched(
    new https.Agent(agentOptions),
    'secureConnect',
    ready,
  );
  sending.axios.defaults.maxContentLength = 4 * 1024 * 1024;

  const request = sending.request.bind(sending);
  sending.request = async (options) => {
    const uri = apiUrl === null ? options.uri : at(apiUrl, options.uri);
    const response = await request({ ...options, uri, allowRedirects: false }).catch(
      (error: unknown) => {
        throw new Error('No answer from Twilio', { cause: failureOf(error, ready) });
      },
    );
    if (response.statusCode >= 200 && response.statusCode < 300) return response;
    const cause = refusalOf(response);
    throw new Error(`Twilio answered ${response.statusCode}`, { cause });
  };
  return twilio(accountSid, authToken, { httpClient: sending, autoRetry: false });
}

/** Reads the cause of what the client threw; null for an error of our own. */
export function twilioFailure(error: unknown): TwilioFailure | null {
  const cause = error instanceof Error ? error.cause : null;
  return isFailure(cause) ? cause : null;
}

const isFailure = (cause: unknown): cause is TwilioFailure =>
  typeof cause === 'object' &&
  cause !== null &&
  'kind' in cause &&
  (cause.kind === 'answered' || cause.kind === 'never-opened' || cause.kind === 'lost');

/** `https://api.twilio.com/2010-04-01/…` → the same path below `apiUrl`. */
function at(apiUrl: string, uri: string): string {
  const { pathname, search } = new URL(uri);
  return `${apiUrl.replace(/\/+$/, '')}${pathname}${search}`;
}

/** Notes every connection at the moment from which on bytes of a request can leave through it. */
function watched(agent: http.Agent, event: 'connect' | 'secureConnect', ready: WeakSet<object>) {
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    const socket = connect(options, callback);
    socket?.once(event, () => ready.add(socket));
    return socket;
  };
  return agent;
}

/** A time-out while waiting for a free connection, or before it opened, sent nothing either. */
function failureOf(error: unknown, ready: WeakSet<object>): TwilioFailure {
  const code = textAt(error, 'code') ?? 'unknown';
  const request = valueAt(error, 'request');
  const socket = valueAt(request, 'socket');
  const opened = isObject(socket) && ready.has(socket);
  if (isObject(request) && !opened) return { kind: 'never-opened', code };
  const slow = code === 'ECONNABORTED' || code === 'ETIMEDOUT';
  return { kind: 'lost', cause: slow ? 'timeout' : 'reset' };
}

function refusalOf(response: {
  statusCode: number;
  body: unknown;
  headers?: unknown;
}): TwilioFailure {
  const body = typeof response.body === 'string' ? parsed(response.body) : response.body;
  const code = valueAt(body, 'code');
  return {
    kind: 'answered',
    httpStatus: response.statusCode,
    errorCode: typeof code === 'number' || typeof code === 'string' ? String(code) : null,
    retryAfterMs: retryAfterOf(response.headers),
  };
}

/** Seconds, or a date (RFC 9110, 10.2.3): that one is counted on the clock of whoever sent it. */
function retryAfterOf(headers: unknown): number | null {
  const text = textAt(headers, 'retry-after');
  if (!text) return null;
  const asked = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - Date.parse(textAt(headers, 'date') ?? '');
  return Number.isFinite(asked) ? Math.max(0, asked) : null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const valueAt = (holder: unknown, key: string): unknown =>
  isObject(holder) ? Reflect.get(holder, key) : undefined;

const textAt = (holder: unknown, key: string): string | null => {
  const value = valueAt(holder, key);
  return typeof value === 'string' ? value : null;
};
