import { h } from '../dom.js';
import { plain } from '../text/plain.js';
import { asRichText, plainOf } from '../text/rich-text.js';
import { change, held, keep, wiring } from './field.js';

const kinds = {
  plain_text_input: { type: 'text' },
  email_text_input: { type: 'email', autocomplete: 'off', inputmode: 'email' },
  url_text_input: { type: 'url', inputmode: 'url' },
  number_input: { type: 'text', inputmode: 'decimal' },
};

const triggers = (element) =>
  element.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];

/** Text, e-mail, address and number fields; Enter and typing reach the app as the config says. */
export function textInput(field) {
  const { element } = field;
  const value = held(field).value ?? '';
  const control = element.multiline
    ? h('textarea.text-input', { rows: 4, ...shared(field) })
    : h('input.text-input', { ...kinds[element.type], ...shared(field) });
  control.value = value;
  const counter = element.max_length ? h('span.counter', { 'aria-hidden': 'true' }) : null;
  const count = () => {
    if (!counter) return;
    const left = element.max_length - control.value.length;
    counter.textContent = String(left);
    counter.classList.toggle('low', left < 20);
  };
  control.addEventListener('input', () => {
    keep(field, { value: control.value === '' ? null : control.value });
    count();
    if (field.dispatches && triggers(element).includes('on_character_entered')) {
      tell(field, control);
    }
  });
  control.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (element.multiline && !event.ctrlKey && !event.metaKey) return;
    if (!element.multiline) event.preventDefault();
    if (field.dispatches && triggers(element).includes('on_enter_pressed')) tell(field, control);
    else if (field.surface.submit) field.surface.submit();
  });
  count();
  const grow = element.multiline ? 'grow' : '';
  return h('div.text-field', { class: grow }, control, counter);
}

const tell = (field, control) => change(field, { value: control.value || null });

function shared(field) {
  const { element } = field;
  return {
    ...wiring(field),
    placeholder: element.placeholder ? plain(element.placeholder) : null,
    maxlength: element.max_length ?? (element.type === 'plain_text_input' ? 3000 : null),
    autocomplete: 'off',
  };
}

/** A rich text field, reduced to its words: what is typed is sent as one rich text section. */
export function richTextInput(field) {
  const { element } = field;
  const control = h('textarea.text-input', {
    ...wiring(field),
    rows: element.min_lines ?? 4,
    placeholder: element.placeholder ? plain(element.placeholder) : null,
  });
  control.value = plainOf(held(field).rich_text_value);
  control.addEventListener('input', () => {
    keep(field, { rich_text_value: control.value ? asRichText(control.value) : null });
  });
  control.addEventListener('change', () => {
    if (field.dispatches) change(field, { rich_text_value: asRichText(control.value) });
  });
  return h('div.text-field.grow', null, control);
}
