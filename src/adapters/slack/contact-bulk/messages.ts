import type { KnownBlock } from '@slack/types';
import { type Bulk, type BulkOrder, canUndo } from '../../../features/contacts/index.ts';
import {
  actions,
  button,
  confirmation,
  context,
  message,
  progressBar,
  type SlackMessage,
  section,
  textIn,
} from '../blocks.ts';
import { asMrkdwn } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { wordOf } from './forms.ts';
import { bulkIds } from './ids.ts';

export function bulkProgress(
  bulk: Pick<Bulk, 'status'> & { order: BulkOrder },
  { done, total }: { done: number; total: number },
  words: Reader,
): SlackMessage {
  const step = bulk.status === 'undoing' ? 'undo' : bulk.order.action;
  const text = words.mrkdwn(`bulk.progress.${step}`, { done, total });
  return message(text, [section(`${text}\n${progressBar(done, total)}`)]);
}

/** What it came to; `full` only matters for a file. */
export function bulkDone(
  bulk: Bulk & { order: BulkOrder },
  words: Reader,
  { full = false }: { full?: boolean } = {},
): SlackMessage {
  if (bulk.status === 'failed') {
    const key = bulk.errorCode ?? '';
    return message(words.mrkdwn('bulk.failed', { why: asMrkdwn(words.complaint(key)) }));
  }
  if (bulk.order.action === 'export') return fileReady(bulk, full, words);
  const blocks = bulk.status === 'undone' ? undoneBlocks(bulk, words) : doneBlocks(bulk, words);
  return message(textIn(blocks), blocks);
}

const undoneBlocks = ({ undone, kept }: Bulk, words: Reader): KnownBlock[] => [
  section(words.mrkdwn('bulk.undone', { undone, kept })),
];

function doneBlocks(bulk: Bulk & { order: BulkOrder }, words: Reader): KnownBlock[] {
  const { order, changed, done, skipped, undoUntil, id } = bulk;
  if (order.action === 'export') return [];
  const values = { changed, same: done - changed - skipped, word: wordOf(order) };
  return [
    section(words.mrkdwn(`bulk.done.${order.action}`, values)),
    ...(skipped > 0 ? [context(words.mrkdwn('bulk.done-skipped', { n: skipped }))] : []),
    ...(canUndo(order.action) && changed > 0 && undoUntil
      ? [
          actions([
            button({
              id: bulkIds.undo,
              label: words.say('bulk.undo'),
              value: id,
              confirm: confirmation({
                title: words.say('bulk.undo-title'),
                text: words.mrkdwn('bulk.undo-text', { n: changed }),
                confirm: words.say('bulk.undo'),
                deny: words.say('base.not-now'),
              }),
            }),
          ]),
          context(words.mrkdwn('bulk.undo-until', { until: words.dateTime(undoUntil) })),
        ]
      : []),
  ];
}

function fileReady({ id, done, expiresAt }: Bulk, full: boolean, words: Reader): SlackMessage {
  const text = words.mrkdwn('bulk.file-ready', {
    n: done,
    full: full ? 'yes' : 'no',
    until: expiresAt ? words.dateTime(expiresAt) : '–',
  });
  return message(text, [
    section(text),
    actions([button({ id: bulkIds.file, label: words.say('bulk.file-again'), value: id })]),
  ]);
}

export const fileExpired = ({ done }: Bulk, words: Reader): SlackMessage => {
  const text = words.mrkdwn('bulk.file-expired', { n: done });
  return message(text, [section(text)]);
};
