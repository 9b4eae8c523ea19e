import { go, openThread, store } from '../store.js';

/** Links to messages of this workspace are followed here and not in a new window. */

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** @returns {{ channel: string, message: string, thread?: string } | null} */
export function permalink(href) {
  if (!URL.canParse(href)) return null;
  const { hostname, pathname, searchParams } = new URL(href);
  const parts = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(pathname);
  if (!parts || !loopback.test(hostname)) return null;
  const thread = searchParams.get('thread_ts');
  const message = `${parts[2]}.${parts[3]}`;
  return { channel: parts[1], message, ...(thread ? { thread } : {}) };
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const target = link instanceof HTMLAnchorElement ? permalink(link.href) : null;
  if (!target || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  showMessage(target);
});

/**
 * Goes to a message, wherever it is, and lets it be seen.
 * @param {{ channel?: string, message?: string, thread?: string }} target
 */
export async function showMessage({ channel, message, thread }) {
  if (store.place.kind !== 'channel' || store.place.id !== channel) {
    await go({ kind: 'channel', id: channel });
  }
  if (thread) await openThread(channel, thread);
  for (const node of document.querySelectorAll(`[data-ts="${CSS.escape(message)}"]`)) {
    node.scrollIntoView({ block: 'center' });
    node.classList.add('found');
    setTimeout(() => node.classList.remove('found'), 3000);
  }
}
