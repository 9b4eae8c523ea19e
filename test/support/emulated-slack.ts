import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import express, { type Router } from 'express';
import { freePort } from '../../scripts/demo/product.ts';
import { type Answer, answerOf, labelOf } from '../../src/adapters/sandbox/slack/client-answers.ts';
import type { StateValues } from '../../src/adapters/sandbox/slack/page-contract.ts';
import type { Actor } from '../../src/adapters/sandbox/slack/payloads.ts';
import { driverOver } from '../../src/adapters/sandbox/slack/signed-driver.ts';
import {
  type Acknowledgement,
  createSignedRequests,
  type SignedRequests,
} from '../../src/adapters/sandbox/slack/signed-requests.ts';
import {
  elementsOf,
  type Json,
  type RenderedElement,
  withIds,
} from '../../src/adapters/sandbox/slack/state/rendered.ts';
import { mergeValues } from '../../src/adapters/sandbox/slack/state/values.ts';

/**
 * An independent double of Slack's Web API (`emulate`), with people who act on the app through
 * signed requests. A small relay in front of the double sees which views the app opens for whom,
 * and takes what the app says to a `response_url`.
 */

export type EmulatedView = { id: string; content: Json; values: StateValues };

const token = 'xoxb-emulated';
/** The double's own first user, channel and team. */
export const emulatedTeam = { id: 'T000000001', name: 'Emulate', domain: 'emulate' };

const record = (value: unknown): Json => ({ ...Object(value) });

export type EmulatedOptions = {
  appUrl: string;
  signingSecret: string;
  channels: string[];
  /** Beside the double's own `admin`; each has a token of the name `xoxp-…`. */
  people?: string[];
  /** Another way to the app than signed requests, with the methods that belong to it. */
  door?: { requests: SignedRequests; methods: Router };
};

