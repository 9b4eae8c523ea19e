import type { Block, KnownBlock } from '@slack/types';

/** Every block a message may carry, one group per message (one table each, charts at most two). */

export type Blocks = (KnownBlock | Block)[];

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text });
const option = (value: string, text: string) => ({ text: plain(text), value });
const words = (text: string) => ({
  type: 'rich_text' as const,
  elements: [{ type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text }] }],
});

export const campaignCard = (now: Date): Blocks => [
  { type: 'header', text: plain('Summer packages: Florida and Connecticut') },
  {
    type: 'section',
    block_id: 'card_facts',
    text: mrkdwn(
      '*SMS* · submitted by <@U01ANARIBEI> · starts <!date^' +
        `${Math.round(now.getTime() / 1000) + 86_400}^{date_short_pretty} at {time}|tomorrow>`,
    ),
    fields: [
      mrkdwn('*Reach*\n3,247 of 14,238'),
      mrkdwn('*Cost, at most*\n$51.30'),
      mrkdwn('*Segments each*\n2 (one `ã` makes it Unicode)'),
      mrkdwn('*Compliance*\n:white_check_mark: opt-out words present'),
    ],
    accessory: {
      type: 'overflow',
      action_id: 'card_more',
      options: [option('why', 'Why was somebody skipped?'), option('copy', 'Copy the campaign')],
    },
  },
  {
    type: 'section',
    text: mrkdwn(
      '> Olá João! :palm_tree::airplane:\n> Orlando-SP: $620 ida e volta.\n> Responda *SIM* para receber detalhes ou PARE para sair.',
    ),
  },
  { type: 'divider' },
  {
    type: 'actions',
    block_id: 'card_actions',
    elements: [
      {
        type: 'button',
        action_id: 'card_approve',
        style: 'primary',
        text: plain('Approve campaign'),
        value: 'c-1',
        confirm: {
          title: plain('Send to 3,247 people?'),
          text: mrkdwn('It will cost *at most $51.30*.'),
          confirm: plain('Approve'),
          deny: plain('Not yet'),
        },
      },
      {
        type: 'button',
        action_id: 'card_reject',
        style: 'danger',
        text: plain('Reject'),
        value: 'c-1',
      },
      {
        type: 'static_select',
        action_id: 'card_sample',
        placeholder: plain('Show a sample for…'),
        options: [
          option('ct', 'Connecticut'),
          option('fl', 'Florida'),
          option('ma', 'Massachusetts'),
        ],
      },
    ],
  },
  { type: 'context', elements: [mrkdwn('Hash `a1b2c3d4` · any edit voids the approval')] },
];

export const richBlocks = (fileId: string): Blocks => [
  {
    type: 'image',
    slack_file: { id: fileId },
    alt_text: 'Sends per hour',
    title: plain('Sends per hour'),
  },
  {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Bold ', style: { bold: true } },
          { type: 'text', text: 'and ' },
          { type: 'link', url: 'https://example.com/', text: 'a link' },
          { type: 'text', text: ', ' },
          { type: 'user', user_id: 'U01MARCUSRE' },
          { type: 'text', text: ' ' },
          { type: 'emoji', name: 'tada' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'Import' }] },
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'Validate' }] },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'Obrigada!' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'npm start' }] },
    ],
  },
  {
    type: 'markdown',
    text: '### What changed\n\n1. **Two** states added\n2. `ã` costs _three_ times\n\n| State | People |\n|---|---|\n| CT | 8,752 |\n\n- [x] done\n- [ ] open',
  },
  {
    type: 'table',
    column_settings: [{ align: 'left' }, { align: 'right' }, { is_wrapped: true }],
    rows: [
      [
        { type: 'raw_text', text: 'Reason' },
        { type: 'raw_text', text: 'People' },
        { type: 'raw_text', text: 'What to do' },
      ],
      [
        { type: 'raw_text', text: 'Opted out' },
        { type: 'raw_number', value: 1204, text: '1,204' },
        { type: 'raw_text', text: 'Nothing: they asked for it' },
      ],
      [
        { type: 'raw_text', text: 'Landline' },
        { type: 'raw_number', value: 318, text: '318' },
        words('Try a call in the afternoon'),
      ],
    ],
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'feedback',
        positive_button: { text: plain('Good'), value: 'yes' },
        negative_button: { text: plain('Bad'), value: 'no' },
      },
      { type: 'icon_button', action_id: 'trash', icon: 'trash', text: plain('Delete') },
    ],
  },
];

