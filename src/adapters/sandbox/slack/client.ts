import { type Answer, answerOf, labelOf } from './client-answers.ts';
import { jsonClient, until } from './client-http.ts';
import { succeeded, textOf } from './client-reading.ts';
import type {
  AckRecord,
  ActRequest,
  ActResult,
  FileInfo,
  Message,
  OpenView,
  StateValues,
  WorkspaceState,
} from './page-contract.ts';
import { elementsOf, type Json, optionsOf, type RenderedElement } from './state/rendered.ts';
import { isStateful } from './state/values.ts';

export type { Answer } from './client-answers.ts';
export { succeeded, textOf } from './client-reading.ts';

/** Where a person acts: a message, App Home, or the modal on top. */
export type Where = Message | 'home' | 'modal';

type Rendered = { blocks: readonly unknown[]; in: ActRequest['in']; view: OpenView | null };

const typed = ['plain_text_input', 'number_input', 'email_text_input', 'url_text_input'];

/**
 * A person at the pretend workspace, for tests and the demo: sees what the page would show and can
 * do only what the page would offer. `channel` may be an id, a name, or `dm`.
 */
export function sandboxPerson(baseUrl: string, id: string) {
  const http = jsonClient(baseUrl);
  /** What was filled in and not sent yet, by view id. */
  const pending = new Map<string, StateValues>();

  const state = () => http.get<WorkspaceState>('/sandbox/api/state', { as: id });

  async function channelId(name: string): Promise<string> {
    const { channels } = await state();
    const wanted = name.replace(/^#/, '');
    const found = channels.find(
      (c) => c.id === name || (name === 'dm' ? c.kind === 'dm' : c.name === wanted),
    );
    if (found) return found.id;
    throw new Error(
      `${id} sees no channel ${name}, only ${channels.map((c) => c.name).join(', ')}`,
    );
  }

  async function messages(channel: string, thread?: string): Promise<Message[]> {
    const query = { as: id, channel: await channelId(channel), ...(thread ? { thread } : {}) };
    return http.get<Message[]>('/sandbox/api/messages', query);
  }

  async function rendered(where: Where): Promise<Rendered> {
    if (where === 'modal') {
      const view = (await state()).views.at(-1);
      if (!view) throw new Error(`${id} has no modal open`);
      return { blocks: view.view.blocks, in: { view: view.id }, view };
    }
    if (where === 'home') {
      const { home } = await state();
      if (!home) throw new Error(`${id} has no App Home yet; open it first`);
      return { blocks: home.blocks, in: { home: true }, view: null };
    }
    const { channel, ts, threadTs } = where;
    const now = (await messages(channel, threadTs ?? undefined)).find((m) => m.ts === ts);
    if (!now) throw new Error(`${id} does not see the message ${ts} any more`);
    return { blocks: now.blocks, in: { message: { channel, ts } }, view: null };
  }

  /** The element a person means by a label, an action id or a block id; throws when it is not there. */
  function elementIn(place: Rendered, name: string, blockId?: string): RenderedElement {
    const all = elementsOf(place.blocks).filter((e) => !blockId || e.blockId === blockId);
    const found =
      all.filter((e) => e.actionId === name).at(0) ??
      all.filter((e) => e.blockId === name).at(0) ??
      all.filter((e) => labelOf(e) === name).at(0);
    if (found) return found;
    const there = all.map((e) => `"${labelOf(e)}" (${e.blockId}/${e.actionId})`).join(', ');
    throw new Error(`"${name}" is not rendered for ${id}; there is ${there || 'nothing to click'}`);
  }

  async function act(place: Rendered, target: RenderedElement, payload: Json): Promise<ActResult> {
    const { blockId, actionId } = target;
    const given = place.view ? (pending.get(place.view.id) ?? {}) : {};
    const request = { as: id, in: place.in, blockId, actionId, payload, state: given };
    const result = await http.post<ActResult>('/sandbox/api/act', request);
    if (place.view && !result.fault) pending.delete(place.view.id);
    return result;
  }

  async function suggestions(place: Rendered, target: RenderedElement, answer: Answer) {
    if (!target.type.includes('external')) return [];
    const { blockId, actionId } = target;
    const queries = (Array.isArray(answer) ? answer : [answer]).map(String);
    const found = queries.map((value) => {
      const request = { as: id, in: place.in, blockId, actionId, value };
      return http.post<Json>('/sandbox/api/options', request);
    });
    return (await Promise.all(found)).flatMap(optionsOf);
  }

  /** Chooses in a select, overflow menu, checkboxes, picker…; sends it when the element dispatches. */
  async function choose(name: string, answer: Answer, where: Where = 'modal', blockId?: string) {
    const place = await rendered(where);
    const target = elementIn(place, name, blockId);
    const payload = answerOf(target, answer, await suggestions(place, target, answer));
    if (place.view && isStateful(target.type)) {
      const values = pending.get(place.view.id) ?? {};
      const ofBlock = { ...values[target.blockId], [target.actionId]: payload };
      pending.set(place.view.id, { ...values, [target.blockId]: ofBlock });
    }
    const silent = target.input !== null && target.input.dispatch_action !== true;
    if (silent || typed.includes(target.type)) return null;
    return act(place, target, payload);
  }

  async function view(): Promise<OpenView> {
    const top = (await state()).views.at(-1);
    if (!top) throw new Error(`${id} has no modal open`);
    return top;
  }

  /** Fills fields by block id, action id or label. Typed text is sent by `submit` or `pressEnter`. */
  async function fill(answers: Readonly<Record<string, Answer>>): Promise<void> {
    for (const [name, answer] of Object.entries(answers)) {
      const result = await choose(name, answer);
      if (result) succeeded(result);
    }
  }

  async function seen(channel: string): Promise<string> {
    const last = (await messages(channel)).slice(-3).map((m) => m.text || textOf(m.blocks));
    const faults = (await state()).faults.slice(-3).map((f) => `${f.kind}: ${f.detail}`);
    return `Last in ${channel}: ${JSON.stringify(last)}. Faults: ${JSON.stringify(faults)}`;
  }

  return {
    id,
    state,
    messages,
    view,
    fill,
    choose,
    home: async () => (await state()).home,
    acks: () => http.get<AckRecord[]>('/sandbox/api/acks'),
    command: async (channel: string, text: string): Promise<ActResult> =>
      http.post('/sandbox/api/command', { as: id, channel: await channelId(channel), text }),
    say: async (channel: string, text: string, threadTs?: string): Promise<ActResult> => {
      const body = { as: id, channel: await channelId(channel), text };
      return http.post('/sandbox/api/message', threadTs ? { ...body, threadTs } : body);
    },
    shortcut: (callbackId: string, on?: Message): Promise<ActResult> => {
      const message = on && { channel: on.channel, ts: on.ts };
      return http.post('/sandbox/api/shortcut', { as: id, callbackId, message });
    },
    openHome: (): Promise<ActResult> => http.post('/sandbox/api/open-home', { as: id }),
    /** Without a channel: for a file input. With one: shared there. */
    upload: async (name: string, content: Uint8Array, channel?: string): Promise<FileInfo> => {
      const shared = channel ? { channel: await channelId(channel) } : {};
      return http.send('/sandbox/api/upload', { as: id, name, ...shared }, content);
    },
    download: (file: FileInfo): Promise<Buffer> => http.bytes(file.url),
    /** What is rendered under this name, e.g. to look at its `confirm` dialog or its options. */
    find: async (name: string, where: Where = 'modal', blockId?: string) =>
      elementIn(await rendered(where), name, blockId),
    /** Clicks a button by label or action id (and confirms, if it asks). */
    click: async (name: string, where: Where = 'modal', blockId?: string): Promise<ActResult> => {
      const place = await rendered(where);
      return act(place, elementIn(place, name, blockId), {});
    },
    /** Types into a field that dispatches, and presses enter. */
    pressEnter: async (name: string, text: string, where: Where = 'modal'): Promise<ActResult> => {
      const place = await rendered(where);
      const target = elementIn(place, name);
      return act(place, target, answerOf(target, text));
    },
    /** Fills the answers in and submits the modal on top. */
    submit: async (answers: Readonly<Record<string, Answer>> = {}): Promise<ActResult> => {
      await fill(answers);
      const top = await view();
      const body = { as: id, view: top.id, state: pending.get(top.id) ?? {} };
      const result = await http.post<ActResult>('/sandbox/api/submit', body);
      pending.delete(top.id);
      return result;
    },
    close: async (all = false): Promise<ActResult> => {
      const top = await view();
      return http.post('/sandbox/api/close', { as: id, view: top.id, all });
    },
    latestMessage: async (channel: string): Promise<Message | undefined> =>
      (await messages(channel)).at(-1),
    /** The newest message that fits, waiting for it if need be. */
    waitForMessage: (
      channel: string,
      fits: (message: Message) => boolean,
      timeoutMs = 10_000,
      thread?: string,
    ): Promise<Message> =>
      until(
        async () => (await messages(channel, thread)).reverse().find(fits),
        timeoutMs,
        () => seen(channel),
      ),
    /** The modal on top once it fits. */
    waitForView: (fits: (view: OpenView) => boolean, timeoutMs = 10_000): Promise<OpenView> =>
      until(
        async () => {
          const top = (await state()).views.at(-1);
          return top && fits(top) ? top : undefined;
        },
        timeoutMs,
        async () =>
          `Open: ${JSON.stringify((await state()).views.map(({ view: v }) => textOf(v)))}`,
      ),
    waitForHome: (
      fits: (home: NonNullable<WorkspaceState['home']>) => boolean,
      timeoutMs = 10_000,
    ) =>
      until(
        async () => {
          const { home } = await state();
          return home && fits(home) ? home : undefined;
        },
        timeoutMs,
        async () => `Home: ${textOf((await state()).home)}`,
      ),
  };
}

export type SandboxPerson = ReturnType<typeof sandboxPerson>;
