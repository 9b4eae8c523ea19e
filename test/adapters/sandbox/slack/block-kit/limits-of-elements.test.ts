import { describe, it } from 'vitest';
import {
  actions,
  button,
  expectLimit,
  input,
  type Limit,
  mrkdwn,
  option,
  plain,
  times,
  x,
} from './some-blocks.ts';

const limits: Limit[] = [
  ['an action id', 'message', 255, (n) => [actions(button({ action_id: x(n) }))], '/action_id'],
  ['button text', 'message', 75, (n) => [actions(button({ text: plain(n) }))], '/text/text'],
  ['button value', 'message', 2000, (n) => [actions(button({ value: x(n) }))], '/value'],
  [
    'button label',
    'message',
    75,
    (n) => [actions(button({ accessibility_label: x(n) }))],
    '/accessibility_label',
  ],
  [
    'confirm title',
    'message',
    100,
    (n) => [actions(button({ confirm: { title: plain(n), text: plain(1) } }))],
    '/confirm/title',
  ],
  [
    'confirm text',
    'message',
    300,
    (n) => [actions(button({ confirm: { text: mrkdwn(n) } }))],
    '/confirm/text',
  ],
  [
    'confirm button',
    'message',
    30,
    (n) => [actions(button({ confirm: { text: plain(1), confirm: plain(n) } }))],
    '/confirm/confirm',
  ],
  [
    'overflow options',
    'message',
    5,
    (n) => [actions({ type: 'overflow', options: times(n, option) })],
    '/options',
  ],
  [
    'checkboxes',
    'message',
    10,
    (n) => [actions({ type: 'checkboxes', options: times(n, option) })],
    '/options',
  ],
  [
    'radio buttons',
    'message',
    10,
    (n) => [actions({ type: 'radio_buttons', options: times(n, option) })],
    '/options',
  ],
  [
    'select options',
    'message',
    100,
    (n) => [actions({ type: 'static_select', options: times(n, option) })],
    '/options',
  ],
  [
    'option groups',
    'message',
    100,
    (n) => [
      actions({
        type: 'multi_static_select',
        option_groups: times(n, (i) => ({ label: plain(75), options: [option(i)] })),
      }),
    ],
    '/option_groups',
  ],
  [
    'option text',
    'message',
    75,
    (n) => [actions({ type: 'static_select', options: [{ text: plain(n), value: 'v' }] })],
    '/options/0/text',
  ],
  [
    'option value',
    'message',
    75,
    (n) => [actions({ type: 'static_select', options: [{ text: plain(1), value: x(n) }] })],
    '/options/0/value',
  ],
  [
    'option description',
    'message',
    75,
    (n) => [actions({ type: 'checkboxes', options: [{ ...option(1), description: mrkdwn(n) }] })],
    '/description',
  ],
  [
    'a placeholder',
    'modal',
    150,
    (n) => [input({ type: 'plain_text_input', placeholder: plain(n) })],
    '/placeholder',
  ],
  [
    'an input label',
    'modal',
    2000,
    (n) => [input({ type: 'plain_text_input' }, { label: plain(n) })],
    '/label',
  ],
  [
    'an input hint',
    'modal',
    2000,
    (n) => [input({ type: 'plain_text_input' }, { hint: plain(n) })],
    '/hint',
  ],
  [
    'max_length',
    'modal',
    3000,
    (n) => [input({ type: 'plain_text_input', max_length: n })],
    '/max_length',
  ],
  [
    'files of an input',
    'modal',
    10,
    (n) => [input({ type: 'file_input', max_files: n })],
    '/max_files',
  ],
  [
    'a modal title',
    'modal',
    24,
    (n) => ({ type: 'modal', title: plain(n), blocks: [{ type: 'divider' }] }),
    '/view/title',
  ],
  [
    'a submit label',
    'modal',
    24,
    (n) => ({ type: 'modal', title: plain(1), submit: plain(n), blocks: [{ type: 'divider' }] }),
    '/view/submit',
  ],
  [
    'private metadata',
    'modal',
    3000,
    (n) => ({
      type: 'modal',
      title: plain(1),
      private_metadata: x(n),
      blocks: [{ type: 'divider' }],
    }),
    '/view/private_metadata',
  ],
  [
    'a callback id',
    'home',
    255,
    (n) => ({ type: 'home', callback_id: x(n), blocks: [] }),
    '/view/callback_id',
  ],
];

describe('the limits of elements and views', () => {
  it.each(limits)('%s on a %s: %d and no more', (...limit) => {
    expectLimit(limit);
  });
});
