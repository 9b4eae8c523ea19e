import { describe, expect, it } from 'vitest';
import { problemsOfMetadata } from '../../../../../src/adapters/sandbox/slack/block-kit/metadata.ts';
import { problemsOf } from '../../../../../src/adapters/sandbox/slack/block-kit/problems.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const label = plain('Label');
const option = (value: string) => ({ text: plain(value), value });
const options = [option('a'), option('b')];
const input = (element: object, fields: object = {}) => ({
  type: 'input',
  label,
  element,
  ...fields,
});
const cell = (text: string) => ({ type: 'raw_text', text });

const everyInput: object[] = [
  { type: 'plain_text_input', multiline: true, min_length: 1, max_length: 200 },
  { type: 'number_input', is_decimal_allowed: false, min_value: '0', max_value: '10' },
  { type: 'email_text_input' },
  { type: 'url_text_input' },
  { type: 'rich_text_input' },
  { type: 'file_input', filetypes: ['csv'], max_files: 1 },
  { type: 'datepicker', initial_date: '2026-11-24' },
  { type: 'timepicker', initial_time: '10:30', timezone: 'America/New_York' },
  { type: 'datetimepicker', initial_date_time: 1_795_000_000 },
  { type: 'static_select', options, initial_option: option('a') },
  { type: 'multi_static_select', options, initial_options: options, max_selected_items: 2 },
  { type: 'external_select', min_query_length: 0 },
  { type: 'multi_external_select' },
  { type: 'users_select' },
  { type: 'multi_users_select' },
  { type: 'channels_select', response_url_enabled: true },
  { type: 'multi_channels_select' },
  {
    type: 'conversations_select',
    default_to_current_conversation: true,
    filter: { include: ['im'] },
  },
  { type: 'multi_conversations_select' },
  { type: 'checkboxes', options },
  { type: 'radio_buttons', options, initial_option: option('b') },
];

const richText = {
  type: 'rich_text',
  elements: [
    { type: 'rich_text_section', elements: [{ type: 'text', text: 'Olá', style: { bold: true } }] },
    {
      type: 'rich_text_list',
      style: 'bullet',
      indent: 1,
      elements: [{ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U1' }] }],
    },
    { type: 'rich_text_quote', elements: [{ type: 'link', url: 'https://example.com' }] },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }] },
  ],
};

describe('what Slack accepts', () => {
  it('takes every input element in a modal', () => {
    const blocks = everyInput.map((element) => input({ action_id: 'a', ...element }));
    expect(problemsOf('modal', blocks)).toEqual([]);
  });

  it('takes rich text, tables, pictures and plans in a message', () => {
    const blocks = [
      richText,
      { type: 'table', rows: [[cell('a'), cell('b')]], column_settings: [{ align: 'right' }] },
      { type: 'data_table', caption: 'c', rows: [[cell('h')], [richText]] },
      { type: 'image', slack_file: { id: 'F1' }, alt_text: 'A chart' },
      {
        type: 'plan',
        title: 'Send',
        tasks: [{ type: 'task_card', task_id: '1', title: 't', status: 'pending' }],
      },
      { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: label }] },
      { type: 'markdown', text: '# Hi' },
    ];
    expect(problemsOf('message', blocks)).toEqual([]);
  });
});

describe('metadata of a message', () => {
  it('is an event type and an object, and nothing else', () => {
    const good = { event_type: 'campaign.card', event_payload: { id: 'c1' } };
    expect(problemsOfMetadata(good)).toEqual([]);
    expect(problemsOfMetadata({ ...good, event_type: 'with space' })).toHaveLength(1);
    expect(problemsOfMetadata({ ...good, event_payload: 'text' })).toHaveLength(1);
    expect(problemsOfMetadata({ ...good, more: 1 })).toEqual(['invalid additional property: more']);
    const large = { ...good, event_payload: { text: 'x'.repeat(17_000) } };
    expect(problemsOfMetadata(large)).toEqual(['metadata too large']);
    expect(problemsOfMetadata(null)).toHaveLength(1);
  });
});
