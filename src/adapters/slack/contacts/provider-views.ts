import type { KnownBlock, ModalView } from '@slack/types';
import type { ProviderOverview, ProviderRecord } from '../../../features/contacts/index.ts';
import {
  actions,
  button,
  context,
  divider,
  input,
  modal,
  section,
  slackDate,
  textBox,
} from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { contactIds } from './ids.ts';
import { providerName } from './provider-name.ts';

/** Fewer tested numbers than this say more about luck than about the provider. */
const fewest = 30;

export const providersLoading = (words: Reader): ModalView =>
  modal({
    id: contactIds.providers,
    title: words.say('contacts.providers.title'),
    close: words.say('base.close'),
    blocks: [section(words.mrkdwn('base.loading'))],
  });

/** Who can be asked, what they cost and how right they were; an admin may set the monthly budget. */
export function providersModal(
  { providers, monthlyBudget, nightlySpent }: ProviderOverview,
  { isAdmin, words }: { isAdmin: boolean; words: Reader },
): ModalView {
  const rows = providers.map((each) => section(providerLines(each, words).join('\n')));
  const nightly = monthlyBudget.isZero()
    ? words.mrkdwn('contacts.providers.budget-off')
    : words.mrkdwn('contacts.providers.budget', {
        budget: words.money(monthlyBudget),
        spent: words.money(nightlySpent),
      });
  const blocks: KnownBlock[] = [
    ...(rows.length > 0 ? rows : [section(words.mrkdwn('contacts.providers.none'))]),
    context(words.mrkdwn('contacts.providers.how')),
    divider(),
    section(nightly),
    ...(isAdmin
      ? [
          actions([
            button({
              id: contactIds.openBudget,
              label: words.say('contacts.providers.set-budget'),
              value: monthlyBudget.toFixed(2),
            }),
          ]),
        ]
      : []),
  ];
  return modal({
    id: contactIds.providers,
    title: words.say('contacts.providers.title'),
    close: words.say('base.close'),
    blocks,
  });
}

function providerLines(record: ProviderRecord, words: Reader): string[] {
  const { tested, right, leftOutUntil } = record;
  const price = words.mrkdwn('contacts.providers.price', {
    price: words.money(record.price),
    simulated: record.simulated ? 'yes' : 'no',
  });
  return [
    `*${providerName(record.provider)}* — ${price}`,
    words.mrkdwn('contacts.providers.month', {
      answered: record.answered,
      cost: words.money(record.cost),
    }),
    tested === 0
      ? words.mrkdwn('contacts.providers.untested')
      : words.mrkdwn(
          tested < fewest ? 'contacts.providers.too-few' : 'contacts.providers.accuracy',
          { right, tested, share: words.percent(right / tested) },
        ),
    ...(leftOutUntil
      ? [
          words.mrkdwn('contacts.providers.left-out', {
            time: slackDate(leftOutUntil, words.dateTime(leftOutUntil)),
          }),
        ]
      : []),
  ];
}

export const budgetForm = (current: string, words: Reader): ModalView =>
  modal({
    id: contactIds.budgetForm,
    title: words.say('contacts.providers.budget-title'),
    submit: words.say('contacts.providers.budget-save'),
    close: words.say('base.close'),
    blocks: [
      input({
        field: 'budget',
        label: words.say('contacts.providers.budget-label'),
        element: textBox('budget', { initial: current, max: 10 }),
        hint: words.say('contacts.providers.budget-hint'),
      }),
    ],
  });
