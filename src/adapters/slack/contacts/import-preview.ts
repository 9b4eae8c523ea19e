import type { KnownBlock } from '@slack/types';
import {
  type ImportCounts,
  type ImportView,
  isListKind,
  type SampleRow,
} from '../../../features/contacts/index.ts';
import { maskPhone } from '../../../shared/phone.ts';
import {
  actions,
  button,
  confirmation,
  context,
  divider,
  fields,
  header,
  literal,
  message,
  type SlackMessage,
  section,
  textIn,
} from '../blocks.ts';
import { clamp } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { contactIds } from './ids.ts';
import { columnBlocks, leftOut, sampleOf } from './import-columns.ts';
import { kindSection } from './import-kind-view.ts';

export function readingFile(
  view: Pick<ImportView, 'id' | 'fileName'>,
  words: Reader,
): SlackMessage {
  const text = words.mrkdwn('contacts.import.reading', { file: view.fileName });
  return message(text, [section(text), actions([cancelButton(view, words)])]);
}

/** What the file holds and what an import would do; nothing has been changed yet. */
export function importPreview(view: ImportView, words: Reader): SlackMessage {
  const counts = view.preview?.counts;
  if (!counts) return readingFile(view, words);
  const title = words.say('contacts.preview.title');
  const blocks: KnownBlock[] = [
    header(title),
    section(words.mrkdwn('contacts.preview.file', { file: view.fileName, rows: counts.rows })),
    context(detectedLine(view, words)),
    ...leftOut(view, words),
    kindSection(view, words),
    countFields(view, counts, words),
    ...dateNote(counts, words),
    ...rejectLines(counts, words),
    divider(),
    ...columnBlocks(view, words),
    ...sampleLines(view, words),
    divider(),
    previewButtons(view, counts, words),
    context(words.mrkdwn('contacts.preview.nothing-yet')),
  ];
  return message(textIn(blocks), blocks);
}

function previewButtons(view: ImportView, counts: ImportCounts, words: Reader): KnownBlock {
  const usable = counts.rows - counts.rejected;
  return actions([
    ...(usable > 0 ? [confirmButton(view, counts, words)] : []),
    button({
      id: contactIds.openMapping,
      label: words.say('contacts.preview.change-columns'),
      value: view.id,
    }),
    cancelButton(view, words),
  ]);
}

/** Consent has to be vouched for, in a form; everything else is a yes to the numbers. */
function confirmButton(view: ImportView, counts: ImportCounts, words: Reader) {
  const isList = isListKind(view.kind);
  const usable = counts.rows - counts.rejected;
  const label = isList
    ? words.say('contacts.list.confirm', { numbers: counts.suppressed })
    : words.say('contacts.preview.confirm', { rows: usable });
  const base = { label, value: view.id, style: 'primary' } as const;
  if (!isList && counts.withConsent + counts.consentUndated > 0) {
    return button({ id: contactIds.confirmImport, ...base });
  }
  return button({
    id: contactIds.confirmList,
    ...base,
    confirm: confirmation({
      title: words.say('contacts.confirm.title'),
      text: confirmText(view, counts, words),
      confirm: words.say('contacts.confirm.yes'),
      deny: words.say('base.not-now'),
    }),
  });
}

/** The numbers that somebody says yes to. Mrkdwn. */
export const confirmText = (
  view: Pick<ImportView, 'kind'>,
  counts: ImportCounts,
  words: Reader,
): string =>
  isListKind(view.kind)
    ? words.mrkdwn('contacts.confirm.list', {
        created: counts.created,
        merged: counts.merged,
        changed: counts.changed,
        rejected: counts.rejected,
      })
    : words.mrkdwn('contacts.confirm.contacts', {
        created: counts.created,
        merged: counts.merged,
        rejected: counts.rejected,
        consent: counts.withConsent,
      });

