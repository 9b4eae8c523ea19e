import type { KnownBlock } from '@slack/types';
import {
  type DraftPatch,
  type FollowUp,
  mostFollowUps,
  type Preview,
  type Previews,
  type Schedule,
  tokens,
} from '../../../features/campaigns/index.ts';
import { actions, button, context, divider, input, literal, section, textBox } from '../blocks.ts';
import type { Fields } from '../fields.ts';
import type { Reader } from '../words/words.ts';
import { followUpInputs, readFollowUps } from './follow-up-inputs.ts';
import { fieldIds, ids } from './ids.ts';

export type MessageStep = {
  /** What stands in the boxes; after `fresh` changed, what replaces the typed texts. */
  template: string;
  followUps: readonly FollowUp[];
  fresh: number;
  preview: Previews | null;
};

export function messageStep(words: Reader, shown: MessageStep): KnownBlock[] {
  const { template, followUps, fresh, preview } = shown;
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
    ...followUps.flatMap((one, at) => followUpInputs(words, one, at, fresh)),
    actions([
      button({ id: ids.preview, label: words.say('campaigns.preview') }),
      ...(canBePlainer(preview)
        ? [button({ id: ids.plain, label: words.say('campaigns.plain') })]
        : []),
      ...(followUps.length < mostFollowUps
        ? [button({ id: ids.addFollowUp, label: words.say('campaigns.add-follow-up') })]
        : []),
    ]),
    ...(preview ? previewBlocks(words, preview, followUps) : []),
  ];
}

const canBePlainer = (preview: Previews | null): boolean =>
  preview !== null &&
  [preview.message, ...preview.followUps].some(
    ({ plainSegments, segments }) => plainSegments < segments,
  );

/** The texts as real people of the audience would read them, and what they are billed as. */
function previewBlocks(
  words: Reader,
  { message, followUps }: Previews,
  shown: readonly FollowUp[],
): KnownBlock[] {
  return [
    divider(),
    section(segmentsText(words, message)),
    ...message.samples.map(({ text }) => literal(text)),
    ...(message.samples.length > 0 ? [] : [context(words.mrkdwn('campaigns.preview-nobody'))]),
    ...followUps.flatMap((preview, at) => [
      section(
        `${words.mrkdwn('campaigns.follow-up-after', { days: shown[at]?.afterDays ?? 0 })} ${segmentsText(words, preview)}`,
      ),
      ...preview.samples.slice(0, 1).map(({ text }) => literal(text)),
    ]),
  ];
}

function segmentsText(words: Reader, preview: Preview): string {
  const { segments, plainSegments, costly, costlyNames } = preview;
  const line =
    plainSegments < segments
      ? words.mrkdwn('campaigns.segments-costly', {
          segments,
          plain: plainSegments,
          characters: costly.slice(0, 12).join(' '),
        })
      : words.mrkdwn('campaigns.segments-plain', { segments });
  if (costlyNames.length === 0) return line;
  const characters = costlyNames.slice(0, 12).join(' ');
  return `${line} ${words.mrkdwn('campaigns.segments-names', { characters })}`;
}

/** A follow-up whose text was emptied is gone. */
export function readMessage(
  fields: Fields,
  before: Schedule,
): Required<Pick<DraftPatch, 'template' | 'schedule'>> {
  const followUps = readFollowUps(fields).filter(({ template }) => template.trim() !== '');
  return { template: readTemplate(fields), schedule: { ...before, followUps } };
}

export const readTemplate = (fields: Fields): string =>
  fields.text(fieldIds.template).replaceAll('\r\n', '\n');
