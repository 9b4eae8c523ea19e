import { fill, freshId, h } from '../dom.js';
import { openPopover } from '../popover.js';
import { plain } from '../text/plain.js';
import { t } from '../words.js';
import { change, held, wiring } from './field.js';
import { sourceOf } from './options.js';

/**
 * A select you can type into, for one choice or several: arrows move, Enter picks, Escape closes,
 * Backspace in an empty field takes the last choice away.
 */
export function select(field) {
  const { element } = field;
  const multi = element.type.startsWith('multi_');
  const source = sourceOf(field);
  const listId = freshId('list');
  const chips = h('span.chips');
  const input = h('input.select-input', {
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-autocomplete': 'list',
    ...wiring(field),
  });
  const box = h('div.select', { class: multi ? 'multi' : 'single' }, chips, input, chevron());
  const view = { field, source, multi, input, box, chips, listId, popup: null, rows: [], at: -1 };

  rest(view);
  box.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Element && event.target.closest('button')) return;
    if (event.target !== input) {
      event.preventDefault();
      input.focus();
    }
    if (!view.popup) expand(view);
  });
  input.addEventListener('input', () => expand(view));
  input.addEventListener('keydown', (event) => key(view, event));
  input.addEventListener('blur', () => {
    setTimeout(() => {
      if (document.activeElement !== input) view.popup?.close();
    });
  });
  return box;
}

const chevron = () => h('span.chevron', { 'aria-hidden': 'true' }, '▾');

/** The field when nobody is choosing: the choice as text, or as chips. */
function rest(view) {
  const { field, source, multi, input, chips } = view;
  const chosen = source.chosen(held(field));
  const placeholder = field.element.placeholder
    ? plain(field.element.placeholder)
    : t('select.pick');
  input.value = multi ? '' : (chosen[0]?.text ?? '');
  input.placeholder = multi && chosen.length > 0 ? '' : placeholder;
  fill(chips, multi ? chosen.map((choice) => chip(view, choice)) : null);
}

function chip(view, choice) {
  return h(
    'span.chip',
    null,
    choice.text,
    h(
      'button',
      {
        type: 'button',
        'aria-label': t('select.remove', { name: choice.text }),
        onclick: () => put(view, without(view, choice)),
      },
      '✕',
    ),
  );
}

const chosenOf = (view) => view.source.chosen(held(view.field));
const without = (view, choice) => chosenOf(view).filter((other) => other.key !== choice.key);

async function put(view, choices) {
  const told = change(view.field, view.source.write(choices));
  rest(view);
  await told;
  rest(view);
}

function key(view, event) {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (view.popup) move(view, event.key === 'ArrowDown' ? 1 : -1);
    else expand(view, '');
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (view.popup) pick(view, view.rows[view.at]);
    else expand(view, '');
  } else if (event.key === 'Backspace' && view.multi && view.input.value === '') {
    put(view, chosenOf(view).slice(0, -1));
  }
}

function move(view, step) {
  const count = view.rows.length;
  if (count === 0) return;
  view.at = (view.at + step + count) % count;
  view.rows.forEach((row, index) => {
    row.node.classList.toggle('active', index === view.at);
  });
  const { node } = view.rows[view.at];
  view.input.setAttribute('aria-activedescendant', node.id);
  node.scrollIntoView({ block: 'nearest' });
}

async function pick(view, row) {
  if (!row || row.node.getAttribute('aria-disabled') === 'true') return;
  if (!view.multi) {
    view.popup?.close();
    if (chosenOf(view)[0]?.key !== row.choice.key) await put(view, [row.choice]);
    return;
  }
  const chosen = chosenOf(view);
  const there = chosen.some((choice) => choice.key === row.choice.key);
  await put(view, there ? without(view, row.choice) : [...chosen, row.choice]);
  if (view.input.isConnected && view.popup) expand(view);
}

/** Opens the list (or refills it) for what stands in the input. */
async function expand(
  view,
  query = view.popup || view.multi || touched(view) ? view.input.value : '',
) {
  const list = view.popup ? view.list : openList(view);
  view.asked = (view.asked ?? 0) + 1;
  const asked = view.asked;
  if (query.length < view.source.minQuery) {
    show(view, list, [], t('select.type', { n: view.source.minQuery }));
    return;
  }
  if (!list.firstChild) fill(list, h('div.list-note', null, t('select.looking')));
  try {
    const groups = await view.source.groups(query);
    if (asked === view.asked && view.popup) show(view, list, groups, t('select.none'));
  } catch (error) {
    if (asked === view.asked && view.popup) show(view, list, [], error.message);
  }
}

const touched = (view) => view.input.value !== (chosenOf(view)[0]?.text ?? '');

function openList(view) {
  view.list = h('div.listbox', {
    id: view.listId,
    role: 'listbox',
    'aria-multiselectable': view.multi ? 'true' : null,
    onpointerdown: (event) => event.preventDefault(),
  });
  view.popup = openPopover(view.box, view.list, {
    wide: true,
    onclose: () => {
      view.popup = null;
      view.input.setAttribute('aria-expanded', 'false');
      view.input.removeAttribute('aria-activedescendant');
      rest(view);
    },
  });
  view.input.setAttribute('aria-expanded', 'true');
  if (!view.multi) view.input.select();
  return view.list;
}

function show(view, list, groups, emptyNote) {
  const chosen = chosenOf(view);
  const limit = view.multi
    ? (view.field.element.max_selected_items ?? Number.POSITIVE_INFINITY)
    : 2;
  view.rows = [];
  view.at = -1;
  const nodes = groups.map((group) => [
    group.label ? h('div.list-label', { role: 'presentation' }, group.label) : null,
    group.choices.map((choice) => {
      const selected = chosen.some((other) => other.key === choice.key);
      const node = h(
        'div.list-option',
        {
          id: freshId('option'),
          role: 'option',
          'aria-selected': String(selected),
          'aria-disabled': !selected && chosen.length >= limit ? 'true' : null,
          onclick: () => pick(view, row),
        },
        h('span', null, choice.text),
        choice.note ? h('span.list-option-note', null, choice.note) : null,
      );
      const row = { choice, node };
      view.rows.push(row);
      return node;
    }),
  ]);
  fill(list, view.rows.length > 0 ? nodes : h('div.list-note', { role: 'status' }, emptyNote));
  if (view.rows.length > 0) {
    const current = view.rows.findIndex((row) => row.node.getAttribute('aria-selected') === 'true');
    view.at = (view.multi ? 0 : Math.max(0, current)) - 1;
    move(view, 1);
  }
  view.popup.place();
}
