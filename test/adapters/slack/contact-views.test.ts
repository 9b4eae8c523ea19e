import { describe, expect, it } from 'vitest';
import {
  attestationModal,
  importForm,
  mappingModal,
} from '../../../src/adapters/slack/contacts/import-forms.ts';
import { importPreview } from '../../../src/adapters/slack/contacts/import-preview.ts';
import { importDone, importProgress } from '../../../src/adapters/slack/contacts/import-report.ts';
import { createWords } from '../../../src/adapters/slack/words/words.ts';
import {
  type ImportCounts,
  type ImportView,
  importFields,
  rejectReasons,
} from '../../../src/features/contacts/index.ts';
import { buttonsOf, expectSendable, labelsOf, textOf } from '../../support/blocks.ts';

const words = createWords();
const readers = [words.in('en', 'America/New_York'), words.in('pt-BR', 'America/New_York')];
const [english, portuguese] = [readers[0] ?? words.in('en'), readers[1] ?? words.in('pt-BR')];
const nasty = `<!channel> &*_~\`|> ${'ção👨‍👩‍👧‍👦'.repeat(200)}`;

const counts: ImportCounts = {
  rows: 15_136,
  blank: 3,
  rejected: 287,
  rejectedBy: Object.fromEntries(rejectReasons.map((reason, i) => [reason, i + 1])),
  created: 14_238,
  merged: 611,
  changed: 0,
  unchanged: 0,
  withConsent: 11_756,
  consentUndated: 12,
  refused: 402,
  suppressed: 31,
  byState: { CT: 8_752 },
};

const view = (name = 'contatos.csv', columns = 8): ImportView => ({
  id: '0b54f5cc-60a3-4d5c-8f5c-6d8b4c0a7a11',
  status: 'previewed',
  fileName: name,
  detected: {
    format: 'csv',
    encoding: 'windows-1252',
    delimiter: ';',
    header: 'pt',
    dateOrder: 'dmy',
  },
  columns: Array.from({ length: columns }, (_, index) => ({
    index,
    header: name,
    samples: ['(203) 555-0123', name],
    field: importFields[index] ?? null,
    guessedBy: 'header',
  })),
  mapping: Array.from({ length: columns }, (_, index) => importFields[index] ?? null),
  preview: {
    counts,
    samples: Array.from({ length: 20 }, (_, i) => ({
      row: i + 2,
      phone: i % 2 ? '+12035550123' : null,
      name,
      state: 'CT',
      consent: 'yes',
      consentDate: '2025-03-10',
      reject: i % 2 ? null : 'phone-emergency',
    })),
  },
  attestation: null,
  rowsDone: 0,
  counts: null,
  errorCode: null,
  channel: 'D1',
  messageTs: '1.1',
  createdBy: 'U1',
  createdAt: new Date('2026-11-24T15:05:00Z'),
  startedAt: null,
  completedAt: null,
});

describe('the preview of an import', () => {
  it('says the numbers and every reason in the language of the reader', () => {
    const text = textOf(importPreview(view(), portuguese).blocks);
    expect(text).toContain('15.136 linhas');
    expect(text).toContain('14.238');
    expect(text).toContain('11.756');
    expect(text).toContain('Importar 14.849 linhas');
    expect(text).toContain('cabeçalho em português');
    expect(textOf(importPreview(view(), english).blocks)).toContain('Import 14,849 rows');
  });

  it('shows no full number, neither in samples nor in columns', () => {
    expect(JSON.stringify(importPreview(view(), english))).not.toMatch(/555.?0123|5550123/);
  });

  it('offers no import when no row could be taken', () => {
    const none = view();
    const empty = {
      ...none,
      preview: { counts: { ...counts, rejected: counts.rows }, samples: [] },
    };
    expect(labelsOf(importPreview(empty, english).blocks)).toEqual([
      'Change columns',
      'Cancel import',
    ]);
  });

  it('asks before it cancels', () => {
    const cancel = buttonsOf(importPreview(view(), english).blocks).find(
      ({ label }) => label === 'Cancel import',
    );
    expect(cancel?.confirm).toContain('contatos.csv');
  });
});

it.each(readers)(
  'everything of /contacts is inside the limits of Slack, whatever it holds',
  (reader) => {
    const worst = view(nasty, 60);
    expectSendable('modal', importForm(reader));
    expectSendable('modal', attestationModal(worst, reader));
    expectSendable('modal', mappingModal(worst, reader));
    expectSendable('message', importPreview(worst, reader).blocks);
    expectSendable(
      'message',
      importProgress(worst, { done: 1, total: 2, perSecond: 9 }, reader).blocks,
    );
    expectSendable(
      'message',
      importDone(worst, counts, { ms: 900, rejectsAttached: true }, reader).blocks,
    );
    for (const each of [importPreview(worst, reader)]) {
      expect(each.text).not.toContain('<!channel>');
      expect(each.text.length).toBeLessThanOrEqual(3_900);
    }
  },
);
