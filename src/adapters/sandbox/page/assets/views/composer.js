import { api } from '../api.js';
import { fill, freshId, h } from '../dom.js';
import { openMenu } from '../popover.js';
import { commandIn, suggestions } from '../slash.js';
import { channelOf, store } from '../store.js';
import { carry } from '../surface.js';
import { t } from '../words.js';
import { icon } from './icon.js';
import { notice } from './notice.js';

/**
 * Where people write: messages, slash commands with their hints, files, shortcuts.
 * @param {{ where: () => { channel: string, threadTs?: string } }} options
 */
export function createComposer({ where }) {
  const listId = freshId('commands');
  const list = h('div.slash-list', {
    id: listId,
    role: 'listbox',
    'aria-label': t('slash.title'),
    hidden: true,
  });
  const input = h('textarea.composer-input', {
    rows: 1,
    'aria-autocomplete': 'list',
    'aria-controls': listId,
  });
  const problem = h('p.composer-problem', { role: 'alert', hidden: true });
  const send = h('button.send', { type: 'submit' }, '➤');
  const file = h('input.visually-hidden', { type: 'file', tabindex: '-1', 'aria-hidden': 'true' });
  const attach = h(
    'button.icon-button',
    { type: 'button', onclick: () => file.click() },
    icon('clip'),
  );
  const plus = h('button.icon-button', { type: 'button', 'aria-haspopup': 'menu' }, icon('bolt'));
  const view = { input, list, problem, where, found: [], at: 0, shut: false };

  const root = h(
    'form.composer',
    {
      onsubmit: (event) => {
        event.preventDefault();
        say(view);
      },
    },
    list,
    problem,
    h('div.composer-box', null, plus, attach, file, input, send),
  );
  plus.addEventListener('click', () => shortcuts(plus));
  file.addEventListener('change', () => share(view, file));
  input.addEventListener('input', () => {
    view.shut = false;
    problem.hidden = true;
    complete(view);
    grow(input);
  });
  input.addEventListener('keydown', (event) => key(view, event));
  input.addEventListener('blur', () => setTimeout(() => hide(view), 150));
  input.addEventListener('focus', () => complete(view));

  return {
    root,
    focus: () => input.focus({ preventScroll: true }),
    refresh() {
      const { channel: id, threadTs } = where();
      const channel = channelOf(id);
      const name = channel?.kind === 'channel' ? `#${channel.name}` : t('app.name');
      input.placeholder = threadTs
        ? t('composer.thread')
        : t(innerWidth < 900 ? 'composer.short' : 'composer.channel', { name });
      input.setAttribute('aria-label', input.placeholder);
      send.setAttribute('aria-label', t('composer.send'));
      attach.setAttribute('aria-label', t('composer.attach'));
      attach.title = t('composer.attach');
      plus.setAttribute('aria-label', t('composer.shortcuts'));
      plus.title = t('composer.shortcuts');
      plus.hidden = Boolean(threadTs) || (store.workspace?.globalShortcuts.length ?? 0) === 0;
    },
  };
}

function grow(input) {
  input.style.height = 'auto';
  input.style.height = `${Math.min(input.scrollHeight, 180)}px`;
}

function key(view, event) {
  if (event.isComposing) return;
  const open = !view.list.hidden;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (open && step) {
    event.preventDefault();
    mark(view, (view.at + step + view.found.length) % view.found.length);
  } else if (open && event.key === 'Escape') {
    event.preventDefault();
    view.shut = true;
    hide(view);
  } else if (open && event.key === 'Tab' && !event.shiftKey) {
    event.preventDefault();
    take(view, view.found[view.at]);
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    const chosen = open ? view.found[view.at] : null;
    if (chosen && !view.input.value.startsWith(chosen.insert.trim())) take(view, chosen);
    else say(view);
  }
}

function complete(view) {
  const { list, input } = view;
  view.found = view.shut ? [] : suggestions(input.value, store.workspace?.commands ?? []);
  const threaded = Boolean(view.where().threadTs);
  if (view.found.length === 0 || threaded || document.activeElement !== input) {
    hide(view);
    return;
  }
  list.hidden = false;
  view.rows = view.found.map((one) =>
    h(
      'div.slash-row',
      {
        id: freshId('command'),
        role: 'option',
        onpointerdown: (event) => {
          event.preventDefault();
          take(view, one);
        },
      },
      h('span.slash-name', null, one.title),
      one.hint ? h('code.slash-hint', null, one.hint) : null,
      one.note ? h('span.slash-note', null, one.note) : null,
    ),
  );
  fill(list, h('div.slash-title', { 'aria-hidden': 'true' }, t('slash.title')), view.rows);
  mark(view, 0);
}

function mark(view, at) {
  view.at = at;
  view.rows.forEach((row, index) => {
    row.setAttribute('aria-selected', String(index === at));
  });
  view.input.setAttribute('aria-activedescendant', view.rows[at]?.id ?? '');
  view.rows[at]?.scrollIntoView({ block: 'nearest' });
}

function take(view, one) {
  view.input.value = one.insert;
  view.input.focus();
  grow(view.input);
  complete(view);
}

function hide(view) {
  view.list.hidden = true;
  view.input.removeAttribute('aria-activedescendant');
}

function refuse(view, text) {
  view.problem.textContent = text;
  view.problem.hidden = false;
}

/** Enter: a command goes to the app, anything else into the conversation. */
async function say(view) {
  const { input } = view;
  const text = input.value.trim();
  const { channel, threadTs } = view.where();
  if (!text) return;
  const command = commandIn(text);
  if (command && threadTs) return refuse(view, t('slash.in-thread', { command }));
  const known = store.workspace.commands.some((one) => one.command === command);
  if (command && !known) return refuse(view, t('slash.unknown', { command }));
  input.value = '';
  grow(input);
  hide(view);
  const result = await carry(() =>
    command ? api.command(store.as, channel, text) : api.message(store.as, channel, text, threadTs),
  );
  if (!result && !input.value) {
    input.value = text;
    grow(input);
  }
  return undefined;
}

async function share(view, file) {
  const { channel, threadTs } = view.where();
  for (const one of file.files) {
    notice(t('file.sending', { name: one.name }));
    await carry(() => api.upload(store.as, one, channel, threadTs));
  }
  file.value = '';
}

function shortcuts(anchor) {
  const items = store.workspace.globalShortcuts.map(({ callbackId, name }) => ({
    label: `⚡ ${name}`,
    run: () => carry(() => api.shortcut(store.as, callbackId)),
  }));
  openMenu(anchor, items, { label: t('composer.shortcuts'), end: false });
}
