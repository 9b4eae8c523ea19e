import { describe, expect, it } from 'vitest';
import {
  problemsOf,
  type Surface,
} from '../../../../../src/adapters/sandbox/slack/block-kit/problems.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const label = plain('Label');
const option = (value: string) => ({ text: plain(value), value });
const options = [option('a'), option('b')];
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const input = (element: object, fields: object = {}) => ({
  type: 'input',
  label,
  element,
  ...fields,
});
const cell = (text: string) => ({ type: 'raw_text', text });

/** Sentence · surface · blocks or view · part of the complaint. */
const refusals: [string, Surface, unknown, string][] = [
  [
    'an unknown block',
    'message',
    [{ type: 'sparkles' }],
    'unsupported type: sparkles [json-pointer:/blocks/0/type]',
  ],
  ['a block without type', 'message', [{}], 'unsupported type: undefined'],
  ['something that is no list', 'message', {}, 'must be an array'],
  [
    'an unknown field',
    'message',
    [{ type: 'divider', color: 'red' }],
    'invalid additional property: color',
  ],
  ['an empty section', 'message', [{ type: 'section' }], 'one of text, fields'],
  [
    'empty text',
    'message',
    [{ type: 'header', text: plain('') }],
    'must be more than 0 characters',
  ],
  [
    'mrkdwn in a header',
    'message',
    [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
    'must be plain_text',
  ],
  [
    'a picture without alt text',
    'message',
    [{ type: 'image', slack_file: { id: 'F1' } }],
    'missing required field: alt_text',
  ],
  [
    'a picture with two sources',
    'message',
    [{ type: 'image', alt_text: 'x', slack_file: { id: 'F' }, image_url: 'https://e.com' }],
    'only one of',
  ],
  [
    'a picture on this machine',
    'message',
    [{ type: 'image', alt_text: 'x', image_url: 'http://localhost:3000/a.png' }],
    'downloading image failed',
  ],
  [
    'a link of another kind',
    'message',
    [actions({ type: 'button', text: label, url: 'javascript:alert(1)' })],
    'must be a valid URL',
  ],
  [
    'two blocks of one id',
    'home',
    [
      { type: 'divider', block_id: 'a' },
      { type: 'divider', block_id: 'a' },
    ],
    'already exists for another block',
  ],
  [
    'two actions of one id in a block',
    'message',
    [
      actions(
        { type: 'button', text: label, action_id: 'a' },
        { type: 'button', text: label, action_id: 'a' },
      ),
    ],
    'already exists for another action',
  ],
  [
    'a text field among actions',
    'message',
    [actions({ type: 'plain_text_input', action_id: 'a' })],
    'unsupported type: plain_text_input',
  ],
  [
    'a select without options',
    'message',
    [actions({ type: 'static_select' })],
    'options or option_groups',
  ],
  [
    'a choice that is no option',
    'message',
    [actions({ type: 'static_select', options, initial_option: option('z') })],
    'must match one of the options',
  ],
  [
    'a style Slack does not have',
    'message',
    [actions({ type: 'button', text: label, style: 'warning' })],
    'must be a valid enum value',
  ],
  [
    'an impossible day',
    'message',
    [actions({ type: 'datepicker', initial_date: '2026-02-30' })],
    'YYYY-MM-DD',
  ],
  [
    'an impossible time',
    'message',
    [actions({ type: 'timepicker', initial_time: '24:00' })],
    'HH:mm',
  ],
  [
    'a moment in milliseconds',
    'modal',
    [actions({ type: 'datetimepicker', initial_date_time: 1_795_000_000_000 })],
    'must be between',
  ],
  [
    'a second table',
    'message',
    [
      { type: 'table', rows: [[cell('a')]] },
      { type: 'table', rows: [[cell('a')]] },
    ],
    'only one table allowed',
  ],
  [
    'rows of different length',
    'message',
    [{ type: 'data_table', caption: 'c', rows: [[cell('a')], [cell('a'), cell('b')]] }],
    'as many cells as the header',
  ],
  [
    'a pie with nothing in it',
    'message',
    [{ type: 'data_visualization', chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] } }],
    'greater than 0',
  ],
  [
    'an alert outside a modal',
    'message',
    [{ type: 'alert', text: label }],
    'unsupported on this surface: message',
  ],
  [
    'a table on Home',
    'home',
    [{ type: 'table', rows: [[cell('a')]] }],
    'unsupported on this surface: home',
  ],
  [
    'markdown in a modal',
    'modal',
    [{ type: 'markdown', text: 'x' }],
    'unsupported on this surface: modal',
  ],
  [
    'a moment picker on Home',
    'home',
    [actions({ type: 'datetimepicker' })],
    'unsupported on this surface: home',
  ],
  [
    'a file input in a message',
    'message',
    [input({ type: 'file_input' })],
    'unsupported on this surface: message',
  ],
  [
    'a container in a container',
    'message',
    [
      {
        type: 'container',
        title: label,
        child_blocks: [{ type: 'container', title: label, child_blocks: [] }],
      },
    ],
    'unsupported type: container',
  ],
  [
    'two cursors',
    'modal',
    [
      input({ type: 'plain_text_input', focus_on_load: true }),
      input({ type: 'plain_text_input', focus_on_load: true }),
    ],
    'only one element may set focus_on_load',
  ],
  [
    'minimum above maximum',
    'modal',
    [input({ type: 'plain_text_input', min_length: 5, max_length: 2 })],
    'must not be greater',
  ],
  [
    'numbers as numbers',
    'modal',
    [input({ type: 'number_input', is_decimal_allowed: true, min_value: 1 })],
    'a number written as a string',
  ],
  [
    'inputs without submit',
    'modal',
    { type: 'modal', title: label, blocks: [input({ type: 'plain_text_input' })] },
    'missing required field: submit',
  ],
  [
    'a Home with a title',
    'home',
    { type: 'home', title: label, blocks: [] },
    'invalid additional property: title',
  ],
  ['a Home sent as a modal', 'modal', { type: 'home', blocks: [] }, 'must be modal'],
  [
    'a response URL outside inputs',
    'modal',
    [actions({ type: 'channels_select', response_url_enabled: true })],
    'only allowed in input blocks',
  ],
];

describe('what Slack refuses', () => {
  it.each(refusals)('%s (%s)', (_what, surface, thing, complaint) => {
    expect(problemsOf(surface, thing).join('\n')).toContain(complaint);
  });
});
