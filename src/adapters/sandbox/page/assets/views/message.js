import { api } from '../api.js';
import { renderBlocks } from '../blocks/blocks.js';
import { picture } from '../blocks/picture.js';
import { h } from '../dom.js';
import { sizeOf } from '../elements/file-input.js';
import { openMenu } from '../popover.js';
import { lookup, openThread, store } from '../store.js';
import { carry, surfaceOf } from '../surface.js';
import { mrkdwn } from '../text/mrkdwn.js';
import { fullMoment, time } from '../text/time.js';
import { t } from '../words.js';
import { avatar } from './avatar.js';
import { icon } from './icon.js';

export const momentOfTs = (ts) => new Date(Number(ts) * 1000);
export const keyOf = (message) => `${message.channel} ${message.ts} ${message.ephemeralTo ?? ''}`;

const authorOf = (message) =>
  message.user ? store.workspace.people.find(({ id }) => id === message.user) : null;

/** Whether it can stand below the one before without repeating who speaks. */
export function continues(message, before) {
  if (!before || before.user !== message.user || message.ephemeralTo || before.ephemeralTo) {
    return false;
  }
  return message.user !== null && Number(message.ts) - Number(before.ts) < 300;
}

/**
 * One message.
 * @param {any} message
 * @param {{ compact?: boolean, inThread?: boolean }} [options]
 */
export function messageNode(message, { compact = false, inThread = false } = {}) {
  const author = authorOf(message);
  const { reader } = lookup();
  const at = momentOfTs(message.ts);
  const stamp = h(
    'time.stamp',
    { datetime: at.toISOString(), title: fullMoment(at, reader) },
    time(at, reader),
  );
  const name = author?.name ?? t('app.name');
  return h(
    'article.message',
    {
      class: `${compact ? 'compact' : ''} ${message.ephemeralTo ? 'ephemeral' : ''}`,
      'aria-label': t('message.label', { name, time: time(at, reader) }),
      data: { ts: message.ts },
    },
    h('div.message-side', null, compact ? stamp.cloneNode(true) : avatar(author)),
    h(
      'div.message-main',
      null,
      message.ephemeralTo ? h('p.only-you', null, icon('eye'), ' ', t('message.only-you')) : null,
      compact
        ? null
        : h(
            'header.message-head',
            null,
            h('strong', null, name),
            author ? null : h('span.app-badge', null, t('app.badge')),
            stamp,
          ),
      body(message),
      message.edited ? h('span.edited', null, t('message.edited')) : null,
      message.files.length > 0 ? h('div.files', null, message.files.map(fileNode)) : null,
      inThread || message.replyCount === 0 ? null : replies(message),
    ),
    tools(message, inThread),
  );
}

function body(message) {
  const target = h('div.message-body');
  if (message.blocks.length > 0) drawBlocks(target, message);
  else if (message.text) target.append(mrkdwn(message.text, lookup()));
  return target;
}

function drawBlocks(target, message) {
  const { channel, ts, blocks } = message;
  const key = `message ${keyOf(message)}`;
  renderBlocks(target, blocks, surfaceOf({ key, where: { message: { channel, ts } }, blocks }));
}

/** Draws what changed in a message's blocks; everything else of it stays as it stands. */
export function redraw(node, message) {
  drawBlocks(node.querySelector('.message-body'), message);
}

function replies(message) {
  return h(
    'button.replies',
    { type: 'button', onclick: () => openThread(message.channel, message.ts) },
    t(message.replyCount === 1 ? 'message.reply' : 'message.replies', { n: message.replyCount }),
    h('span.replies-open', null, t('message.view-thread')),
  );
}

function tools(message, inThread) {
  if (message.ephemeralTo) {
    const { channel, ts } = message;
    return h(
      'div.tools',
      null,
      tool('✕', t('message.dismiss'), () => carry(() => api.dismiss(store.as, channel, ts))),
    );
  }
  const shortcuts = store.workspace.messageShortcuts ?? [];
  return h(
    'div.tools',
    null,
    inThread
      ? null
      : tool(icon('talk'), t('message.answer'), () =>
          openThread(message.channel, message.threadTs ?? message.ts),
        ),
    shortcuts.length > 0
      ? tool('⋮', t('message.more'), (event) => shortcutMenu(event, message))
      : null,
  );
}

const tool = (mark, label, onclick) =>
  h('button.tool', { type: 'button', 'aria-label': label, title: label, onclick }, mark);

function shortcutMenu(event, { channel, ts }) {
  const items = store.workspace.messageShortcuts.map(({ callbackId, name }) => ({
    label: `⚡ ${name}`,
    run: () => carry(() => api.shortcut(store.as, callbackId, { channel, ts })),
  }));
  openMenu(event.currentTarget, items, { label: t('message.more') });
}

function fileNode(file) {
  if (/^image\/(png|jpeg|gif|webp)$/.test(file.mimetype)) {
    const image = { image_url: file.url, alt_text: file.altText ?? file.name };
    return h('figure.image-file', null, h('figcaption', null, file.name), picture(image));
  }
  return h(
    'a.file-card',
    { href: file.url, download: file.name },
    h('span.file-kind', { 'aria-hidden': 'true' }, file.name.split('.').pop()?.slice(0, 4) ?? ''),
    h('span', null, h('strong', null, file.name), h('small', null, sizeOf(file.size))),
    h('span.file-get', { 'aria-hidden': 'true' }, '↓'),
  );
}