const states = [
  ['Connecticut', 8752, 18.4],
  ['Florida', 4392, 21.2],
  ['Massachusetts', 402, 16.9],
  ['New Jersey', 318, 19.5],
  ['New York', 151, 12.1],
  ['Georgia', 98, 22.7],
  ['Texas', 71, 9.8],
] as const;

export const dataBlocks = (): Blocks => {
  const table: KnownBlock = {
    type: 'data_table',
    caption: 'Contacts and response by state',
    page_size: 5,
    row_header_column_index: 0,
    rows: [
      [
        { type: 'raw_text', text: 'State' },
        { type: 'raw_text', text: 'Contacts' },
        { type: 'raw_text', text: 'Response %' },
      ],
      ...states.map(([name, people, response]) => [
        { type: 'raw_text' as const, text: name },
        { type: 'raw_number' as const, value: people, text: people.toLocaleString('en-US') },
        { type: 'raw_number' as const, value: response, text: response.toFixed(1) },
      ]),
    ],
  };
  const chart = {
    type: 'data_visualization',
    title: 'Sent and answered',
    chart: {
      type: 'bar',
      axis_config: {
        categories: ['Mon', 'Tue', 'Wed', 'Thu'],
        x_label: 'Day',
        y_label: 'Messages',
      },
      series: [
        { name: 'Sent', data: points([820, 932, 901, 1290]) },
        { name: 'Answered', data: points([150, 212, 181, 260]) },
      ],
    },
  };
  const pie = {
    type: 'data_visualization',
    title: 'Line types',
    chart: {
      type: 'pie',
      segments: [
        { label: 'mobile', value: 11203 },
        { label: 'landline', value: 1847 },
        { label: 'voip', value: 720 },
      ],
    },
  };
  return [table, chart, pie];
};

const points = (values: readonly number[]) =>
  values.map((value, i) => ({ label: ['Mon', 'Tue', 'Wed', 'Thu'][i] ?? '', value }));

export const lineChart = (): Blocks => {
  const line = {
    type: 'data_visualization',
    title: 'Response rate, last days',
    chart: {
      type: 'area',
      axis_config: { categories: ['Mon', 'Tue', 'Wed', 'Thu'] },
      series: [{ name: 'SMS', data: points([17.2, 18.1, 18.9, 18.5]) }],
    },
  };
  return [line];
};

const offer = (city: string, price: string): KnownBlock & { type: 'card' } => ({
  type: 'card',
  title: mrkdwn(`*${city}*`),
  subtitle: mrkdwn('round trip, July'),
  body: mrkdwn(`from *${price}*`),
  actions: [
    { type: 'button', action_id: `offer_${price}`, text: plain('Use in a campaign'), value: price },
  ],
});

export const cardBlocks = (fileId: string): Blocks => [
  { ...offer('Orlando – São Paulo', '$620'), hero_image: image(fileId) },
  {
    type: 'carousel',
    elements: [
      offer('Miami – Rio', '$580'),
      offer('Boston – Belo Horizonte', '$710'),
      offer('Newark – Recife', '$690'),
    ],
  },
  {
    type: 'container',
    title: plain('Reach, step by step'),
    subtitle: mrkdwn('3,247 of 14,238 people'),
    is_collapsible: true,
    child_blocks: [
      { type: 'section', text: mrkdwn('*−1,204* opted out\n*−318* landlines') },
      { type: 'context', elements: [mrkdwn('counted a minute ago')] },
    ],
  },
  {
    type: 'plan',
    title: 'Sending',
    tasks: [
      { type: 'task_card', task_id: '1', title: 'Stage 3,247 rows', status: 'complete' },
      {
        type: 'task_card',
        task_id: '2',
        title: 'Send',
        status: 'in_progress',
        details: words('1,410 of 3,247'),
      },
      { type: 'task_card', task_id: '3', title: 'Settle costs', status: 'pending' },
    ],
  },
  {
    type: 'video',
    title: plain('How approval works'),
    video_url: 'https://example.com/video',
    thumbnail_url: 'https://example.com/thumb.png',
    alt_text: 'A short film',
    title_url: 'https://example.com/watch',
    author_name: 'Fly2Any',
  },
];

const image = (id: string) => ({
  type: 'image' as const,
  slack_file: { id },
  alt_text: 'Palm trees over a beach',
});
