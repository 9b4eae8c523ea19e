import { fill, h } from './dom.js';
import {
  become,
  closePanel,
  forgetViews,
  on,
  refreshClock,
  refreshMessages,
  store,
  tell,
} from './store.js';
import { mountBottomBar, mountClockSheet } from './views/bottom-bar.js';
import { mountChannel } from './views/channel.js';
import { mountFaults } from './views/faults.js';
import { mountModals } from './views/modal.js';
import { showMessage } from './views/permalinks.js';
import { mountPhone } from './views/phone.js';
import { mountSidebar } from './views/sidebar.js';
import { mountThread } from './views/thread.js';
import { mountTopbar } from './views/topbar.js';
import { setLanguage, t } from './words.js';

/** Draws the frame; everything in it follows the store. */
function mountPage(root) {
  const part = (tag, props, mount) => {
    const node = h(tag, props);
    mount(node);
    return node;
  };
  const panel = h('div.panel-thread');
  fill(
    root,
    h('a.skip', { href: '#middle' }, t('nav.skip')),
    part('header.topbar', null, mountTopbar),
    part('section.faults', { hidden: true, 'aria-live': 'assertive' }, mountFaults),
  );
  const work = h('div.work');
  const side = h('aside.side', { 'aria-label': t('nav.name') });
  const middle = h('main.middle', { id: 'middle', tabindex: '-1' });
  const right = h('aside.panel', { hidden: true, 'aria-label': t('panel.name') });
  work.append(side, middle, right);
  mountSidebar(side);
  mountChannel(middle);
  mountThread(panel);
  right.append(
    panel,
    part('div.panel-phone', null, mountPhone),
    part('div.panel-clock', null, mountClockSheet),
  );
  root.append(
    work,
    part('nav.bottom-bar', { 'aria-label': t('nav.name') }, mountBottomBar),
    h('div.visually-hidden', { id: 'announcer', 'aria-live': 'polite' }),
    h('div', { id: 'notices', popover: 'manual' }),
  );
  right.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) closePanel();
  });
  on('panel', () => {
    right.hidden = store.panel === null;
    document.body.dataset.panel = store.panel ?? '';
    for (const name of ['thread', 'phone', 'clock']) {
      /** @type {any} */ (right.querySelector(`.panel-${name}`)).hidden = store.panel !== name;
    }
  });
}

/** Another language needs another page: labels are written once, when a part is drawn. */
function prepare(root, person) {
  if (!setLanguage(person.locale)) return;
  document.documentElement.lang = person.locale;
  forgetViews();
  for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
  mountPage(root);
  mountModals();
}

/** Whom the address names, else who was here last, else the first of the cast. */
async function becomeSomebody(wanted, root) {
  const candidates = [wanted, localStorage.getItem('person'), document.body.dataset.firstPerson];
  const [first, ...others] = candidates.filter(Boolean);
  const enter = (id) => become(id, (person) => prepare(root, person));
  try {
    await enter(first);
  } catch (error) {
    if (others.length === 0) throw error;
    await enter(others.at(-1));
  }
}

async function start() {
  const root = document.getElementById('app');
  const asked = Object.fromEntries(new URL(location.href).searchParams);
  if (asked.channel) store.place = { kind: 'channel', id: asked.channel };
  try {
    await refreshClock();
    await becomeSomebody(asked.as, root);
    if (asked.message) await showMessage(asked);
    setInterval(() => tell('tick'), 1000);
  } catch (error) {
    const words = [h('h1', null, 'Fly2Any sandbox'), h('p', null, error.message)];
    fill(root, h('div.empty', { role: 'alert' }, words));
  }
}

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && store.workspace) refreshMessages().catch(() => {});
});

start();
