import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import writeWorkbook, { type Cell } from 'write-excel-file/node';
import { sheetReader } from '../../../src/adapters/files/sheet-reader.ts';
import { sheetWriter } from '../../../src/adapters/files/sheet-writer.ts';
import type { Sheet } from '../../../src/features/contacts/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';

const reader = sheetReader();

async function rowsOf(sheet: Sheet): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of sheet.rows()) rows.push(...batch.map((row) => [...row.cells]));
  return rows;
}

async function refusalOf(content: Uint8Array, read = reader): Promise<string> {
  try {
    const sheet = await read.open(content, 'lista.csv');
    await rowsOf(sheet);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  throw new Error('was read');
}

const table = [
  ['Nome', 'Telefone', 'Aceita mensagens'],
  ['João Assunção', '(203) 555-0123', 'não'],
  ['Conceição; "Zé"\nLima', '860-555-0100', 'sim'],
];

const csv = (delimiter: string, newline = '\r\n') =>
  table
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter))
    .join(newline);

describe('a text file', () => {
  const encodings: [name: string, bytes: (text: string) => Buffer][] = [
    ['utf-8', (text) => Buffer.from(text)],
    ['utf-8-bom', (text) => Buffer.from(`\ufeff${text}`)],
    ['utf-16le', (text) => iconv.encode(`\ufeff${text}`, 'utf-16le', { addBOM: false })],
    ['utf-16be', (text) => iconv.encode(`\ufeff${text}`, 'utf-16be', { addBOM: false })],
    ['windows-1252', (text) => iconv.encode(text, 'windows-1252')],
  ];
  const cases = encodings.flatMap(([encoding, bytes]) =>
    [';', ',', '\t', '|'].map((delimiter) => ({ encoding, delimiter, bytes })),
  );

  it.each(cases)(
    'in $encoding with "$delimiter" is read',
    async ({ encoding, delimiter, bytes }) => {
      const sheet = await reader.open(bytes(csv(delimiter)), 'lista.csv');
      expect([sheet.format, sheet.encoding, sheet.delimiter]).toEqual(['csv', encoding, delimiter]);
      expect(await rowsOf(sheet)).toEqual(table);
      expect(await rowsOf(sheet)).toEqual(table);
    },
  );

  it.each(['\n', '\r\n', '\r'])('with line ends %j is read', async (newline) => {
    expect(await rowsOf(await reader.open(Buffer.from(csv(';', newline)), 'a'))).toEqual(table);
  });

  it.each(['utf-16le', 'utf-16be'])('in %s without a mark is read', async (encoding) => {
    const content = iconv.encode(csv(';'), encoding, { addBOM: false });
    const sheet = await reader.open(content, 'a');
    expect(sheet.encoding).toBe(encoding);
    expect(await rowsOf(sheet)).toEqual(table);
  });

  it('keeps its accents when one letter is damaged', async () => {
    const content = Buffer.concat([Buffer.from(csv(';')), Buffer.from([0xe3])]);
    const rows = await rowsOf(await reader.open(content, 'a'));
    expect(rows[1]?.[0]).toBe('João Assunção');
  });

  it('may begin with the line that Excel puts there', async () => {
    const sheet = await reader.open(Buffer.from('sep=|\r\nNome;x|Telefone\r\nAna|203'), 'a');
    expect(sheet.delimiter).toBe('|');
    expect(await rowsOf(sheet)).toEqual([
      ['Nome;x', 'Telefone'],
      ['Ana', '203'],
    ]);
  });

  it('is cut at the sign that cuts evenly, not at one inside the cells', async () => {
    const text = 'Nome;Tags;Tel\nLima, Ana;vip|natal;203\nReis, Bia;|;204\nZé;a|b|c;205';
    expect((await reader.open(Buffer.from(text), 'a')).delimiter).toBe(';');
  });

  it('may have one column', async () => {
    const rows = await rowsOf(await reader.open(Buffer.from('203-555-0123\n860-555-0100\n'), 'a'));
    expect(rows).toEqual([['203-555-0123'], ['860-555-0100']]);
  });

  it('numbers its rows as a spreadsheet does, blank and two-line ones too', async () => {
    const sheet = await reader.open(Buffer.from('A;B\n\n"x\ny";1\nz;2\n'), 'a');
    const numbers: [number, string | undefined][] = [];
    for await (const batch of sheet.rows()) {
      for (const row of batch) numbers.push([row.number, row.cells[0]]);
    }
    expect(numbers).toEqual([
      [1, 'A'],
      [2, ''],
      [3, 'x\ny'],
      [4, 'z'],
    ]);
  });

  it('may have quotation marks in odd places', async () => {
    const rows = await rowsOf(
      await reader.open(Buffer.from('A;B\nAna "Zé" Lima;1\n5" pipe;2'), 'a'),
    );
    expect(rows.slice(1)).toEqual([
      ['Ana "Zé" Lima', '1'],
      ['5" pipe', '2'],
    ]);
  });

  it('may hold a sign that nobody can see', async () => {
    const sheet = await reader.open(Buffer.from('Nome;Telefone\nJo\0ão;203-555-0123\n'), 'a');
    expect(sheet.encoding).toBe('utf-8');
    expect(await rowsOf(sheet)).toEqual([
      ['Nome', 'Telefone'],
      ['Jo\0ão', '203-555-0123'],
    ]);
  });

  it('keeps every character across the pieces it is decoded in', async () => {
    const long = 'ã€🎉'.repeat(40_000);
    const rows = await rowsOf(await reader.open(Buffer.from(`A;B\n${long};1`), 'a'));
    expect(rows[1]?.[0]).toBe(long);
  });
});

