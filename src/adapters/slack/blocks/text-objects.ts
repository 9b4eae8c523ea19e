import type { MrkdwnElement, PlainTextElement } from '@slack/types';
import { clamp, clampMrkdwn, cleanText } from '../text.ts';

/** Slack refuses empty text. */
const nothing = '–';

export const plainText = (text: string, limit: number): PlainTextElement => ({
  type: 'plain_text',
  text: clamp(cleanText(text).trim() || nothing, limit),
  emoji: true,
});

/** Already escaped mrkdwn. `verbatim`: raw `@here`, `#general` and URLs in it are not linked. */
export const mrkdwnText = (text: string, limit: number): MrkdwnElement => ({
  type: 'mrkdwn',
  text: clampMrkdwn(text.trim() || nothing, limit),
  verbatim: true,
});
