import { fill, h } from '../dom.js';
import { closePanel, go, on, ownDm, showPanel, store, toggleDrawer } from '../store.js';
import { t } from '../words.js';
import { avatar } from './avatar.js';
import { icon } from './icon.js';

/** Channels, the app, and the phone; on a narrow page a drawer. */
export function mountSidebar(target) {
  const veil = h('div.veil', { onclick: () => toggleDrawer(false) });
  const nav = h('nav.side-nav', { 'aria-label': t('nav.name') });
  target.append(nav);
  target.after(veil);
  const draw = () => {
    if (store.workspace) fill(nav, content());
  };
  on('workspace place panel', draw);
  on('drawer', () => {
    document.body.classList.toggle('drawer-open', store.drawer);
    if (store.drawer) nav.querySelector('button')?.focus();
  });
  target.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && store.drawer) toggleDrawer(false);
  });
}

function content() {
  const { channels, unread } = store.workspace;
  const dm = ownDm();
  const here = store.place.kind === 'channel' ? store.place.id : 'home';
  return [
    h('h2', null, t('nav.app')),
    entry({
      mark: avatar(null, 'tiny'),
      name: t('app.home'),
      on: here === 'home',
      run: () => go({ kind: 'home' }),
    }),
    dm
      ? entry({
          mark: h('span', null, icon('mail')),
          name: t('app.messages'),
          on: here === dm.id,
          count: unread[dm.id],
          run: () => go({ kind: 'channel', id: dm.id }),
        })
      : null,
    h('h2', null, t('nav.channels')),
    channels
      .filter((channel) => channel.kind === 'channel')
      .map((channel) =>
        entry({
          mark: h('span', null, '#'),
          name: channel.name,
          on: here === channel.id,
          count: unread[channel.id],
          run: () => go({ kind: 'channel', id: channel.id }),
        }),
      ),
    h('h2', null, t('nav.outside')),
    entry({
      mark: h('span', null, icon('phone')),
      name: t('phone.title'),
      on: store.panel === 'phone',
      run: () => (store.panel === 'phone' ? closePanel() : showPanel('phone')),
    }),
    h('p.side-note', null, h('strong', null, t('sandbox.title')), t('sandbox.note')),
  ];
}

function entry({ mark, name, on: current, count = 0, run }) {
  return h(
    'button.side-entry',
    {
      type: 'button',
      class: count > 0 ? 'unread' : '',
      'aria-current': current ? 'page' : null,
      onclick: run,
    },
    h('span.side-mark', { 'aria-hidden': 'true' }, mark),
    h('span.side-name', null, name),
    count > 0
      ? h('span.badge', { 'aria-label': t('nav.unread', { n: count }) }, count > 99 ? '99+' : count)
      : null,
  );
}
