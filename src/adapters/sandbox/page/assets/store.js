import { api, listen } from './api.js';

/**
 * What this window knows, and the only place that asks for it. Views subscribe to a topic and draw
 * from `store`; they change it through the functions below.
 *
 * Topics: `workspace` (people, channels, unread, home, modals, faults), `place`, `messages`,
 * `thread`, `panel`, `drawer`, `clock`, `phones`, `online`, `tick` (every second).
 */
export const store = {
  as: '',
  /** @type {any} */
  workspace: null,
  /** @type {{ kind: 'home', id?: undefined } | { kind: 'channel', id: string }} */
  place: { kind: 'home' },
  messages: [],
  /** @type {{ channel: string, ts: string, messages: any[] } | null} */
  thread: null,
  /** @type {'thread' | 'phone' | 'clock' | null} */
  panel: null,
  drawer: false,
  /** @type {{ now: string, timeZone: string, readAt: number } | null} */
  clock: null,
  online: true,
  /** @type {(person: any) => void} */
  prepare: () => {},
};

const listeners = new Map();

/** Calls back whenever one of the topics changes. */
export function on(topics, callback) {
  for (const topic of topics.split(' ')) {
    listeners.set(topic, [...(listeners.get(topic) ?? []), callback]);
  }
}

/** Lets go of every view: the page is about to be drawn anew, in another language. */
export const forgetViews = () => listeners.clear();

export function tell(topic) {
  for (const callback of listeners.get(topic) ?? []) callback();
}

/** The product clock's present moment: what the server said, plus what has passed since. */
export function now() {
  if (!store.clock) return new Date();
  return new Date(Date.parse(store.clock.now) + (performance.now() - store.clock.readAt));
}

export const me = () => store.workspace?.me;

/** The reader's zone, language and present, for dates and names in texts. */
export function lookup() {
  const person = me();
  return {
    reader: { tz: person.tz, locale: person.locale, now: now() },
    personName: (id) => store.workspace.people.find((one) => one.id === id)?.name ?? null,
    channelName: (id) => store.workspace.channels.find((one) => one.id === id)?.name ?? null,
  };
}

export const channelOf = (id) => store.workspace?.channels.find((one) => one.id === id) ?? null;
export const ownDm = () => store.workspace?.channels.find((one) => one.kind === 'dm') ?? null;

/** One request of a kind at a time; a change that arrives meanwhile asks once more afterwards. */
function latest(work) {
  let running = null;
  let again = false;
  return async function run() {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await work();
      } while (again);
    })().finally(() => {
      running = null;
    });
    return running;
  };
}

export const refreshState = latest(async () => {
  const { as } = store;
  const workspace = await api.state(as);
  if (as !== store.as) return;
  store.workspace = workspace;
  tell('workspace');
});

export const refreshMessages = latest(async () => {
  const { as, place } = store;
  if (place.kind !== 'channel') return;
  const messages = await api.messages(as, place.id);
  if (as !== store.as || place !== store.place) return;
  store.messages = messages;
  tell('messages');
  if (store.workspace?.unread[place.id] && document.visibilityState === 'visible') {
    await api.read(as, place.id);
    await refreshState();
  }
});

export const refreshThread = latest(async () => {
  const { as, thread } = store;
  if (!thread) return;
  const messages = await api.messages(as, thread.channel, thread.ts);
  if (as !== store.as || thread !== store.thread) return;
  thread.messages = messages;
  tell('thread');
});

export const refreshClock = latest(async () => {
  const clock = await api.clock();
  store.clock = { ...clock, readAt: performance.now() };
  tell('clock');
});

/** Goes to a channel or to the app's Home tab. */
export async function go(place) {
  store.place = place;
  store.messages = [];
  store.drawer = false;
  if (store.thread && store.thread.channel !== place.id) closePanel();
  else if (innerWidth < 900) closePanel();
  remember();
  tell('place');
  tell('drawer');
  if (place.kind === 'home') {
    await api.openHome(store.as);
    await refreshState();
  } else {
    await refreshMessages();
  }
}

export async function openThread(channel, ts) {
  store.thread = { channel, ts, messages: [] };
  showPanel('thread');
  tell('thread');
  await refreshThread();
}

export function showPanel(panel) {
  store.panel = panel;
  if (panel !== 'thread') store.thread = null;
  tell('panel');
}

export function closePanel() {
  showPanel(null);
}

export function toggleDrawer(open = !store.drawer) {
  store.drawer = open;
  tell('drawer');
}

let stop = () => {};

/**
 * Becomes another person: own home, own messages, own modals.
 * @param {string} as a person's id
 * @param {(person: any) => void} prepare runs before anything is drawn for them
 */
export async function become(as, prepare = store.prepare) {
  const workspace = await api.state(as);
  stop();
  store.prepare = prepare;
  store.as = workspace.me.id;
  store.workspace = workspace;
  store.messages = [];
  if (store.place.kind === 'channel' && !channelOf(store.place.id)) store.place = { kind: 'home' };
  prepare(workspace.me);
  for (const topic of ['workspace', 'clock', 'panel']) tell(topic);
  stop = listen(store.as, { change: onChange, online: onOnline });
  await go({ ...store.place });
  if (store.thread) await refreshThread();
}

function onOnline(up) {
  if (store.online === up) return;
  store.online = up;
  tell('online');
}

function onChange({ what, channel }) {
  const all = what === 'everything';
  if (all || what === 'state' || what === 'messages') quietly(refreshState());
  const here = !channel || (store.place.kind === 'channel' && store.place.id === channel);
  if (all || (what === 'messages' && here)) quietly(refreshMessages());
  if (store.thread && (all || what === 'messages')) quietly(refreshThread());
  if (all || what === 'clock') quietly(refreshClock());
  if (all || what === 'phones') tell('phones');
}

/** A refresh that failed is asked for again with the next change or when the line is back. */
function quietly(work) {
  work.catch(() => onOnline(navigator.onLine && store.online));
}

/** Keeps person and place in the address, so that two windows can be two people. */
function remember() {
  localStorage.setItem('person', store.as);
  const address = new URL(location.href);
  address.search = '';
  address.searchParams.set('as', store.as);
  if (store.place.kind === 'channel') address.searchParams.set('channel', store.place.id);
  history.replaceState(null, '', address);
}
