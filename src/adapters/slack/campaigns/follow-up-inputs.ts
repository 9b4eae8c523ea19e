import type { KnownBlock } from '@slack/types';
import { daysBetween, type FollowUp } from '../../../features/campaigns/index.ts';
import { input, numberBox, textBox } from '../blocks.ts';
import type { Fields } from '../fields.ts';
import type { Reader } from '../words/words.ts';
import { fieldIds } from './ids.ts';

/** As many as a campaign may have, in order. */
export const followUpFields = [
  { days: fieldIds.followUpDays1, text: fieldIds.followUpText1 },
  { days: fieldIds.followUpDays2, text: fieldIds.followUpText2 },
  { days: fieldIds.followUpDays3, text: fieldIds.followUpText3 },
] as const;

/** What a follow-up begins as: empty, three days after the message before it. */
export const emptyFollowUp: FollowUp = { afterDays: 3, template: '' };

export function followUpInputs(
  words: Reader,
  { afterDays, template }: FollowUp,
  at: number,
  fresh: number,
): KnownBlock[] {
  const field = followUpFields[at];
  if (!field) return [];
  const n = at + 1;
  return [
    input({
      field: field.text,
      label: words.say('campaigns.follow-up-text', { n }),
      hint: words.say('campaigns.follow-up-hint'),
      optional: true,
      fresh,
      element: textBox(field.text, { initial: template, multiline: true, max: 3000 }),
    }),
    input({
      field: field.days,
      label: words.say('campaigns.follow-up-days', { n }),
      element: numberBox(field.days, {
        initial: afterDays > 0 ? String(afterDays) : undefined,
        min: String(daysBetween.min),
        max: String(daysBetween.max),
      }),
    }),
  ];
}

/** All that the form shows, empty ones too; days that are no number are 0 and refused later. */
export function readFollowUps(fields: Fields): FollowUp[] {
  const shown = fields.all();
  return followUpFields
    .filter(({ days, text }) => days in shown || text in shown)
    .map(({ days, text }) => ({
      afterDays: Math.trunc(Number(fields.text(days))) || 0,
      template: fields.text(text).replaceAll('\r\n', '\n'),
    }));
}
