import { h } from '../dom.js';
import { openMenu } from '../popover.js';
import { plain } from '../text/plain.js';
import { t } from '../words.js';
import { wiring } from './field.js';

/** Runs a press: confirm first, look busy until the app has acknowledged. */
async function press(field, control, payload) {
  const { element, surface } = field;
  if (control.getAttribute('aria-busy') === 'true') return;
  if (element.confirm && !(await surface.confirm(element.confirm))) return;
  control.setAttribute('aria-busy', 'true');
  try {
    await surface.act(field.blockId, element, payload);
  } finally {
    control.removeAttribute('aria-busy');
  }
}

/** A button; one with an address opens it as well. */
export function button(field) {
  const { element } = field;
  const control = h(
    'button.button',
    {
      type: 'button',
      class: element.style ?? '',
      ...wiring(field),
      'aria-label': element.accessibility_label ?? null,
      'aria-labelledby': null,
      onclick: () => {
        if (/^https?:\/\//i.test(element.url ?? '')) {
          window.open(element.url, '_blank', 'noopener,noreferrer');
        }
        press(field, control, element.value === undefined ? {} : { value: element.value });
      },
    },
    plain(element.text),
    element.url ? h('span.outward', { 'aria-hidden': 'true' }, ' ↗') : null,
  );
  return control;
}

/** A workflow belongs to Slack itself; here it can only be shown. */
export function workflowButton(field) {
  return h(
    'button.button',
    { type: 'button', disabled: true, title: t('block.no-workflows') },
    plain(field.element.text),
  );
}

/** The three dots with a menu. */
export function overflow(field) {
  const { element } = field;
  const control = h(
    'button.button.overflow',
    {
      type: 'button',
      ...wiring(field),
      'aria-label': t('block.more'),
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: () =>
        openMenu(
          control,
          element.options.map((choice) => ({
            label: plain(choice.text),
            note: choice.description ? plain(choice.description) : undefined,
            run: () => press(field, control, { selected_option: choice }),
          })),
          { label: t('block.more') },
        ),
    },
    '⋯',
  );
  return control;
}

/** Thumbs up and down below an answer. */
export function feedbackButtons(field) {
  const { element } = field;
  const one = (part, mark) => {
    const control = h(
      'button.button.quiet',
      {
        type: 'button',
        'aria-label': part.accessibility_label ?? null,
        data: { action: element.action_id },
        onclick: () => press(field, control, { value: part.value }),
      },
      `${mark} ${plain(part.text)}`,
    );
    return control;
  };
  return h(
    'span.feedback',
    { role: 'group' },
    one(element.positive_button, '👍'),
    one(element.negative_button, '👎'),
  );
}

/** A small button with a picture, `trash` being the only one Slack has. */
export function iconButton(field) {
  const { element } = field;
  const control = h(
    'button.button.quiet',
    {
      type: 'button',
      'aria-label': element.accessibility_label ?? plain(element.text),
      title: plain(element.text),
      data: { action: element.action_id },
      onclick: () =>
        press(field, control, element.value === undefined ? {} : { value: element.value }),
    },
    element.icon === 'trash' ? '🗑️' : plain(element.text),
  );
  return control;
}
