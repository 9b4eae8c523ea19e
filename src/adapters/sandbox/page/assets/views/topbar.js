import { fill, h } from '../dom.js';
import { openPopover } from '../popover.js';
import { become, me, on, store } from '../store.js';
import { t } from '../words.js';
import { avatar } from './avatar.js';
import { clockControls } from './clock.js';
import { notice } from './notice.js';

/** Brand, what this is, the clock, and who you are. */
export function mountTopbar(target) {
  const person = h('button.person', {
    type: 'button',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    onclick: () => openPeople(person),
  });
  const note = h('p.sandbox-note', { role: 'note' });
  const line = h('span.offline', { role: 'status', hidden: true });
  target.append(
    h(
      'a.brand',
      { href: '/', 'aria-label': 'Fly2Any' },
      h('img', { src: '/page/icon.svg', alt: '' }),
      h('span', null, 'Fly2Any'),
    ),
    note,
    line,
    clockControls(),
    person,
  );
  on('workspace', () => {
    if (!store.workspace) return;
    const who = me();
    fill(note, h('strong', null, t('sandbox.title')), h('span', null, t('sandbox.short')));
    fill(
      person,
      h('span.visually-hidden', null, `${t('people.title')}: `),
      avatar(who, 'small'),
      h('span.person-words', null, h('strong', null, who.name), h('small', null, roleOf(who))),
      h('span', { 'aria-hidden': 'true' }, '▾'),
    );
  });
  on('online', () => {
    line.hidden = store.online;
    line.textContent = t('offline');
  });
}

const roleOf = (person) => `${t(`role.${person.title}`)} · ${person.locale}`;

/** The avatar menu: who to be. Also opened from the bar at the bottom of a narrow page. */
export function openPeople(anchor) {
  const rows = store.workspace.people.map((person) =>
    h(
      'button.people-row',
      {
        type: 'button',
        role: 'menuitemradio',
        'aria-checked': String(person.id === store.as),
        onclick: () => {
          handle.close();
          if (person.id !== store.as) switchTo(person);
        },
      },
      avatar(person),
      h(
        'span.person-words',
        null,
        h('strong', null, person.name),
        h('small', null, roleOf(person)),
      ),
      person.id === store.as ? h('span.tick', { 'aria-hidden': 'true' }, '✓') : null,
    ),
  );
  const menu = h(
    'div.people',
    { role: 'menu', 'aria-label': t('people.title') },
    h('p', null, t('people.note')),
    rows,
  );
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = rows.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    rows[(at + step + rows.length) % rows.length].focus();
  });
  const handle = openPopover(anchor, menu, {
    end: true,
    onclose: () => anchor.setAttribute('aria-expanded', 'false'),
  });
  anchor.setAttribute('aria-expanded', 'true');
  rows.find((row) => row.getAttribute('aria-checked') === 'true')?.focus();
}

async function switchTo(person) {
  try {
    await become(person.id);
    notice(t('people.now', { name: person.name, role: t(`role.${person.title}`) }));
  } catch (error) {
    notice(error.message, 'bad');
  }
}
