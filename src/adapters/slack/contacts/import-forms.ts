import type { ModalView } from '@slack/types';
import { attestableChannels } from '../../../features/consent/index.ts';
import { type ImportView, importFields } from '../../../features/contacts/index.ts';
import {
  checkboxes,
  context,
  dateBox,
  fileBox,
  input,
  modal,
  section,
  select,
  textBox,
} from '../blocks.ts';
import type { Reader } from '../words/words.ts';
import { contactIds } from './ids.ts';
import { columnName, columnsFirst, sampleOf } from './import-columns.ts';
import { kindInputs } from './import-kind-view.ts';
import { confirmText, dateNote } from './import-preview.ts';

export const importForm = (words: Reader): ModalView =>
  modal({
    id: contactIds.importForm,
    title: words.say('contacts.import.title'),
    submit: words.say('contacts.import.submit'),
    close: words.say('base.cancel'),
    blocks: [
      section(words.mrkdwn('contacts.import.intro')),
      input({
        field: 'file',
        label: words.say('contacts.import.file'),
        element: fileBox('file', ['csv', 'xlsx', 'txt', 'tsv']),
        hint: words.say('contacts.import.file-hint'),
      }),
    ],
  });

/** Shown in the form's place while the file is being read. */
export const importReceived = (words: Reader, fileName: string): ModalView =>
  modal({
    id: contactIds.importForm,
    title: words.say('contacts.import.title'),
    close: words.say('base.close'),
    blocks: [section(words.mrkdwn('contacts.import.received', { file: fileName }))],
  });

/** Who vouches for the consent in this file. Nothing is imported before it is signed. */
export function attestationModal(view: ImportView, words: Reader): ModalView {
  const counts = view.preview?.counts;
  return modal({
    id: contactIds.attestForm,
    title: words.say('contacts.attest.title'),
    submit: words.say('contacts.attest.submit'),
    close: words.say('base.back'),
    metadata: { importId: view.id },
    blocks: [
      section(
        words.mrkdwn('contacts.attest.intro', {
          file: view.fileName,
          people: counts?.withConsent ?? 0,
        }),
      ),
      ...(counts ? [section(confirmText(view, counts, words)), ...dateNote(counts, words)] : []),
      input({
        field: 'seller',
        label: words.say('contacts.attest.seller'),
        element: textBox('seller', { initial: 'Fly2Any', max: 200, min: 2 }),
        hint: words.say('contacts.attest.seller-hint'),
      }),
      input({
        field: 'channels',
        label: words.say('contacts.attest.channels'),
        element: checkboxes(
          'channels',
          attestableChannels.map((channel) => ({
            value: channel,
            label: words.say('contacts.attest.channel', { channel }),
          })),
        ),
        hint: words.say('contacts.attest.channels-hint'),
      }),
      input({
        field: 'textKept',
        label: words.say('contacts.attest.text-kept'),
        element: textBox('textKept', { max: 1000, min: 3, multiline: true }),
        hint: words.say('contacts.attest.text-kept-hint'),
      }),
      ...(counts && counts.consentUndated > 0
        ? [
            input({
              field: 'undatedGivenBy',
              label: words.say('contacts.attest.undated', { people: counts.consentUndated }),
              element: dateBox('undatedGivenBy'),
              hint: words.say('contacts.attest.undated-hint'),
              optional: true,
            }),
          ]
        : []),
      input({
        field: 'sure',
        label: words.say('contacts.attest.sure-label'),
        element: checkboxes('sure', [{ value: 'yes', label: words.say('contacts.attest.sure') }]),
      }),
      context(words.mrkdwn('contacts.attest.note')),
    ],
  });
}

/** A view has room for 100 blocks and 250 kB, and every column brings all choices along. */
const mappable = 80;

/** What each column means, to be put right by hand. `-`: the column is not used. */
export function mappingModal(view: ImportView, words: Reader): ModalView {
  const { shown, left } = columnsFirst(view, mappable);
  const choices = [
    { value: '-', label: words.say('contacts.field.unused') },
    ...importFields.map((field) => ({ value: field, label: words.say(`contacts.field.${field}`) })),
  ];
  return modal({
    id: contactIds.mappingForm,
    title: words.say('contacts.mapping.title'),
    submit: words.say('contacts.mapping.submit'),
    close: words.say('base.back'),
    metadata: { importId: view.id },
    blocks: [
      section(words.mrkdwn('contacts.mapping.intro', { file: view.fileName })),
      ...kindInputs(view, words),
      ...shown.map((column) =>
        input({
          field: `column-${column.index}`,
          label: columnName(column, words),
          element: select(`column-${column.index}`, choices, {
            initial: view.mapping[column.index] ?? '-',
          }),
          ...(column.samples.length > 0 && {
            hint: column.samples
              .slice(0, 3)
              .map((sample) => sampleOf(sample, column.field))
              .join(' · '),
          }),
        }),
      ),
      ...(left > 0 ? [context(words.mrkdwn('contacts.mapping.left', { left }))] : []),
    ],
  });
}
