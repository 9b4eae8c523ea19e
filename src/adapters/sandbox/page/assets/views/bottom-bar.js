import { fill, h } from '../dom.js';
import { closePanel, go, lookup, now, on, showPanel, store, toggleDrawer } from '../store.js';
import { time } from '../text/time.js';
import { t } from '../words.js';
import { clockControls } from './clock.js';
import { icon } from './icon.js';
import { openPeople } from './topbar.js';

/** On a narrow page: everything within a thumb's reach. */
export function mountBottomBar(target) {
  const draw = () => {
    if (!store.workspace) return;
    const { panel, place } = store;
    const count = Object.values(store.workspace.unread).reduce((sum, n) => sum + n, 0);
    fill(
      target,
      item('#', t('nav.channels'), !panel && place.kind === 'channel', () => toggleDrawer(), count),
      item(icon('home'), t('app.home'), !panel && place.kind === 'home', () =>
        go({ kind: 'home' }),
      ),
      item(icon('phone'), t('phone.short'), panel === 'phone', () => toggle('phone')),
      item(icon('clock'), clockTime(), panel === 'clock', () => toggle('clock')),
      item(icon('person'), t('people.short'), false, (event) => openPeople(event.currentTarget)),
    );
  };
  on('workspace place panel', draw);
  let shown = '';
  on('tick clock', () => {
    if (!store.workspace || shown === clockTime()) return;
    shown = clockTime();
    draw();
  });
}

const clockTime = () => time(now(), { ...lookup().reader, tz: store.clock?.timeZone ?? 'UTC' });

const toggle = (panel) => (store.panel === panel ? closePanel() : showPanel(panel));

function item(mark, label, current, onclick, count = 0) {
  return h(
    'button.bar-item',
    { type: 'button', 'aria-current': current ? 'page' : null, onclick },
    h('span.bar-mark', { 'aria-hidden': 'true' }, mark),
    h('span', null, label),
    count > 0 ? h('span.badge', { 'aria-label': t('nav.unread', { n: count }) }, count) : null,
  );
}

/** The clock as a sheet of its own. */
export function mountClockSheet(target) {
  target.append(
    h(
      'header.panel-head',
      null,
      h('h2', null, t('clock.title')),
      h(
        'button.icon-button',
        { type: 'button', 'aria-label': t('dialog.close'), onclick: closePanel },
        '✕',
      ),
    ),
    h('p.clock-explained', null, t('clock.note')),
    clockControls(),
  );
}
