import type { KnownBlock } from '@slack/types';
import type { ImportCounts, ImportView } from '../../../features/contacts/index.ts';
import {
  actions,
  button,
  context,
  header,
  message,
  progressBar,
  type SlackMessage,
  section,
  textIn,
} from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { contactIds } from './ids.ts';
import { cancelButton, countFields, rejectLines } from './import-preview.ts';

export function importProgress(
  view: Pick<ImportView, 'id' | 'fileName'>,
  { done, total, perSecond }: { done: number; total: number; perSecond: number | null },
  words: Reader,
): SlackMessage {
  const text = words.mrkdwn('contacts.progress.line', { file: view.fileName, done, total });
  const speed = perSecond === null ? '' : words.mrkdwn('contacts.progress.speed', { perSecond });
  return message(text, [
    section(`${text}\n${progressBar(done, total)} ${speed}`),
    actions([cancelButton(view, words)]),
  ]);
}

/** What an import did, for good. `rejectsAttached`: the refused rows lie in the thread. */
export function importDone(
  view: Pick<ImportView, 'id' | 'fileName' | 'attestation'>,
  counts: ImportCounts,
  { ms, rejectsAttached }: { ms: number | null; rejectsAttached: boolean },
  words: Reader,
): SlackMessage {
  const { attestation } = view;
  const blocks: KnownBlock[] = [
    header(words.say('contacts.report.title')),
    section(words.mrkdwn('contacts.report.file', { file: view.fileName, rows: counts.rows })),
    countFields(counts, words),
    ...rejectLines(counts, words),
    ...(counts.rejected > 0
      ? [
          actions([
            button({
              id: contactIds.rejects,
              label: words.say('contacts.report.get-rejects'),
              value: view.id,
            }),
          ]),
        ]
      : []),
    context(
      ...(rejectsAttached ? [words.mrkdwn('contacts.report.rejects-attached')] : []),
      ...(attestation
        ? [words.mrkdwn('contacts.report.attested', { seller: attestation.seller })]
        : []),
      ...(ms === null
        ? []
        : [words.mrkdwn('contacts.report.took', { seconds: Math.max(1, Math.round(ms / 1000)) })]),
      words.mrkdwn('contacts.report.next'),
    ),
  ];
  return message(textIn(blocks), blocks);
}

export const importCanceled = (
  view: Pick<ImportView, 'fileName'>,
  rowsDone: number,
  words: Reader,
): SlackMessage =>
  message(words.mrkdwn('contacts.report.canceled', { file: view.fileName, rows: rowsDone }));

/** `why` is mrkdwn: the sentence of the refusal. */
export const importFailed = (
  view: Pick<ImportView, 'fileName'>,
  why: string,
  words: Reader,
): SlackMessage =>
  message(`${words.mrkdwn('contacts.report.failed', { file: view.fileName })}\n${why}`);
