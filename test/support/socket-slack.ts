import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express, { type Router } from 'express';
import { type WebSocket, WebSocketServer } from 'ws';
import type {
  Acknowledgement,
  Retry,
  SignedRequests,
} from '../../src/adapters/sandbox/slack/signed-requests.ts';

/**
 * Slack's side of Socket Mode: `apps.connections.open`, and a WebSocket server that hands envelopes
 * to the newest connection and waits three seconds for the answer to each.
 */

const appToken = 'xapp-of-the-double';
const ackLimitMs = 3_000;

export type Envelope = {
  envelope_id: string;
  type: 'slash_commands' | 'interactive' | 'events_api';
  payload: object;
  accepts_response_payload: boolean;
  retry_attempt?: number;
  retry_reason?: string;
};

export async function socketSlack() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link/?ticket=`;
  const tickets = new Set<string>();
  const live: WebSocket[] = [];
  const closed: { code: number }[] = [];
  const sent: Envelope[] = [];
  /** By envelope, whoever waits for its next answer on the connection that it went over. */
  const waiting = new Map<
    string,
    { socket: WebSocket; answered(payload: object | null): void }[]
  >();
  const stray: unknown[] = [];
  /** What `apps.connections.open` answers instead of a URL, as long as it is set. */
  let trouble: { status: number; body: object } | 'no answer' | null = null;
  let opened = 0;
  let silent = false;

  server.on('connection', (socket, request) => {
    const ticket = new URL(request.url ?? '', url).searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) return socket.close(4001);
    live.push(socket);
    socket.on('close', (code) => {
      live.splice(live.indexOf(socket), 1);
      closed.push({ code });
      const lost = [...waiting.values()].flat().filter((one) => one.socket === socket);
      for (const one of lost) one.answered(null);
    });
    socket.on('message', (data) => hear(socket, String(data)));
    if (!silent) hello(socket);
  });

  function hello(socket: WebSocket): void {
    const info = { app_id: 'A000000001' };
    const more = { num_connections: live.length, debug_info: { host: 'applink-of-the-double' } };
    socket.send(JSON.stringify({ type: 'hello', connection_info: info, ...more }));
  }

  function hear(socket: WebSocket, data: string): void {
    const { envelope_id: id, payload } = JSON.parse(data) as Record<string, unknown>;
    const queue = waiting.get(String(id)) ?? [];
    const next = queue.find((one) => one.socket === socket);
    if (!next) return void stray.push(JSON.parse(data));
    queue.splice(queue.indexOf(next), 1);
    next.answered(Object(payload));
  }

  /** Sends an envelope, new or the same again, and waits for the answer that names its id. */
  async function deliver(envelope: Envelope): Promise<Acknowledgement> {
    const socket = live.at(-1);
    if (!socket) throw new Error('the app has no connection');
    sent.push(envelope);
    const began = performance.now();
    const ms = () => Math.round(performance.now() - began);
    const payload = new Promise<object | null>((resolve) => {
      const timer = setTimeout(() => resolve(null), ackLimitMs);
      const queue = waiting.get(envelope.envelope_id) ?? [];
      waiting.set(envelope.envelope_id, queue);
      const answered = (answer: object | null) => {
        clearTimeout(timer);
        resolve(answer);
      };
      queue.push({ socket, answered });
    });
    socket.send(JSON.stringify(envelope));
    const answer = await payload;
    const isEmpty = answer === null || Object.keys(answer).length === 0;
    const body = isEmpty ? '' : JSON.stringify(answer);
    return { status: answer ? 200 : 0, ms: ms(), body, late: answer === null };
  }

  const fresh = (
    type: Envelope['type'],
    payload: object,
    retry?: Retry,
  ): Promise<Acknowledgement> =>
    deliver({
      envelope_id: randomUUID(),
      type,
      payload,
      accepts_response_payload: type !== 'events_api',
      ...(retry ? { retry_attempt: retry.number, retry_reason: retry.reason } : {}),
    });

  const requests: SignedRequests = {
    form: (_, fields) => fresh('slash_commands', fields),
    interaction: (_, payload) => fresh('interactive', payload),
    event: (_, envelope, retry) => fresh('events_api', envelope, retry),
  };

  const methods: Router = express.Router();
  methods.post('/api/apps.connections.open', (request, response) => {
    opened += 1;
    if (trouble === 'no answer') return;
    if (trouble) return void response.status(trouble.status).json(trouble.body);
    if (request.headers.authorization !== `Bearer ${appToken}`) {
      return void response.json({ ok: false, error: 'invalid_auth' });
    }
    const ticket = randomUUID();
    tickets.add(ticket);
    response.json({ ok: true, url: `${url}${ticket}` });
  });

  return {
    appToken,
    /** How acts reach the app, in the place of signed HTTP requests. */
    requests,
    methods,
    deliver,
    /** Everything that was sent, oldest first. */
    sent,
    /** Answers that name no envelope which waits for one. */
    stray,
    connections: () => live.length,
    closed,
    /** How often the app asked for a URL. */
    opened: () => opened,
    /** Slack renews its machines: it says goodbye and expects to be left. */
    disconnect: (reason: string) =>
      live.at(-1)?.send(JSON.stringify({ type: 'disconnect', reason })),
    /** The wire is cut, without a goodbye. */
    drop: () => live.at(-1)?.terminate(),
    setTrouble: (next: typeof trouble) => {
      trouble = next;
    },
    /** The other side stops to read: no goodbye of ours is answered. */
    freeze: () => live.at(-1)?.pause(),
    /** New connections get no hello until this is turned off. */
    setSilent: (next: boolean) => {
      silent = next;
    },
    async close() {
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type SocketSlack = Awaited<ReturnType<typeof socketSlack>>;