export async function emulatedSlack(options: EmulatedOptions) {
  const { appUrl, signingSecret, channels, people = [], door } = options;
  const seed = {
    slack: {
      users: [...people, 'fly2any'].map((name) => ({ name })),
      channels: channels.map((name) => ({ name })),
      tokens: [
        { token, type: 'bot', user: 'fly2any' },
        ...['admin', ...people].map((user) => ({ token: `xoxp-${user}`, type: 'user', user })),
      ],
    },
  };
  const stacks = new Map<string, EmulatedView[]>();
  const homes = new Map<string, EmulatedView>();
  const triggerOwners = new Map<string, string>();
  const responses: Json[] = [];
  const requests: { method: string; body: URLSearchParams }[] = [];

  const stackOf = (person: string): EmulatedView[] => stacks.get(person) ?? [];

  function asView(view: Json, before: StateValues = {}): EmulatedView {
    let made = 0;
    const blocks = withIds(view.blocks, () => `made-${++made}`);
    const values = mergeValues(blocks, before).values;
    return { id: String(view.id), content: { ...view, blocks }, values };
  }

  function replace(known: EmulatedView, view: Json): void {
    Object.assign(known, asView({ ...view, id: known.id }, known.values));
  }

  /** What a successful call of the app means for what people see. */
  function watch(method: string, args: URLSearchParams, reply: Json): void {
    if (reply.ok !== true || reply.view === undefined) return;
    const view = record(reply.view);
    const person = triggerOwners.get(args.get('trigger_id') ?? '') ?? '';
    if (method === 'views.open') stacks.set(person, [asView(view)]);
    if (method === 'views.push') stacks.set(person, [...stackOf(person), asView(view)]);
    if (method === 'views.publish') homes.set(args.get('user_id') ?? '', asView(view));
    if (method === 'views.update') {
      const known = [...stacks.values()].flat().find(({ id }) => id === view.id);
      if (known) replace(known, view);
    }
  }

  const web = express();
  if (door) web.use(door.methods);
  web.post('/response', express.json(), (request, response) => {
    responses.push(record(request.body));
    response.json({ ok: true });
  });
  web.use(express.raw({ type: () => true, limit: '20mb' }), async (request, response) => {
    const raw: unknown = request.body;
    const body = Buffer.isBuffer(raw) ? raw : Buffer.alloc(0);
    const { host: _host, 'content-length': _length, connection: _c, ...headers } = request.headers;
    const reply = await fetch(`${direct}${request.originalUrl}`, {
      method: request.method,
      headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
      ...(request.method === 'GET' ? {} : { body: new Uint8Array(body) }),
    });
    const bytes = Buffer.from(await reply.arrayBuffer());
    const type = reply.headers.get('content-type') ?? '';
    const method = request.path.replace('/api/', '');
    const args = new URLSearchParams(body.toString());
    requests.push({ method, body: args });
    if (type.includes('json')) watch(method, args, record(JSON.parse(bytes.toString())));
    response.status(reply.status).setHeader('content-type', type).end(bytes);
  });
  const server = createServer(web);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const port = await freePort();
  const direct = `http://127.0.0.1:${port}`;
  // Files then have the address of the relay, which the app knows as Slack's.
  const emulator = await createEmulator({ service: 'slack', port, baseUrl, seed });

  async function call(
    method: string,
    args: Record<string, string> = {},
    as = token,
  ): Promise<Json> {
    const reply = await fetch(`${direct}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${as}` },
      body: new URLSearchParams(args),
    });
    return record(await reply.json());
  }

  const bot = record(await call('auth.test'));
  const signed = createSignedRequests({ url: `${appUrl}/slack/events`, signingSecret });
  const driver = driverOver(door?.requests ?? signed, {
    team: emulatedTeam,
    bot: { userId: String(bot.user_id), botId: 'B000000001', appId: 'A000000001', name: 'bot' },
    verificationToken: 'unused',
  });

  async function triggerFor(person: string, viewId?: string): Promise<string> {
    const args = { user_id: person, ...(viewId ? { view_id: viewId } : {}) };
    const trigger = String((await call('views.generateTriggerId', args)).trigger_id);
    triggerOwners.set(trigger, person);
    return trigger;
  }

  async function history(channel: string): Promise<Json[]> {
    const { messages } = await call('conversations.history', { channel });
    return Array.isArray(messages) ? messages.map(record) : [];
  }

  return {
    apiUrl: `${baseUrl}/api/`,
    token,
    driver,
    call,
    /** Newest first. */
    history,
    /** What the app said to response URLs, oldest first. */
    responses,
    /** Every call of the app, oldest first. */
    requests,
    channelId: async (name: string): Promise<string> => {
      const { channels: all } = await call('conversations.list', { limit: '200' });
      const found = Array.isArray(all) ? all.map(record).find((c) => c.name === name) : undefined;
      if (!found) throw new Error(`the double has no channel ${name}`);
      return String(found.id);
    },
    person: (actor: Actor) => emulatedPerson(actor),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
    },
  };

  function emulatedPerson(actor: Actor) {
    const responseUrl = `${baseUrl}/response`;

    function top(): EmulatedView {
      const view = stackOf(actor.id).at(-1);
      if (!view) throw new Error(`${actor.handle} has no modal open`);
      return view;
    }

    function elementIn(blocks: unknown, name: string): RenderedElement {
      const all = elementsOf(Array.isArray(blocks) ? blocks : []);
      const found = all.find(
        (e) => e.actionId === name || e.blockId === name || labelOf(e) === name,
      );
      if (found) return found;
      const there = all.map((e) => `"${labelOf(e)}" (${e.blockId}/${e.actionId})`).join(', ');
      throw new Error(`"${name}" is not rendered; there is ${there}`);
    }

    const wire = ({ id, content, values }: EmulatedView): Json => {
      return { ...content, id, state: { values } };
    };

    function actionOf(target: RenderedElement, answer?: Answer): Json {
      const { type, actionId, blockId, element } = target;
      const own = answer === undefined ? { text: element.text, value: element.value } : {};
      const chosen = answer === undefined ? {} : answerOf(target, answer);
      return { type, action_id: actionId, block_id: blockId, ...own, ...chosen };
    }

    function fill(answers: Readonly<Record<string, Answer>>): void {
      const view = top();
      for (const [name, answer] of Object.entries(answers)) {
        const target = elementIn(view.content.blocks, name);
        const { blockId, actionId } = target;
        const ofBlock = { ...view.values[blockId], [actionId]: answerOf(target, answer) };
        view.values = { ...view.values, [blockId]: ofBlock };
      }
    }

    function apply(view: EmulatedView, ack: Acknowledgement): Json {
      const answer = ack.body.trim() === '' ? {} : record(JSON.parse(ack.body));
      const stack = stackOf(actor.id);
      if (answer.response_action === 'clear') stacks.set(actor.id, []);
      else if (answer.response_action === 'update') replace(view, record(answer.view));
      else if (answer.response_action === 'push') {
        stacks.set(actor.id, [
          ...stack,
          asView({ id: `pushed-${stack.length}`, ...record(answer.view) }),
        ]);
      } else if (answer.response_action === undefined) {
        stacks.set(
          actor.id,
          stack.filter((other) => other !== view),
        );
      }
      return answer;
    }

    return {
      ...actor,
      top,
      home: () => homes.get(actor.id),
      fill,
      async command(channel: { id: string; name: string }, line: string): Promise<Acknowledgement> {
        const [command = '', ...rest] = line.split(' ');
        const triggerId = await triggerFor(actor.id);
        const text = rest.join(' ');
        return driver.command({ actor, channel, command, text, triggerId, responseUrl });
      },
      /** Clicks or chooses in a message of a channel. */
      async actOn(
        message: Json,
        channel: { id: string; name: string },
        name: string,
        answer?: Answer,
      ) {
        const target = elementIn(message.blocks, name);
        return driver.blockActions({
          actor,
          triggerId: await triggerFor(actor.id),
          in: {
            message: {
              channel,
              ts: String(message.ts),
              threadTs: null,
              ephemeral: false,
              message,
              responseUrl,
            },
          },
          action: actionOf(target, answer),
          state: {},
          actionTs: `${Date.now() / 1000}`,
        });
      },
      /** Clicks or chooses in the modal on top. */
      async act(name: string, answer?: Answer): Promise<Acknowledgement> {
        if (answer !== undefined) fill({ [name]: answer });
        const view = top();
        return driver.blockActions({
          actor,
          triggerId: await triggerFor(actor.id, view.id),
          in: { view: wire(view) },
          action: actionOf(elementIn(view.content.blocks, name), answer),
          state: view.values,
          actionTs: `${Date.now() / 1000}`,
        });
      },
      /** Submits the modal on top; the answer as the app gave it (`response_action`, `errors`…). */
      async submit(answers: Readonly<Record<string, Answer>> = {}): Promise<Json> {
        fill(answers);
        const view = top();
        const triggerId = await triggerFor(actor.id, view.id);
        const ack = await driver.viewSubmission({
          actor,
          triggerId,
          view: wire(view),
          responseUrls: [],
        });
        if (ack.status !== 200) throw new Error(`the submission was answered with ${ack.status}`);
        return apply(view, ack);
      },
    };
  }
}
