import { api } from '../api.js';
import { renderBlocks } from '../blocks/blocks.js';
import { fill, h } from '../dom.js';
import { channelOf, go, me, on, ownDm, store, toggleDrawer } from '../store.js';
import { surfaceOf } from '../surface.js';
import { t } from '../words.js';
import { avatar } from './avatar.js';
import { createComposer } from './composer.js';
import { createMessageList } from './message-list.js';

/** The middle of the page: a channel, the conversation with the app, or the app's Home tab. */
export function mountChannel(target) {
  const head = h('header.channel-head');
  const home = h('div.home-view', { hidden: true });
  const list = createMessageList({ empty: emptyChannel });
  const composer = createComposer({ where: () => ({ channel: store.place.id }) });
  target.append(head, home, list.root, composer.root);

  const draw = () => {
    if (!store.workspace) return;
    const isHome = store.place.kind === 'home';
    fill(head, heading());
    home.hidden = !isHome;
    list.root.hidden = isHome;
    composer.root.hidden = isHome;
    composer.refresh();
    document.title = `${titleOf()} · Fly2Any sandbox`;
    if (isHome) drawHome(home);
  };
  on('place', draw);
  on('workspace', draw);
  on('messages', () => {
    if (store.place.kind === 'channel') list.show(store.messages, `${store.as} ${store.place.id}`);
  });
  on('place', () => {
    if (innerWidth >= 900 && store.place.kind === 'channel') composer.focus();
  });
}

const place = () => (store.place.kind === 'channel' ? channelOf(store.place.id) : null);
const titleOf = () => {
  const channel = place();
  return channel && channel.kind === 'channel' ? `#${channel.name}` : t('app.name');
};

function heading() {
  const menu = h(
    'button.icon-button.menu-button',
    { type: 'button', 'aria-label': t('nav.open'), onclick: () => toggleDrawer(true) },
    '☰',
  );
  const channel = place();
  if (channel && channel.kind === 'channel') {
    const topic = t(`topic.${channel.name}`);
    return [
      menu,
      h('h1', null, h('span.hash', { 'aria-hidden': 'true' }, '#'), channel.name),
      topic.startsWith('topic.') ? null : h('p.topic', null, topic),
    ];
  }
  const dm = ownDm();
  const tab = (label, current, to) =>
    h(
      'button.tab',
      { type: 'button', 'aria-current': current ? 'page' : null, onclick: () => go(to) },
      label,
    );
  return [
    menu,
    h('h1.with-avatar', null, avatar(null, 'small'), t('app.name')),
    h(
      'nav.tabs',
      { 'aria-label': t('app.name') },
      tab(t('app.home'), store.place.kind === 'home', { kind: 'home' }),
      dm
        ? tab(t('app.messages'), store.place.kind === 'channel', { kind: 'channel', id: dm.id })
        : null,
    ),
  ];
}

function drawHome(target) {
  const { home, homeValues } = store.workspace;
  if (!home) {
    fill(target, h('div.empty', null, h('p', null, t('home.empty'))));
    return;
  }
  let page = target.querySelector('.home-page');
  if (!page || page.dataset.owner !== store.as) {
    page = h('div.home-page', { data: { owner: store.as } });
    fill(target, page);
  }
  const surface = surfaceOf({
    key: 'home',
    where: { home: true },
    blocks: home.blocks,
    known: homeValues,
  });
  renderBlocks(page, home.blocks, surface);
}

function emptyChannel() {
  const channel = place();
  const isDm = channel?.kind === 'dm';
  const suggestion = (text) =>
    h(
      'button.button',
      { type: 'button', onclick: () => api.command(store.as, channel.id, text) },
      text,
    );
  const first = store.workspace.commands[0]?.command;
  return h(
    'div.empty',
    null,
    isDm ? avatar(null, 'large') : h('span.empty-hash', { 'aria-hidden': 'true' }, '#'),
    h('h2', null, isDm ? t('empty.dm') : t('empty.channel', { name: channel?.name ?? '' })),
    h('p', null, t(isDm ? 'empty.dm-note' : 'empty.channel-note', { name: me().name })),
    first ? suggestion(`${first} help`) : null,
  );
}
