import { api } from '../api.js';
import { fill, h } from '../dom.js';
import { closePanel, lookup, now, on, store } from '../store.js';
import { dayOf, time, weekday } from '../text/time.js';
import { t } from '../words.js';
import { conversation, nationalPhone } from './phone-talk.js';

/**
 * A contact's phone: whose it is can be searched, what arrived is shown, and it can answer.
 */
export function mountPhone(target) {
  const screen = h('div.phone-screen');
  const clock = h('span');
  const view = { contact: null, query: '', screen, people: [] };
  target.append(
    h(
      'header.panel-head',
      null,
      h('h2', null, t('phone.title'), h('span.panel-sub', null, t('phone.sub'))),
      h(
        'button.icon-button',
        { type: 'button', 'aria-label': t('phone.close'), onclick: closePanel },
        '✕',
      ),
    ),
    h(
      'div.phone-body',
      null,
      h(
        'div.phone-frame',
        null,
        h(
          'div.phone-status',
          { 'aria-hidden': 'true' },
          clock,
          h('span.phone-notch'),
          h('span', null, '5G ▮▮▮'),
        ),
        screen,
      ),
    ),
  );
  const tick = () => {
    if (store.panel === 'phone' && store.workspace)
      clock.textContent = time(now(), lookup().reader);
  };
  on('clock panel tick', tick);
  on('panel', () => {
    if (store.panel === 'phone') contacts(view);
  });
  on('phones', () => {
    if (store.panel !== 'phone') return;
    if (view.contact) view.refresh?.();
    else search(view);
  });
}

/** The list of people, newest first, with a search above it. */
function contacts(view) {
  view.contact = null;
  view.refresh = null;
  const list = h('ul.phone-list');
  const field = h('input.phone-search', {
    type: 'search',
    placeholder: t('phone.search'),
    'aria-label': t('phone.search'),
    value: view.query,
    oninput: () => {
      view.query = field.value;
      search(view);
    },
  });
  view.list = list;
  fill(view.screen, h('div.phone-app', null, h('h3', null, t('phone.people')), field), list);
  if (innerWidth >= 900) field.focus();
  search(view);
}

async function search(view) {
  const { query, list } = view;
  try {
    const people = await api.phones(query);
    if (query !== view.query || list !== view.list) return;
    fill(
      list,
      people.length > 0
        ? people.map((one) => row(view, one))
        : h('li.phone-none', null, t(query ? 'phone.none' : 'phone.nobody')),
    );
  } catch (error) {
    fill(list, h('li.phone-none', { role: 'alert' }, error.message));
  }
}

function row(view, person) {
  return h(
    'li',
    null,
    h(
      'button.phone-row',
      {
        type: 'button',
        onclick: () => {
          view.contact = person;
          view.refresh = conversation(view.screen, person, () => contacts(view));
        },
      },
      h('span.phone-face', { 'aria-hidden': 'true' }, [...person.name][0] ?? '?'),
      h(
        'span.phone-words',
        null,
        h('strong', null, person.name || nationalPhone(person.phone)),
        h('span', null, person.last || nationalPhone(person.phone)),
      ),
      person.at ? h('time', null, when(new Date(person.at))) : null,
    ),
  );
}

function when(moment) {
  const { reader } = lookup();
  return dayOf(moment, reader) === dayOf(reader.now, reader)
    ? time(moment, reader)
    : weekday(moment, reader);
}
