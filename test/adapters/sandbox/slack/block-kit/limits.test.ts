import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../../../src/adapters/sandbox/slack/block-kit/problems.ts';
import {
  actions,
  button,
  chart,
  expectLimit,
  image,
  input,
  type Limit,
  mrkdwn,
  plain,
  row,
  section,
  times,
  x,
} from './some-blocks.ts';

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
];

describe('the limits of blocks', () => {
  it.each(limits)('%s on a %s: %d and no more', (...limit) => {
    expectLimit(limit);
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
