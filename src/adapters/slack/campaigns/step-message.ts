import type { KnownBlock } from '@slack/types';
import { type DraftPatch, type Preview, tokens } from '../../../features/campaigns/index.ts';
import { actions, button, context, divider, input, literal, section, textBox } from '../blocks.ts';
import type { Fields } from '../fields.ts';
import type { Reader } from '../words/words.ts';
import { fieldIds, ids } from './ids.ts';

export type MessageStep = {
  /** What stands in the box; after `fresh` changed, what replaces the typed text. */
  template: string;
  fresh: number;
  preview: Preview | null;
};

export function messageStep(
  words: Reader,
  { template, fresh, preview }: MessageStep,
): KnownBlock[] {
  const named = tokens.map((token) => `\`{{${token}}}\``).join('  ');
  return [
    input({
      field: fieldIds.template,
      label: words.say('campaigns.template'),
      hint: words.say('campaigns.template-hint'),
      fresh,
      element: textBox(fieldIds.template, { initial: template, multiline: true, max: 3000 }),
    }),
    context(words.mrkdwn('campaigns.tokens', { tokens: { mrkdwn: named } })),
    actions([
      button({ id: ids.preview, label: words.say('campaigns.preview') }),
      ...(preview && preview.plainSegments < preview.segments
        ? [button({ id: ids.plain, label: words.say('campaigns.plain') })]
        : []),
    ]),
    ...(preview ? [divider(), ...previewBlocks(words, preview)] : []),
  ];
}

/** The text as real people of the audience would read it, and what it is billed as. */
function previewBlocks(words: Reader, preview: Preview): KnownBlock[] {
  const [first] = preview.samples;
  const cost =
    preview.plainSegments < preview.segments
      ? words.mrkdwn('campaigns.segments-costly', {
          segments: preview.segments,
          plain: preview.plainSegments,
          characters: preview.costly.slice(0, 12).join(' '),
        })
      : words.mrkdwn('campaigns.segments-plain', { segments: preview.segments });
  return [
    section(cost),
    ...(first ? preview.samples.map(({ text }) => literal(text)) : []),
    ...(first ? [] : [context(words.mrkdwn('campaigns.preview-nobody'))]),
  ];
}

export const readMessage = (fields: Fields): DraftPatch & { template: string } => ({
  template: fields.text(fieldIds.template).replaceAll('\r\n', '\n'),
});
