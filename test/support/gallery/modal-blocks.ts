import type { InputBlock, KnownBlock, View } from '@slack/types';

/** A modal with every element Block Kit has, and small ones for the stack and its errors. */

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string, text: string) => ({ text: plain(text), value });

const input = (
  id: string,
  label: string,
  element: InputBlock['element'],
  more: Partial<InputBlock> = {},
): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label),
  element: { ...element, action_id: `${id}_field` },
  ...more,
});

const everyInput: KnownBlock[] = [
  { type: 'alert', level: 'warning', text: plain('Two of the states have quiet hours tonight.') },
  { type: 'context', elements: [{ type: 'mrkdwn', text: '*Step 2 of 5* · Audience' }] },
  {
    type: 'actions',
    block_id: 'navigation',
    elements: [{ type: 'button', action_id: 'go_back', text: plain('← Back'), value: 'back' }],
  },
  input('name', 'Campaign name', {
    type: 'plain_text_input',
    max_length: 80,
    placeholder: plain('Summer vacation packages'),
    focus_on_load: true,
  }),
  input(
    'text',
    'Message',
    {
      type: 'plain_text_input',
      multiline: true,
      max_length: 1000,
      initial_value: 'Olá {{ firstName }}!',
    },
    { hint: plain('Tokens: {{ firstName }}, {{ state }}') },
  ),
  input('states', 'States', {
    type: 'multi_static_select',
    placeholder: plain('Every state'),
    max_selected_items: 3,
    initial_options: [option('CT', 'Connecticut')],
    option_groups: [
      {
        label: plain('Most contacts'),
        options: [option('CT', 'Connecticut'), option('FL', 'Florida')],
      },
      {
        label: plain('Others'),
        options: [
          option('GA', 'Georgia'),
          option('MA', 'Massachusetts'),
          option('NJ', 'New Jersey'),
        ],
      },
    ],
  }),
  input(
    'kind',
    'Channel',
    {
      type: 'radio_buttons',
      initial_option: option('sms', 'SMS'),
      options: [
        option('sms', 'SMS'),
        { ...option('whatsapp', 'WhatsApp'), description: plain('Only with a template') },
        option('call', 'Voice call'),
      ],
    },
    { dispatch_action: true },
  ),
  { type: 'section', block_id: 'reach', text: { type: 'mrkdwn', text: 'Reach: *3,247 people*' } },
  input(
    'rules',
    'Rules',
    {
      type: 'checkboxes',
      options: [option('weekdays', 'Weekdays only'), option('house', 'House hours, 9 to 20')],
    },
    { optional: true },
  ),
  input('segment', 'Segment', {
    type: 'static_select',
    options: [option('familias', 'familias'), option('brasileiros', 'brasileiros-eua')],
  }),
  input(
    'contact',
    'A contact',
    { type: 'external_select', min_query_length: 2, placeholder: plain('Type a name') },
    { optional: true },
  ),
  input('owner', 'Owner', { type: 'users_select' }, { optional: true }),
  input('channel', 'Announce in', { type: 'channels_select' }, { optional: true }),
  input('watchers', 'Watchers', { type: 'multi_users_select' }, { optional: true }),
  input('day', 'Start day', { type: 'datepicker', initial_date: '2026-11-24' }, { optional: true }),
  input('hour', 'From', { type: 'timepicker', timezone: 'America/New_York' }, { optional: true }),
  input('until', 'Until', { type: 'datetimepicker' }, { optional: true }),
  input('budget', 'Budget in dollars', {
    type: 'number_input',
    is_decimal_allowed: true,
    min_value: '1',
    max_value: '5000',
  }),
  input('mail', 'Report to', { type: 'email_text_input' }, { optional: true }),
  input('link', 'Landing page', { type: 'url_text_input' }, { optional: true }),
  input('notes', 'Notes', { type: 'rich_text_input' }, { optional: true }),
  input(
    'list',
    'Contact list',
    { type: 'file_input', filetypes: ['csv', 'xlsx'], max_files: 2 },
    {
      optional: true,
    },
  ),
];

export const everyInputModal = (reach = '3,247', only?: readonly string[]): View => ({
  type: 'modal',
  callback_id: 'every_input',
  title: plain('Create campaign'),
  submit: plain('Continue'),
  close: plain('Cancel'),
  notify_on_close: true,
  blocks: everyInput
    .filter(({ block_id: id }) => !only || only.includes(id ?? ''))
    .map((block) =>
      block.block_id === 'reach'
        ? { ...block, text: { type: 'mrkdwn', text: `Reach: *${reach} people*` } }
        : block,
    ),
});

export const stackModal = (depth: number): View => ({
  type: 'modal',
  callback_id: 'stack',
  title: plain(`Level ${depth}`),
  close: plain('Done'),
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: `You are *${depth}* deep.` } },
    {
      type: 'actions',
      block_id: 'deeper',
      elements: [
        { type: 'button', action_id: 'go_deeper', text: plain('Deeper'), value: `${depth}` },
      ],
    },
  ],
});

export const reviewModal = (text: string): View => ({
  type: 'modal',
  callback_id: 'review',
  title: plain('Review'),
  close: plain('Close'),
  blocks: [
    { type: 'alert', level: 'success', text: plain('Everything needed is here.') },
    { type: 'section', block_id: 'review_text', text: plain(text.slice(0, 2900)) },
  ],
});

export const home = (title: string): View => ({
  type: 'home',
  blocks: [
    { type: 'header', text: plain(title) },
    {
      type: 'section',
      fields: [
        { type: 'mrkdwn', text: '*Contacts*\n14,238' },
        { type: 'mrkdwn', text: '*Validated*\n12,450 (87 %)' },
        { type: 'mrkdwn', text: '*Active campaigns*\n3' },
        { type: 'mrkdwn', text: "*Today's responses*\n156" },
      ],
    },
    {
      type: 'actions',
      block_id: 'quick',
      elements: [
        { type: 'button', action_id: 'home_new', style: 'primary', text: plain('Create campaign') },
        { type: 'button', action_id: 'home_validate', text: plain('Validate numbers') },
        { type: 'button', action_id: 'home_export', text: plain('Export lists') },
      ],
    },
    { type: 'divider' },
    { type: 'header', text: plain('Waiting for your approval') },
    {
      type: 'section',
      text: { type: 'mrkdwn', text: '*Black Friday, Florida*\n4,120 people · at most $65.10' },
      accessory: { type: 'button', action_id: 'home_open', text: plain('Open'), value: 'c-2' },
    },
    { type: 'header', text: plain('Running') },
    {
      type: 'section',
      text: {
        type: 'mrkdwn',
        text: '*Summer packages*\n`█████████░░░░░░░` 58 % · 1,884 sent · 1,731 delivered · 214 replies',
      },
    },
    {
      type: 'actions',
      block_id: 'home_filter',
      elements: [
        {
          type: 'static_select',
          action_id: 'home_state',
          placeholder: plain('All states'),
          options: [option('CT', 'Connecticut'), option('FL', 'Florida')],
        },
        { type: 'datepicker', action_id: 'home_day', initial_date: '2026-11-24' },
      ],
    },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'As of 10:05 · Tue, Nov 24' }] },
  ],
});
