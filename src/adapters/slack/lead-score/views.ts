import type { KnownBlock, ModalView } from '@slack/types';
import {
  hotFrom,
  type ScoreEffect,
  type ScoreRules,
  type ScoreWeights,
  scoreBands,
  scoreFactors,
  warmFrom,
} from '../../../features/contacts/index.ts';
import { includes, type Role } from '../../../features/team/index.ts';
import {
  actions,
  button,
  context,
  header,
  input,
  message,
  modal,
  numberBox,
  type SlackMessage,
  section,
  textIn,
} from '../blocks.ts';
import { mention } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { scoreIds } from './ids.ts';

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

export function weightsMessage(rules: ScoreRules, role: Role, words: Reader): SlackMessage {
  const lines = scoreFactors.map(
    (factor) => `• *${signed(rules.weights[factor])}* ${words.mrkdwn(`score.factor.${factor}`)}`,
  );
  const origin =
    rules.changedAt && rules.changedBy
      ? words.mrkdwn('score.changed-by', {
          at: words.dateTime(rules.changedAt),
          by: mention(rules.changedBy),
        })
      : words.mrkdwn('score.of-the-rule');
  const blocks: KnownBlock[] = [
    header(words.say('score.title')),
    section(words.mrkdwn('score.intro', { warm: warmFrom, hot: hotFrom })),
    section(lines.join('\n')),
    ...(includes(role, 'admin')
      ? [actions([button({ id: scoreIds.edit, label: words.say('score.edit') })])]
      : []),
    context(origin),
  ];
  return message(textIn(blocks), blocks);
}

export const weightsForm = (rules: ScoreRules, words: Reader): ModalView =>
  modal({
    id: scoreIds.form,
    title: words.say('score.edit'),
    submit: words.say('score.show-effect'),
    close: words.say('base.cancel'),
    metadata: { v: rules.version },
    blocks: [
      section(words.mrkdwn('score.edit-hint')),
      ...scoreFactors.map((factor) =>
        input({
          field: factor,
          label: words.say(`score.factor.${factor}`),
          element: numberBox(factor, {
            initial: String(rules.weights[factor]),
            min: '-100',
            max: '100',
          }),
        }),
      ),
    ],
  });

/** What these weights would do; its submit saves exactly them. */
export function effectView(
  weights: ScoreWeights,
  effect: ScoreEffect,
  version: number,
  words: Reader,
): ModalView {
  const oneDigit = (value: number) => words.number(Math.round(value * 10) / 10);
  const bands = scoreBands.map((band) =>
    words.mrkdwn('score.effect-band', {
      band: words.say(`score.band.${band}`),
      ...effect.bands[band],
    }),
  );
  return modal({
    id: scoreIds.saveForm,
    title: words.say('score.effect-title'),
    submit: words.say('score.save'),
    close: words.say('base.cancel'),
    metadata: { v: version, w: weights },
    blocks: [
      section(
        effect.changed === 0
          ? words.mrkdwn('score.effect-nothing')
          : words.mrkdwn('score.effect', {
              changedBand: effect.changedBand,
              changed: effect.changed,
              contacts: effect.contacts,
              before: oneDigit(effect.meanBefore),
              after: oneDigit(effect.meanAfter),
            }),
      ),
      section(bands.join('\n')),
      context(words.mrkdwn('score.effect-filters')),
    ],
  });
}