describe('a workbook', () => {
  const cellOf = (value: string | number | boolean | Date | null): Cell =>
    value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value;
  const workbook = (rows: (string | number | boolean | Date | null)[][]) =>
    writeWorkbook(rows.map((row) => row.map(cellOf))).toBuffer();

  it('is read with whole phone numbers and days', async () => {
    const content = await workbook([
      ['Nome', 'Telefone', 'Data do aceite', 'Aceita'],
      ['João', 12035550123, new Date('2025-03-01T00:00:00Z'), true],
      ['Bia', '860-555-0100', null, null],
    ]);
    const sheet = await reader.open(content, 'lista.xlsx');
    expect([sheet.format, sheet.encoding, sheet.delimiter]).toEqual(['xlsx', null, null]);
    expect(await rowsOf(sheet)).toEqual([
      ['Nome', 'Telefone', 'Data do aceite', 'Aceita'],
      ['João', '12035550123', '2025-03-01', 'true'],
      ['Bia', '860-555-0100'],
    ]);
  });

  it('is known by what it is, not by its name', async () => {
    const content = await workbook([['Telefone'], ['203-555-0123']]);
    expect((await reader.open(content, 'lista.csv')).format).toBe('xlsx');
  });

  it('that is damaged is refused', async () => {
    const content = await workbook([['Telefone'], ['203-555-0123']]);
    const damaged = Buffer.from(content);
    damaged.fill(0, 60, 400);
    expect(await refusalOf(damaged)).toBe('contacts.file-damaged');
    expect(await refusalOf(content.subarray(0, content.length - 60))).toBe('contacts.file-damaged');
  });
});

describe('what is no list is refused with its own reason', () => {
  const zip = (files: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const main = (target: string) =>
    `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`;
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  it.each<[string, Uint8Array, string]>([
    ['nothing', Buffer.alloc(0), 'contacts.file-empty'],
    ['white space', Buffer.from('\ufeff \r\n\t\r\n'), 'contacts.file-no-rows'],
    [
      'a program',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 3, 0]),
      'contacts.file-binary',
    ],
    [
      'noise',
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 73 + 1) % 31)),
      'contacts.file-binary',
    ],
    [
      'a workbook behind a password',
      Buffer.concat([ole, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]),
      'contacts.file-password-protected',
    ],
    ['a workbook of 2003', Buffer.concat([ole, Buffer.alloc(512)]), 'contacts.file-old-excel'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'contacts.file-not-a-table'],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'contacts.file-not-a-table'],
    ['an archive', zip({ 'lista.csv': 'Nome;Telefone' }), 'contacts.file-not-a-table'],
    [
      'a document',
      zip({ '_rels/.rels': main('word/document.xml'), 'word/document.xml': '<document/>' }),
      'contacts.file-not-a-table',
    ],
    [
      'a workbook in the binary format',
      zip({ '_rels/.rels': main('xl/workbook.bin'), 'xl/workbook.bin': '\u0001' }),
      'contacts.file-old-excel',
    ],
    ['a web page', Buffer.from('\n<!DOCTYPE html><p>Login'), 'contacts.file-not-a-table'],
    ['an open quotation mark', Buffer.from('A;B\nx;1\ny;"2\nz;3\n'), 'contacts.file-quote'],
    [
      'a cell without end',
      Buffer.from(`A;B\nx;1\n${'y'.repeat(1_100_000)};2\nz;3\n`),
      'contacts.file-cell-too-long',
    ],
    [
      'a quotation mark that swallows more than a cell may hold',
      Buffer.from(`A;B\nx;1\ny;"2\n${'z;3\n'.repeat(300_000)}`),
      'contacts.file-quote',
    ],
  ])('%s', async (_, content, code) => {
    expect(await refusalOf(content)).toBe(code);
  });

  it('and names the row where it stands', async () => {
    const content = Buffer.from(
      `A;B\n${'x;1\n'.repeat(300)}${'y'.repeat(1_100_000)};2\n${'z;3\n'.repeat(300)}`,
    );
    const sheet = await reader.open(content, 'lista.csv');
    await expect(rowsOf(sheet)).rejects.toMatchObject({
      code: 'contacts.file-cell-too-long',
      values: { row: 302 },
    });
  });

  it('a file over the limit', async () => {
    const small = sheetReader({ maxBytes: 100 });
    expect(await refusalOf(Buffer.from('a;b\n'.repeat(100)), small)).toBe(
      'contacts.file-too-large',
    );
    const book = await writeWorkbook([[{ value: 'x' }]]).toBuffer();
    expect(await refusalOf(book, small)).toBe('contacts.file-too-large');
  });
});

describe('a file we write', () => {
  it('runs no formula, and reads back as it was', async () => {
    const rows = [['=1+1', '+1 203', '-5', '@x', 'plain', 'a;b', '"q"', 'ã\nb']];
    const content = sheetWriter.csv(rows, ';');
    const [back] = await rowsOf(await reader.open(content, 'a'));
    expect(back).toEqual(["'=1+1", "'+1 203", "'-5", "'@x", 'plain', 'a;b', '"q"', 'ã\nb']);
  });

  it('never starts a cell with what a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const text = Buffer.from(sheetWriter.csv([[cell, 'x']], ';')).toString();
        expect(text.replace(/^\ufeff"?/, '')).not.toMatch(/^\s*[=+\-@\t]/);
      }),
    );
  });
});
