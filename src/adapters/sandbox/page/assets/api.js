/** The calls of the page contract. Every answer is JSON; a broken connection is an ordinary result. */

const base = '/sandbox/api';

async function request(path, init) {
  const response = await fetch(base + path, { credentials: 'same-origin', ...init });
  const body = await response.json().catch(() => null);
  if (!response.ok) {
    const detail = body && typeof body === 'object' ? (body.error ?? body.detail) : null;
    throw new Error(String(detail ?? `The sandbox answered ${response.status}.`));
  }
  return body;
}

const get = (path) => request(path, { method: 'GET' });

const post = (path, body) =>
  request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const query = (values) => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') search.set(key, value);
  }
  const text = search.toString();
  return text ? `?${text}` : '';
};

export const api = {
  state: (as) => get(`/state${query({ as })}`),
  messages: (as, channel, thread) => get(`/messages${query({ as, channel, thread })}`),
  command: (as, channel, text) => post('/command', { as, channel, text }),
  shortcut: (as, callbackId, message) => post('/shortcut', { as, callbackId, message }),
  dismiss: (as, channel, ts) => post('/dismiss', { as, channel, ts }),
  act: (request) => post('/act', request),
  submit: (as, view, state) => post('/submit', { as, view, state }),
  close: (as, view, all) => post('/close', { as, view, ...(all ? { all } : {}) }),
  options: (request) => post('/options', request),
  message: (as, channel, text, threadTs) => post('/message', { as, channel, text, threadTs }),
  openHome: (as) => post('/open-home', { as }),
  read: (as, channel) => post('/read', { as, channel }),
  clock: () => get('/clock'),
  moveClock: (move) => post('/clock', move),
  phones: (q) => get(`/phones${query({ q })}`),
  phone: (number) => get(`/phones/${encodeURIComponent(number)}`),
  reply: (number, text) => post(`/phones/${encodeURIComponent(number)}/reply`, { text }),
  upload: (as, file, channel, threadTs) =>
    request(`/upload${query({ as, name: file.name, channel, threadTs })}`, {
      method: 'POST',
      headers: { 'Content-Type': file.type || 'application/octet-stream' },
      body: file,
    }),
};

/**
 * Listens to what changes. The browser reconnects by itself; after a reconnect everything is asked
 * for again, since changes may have been missed.
 * @param {string} as
 * @param {{ change: (change: {what: string, channel?: string}) => void, online: (up: boolean) => void }} on
 * @returns {() => void} stop listening
 */
export function listen(as, on) {
  const source = new EventSource(`${base}/stream${query({ as })}`);
  let wasDown = false;
  source.addEventListener('change', (event) => on.change(JSON.parse(event.data)));
  source.addEventListener('open', () => {
    on.online(true);
    if (wasDown) on.change({ what: 'everything' });
    wasDown = false;
  });
  source.addEventListener('error', () => {
    wasDown = true;
    on.online(false);
  });
  return () => source.close();
}

/** Where the bytes of a file can be seen, for the two ways Slack lets a block name one. */
export function fileUrl(slackFile) {
  if (slackFile?.id) return `${base}/files/${encodeURIComponent(slackFile.id)}/image`;
  return slackFile?.url ?? null;
}
