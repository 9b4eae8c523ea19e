import type { KnownBlock } from '@slack/types';
import type { ValidationReport } from '../../../features/contacts/index.ts';
import {
  context,
  fields,
  header,
  message,
  type SlackMessage,
  section,
  slackImage,
  textIn,
} from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { providerName } from './provider-name.ts';
import type { ShownPicture } from './validation-chart.ts';

/** What came of a batch. `why` is mrkdwn: the reason it ended early. */
export function validationDone(
  report: ValidationReport,
  { why, picture, words }: { why: string | null; picture: ShownPicture | null; words: Reader },
): SlackMessage {
  const { batch, valid, invalid, unknown, torn } = report;
  const pairs: [string, string][] = [
    [
      words.say('contacts.validate.checked'),
      `${words.number(batch.checked)} / ${words.number(batch.total)}`,
    ],
    [
      words.say('contacts.validate.spent'),
      words.mrkdwn('contacts.validate.spent-of', {
        spent: words.money(batch.spent),
        cost: words.money(batch.maxCost),
      }),
    ],
    [words.say('contacts.validate.valid'), words.number(valid)],
    [words.say('contacts.validate.invalid'), words.number(invalid)],
  ];
  if (unknown > 0) pairs.push([words.say('contacts.validate.unknown'), words.number(unknown)]);
  if (torn > 0) pairs.push([words.say('contacts.validate.torn'), words.number(torn)]);
  const blocks: KnownBlock[] = [
    header(words.say('contacts.validate.done', { status: batch.status })),
    ...(why ? [section(why)] : []),
    fields(pairs),
    ...lineTypes(report, words),
    ...(picture ? [slackImage(picture.fileId, picture.altText)] : []),
    ...providers(report, words),
  ];
  const notes = [
    ...(batch.unsettled > 0
      ? [words.mrkdwn('contacts.validate.unsettled', { n: batch.unsettled })]
      : []),
    ...(torn > 0 ? [words.mrkdwn('contacts.validate.stricter')] : []),
    ...(batch.kind === 'nightly' ? [words.mrkdwn('contacts.validate.nightly')] : []),
  ];
  if (notes.length > 0) blocks.push(context(...notes));
  return message(textIn(blocks), blocks);
}

function lineTypes({ byLineType }: ValidationReport, words: Reader): KnownBlock[] {
  const kinds = Object.entries(byLineType).sort(([, a], [, b]) => b - a);
  if (kinds.length === 0) return [];
  const lines = kinds.map(
    ([type, n]) => `• ${words.number(n)} — ${words.mrkdwn('contacts.find.line-type', { type })}`,
  );
  return [section([`*${words.say('contacts.validate.by-type')}*`, ...lines].join('\n'))];
}

/** In the order in which they are asked. */
function providers({ byProvider, batch }: ValidationReport, words: Reader): KnownBlock[] {
  if (byProvider.length === 0) return [];
  const place = ({ provider }: { provider: string }) => batch.providers.indexOf(provider);
  const inOrder = [...byProvider].sort((a, b) => place(a) - place(b));
  const lines = inOrder.map(({ provider, answered, unanswered, cost }) => {
    const values = { provider: providerName(provider), answered, lost: unanswered };
    return `• ${words.mrkdwn('contacts.validate.provider', { ...values, cost: words.money(cost) })}`;
  });
  return [section([`*${words.say('contacts.validate.by-provider')}*`, ...lines].join('\n'))];
}
