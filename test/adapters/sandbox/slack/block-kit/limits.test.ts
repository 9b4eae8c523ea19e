import { describe, expect, it } from 'vitest';
import {
  problemsOf,
  type Surface,
} from '../../../../../src/adapters/sandbox/slack/block-kit/problems.ts';

const x = (length: number) => 'x'.repeat(length);
const plain = (length: number) => ({ type: 'plain_text', text: x(length) });
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: x(length) });
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const option = (index: number) => ({ text: plain(3), value: `v${index}` });

const section = (fields: object) => ({ type: 'section', ...fields });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, fields: object = {}) => ({
  type: 'input',
  label: plain(5),
  element: { action_id: 'a', ...element },
  ...fields,
});
const button = (fields: object = {}) => ({ type: 'button', text: plain(3), ...fields });
const image = (fields: object) => ({
  type: 'image',
  image_url: 'https://example.com/a.png',
  alt_text: 'x',
  ...fields,
});
const row = (cells: number) => times(cells, () => ({ type: 'raw_text', text: 'x' }));
const series = (name: string, points: number) => ({
  name,
  data: times(points, (i) => ({ label: `c${i}`, value: i })),
});
const chart = (count: number, points: number, fields: object = {}) => ({
  type: 'data_visualization',
  chart: {
    type: 'bar',
    series: times(count, (i) => series(`s${i}`, points)),
    axis_config: { categories: times(points, (i) => `c${i}`) },
  },
  ...fields,
});

/** What is limited · where · how many are fine · a builder · where the complaint points. */
type Limit = [string, Surface, number, (n: number) => object[] | object, string];

const limits: Limit[] = [
  ['blocks of a message', 'message', 50, (n) => times(n, () => ({ type: 'divider' })), '/blocks'],
  ['blocks of a modal', 'modal', 100, (n) => times(n, () => ({ type: 'divider' })), '/view/blocks'],
  ['blocks of Home', 'home', 100, (n) => times(n, () => ({ type: 'divider' })), '/view/blocks'],
  ['section text', 'message', 3000, (n) => [section({ text: mrkdwn(n) })], '/blocks/0/text/text'],
  [
    'section fields',
    'home',
    10,
    (n) => [section({ fields: times(n, () => mrkdwn(1)) })],
    '/fields',
  ],
  ['a section field', 'modal', 2000, (n) => [section({ fields: [plain(n)] })], '/fields/0/text'],
  ['a header', 'message', 150, (n) => [{ type: 'header', text: plain(n) }], '/text/text'],
  [
    'actions',
    'message',
    25,
    (n) => [actions(...times(n, (i) => button({ action_id: `a${i}` })))],
    '/elements',
  ],
  [
    'context elements',
    'message',
    10,
    (n) => [{ type: 'context', elements: times(n, () => mrkdwn(1)) }],
    '/elements',
  ],
  ['a block id', 'message', 255, (n) => [{ type: 'divider', block_id: x(n) }], '/block_id'],
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
  ['an alert', 'modal', 200, (n) => [{ type: 'alert', text: plain(n) }], '/text/text'],
  ['an image title', 'message', 2000, (n) => [image({ title: plain(n) })], '/title'],
  ['alt text', 'message', 2000, (n) => [image({ alt_text: x(n) })], '/alt_text'],
  [
    'an image url',
    'message',
    3000,
    (n) => [image({ image_url: `https://e.com/${x(n - 14)}` })],
    '/image_url',
  ],
  [
    'markdown in all',
    'message',
    12_000,
    (n) => [
      { type: 'markdown', text: x(6000) },
      { type: 'markdown', text: x(n - 6000) },
    ],
    '/blocks/1',
  ],
  ['table rows', 'message', 100, (n) => [{ type: 'table', rows: times(n, () => row(1)) }], '/rows'],
  ['table cells', 'message', 20, (n) => [{ type: 'table', rows: [row(n)] }], '/rows/0'],
  [
    'table text',
    'message',
    10_000,
    (n) => [{ type: 'table', rows: [[{ type: 'raw_text', text: x(n) }]] }],
    '/blocks/0',
  ],
  [
    'data table rows',
    'message',
    101,
    (n) => [{ type: 'data_table', caption: 'x', rows: times(n, () => row(1)) }],
    '/rows',
  ],
  [
    'data table page',
    'message',
    100,
    (n) => [{ type: 'data_table', caption: 'x', page_size: n, rows: [row(1), row(1)] }],
    '/page_size',
  ],
  ['chart series', 'message', 6, (n) => [chart(n, 2)], '/series'],
  ['chart points', 'home', 20, (n) => [chart(1, n)], '/data'],
  ['a chart title', 'message', 50, (n) => [chart(1, 1, { title: x(n) })], '/title'],
  ['charts of a message', 'message', 2, (n) => times(n, () => chart(1, 1)), '/blocks/2'],
  [
    'cards of a carousel',
    'message',
    10,
    (n) => [{ type: 'carousel', elements: times(n, () => ({ type: 'card', title: mrkdwn(3) })) }],
    '/elements',
  ],
  ['a card title', 'message', 150, (n) => [{ type: 'card', title: mrkdwn(n) }], '/title'],
  ['a card body', 'home', 200, (n) => [{ type: 'card', body: mrkdwn(n) }], '/body'],
  [
    'card buttons',
    'message',
    3,
    (n) => [{ type: 'card', actions: times(n, (i) => button({ action_id: `a${i}` })) }],
    '/actions',
  ],
  [
    'blocks of a container',
    'message',
    10,
    (n) => [
      { type: 'container', title: plain(3), child_blocks: times(n, () => ({ type: 'divider' })) },
    ],
    '/child_blocks',
  ],
  [
    'a video title',
    'message',
    200,
    (n) => [
      {
        type: 'video',
        alt_text: 'x',
        video_url: 'https://e.com',
        thumbnail_url: 'https://e.com',
        title: plain(n),
      },
    ],
    '/title',
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

describe('the limits of Block Kit', () => {
  it.each(limits)('%s on a %s: %d and no more', (_what, surface, most, make, pointer) => {
    expect(problemsOf(surface, make(most))).toEqual([]);
    const problems = problemsOf(surface, make(most + 1));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join('\n')).toContain(pointer);
  });

  it('refuses a message whose blocks are too long together, and a view of more than 250 KB', () => {
    const long = times(5, () => section({ text: mrkdwn(2700) }));
    expect(problemsOf('message', long).join()).toContain('blocks exceed 13200 characters');
    const options = times(100, (i) => ({ text: plain(75), value: `${i}${x(70)}` }));
    const wide = times(20, (i) =>
      input({ type: 'static_select', options }, { block_id: `b${i}`, optional: true }),
    );
    expect(problemsOf('modal', wide).join()).toContain('view exceeds 256000 bytes');
  });
});
