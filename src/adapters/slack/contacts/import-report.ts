import type { KnownBlock } from '@slack/types';
import {
  type ImportCounts,
  type ImportView,
  type UndoCounts,
  undoHours,
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
  textIn,
} from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { contactIds } from './ids.ts';
import { kindSection } from './import-kind-view.ts';
import { cancelButton, countFields, dateNote, rejectLines } from './import-preview.ts';
import { timeLeft } from './time-left.ts';

export function importProgress(
  view: Pick<ImportView, 'id' | 'fileName'>,
  { done, total, perSecond }: { done: number; total: number; perSecond: number | null },
  words: Reader,
): SlackMessage {
  const text = words.mrkdwn('contacts.progress.line', { file: view.fileName, done, total });
  const speed = perSecond === null ? '' : words.mrkdwn('contacts.progress.speed', { perSecond });
  const left = timeLeft({ done, total, perSecond }, words);
  return message(text, [
    section(`${text}\n${progressBar(done, total)} ${speed} ${left}`.trim()),
    actions([cancelButton(view, words)]),
  ]);
}

/** `total`: how many rows there are, once the preview has counted them. */
export function importReading(
  view: Pick<ImportView, 'id' | 'fileName'>,
  { rows, total }: { rows: number; total: number | null },
  words: Reader,
): SlackMessage {
  const line = words.mrkdwn('contacts.progress.reading', {
    file: view.fileName,
    rows,
    total: total ?? 0,
  });
  const text = total ? `${line}\n${progressBar(rows, total)}` : line;
  return message(line, [section(text), actions([cancelButton(view, words)])]);
}

/**
 * What an import did, for good. `rejectsAttached`: the refused rows lie in the thread. `undo`: what
 * taking it back would do, null when that is not possible.
 */
export function importDone(
  view: Pick<ImportView, 'id' | 'kind' | 'scrubbedOn' | 'createdAt' | 'fileName' | 'attestation'>,
  counts: ImportCounts,
  {
    ms,
    rejectsAttached,
    undo,
  }: {
    ms: number | null;
    rejectsAttached: boolean;
    undo: UndoCounts | null;
  },
  words: Reader,
): SlackMessage {
  const { attestation } = view;
  const buttons = [
    ...(counts.rejected > 0 ? [rejectsButton(view, words)] : []),
    ...(undo ? [undoButton(view, undo, words)] : []),
  ];
  const blocks: KnownBlock[] = [
    header(words.say('contacts.report.title')),
    section(words.mrkdwn('contacts.report.file', { file: view.fileName, rows: counts.rows })),
    ...(view.kind === 'contacts' ? [] : [kindSection(view, words)]),
    countFields(view, counts, words),
    ...dateNote(counts, words),
    ...rejectLines(counts, words),
    ...(buttons.length > 0 ? [actions(buttons)] : []),
    context(
      ...(rejectsAttached ? [words.mrkdwn('contacts.report.rejects-attached')] : []),
      ...(attestation
        ? [words.mrkdwn('contacts.report.attested', { seller: attestation.seller })]
        : []),
      ...(ms === null
        ? []
        : [words.mrkdwn('contacts.report.took', { seconds: Math.max(1, Math.round(ms / 1000)) })]),
      ...(undo ? [words.mrkdwn('contacts.undo.until', { hours: undoHours })] : []),
      ...(view.kind === 'contacts' ? [words.mrkdwn('contacts.report.next')] : []),
    ),
  ];
  return message(textIn(blocks), blocks);
}

const rejectsButton = ({ id }: Pick<ImportView, 'id'>, words: Reader) =>
  button({ id: contactIds.rejects, label: words.say('contacts.report.get-rejects'), value: id });

const undoButton = (
  { id, kind }: Pick<ImportView, 'id' | 'kind'>,
  undo: UndoCounts,
  words: Reader,
) =>
  button({
    id: contactIds.undoImport,
    label: words.say('contacts.undo.button'),
    value: id,
    style: 'danger',
    confirm: confirmation({
      title: words.say('contacts.undo.title'),
      text: [
        words.mrkdwn(undoKeys(kind).asked, { what: undoWords(undo, words) }),
        // These numbers are of when the import ended.
        ...(undo.deleted > 0 && undo.kept === 0 ? [words.mrkdwn('contacts.undo.stays')] : []),
      ].join(' '),
      confirm: words.say('contacts.undo.confirm'),
      deny: words.say('base.not-now'),
      danger: true,
    }),
  });

/** A list of numbers holds no consent that could stop counting. */
const undoKeys = (kind: ImportView['kind']) =>
  kind === 'contacts'
    ? ({ asked: 'contacts.undo.text', done: 'contacts.undo.done' } as const)
    : ({ asked: 'contacts.undo.text-list', done: 'contacts.undo.done-list' } as const);

/** What there is to say; a zero is not worth a reader's time. */
function undoWords(counts: UndoCounts, words: Reader): string {
  const parts = (['deleted', 'restored', 'lifted', 'kept'] as const)
    .filter((part) => counts[part] > 0)
    .map((part) => words.say(`contacts.undo.${part}`, { n: counts[part] }));
  return parts.length > 0 ? words.list(parts) : words.say('contacts.undo.nothing');
}

export const importUndoing = (view: Pick<ImportView, 'fileName'>, words: Reader): SlackMessage =>
  message(words.mrkdwn('contacts.undo.working', { file: view.fileName }));

export function importUndone(
  view: Pick<ImportView, 'fileName' | 'kind'>,
  done: UndoCounts,
  words: Reader,
): SlackMessage {
  const blocks: KnownBlock[] = [
    header(words.say('contacts.undo.done-title')),
    section(
      words.mrkdwn(undoKeys(view.kind).done, {
        file: view.fileName,
        what: undoWords(done, words),
      }),
    ),
  ];
  return message(textIn(blocks), blocks);
}

/** What is in stays, unless it is taken back. */
export function importCanceled(
  view: Pick<ImportView, 'id' | 'fileName' | 'kind'>,
  { rowsDone, undo }: { rowsDone: number; undo: UndoCounts | null },
  words: Reader,
): SlackMessage {
  const text = words.mrkdwn('contacts.report.canceled', { file: view.fileName, rows: rowsDone });
  const something = undo !== null && undo.deleted + undo.restored + undo.lifted > 0;
  return something
    ? message(text, [section(text), actions([undoButton(view, undo, words)])])
    : message(text);
}

/** `why` is mrkdwn: the sentence of the refusal. */
export const importFailed = (
  view: Pick<ImportView, 'fileName'>,
  why: string,
  words: Reader,
): SlackMessage =>
  message(`${words.mrkdwn('contacts.report.failed', { file: view.fileName })}\n${why}`);
