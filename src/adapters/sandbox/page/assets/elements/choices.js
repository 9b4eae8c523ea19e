import { freshId, h } from '../dom.js';
import { textNode } from '../text/plain.js';
import { change, held, wiring } from './field.js';

const same = (a, b) => a?.value === b?.value;

function option(field, choice, index, type, group, onchange) {
  const state = held(field);
  const checked =
    type === 'radio'
      ? same(state.selected_option, choice)
      : state.selected_options.some((selected) => same(selected, choice));
  const descriptionId = choice.description ? freshId('choice') : null;
  const control = h('input', {
    type,
    name: group,
    checked,
    'aria-describedby': descriptionId,
    data: wiring(field, `#${index}`).data,
    onchange,
  });
  return h(
    'label.choice',
    null,
    control,
    h(
      'span.choice-text',
      null,
      textNode(choice.text, field.surface.lookup()),
      choice.description
        ? h(
            'span.choice-description',
            { id: descriptionId },
            textNode(choice.description, field.surface.lookup()),
          )
        : null,
    ),
  );
}

function group(field, role, rows) {
  const { data: _data, id: _id, ...aria } = wiring(field);
  return h('div.choices', { role, ...aria }, rows);
}

/** A set of checkboxes. */
export function checkboxes(field) {
  const { element } = field;
  const name = freshId('boxes');
  const rows = element.options.map((choice, index) =>
    option(field, choice, index, 'checkbox', name, async (event) => {
      const box = event.currentTarget;
      const others = held(field).selected_options.filter((selected) => !same(selected, choice));
      const chosen = box.checked ? [...others, choice] : others;
      const inOrder = element.options.filter((one) => chosen.some((other) => same(one, other)));
      if (!(await change(field, { selected_options: inOrder }))) box.checked = !box.checked;
    }),
  );
  return group(field, 'group', rows);
}

/** Radio buttons. */
export function radioButtons(field) {
  const { element } = field;
  const name = freshId('radio');
  const rows = element.options.map((choice, index) =>
    option(field, choice, index, 'radio', name, async () => {
      if (await change(field, { selected_option: choice })) return;
      const before = element.options.findIndex((one) => same(one, held(field).selected_option));
      rows.forEach((row, at) => {
        row.querySelector('input').checked = at === before;
      });
    }),
  );
  return group(field, 'radiogroup', rows);
}
