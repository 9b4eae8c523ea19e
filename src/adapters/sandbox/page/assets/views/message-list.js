import { arrange } from '../blocks/blocks.js';
import { announce, h } from '../dom.js';
import { lookup, me } from '../store.js';
import { dayDivider, dayOf } from '../text/time.js';
import { t } from '../words.js';
import { continues, keyOf, messageNode, momentOfTs, redraw } from './message.js';

/**
 * A list that follows what is said: stays at the bottom while the reader is there, and otherwise
 * says that there is something new.
 * @param {{ inThread?: boolean, empty?: () => HTMLElement }} [options]
 */
export function createMessageList({ inThread = false, empty } = {}) {
  const list = h('div.message-list', { role: 'log', 'aria-live': 'off', tabindex: '0' });
  const more = h(
    'button.more-below',
    { type: 'button', hidden: true, onclick: () => toBottom('smooth') },
    t('messages.new'),
  );
  const root = h('div.message-scroll', null, list, more);
  let rows = new Map();
  let subject = null;

  const atBottom = () => list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  /** @param {ScrollBehavior} behavior */
  const toBottom = (behavior = 'auto') => {
    list.scrollTo({ top: list.scrollHeight, behavior });
    more.hidden = true;
  };
  list.addEventListener('scroll', () => {
    if (atBottom()) more.hidden = true;
  });
  // Pictures arrive late and push the end away.
  list.addEventListener('load', () => (follow ? toBottom() : null), true);
  let follow = true;
  list.addEventListener('scroll', () => {
    follow = atBottom();
  });

  /** @param {any[]} messages @param {string} of what they belong to; another one starts afresh */
  function show(messages, of) {
    const fresh = of !== subject;
    if (fresh) rows = new Map();
    const stay = !fresh && !atBottom();
    const known = rows;
    rows = new Map();
    const nodes = [];
    let before = null;
    for (const message of messages) {
      const divider = dividerFor(message, before, known, rows);
      if (divider) nodes.push(divider);
      const row = rowFor(message, divider ? null : before, known);
      rows.set(keyOf(message), row);
      nodes.push(row.node);
      before = message;
    }
    arrange(list, nodes.length > 0 || !empty ? nodes : [empty()]);
    const news = messages.filter((message) => !known.has(keyOf(message)));
    if (!fresh && news.length > 0) tellNews(news);
    const mine = news.at(-1)?.user === me().id || Boolean(news.at(-1)?.ephemeralTo);
    if (stay && !mine) more.hidden = more.hidden && news.length === 0;
    else toBottom();
    subject = of;
  }

  function dividerFor(message, before, known, kept) {
    const { reader } = lookup();
    const day = dayOf(momentOfTs(message.ts), reader);
    if (inThread || (before && dayOf(momentOfTs(before.ts), reader) === day)) return null;
    const key = `day ${day} ${message.ts}`;
    const face = dayDivider(momentOfTs(message.ts), reader);
    const old = known.get(key);
    const row =
      old?.face === face
        ? old
        : { face, node: h('div.day', { role: 'separator' }, h('span', null, face)) };
    kept.set(key, row);
    return row.node;
  }

  function rowFor(message, before, known) {
    const compact = !inThread && continues(message, before);
    const { reader } = lookup();
    const look = [reader.locale, reader.tz, dayOf(reader.now, reader), compact];
    const { blocks, text, ...around } = message;
    const outer = JSON.stringify([around, blocks.length > 0 || text, look]);
    const face = JSON.stringify(blocks);
    const old = known.get(keyOf(message));
    if (old?.outer === outer && old.face === face) return old;
    if (old?.outer === outer) redraw(old.node, message);
    const node = old?.outer === outer ? old.node : messageNode(message, { compact, inThread });
    return { outer, face, node };
  }

  return { root, show, toBottom };
}

function tellNews(news) {
  const last = news.at(-1);
  if (last.user !== me().id)
    announce(t('messages.said', { text: String(last.text).slice(0, 200) }));
}