export const cancelButton = (view: Pick<ImportView, 'id' | 'fileName'>, words: Reader) =>
  button({
    id: contactIds.cancelImport,
    label: words.say('contacts.preview.cancel'),
    value: view.id,
    style: 'danger',
    confirm: confirmation({
      title: words.say('contacts.cancel.title'),
      text: words.mrkdwn('contacts.cancel.text', { file: view.fileName }),
      confirm: words.say('contacts.cancel.confirm'),
      deny: words.say('base.not-now'),
      danger: true,
    }),
  });

const detectedLine = ({ detected }: ImportView, words: Reader): string =>
  words.mrkdwn('contacts.preview.detected', {
    format: detected.format,
    encoding: detected.encoding ?? '–',
    delimiter: detected.delimiter === '\t' ? 'tab' : (detected.delimiter ?? '–'),
    header: detected.header,
  });

export const countFields = (
  view: Pick<ImportView, 'kind'>,
  counts: ImportCounts,
  words: Reader,
): KnownBlock =>
  fields(
    (isListKind(view.kind)
      ? ([
          ['contacts.list.count.created', counts.created],
          ['contacts.list.count.merged', counts.merged],
          ['contacts.list.count.changed', counts.changed],
          ['contacts.list.count.rejected', counts.rejected],
        ] as const)
      : ([
          ['contacts.count.created', counts.created],
          ['contacts.count.merged', counts.merged],
          ['contacts.count.rejected', counts.rejected],
          ['contacts.count.with-consent', counts.withConsent],
          ['contacts.count.undated', counts.consentUndated],
          ['contacts.count.refused', counts.refused],
          ['contacts.count.suppressed', counts.suppressed],
          ['contacts.count.unchanged', counts.unchanged],
        ] as const)
    ).map(([key, n]) => [words.say(key), words.number(n)]),
  );

/** A "yes" that does not count, since its date says nothing; nobody can vouch for it here. */
export const dateNote = ({ consentUnreadable = 0 }: ImportCounts, words: Reader): KnownBlock[] =>
  consentUnreadable === 0
    ? []
    : [section(words.mrkdwn('contacts.count.unreadable-date', { rows: consentUnreadable }))];

/** Why rows were not taken, the most frequent reason first. */
export function rejectLines(counts: ImportCounts, words: Reader): KnownBlock[] {
  const reasons = Object.entries(counts.rejectedBy) as [keyof typeof counts.rejectedBy, number][];
  if (reasons.length === 0) return [];
  const lines = reasons
    .sort(([, a], [, b]) => b - a)
    .map(([reason, n]) => `• ${words.number(n)} — ${words.mrkdwn(`contacts.reject.${reason}`)}`);
  return [section(`*${words.say('contacts.preview.rejected-why')}*\n${lines.join('\n')}`)];
}

/** What is no number is shown as it stands, its digits hidden all the same. */
function shownPhone({ phone, reject }: SampleRow): string {
  if (!phone) return '–';
  return reject ? sampleOf(phone, 'phone') : maskPhone(phone);
}

function sampleLines({ kind, preview }: ImportView, words: Reader): KnownBlock[] {
  const samples = preview?.samples ?? [];
  if (samples.length === 0) return [];
  const isList = isListKind(kind);
  const lines = samples.slice(0, 8).map((sample) =>
    [
      words.say('contacts.preview.row', { n: sample.row }),
      shownPhone(sample),
      ...(isList ? [] : [clamp(sample.name, 40) || '–', sample.state ?? '–']),
      sample.reject
        ? words.say(`contacts.reject.${sample.reject}`)
        : isList
          ? ''
          : words.say('contacts.preview.consent', {
              answer: sample.consent ?? 'none',
              date: sample.consent === null ? 'none' : (sample.consentDate ?? 'unknown'),
            }),
    ].join('  '),
  );
  return [section(`*${words.say('contacts.preview.samples')}*`), literal(lines.join('\n'))];
}
