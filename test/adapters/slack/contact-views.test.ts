import { describe, expect, it } from 'vitest';
import {
  attestationModal,
  importForm,
  mappingModal,
} from '../../../src/adapters/slack/contacts/import-forms.ts';
import { importPreview, readingFile } from '../../../src/adapters/slack/contacts/import-preview.ts';
import {
  importCanceled,
  importDone,
  importProgress,
  importReading,
  importUndone,
} from '../../../src/adapters/slack/contacts/import-report.ts';
import { createWords } from '../../../src/adapters/slack/words/words.ts';
import {
  type ImportCounts,
  type ImportView,
  importFields,
  listKinds,
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

const largeUndo = { deleted: 1_000_000, restored: 1_000_000, lifted: 1_000_000 };

const view = (name = 'contatos.csv', columns = 8): ImportView => ({
  id: '0b54f5cc-60a3-4d5c-8f5c-6d8b4c0a7a11',
  kind: 'contacts',
  scrubbedOn: null,
  undone: null,
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

describe('the report of an import', () => {
  it('offers the undo with what it would do, and not where there is none', () => {
    const undo = { deleted: 14_238, restored: 12, lifted: 3 };
    const done = (plan: typeof undo | null) =>
      importDone(view(), counts, { ms: 900, rejectsAttached: true, undo: plan }, english).blocks;
    const button = buttonsOf(done(undo)).find(({ label }) => label === 'Undo this import');
    expect(JSON.stringify(button)).toContain(
      '14,238 contacts are deleted, 12 contacts get former values back, and 3 numbers are allowed again',
    );
    expect(labelsOf(done(null))).toEqual(['Get rejected rows']);
  });

  it('of a canceled one offers it only when something is in', () => {
    const undo = { deleted: 0, restored: 0, lifted: 0 };
    const canceled = (plan: typeof undo) =>
      importCanceled(view(), { rowsDone: 5, undo: plan }, english).blocks ?? [];
    expect(labelsOf(canceled(undo))).toEqual([]);
    expect(labelsOf(canceled({ ...undo, deleted: 2 }))).toEqual(['Undo this import']);
  });

  it('shows how far a file is read, and can be canceled then too', () => {
    const at = (total: number | null) =>
      importReading(view(), { rows: 4_000, total }, english).blocks ?? [];
    expect(textOf(at(null))).toContain('Reading *contatos.csv*: 4,000 rows');
    expect(textOf(at(8_000))).toContain('4,000 of 8,000 rows');
    expect(textOf(at(8_000))).toContain('50%');
    for (const blocks of [at(null), readingFile(view(), english).blocks ?? []]) {
      expect(labelsOf(blocks)).toEqual(['Cancel import']);
    }
  });

  it('says how long it will take', () => {
    const at = (done: number) =>
      textOf(importProgress(view(), { done, total: 10_000, perSecond: 50 }, english).blocks);
    expect(at(8_000)).toContain('· about 40 s left');
    expect(at(0)).toContain('· about 3 min left');
    expect(at(10_000)).not.toContain('left');
  });
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

  it('of a list that forbids numbers says so, until when it is good, and asks with its numbers', () => {
    const list: ImportView = { ...view('dnc.csv'), kind: 'dnc-national', scrubbedOn: '2026-11-20' };
    const message = importPreview(
      { ...list, createdAt: new Date('2026-11-28T12:00:00Z') },
      english,
    );
    const text = textOf(message.blocks);
    expect(text).toContain('National do-not-call list');
    expect(text).toContain('until Dec 21, 2026');
    expect(text).not.toContain('With consent');
    const confirm = buttonsOf(message.blocks).find(({ label }) => label === 'Forbid 31 numbers');
    expect(JSON.stringify(confirm)).toContain('14,238 numbers become forbidden');
    const old = importPreview({ ...list, createdAt: new Date('2026-12-22T12:00:00Z') }, english);
    expect(textOf(old.blocks)).toContain('Get a newer list');
  });

  it('lists the columns that are used first, wherever they stand, and counts the others', () => {
    const wide = view('lista.csv', 300);
    const columns = wide.columns.map((column) => ({ ...column, header: `C${column.index + 1}` }));
    const mapping = columns.map(({ index }) =>
      index === 250 ? ('name' as const) : index === 251 ? ('phone' as const) : null,
    );
    const text = textOf(importPreview({ ...wide, columns, mapping }, english).blocks);
    expect(text).toMatch(/C251 → \*Name\*.*\n.*C252 → \*Phone\*.*\n.*C1 →/);
    expect(text).toContain('And 280 more columns that are not used.');
    const form = mappingModal({ ...wide, columns, mapping }, english);
    const labels = form.blocks.flatMap((block) =>
      'label' in block && typeof block.label === 'object' ? [block.label.text] : [],
    );
    expect(labels).toEqual(expect.arrayContaining(['C251', 'C252', 'C1', 'C78']));
    expect(labels).not.toContain('C79');
    expect(textOf(form.blocks)).toContain('220 columns more have no room here');
  });

  it('says how many rows have a consent date that says nothing, and that none vouches for it', () => {
    const base = view();
    const some = { ...counts, consentUnreadable: 3 };
    const preview = { counts: some, samples: [] };
    const pt = 'que não dá para ler ou no futuro: *3*';
    expect(textOf(importPreview({ ...base, preview }, portuguese).blocks)).toContain(pt);
    expect(textOf(attestationModal({ ...base, preview }, portuguese).blocks)).toContain(pt);
    const done = { ms: 9, rejectsAttached: false, undo: null };
    expect(textOf(importDone(base, some, done, portuguese).blocks)).toContain(pt);
    expect(textOf(importDone(base, some, done, english).blocks)).toContain(
      'These rows stay without consent',
    );
    expect(textOf(importPreview(base, english).blocks)).not.toContain('consent date that');
  });

  it('says what of the file is left out, in the language of the reader', () => {
    const base = view();
    const detected = {
      ...base.detected,
      headerAt: { row: 3, last: 4 },
      sheets: { read: 'Clientes', others: [{ name: 'Antigos <2024>', rows: 1_204 }] },
    };
    const pt = textOf(importPreview({ ...base, detected }, portuguese).blocks);
    expect(pt).toContain('Entendi as linhas 3 e 4 como cabeçalho; o que está acima fica de fora.');
    expect(pt).toContain('Só a aba *Clientes* é lida.');
    expect(pt).toContain('*Antigos &lt;2024&gt;*: 1.204 linhas');
    const en = textOf(importPreview({ ...base, detected }, english).blocks);
    expect(en).toContain('I took rows 3 and 4 for the header; what stands above is left out.');
    expect(en).toContain('Only the sheet *Clientes* is read.');
    expect(textOf(importPreview(base, english).blocks)).not.toMatch(/sheet|for the header/);
  });

  it('offers no import when no row could be taken', () => {
    const none = view();
    const empty = {
      ...none,
      preview: { counts: { ...counts, rejected: counts.rows }, samples: [] },
    };
    expect(labelsOf(importPreview(empty, english).blocks)).toEqual([
      'Change kind or columns',
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
    const widest = view(nasty, 400);
    expectSendable('modal', mappingModal(widest, reader));
    expect(Buffer.byteLength(JSON.stringify(mappingModal(widest, reader)))).toBeLessThan(250_000);
    const others = Array.from({ length: 20 }, () => ({ name: nasty, rows: 1_000_000 }));
    const detected = {
      ...widest.detected,
      headerAt: { row: 9, last: 10 },
      sheets: { read: nasty, others },
    };
    expectSendable('message', importPreview({ ...widest, detected }, reader).blocks);
    expectSendable('message', importPreview(worst, reader).blocks);
    expectSendable('message', readingFile(worst, reader).blocks);
    expectSendable('message', importReading(worst, { rows: 1, total: 2 }, reader).blocks);
    expectSendable(
      'message',
      importProgress(worst, { done: 1, total: 2, perSecond: 9 }, reader).blocks,
    );
    expectSendable(
      'message',
      importDone(worst, counts, { ms: 900, rejectsAttached: true, undo: largeUndo }, reader).blocks,
    );
    for (const kind of listKinds) {
      const list = { ...worst, kind, scrubbedOn: '2026-01-01' };
      const done = { ms: 900, rejectsAttached: true, undo: largeUndo };
      expectSendable('modal', mappingModal(list, reader));
      expectSendable('message', importPreview(list, reader).blocks);
      expectSendable('message', importDone(list, counts, done, reader).blocks);
    }
    expectSendable('message', importUndone(worst, largeUndo, reader).blocks);
    const canceled = { rowsDone: 1_000_000, undo: largeUndo };
    expectSendable('message', importCanceled(worst, canceled, reader).blocks);
    for (const each of [importPreview(worst, reader)]) {
      expect(each.text).not.toContain('<!channel>');
      expect(each.text.length).toBeLessThanOrEqual(3_900);
    }
  },
);
