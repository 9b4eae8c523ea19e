import type { Campaign } from '../../../features/campaigns/index.ts';
import type { UnconfirmedMessage } from '../../../features/delivery/index.ts';
import { maskPhone } from '../../../shared/phone.ts';
import {
  actions,
  button,
  confirmation,
  context,
  message,
  type SlackMessage,
  section,
} from '../blocks.ts';
import { clamp } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { attemptValue } from './claims.ts';
import { ids } from './ids.ts';

/** How many are decided on at a time. */
export const unconfirmedShown = 10;

/** Messages nobody knows the fate of, each with the two things a person can do about it. */
export function unconfirmedList(
  words: Reader,
  campaign: Pick<Campaign, 'name' | 'status'>,
  waiting: readonly UnconfirmedMessage[],
  total: number,
): SlackMessage {
  const { name } = campaign;
  if (waiting.length === 0) {
    const text = words.mrkdwn('campaigns.unconfirmed-none', { name });
    return message(text, [section(text)]);
  }
  const title = words.mrkdwn('campaigns.unconfirmed-title', { name, n: total });
  const lines = waiting.map((one) => lineOf(words, one));
  const more =
    total > waiting.length
      ? [words.mrkdwn('campaigns.unconfirmed-more', { shown: waiting.length, n: total })]
      : [];
  return message([title, ...lines, ...more].join('\n'), [
    section(title),
    ...waiting.flatMap((one, at) => [
      section(lines[at] ?? ''),
      actions(buttonsOf(words, one, campaign.status !== 'canceled')),
    ]),
    context(words.mrkdwn('campaigns.unconfirmed-note'), ...more),
  ]);
}

const lineOf = (words: Reader, { phone, name, text, attemptedAt }: UnconfirmedMessage): string =>
  words.mrkdwn('campaigns.unconfirmed-line', {
    phone: maskPhone(phone),
    name: clamp(name || '–', 60),
    at: words.dateTime(attemptedAt),
    text: clamp(text, 80),
  });

function buttonsOf(words: Reader, one: UnconfirmedMessage, maySend: boolean) {
  const value = attemptValue(one);
  const phone = maskPhone(one.phone);
  const again = button({
    id: ids.sendAgain,
    unique: one.communicationId,
    label: words.say('campaigns.send-again'),
    value,
    accessibilityLabel: words.say('campaigns.send-again-to', { phone }),
    confirm: confirmation({
      title: words.say('campaigns.send-again-title'),
      text: words.mrkdwn('campaigns.send-again-confirm', { phone }),
      confirm: words.say('campaigns.send-again'),
      deny: words.say('base.not-now'),
      danger: true,
    }),
  });
  const close = button({
    id: ids.close,
    unique: one.communicationId,
    label: words.say('campaigns.close-unconfirmed'),
    value,
    accessibilityLabel: words.say('campaigns.close-unconfirmed-to', { phone }),
  });
  return maySend ? [again, close] : [close];
}
