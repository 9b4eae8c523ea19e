import { api } from '../api.js';
import { h } from '../dom.js';
import { me, now, on, store } from '../store.js';
import { t } from '../words.js';
import { icon } from './icon.js';
import { notice } from './notice.js';

const hour = 3_600_000;

/**
 * The product clock: what time it is for the app, and the three ways to move it. It only goes
 * forward. Drawn in the top bar and, on a narrow page, as a sheet.
 */
export function clockControls() {
  const face = h('span.clock-time');
  const day = h('span.clock-day');
  const zone = h('span.clock-zone');
  const move = (key, step) => {
    const control = h(
      'button.clock-move',
      {
        type: 'button',
        title: t(`clock.${key}-note`),
        onclick: async () => {
          control.setAttribute('aria-busy', 'true');
          try {
            const clock = await api.moveClock(step);
            store.clock = { ...clock, readAt: performance.now() };
            tick();
            notice(t('clock.moved', { time: `${day.textContent}, ${face.textContent}` }));
          } catch (error) {
            notice(error.message, 'bad');
          }
          control.removeAttribute('aria-busy');
        },
      },
      t(`clock.${key}`),
    );
    return control;
  };
  const root = h(
    'div.clock',
    { role: 'group', 'aria-label': t('clock.title') },
    h(
      'span.clock-face',
      { title: t('clock.note') },
      h('span.clock-mark', { 'aria-hidden': 'true' }, icon('clock')),
      day,
      face,
      zone,
    ),
    h(
      'span.clock-moves',
      null,
      move('hour', { advanceMs: hour }),
      move('day', { advanceMs: 24 * hour }),
      move('window', { toNextWindow: true }),
    ),
  );

  function tick() {
    if (!store.clock || !store.workspace) return;
    const timeZone = store.clock.timeZone ?? 'America/New_York';
    const write = (options) =>
      new Intl.DateTimeFormat(me().locale, { timeZone, ...options }).format(now());
    const time = write({ hour: 'numeric', minute: '2-digit' });
    if (face.textContent !== time) {
      face.textContent = time;
      day.textContent = write({ weekday: 'short', day: 'numeric', month: 'short' });
      zone.textContent = timeZone.split('/').pop()?.replace('_', ' ') ?? timeZone;
    }
  }
  on('clock', () => {
    face.textContent = '';
    tick();
  });
  on('workspace tick', tick);
  return root;
}
