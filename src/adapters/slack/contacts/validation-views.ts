import type { KnownBlock } from '@slack/types';
import type {
  ContactFilter,
  ValidationBatch,
  ValidationPlan,
  ValidationReport,
} from '../../../features/contacts/index.ts';
import {
  actions,
  button,
  confirmation,
  context,
  fields,
  header,
  message,
  progressBar,
  type SlackMessage,
  section,
  textIn,
} from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { contactIds } from './ids.ts';

/** How many numbers would be asked and what that costs at most; nothing is asked yet. */
export function validationPlan(
  filter: ContactFilter,
  plan: ValidationPlan,
  words: Reader,
): SlackMessage {
  const title = words.say('contacts.validate.title');
  if (plan.count === 0) {
    return message(words.mrkdwn('contacts.validate.nothing'), [
      header(title),
      section(words.mrkdwn('contacts.validate.nothing')),
    ]);
  }
  const values = { n: plan.count, cost: words.money(plan.maxCost), provider: plan.provider };
  const blocks: KnownBlock[] = [
    header(title),
    section(words.mrkdwn('contacts.validate.plan', values)),
    actions([
      button({
        id: contactIds.startValidation,
        label: words.say('contacts.validate.start', { n: plan.count }),
        value: JSON.stringify({ f: filter, c: plan.maxCost.toFixed() }),
        style: 'primary',
        confirm: confirmation({
          title: words.say('contacts.validate.confirm-title', { n: plan.count }),
          text: words.mrkdwn('contacts.validate.confirm-text', values),
          confirm: words.say('contacts.validate.confirm'),
          deny: words.say('base.not-now'),
        }),
      }),
    ]),
    context(
      words.mrkdwn('contacts.validate.fresh'),
      ...(plan.simulated ? [words.mrkdwn('contacts.validate.simulated')] : []),
    ),
  ];
  return message(textIn(blocks), blocks);
}

export const validationStarted = (n: number, words: Reader): SlackMessage =>
  message(words.mrkdwn('contacts.validate.started', { n }));

export function validationProgress(
  batch: Pick<ValidationBatch, 'id'>,
  { done, total }: { done: number; total: number },
  words: Reader,
): SlackMessage {
  const text = words.mrkdwn('contacts.validate.progress', { done, total });
  return message(text, [
    section(`${text}\n${progressBar(done, total)}`),
    actions([
      button({
        id: contactIds.stopValidation,
        label: words.say('contacts.validate.stop'),
        value: batch.id,
        style: 'danger',
        confirm: confirmation({
          title: words.say('contacts.validate.stop-title'),
          text: words.mrkdwn('contacts.validate.stop-text'),
          confirm: words.say('contacts.validate.stop-confirm'),
          deny: words.say('base.not-now'),
          danger: true,
        }),
      }),
    ]),
  ]);
}

/** `why` is mrkdwn: the reason it ended early. */
export function validationDone(
  report: ValidationReport,
  why: string | null,
  words: Reader,
): SlackMessage {
  const { batch, valid, invalid, byLineType } = report;
  const kinds = Object.entries(byLineType).sort(([, a], [, b]) => b - a);
  const blocks: KnownBlock[] = [
    header(words.say('contacts.validate.done', { status: batch.status })),
    ...(why ? [section(why)] : []),
    fields([
      [
        words.say('contacts.validate.checked'),
        `${words.number(batch.checked)} / ${words.number(batch.total)}`,
      ],
      [words.say('contacts.validate.spent'), words.money(batch.spent)],
      [words.say('contacts.validate.valid'), words.number(valid)],
      [words.say('contacts.validate.invalid'), words.number(invalid)],
    ]),
    ...(kinds.length > 0
      ? [
          section(
            [
              `*${words.say('contacts.validate.by-type')}*`,
              ...kinds.map(
                ([type, n]) =>
                  `• ${words.number(n)} — ${words.mrkdwn('contacts.find.line-type', { type })}`,
              ),
            ].join('\n'),
          ),
        ]
      : []),
    context(words.mrkdwn('contacts.validate.provider', { provider: batch.provider })),
  ];
  return message(textIn(blocks), blocks);
}
