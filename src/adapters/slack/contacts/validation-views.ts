import type { Button, KnownBlock } from '@slack/types';
import type {
  ContactFilter,
  ValidationBatch,
  ValidationPlan,
} from '../../../features/contacts/index.ts';
import {
  actions,
  button,
  confirmation,
  context,
  header,
  message,
  progressBar,
  type SlackMessage,
  section,
  slackDate,
  textIn,
} from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { contactIds } from './ids.ts';
import { providerName } from './provider-name.ts';
import { timeLeft } from './time-left.ts';

/** How many numbers would be asked and what that costs at most; nothing is asked yet. */
export function validationPlan(
  filter: ContactFilter,
  plan: ValidationPlan,
  words: Reader,
): SlackMessage {
  const title = words.say('contacts.validate.title');
  const { count, matching } = plan;
  if (count === 0) {
    const why = matching === 0 ? 'contacts.validate.nobody' : 'contacts.validate.nothing';
    return message(words.mrkdwn(why), [
      header(title),
      section(words.mrkdwn(why)),
      actions([providersButton(words)]),
    ]);
  }
  const cost = words.money(plan.maxCost);
  const shares = plan.byProvider
    .filter((share) => share.count > 0)
    .map((share) =>
      words.mrkdwn('contacts.validate.share', {
        provider: providerName(share.provider),
        // When all are, it is said once for all of them.
        simulated: share.simulated && !plan.simulated ? 'yes' : 'no',
        n: share.count,
        price: words.money(share.price),
        cost: words.money(share.maxCost),
      }),
    );
  const head = words.mrkdwn('contacts.validate.plan', { n: count, matching, cost });
  const blocks: KnownBlock[] = [
    header(title),
    section([head, ...shares.map((share) => `• ${share}`)].join('\n')),
    actions([
      button({
        id: contactIds.startValidation,
        label: words.say('contacts.validate.start', { n: count }),
        value: JSON.stringify({ f: filter, c: plan.maxCost.toFixed() }),
        style: 'primary',
        confirm: confirmation({
          title: words.say('contacts.validate.confirm-title', { n: count }),
          text: words.mrkdwn('contacts.validate.confirm-text', {
            n: count,
            cost,
            shares: { mrkdwn: shares.map((share) => `\n• ${share}`).join('') },
          }),
          confirm: words.say('contacts.validate.confirm'),
          deny: words.say('base.not-now'),
        }),
      }),
      providersButton(words),
    ]),
    context(
      words.mrkdwn('contacts.validate.cheap-first'),
      words.mrkdwn('contacts.validate.fresh'),
      ...(plan.simulated ? [words.mrkdwn('contacts.validate.simulated')] : []),
    ),
  ];
  return message(textIn(blocks), blocks);
}

export const providersButton = (words: Reader): Button =>
  button({ id: contactIds.openProviders, label: words.say('contacts.providers.open') });

export const validationStarted = (n: number, words: Reader): SlackMessage =>
  message(words.mrkdwn('contacts.validate.started', { n }));

type Standing = Pick<ValidationBatch, 'id' | 'checked' | 'total' | 'spent' | 'maxCost'>;

const figures = ({ checked, total, spent, maxCost }: Standing, words: Reader) => ({
  done: checked,
  total,
  spent: words.money(spent),
  cost: words.money(maxCost),
});

/** What is set aside for the questions under way counts as spent. */
export function validationProgress(
  batch: Standing,
  perSecond: number | null,
  words: Reader,
): SlackMessage {
  const { checked: done, total } = batch;
  const text = words.mrkdwn('contacts.validate.progress', figures(batch, words));
  const left = timeLeft({ done, total, perSecond }, words);
  return message(text, [
    section(`${text}\n${progressBar(done, total)} ${left}`.trim()),
    actions([stopButton(batch, words)]),
  ]);
}

/** `why` is mrkdwn: which provider is away. */
export function validationPaused(
  batch: Standing & Pick<ValidationBatch, 'resumeAt'>,
  why: string | null,
  words: Reader,
): SlackMessage {
  const { resumeAt } = batch;
  const time = resumeAt ? slackDate(resumeAt, words.dateTime(resumeAt)) : '–';
  const blocks: KnownBlock[] = [
    header(words.say('contacts.validate.paused-title')),
    ...(why ? [section(why)] : []),
    section(
      `${words.mrkdwn('contacts.validate.paused', { ...figures(batch, words), time })}\n${progressBar(batch.checked, batch.total)}`,
    ),
    actions([stopButton(batch, words)]),
  ];
  return message(textIn(blocks), blocks);
}

const stopButton = ({ id }: Pick<ValidationBatch, 'id'>, words: Reader): Button =>
  button({
    id: contactIds.stopValidation,
    label: words.say('contacts.validate.stop'),
    value: id,
    style: 'danger',
    confirm: confirmation({
      title: words.say('contacts.validate.stop-title'),
      text: words.mrkdwn('contacts.validate.stop-text'),
      confirm: words.say('contacts.validate.stop-confirm'),
      deny: words.say('base.not-now'),
      danger: true,
    }),
  });
