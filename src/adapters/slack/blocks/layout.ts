import type {
  ActionsBlock,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  ImageBlock,
  RichTextBlock,
  SectionBlock,
} from '@slack/types';
import { clamp, cleanText } from '../text.ts';
import { mrkdwnText, plainText } from './text-objects.ts';

type Accessory = NonNullable<SectionBlock['accessory']>;
type ActionElement = ActionsBlock['elements'][number];

export const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: plainText(text, 150),
});

/** Escaped mrkdwn, cut at Slack's 3,000 characters. */
export const section = (
  text: string,
  {
    accessory,
    blockId,
    expand,
  }: { accessory?: Accessory; blockId?: string; expand?: boolean } = {},
): SectionBlock => ({
  type: 'section',
  text: mrkdwnText(text, 3000),
  ...(accessory && { accessory }),
  ...(blockId && { block_id: blockId }),
  ...(expand && { expand }),
});

/** Pairs of a label and its value, as mrkdwn, two in a row; Slack shows ten. */
export const fields = (
  pairs: readonly (readonly [label: string, value: string])[],
): SectionBlock => ({
  type: 'section',
  fields: pairs.slice(0, 10).map(([label, value]) => mrkdwnText(`*${label}*\n${value}`, 2000)),
});

/** Small grey lines of escaped mrkdwn. */
export const context = (...lines: readonly string[]): ContextBlock => ({
  type: 'context',
  elements: lines.slice(0, 10).map((line) => mrkdwnText(line, 2000)),
});

export const divider = (): DividerBlock => ({ type: 'divider' });

/** At most 25 elements in a row. */
export const actions = (elements: readonly ActionElement[], blockId?: string): ActionsBlock => ({
  type: 'actions',
  elements: elements.slice(0, 25),
  ...(blockId && { block_id: blockId }),
});

/** An uploaded file as a picture. The alt text says what the picture says. */
export const slackImage = (fileId: string, altText: string, title?: string): ImageBlock => ({
  type: 'image',
  slack_file: { id: fileId },
  alt_text: clamp(cleanText(altText), 2000),
  ...(title && { title: plainText(title, 2000) }),
});

/** Text that nothing parses: what somebody wrote, letter by letter. */
export const literal = (text: string): RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_preformatted',
      elements: [{ type: 'text', text: clamp(cleanText(text) || '–', 3000) }],
    },
  ],
});
