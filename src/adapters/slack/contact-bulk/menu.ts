import type { Bulk } from '../../../features/contacts/index.ts';
import {
  actions,
  button,
  context,
  header,
  message,
  type SlackMessage,
  section,
  textIn,
} from '../blocks.ts';
import { clamp } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { bulkChoices, bulkIds } from './ids.ts';

/** What may be done with the chosen contacts. `typed` is how they were chosen, '' for everybody. */
export function bulkMenu(
  { id, total }: Pick<Bulk, 'id' | 'total'>,
  typed: string,
  words: Reader,
): SlackMessage {
  const shown = clamp(typed.replaceAll('`', ''), 150) || 'none';
  const blocks = [
    header(words.say('bulk.title')),
    section(words.mrkdwn('bulk.chosen', { n: total, typed: shown })),
    actions(
      bulkChoices.map((choice) =>
        button({
          id: bulkIds.begin,
          unique: choice,
          label: words.say(`bulk.begin.${choice}`),
          value: JSON.stringify({ b: id, a: choice }),
          ...(choice === 'opt-out' && { style: 'danger' as const }),
        }),
      ),
    ),
    context(words.mrkdwn('bulk.chosen-hint')),
  ];
  return message(textIn(blocks), blocks);
}
