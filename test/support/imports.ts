import iconv from 'iconv-lite';
import type { Database } from '../../src/adapters/db/database.ts';
import { fileStore } from '../../src/adapters/db/file-store.ts';
import { importStore } from '../../src/adapters/db/import-store.ts';
import { sheetReader } from '../../src/adapters/files/sheet-reader.ts';
import { sheetWriter } from '../../src/adapters/files/sheet-writer.ts';
import type { AttestationForm } from '../../src/features/consent/index.ts';
import {
  createImportService,
  type ImportCounts,
  type ImportNeeds,
  type ImportReport,
} from '../../src/features/contacts/index.ts';
import type { JobRun } from '../../src/shared/jobs.ts';

export const aDay = new Date('2026-11-22T15:00:00Z');

export const attestation: AttestationForm = {
  seller: 'Fly2Any Travel LLC',
  channels: ['sms', 'whatsapp'],
  textKept: 'CRM, page "Aceite"',
};

/** A job's run that nobody stops. */
export const calmRun = (): JobRun => ({
  touch: async () => {},
  stopping: new AbortController().signal,
});

export function importService(db: Database, change: Partial<ImportNeeds> = {}) {
  return createImportService({
    store: importStore(db),
    files: fileStore(db),
    reader: sheetReader(),
    writer: sheetWriter,
    jobs: { enqueue: async () => {} },
    clock: { now: () => aDay },
    timeZone: 'America/New_York',
    batch: { numbers: 2000, known: 2000 },
    ...change,
  });
}

/** A whole import of one file, attested unless told otherwise. */
export async function importFile(
  db: Database,
  content: Uint8Array,
  {
    fileName = 'lista.csv',
    form = attestation,
    ...change
  }: Partial<ImportNeeds> & { fileName?: string; form?: AttestationForm | null } = {},
): Promise<ImportReport> {
  const imports = importService(db, change);
  const { id } = await imports.start({ fileName, content, owner: 'U01ANA' });
  await imports.confirm(id, form, 'U01ANA');
  return imports.run(id, calmRun());
}

const notations = [
  (a: string, b: string, c: string) => `(${a}) ${b}-${c}`,
  (a: string, b: string, c: string) => `(${a})\u00a0${b}-${c}`,
  (a: string, b: string, c: string) => `${a}.${b}.${c}`,
  (a: string, b: string, c: string) => ` ${a} ${b} ${c} `,
  (a: string, b: string, c: string) => `+1${a}${b}${c}`,
  (a: string, b: string, c: string) => `1-${a}-${b}-${c}`,
  (a: string, b: string, c: string) => `tel:+1-${a}-${b}-${c}`,
];

export const phoneAt = (index: number): string =>
  `+1${index % 3 === 0 ? '305' : '860'}555${String(index).padStart(4, '0')}`;

const written = (index: number, notation: number): string => {
  const phone = phoneAt(index);
  const write = notations[notation % notations.length] ?? notations[0];
  return write?.(phone.slice(2, 5), phone.slice(5, 8), phone.slice(8)) ?? phone;
};

const junk: [cell: string, reason: string][] = [
  ['n/a', 'phone-missing'],
  ['', 'phone-missing'],
  ['1.20356E+10', 'phone-excel-number'],
  ['911', 'phone-emergency'],
  ['(203) 555-01', 'phone-too-short'],
  ['555-0123', 'phone-missing-area-code'],
  ['+1 203 555 01234', 'phone-too-long'],
  ['+55 11 91234-5678', 'phone-foreign'],
  ['+1 416 555 0123', 'phone-north-america-not-us'],
  ['1-800-555-0123', 'phone-toll-free'],
  ['000-000-0000', 'phone-unknown-area-code'],
  ['203-155-0123', 'phone-impossible-exchange'],
];

/**
 * A list as a Brazilian Excel exports it (semicolons, Windows-1252), with known answers: people in
 * Florida and Connecticut, every fifth one twice, every seventh said no, two of three agreed.
 */
export function messyFile(people: number): { content: Buffer; expected: Partial<ImportCounts> } {
  const lines = ['Nome;Telefone;Estado;Cidade;Segmento;Tags;Aceita mensagens;Data do aceite'];
  const expected = { withConsent: 0, refused: 0, merged: 0, byState: { CT: 0, FL: 0 } };
  const states = { CT: ['CT', 'Connecticut', 'ct', ''], FL: ['FL', 'Florida', 'fl', ''] };
  for (let index = 0; index < people; index += 1) {
    const state = index % 3 === 0 ? 'FL' : 'CT';
    const no = index % 7 === 0;
    const yes = !no && index % 3 !== 1;
    const answer = no ? 'não' : yes ? (['sim', 'S', '1', 'yes'][index % 4] ?? '') : '';
    const day = yes ? (index % 2 === 0 ? '05/07/2026' : '2025-04-25') : '';
    const name = index % 11 === 0 ? '=HYPERLINK(1)' : `  JOÃO\u00a0 Assunção ${index} `;
    const city = index % 4 === 0 ? '' : 'New Haven';
    lines.push(
      `${name};${written(index, index)};${states[state][index % 4]};${city};;vip|natal;${answer};${day}`,
    );
    if (index % 5 === 0) {
      lines.push(`;${written(index, index + 3)};;Danbury;familias;Férias;;`);
      expected.merged += 1;
    }
    if (index % 50 === 0) lines.push(';;;;;;;');
    expected.byState[state] += 1;
    if (yes) expected.withConsent += 1;
    if (no) expected.refused += 1;
  }
  const rejectedBy: Record<string, number> = {};
  for (const [cell, reason] of junk) {
    lines.push(`<!channel>;${cell};CT;;;;sim;05/07/2026`);
    rejectedBy[reason] = (rejectedBy[reason] ?? 0) + 1;
  }
  return {
    content: iconv.encode(lines.join('\r\n'), 'windows-1252'),
    expected: {
      ...expected,
      rows: people + expected.merged + junk.length,
      blank: Math.ceil(people / 50),
      created: people,
      rejected: junk.length,
      rejectedBy,
    },
  };
}
