import fc from 'fast-check';
import { strToU8 } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { beforeAll, describe, expect, it } from 'vitest';
import writeWorkbook, { type Cell } from 'write-excel-file/node';
import { sheetReader } from '../../../src/adapters/files/sheet-reader.ts';
import { dayOfSerial, showsDay } from '../../../src/adapters/files/workbook/dates.ts';
import type { SheetRow } from '../../../src/features/contacts/index.ts';
import { inline, type RawWorkbook, rawWorkbook, row } from '../../support/workbook.ts';

const reader = sheetReader();

async function rowsOf(content: Uint8Array): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of (await reader.open(content, 'a.xlsx')).rows()) rows.push(...batch);
  return rows;
}

const cellsOf = async (xml: string, parts: RawWorkbook = {}): Promise<readonly string[]> =>
  (await rowsOf(rawWorkbook({ A: row(1, xml) }, parts)))[0]?.cells ?? [];

describe('a cell of a workbook', () => {
  const emoji = '😀';
  const filled: [what: string, xml: string, text: string][] = [
    ['a text of its own', inline('A1', 'João'), 'João'],
    ['a text with white space', inline('A1', ' a\nb '), ' a\nb '],
    [
      'a text in two looks',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>Jo</t></r><r><t>ão</t></r></is></c>',
      'João',
    ],
    [
      'a text with its reading',
      '<c t="inlineStr"><is><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></is></c>',
      '東京',
    ],
    [
      'what XML writes otherwise',
      inline('A1', 'a &amp;&lt;b&gt; &quot;c&quot; &apos;d&apos; &#233;&#x1F600;'),
      `a &<b> "c" 'd' é${emoji}`,
    ],
    ['an entity that is none', inline('A1', '&nbsp;&#x110000;&amp;lt;'), '&nbsp;&#x110000;&lt;'],
    ['CDATA', inline('A1', '<![CDATA[a <b> &amp;]]>'), 'a <b> &amp;'],
    ['a control character', inline('A1', 'a_x000D_b_x005F_x000D_'), 'a\rb_x000D_'],
    ['a whole number', '<c><v>12035550123</v></c>', '12035550123'],
    [
      'more digits than a number holds',
      '<c><v>123456789012345678901</v></c>',
      '123456789012345678901',
    ],
    ['a number with an exponent', '<c t="n"><v>1.2035550123E10</v></c>', '12035550123'],
    ['a whole number with a point', '<c><v>2035550123.0</v></c>', '2035550123'],
    ['a fraction', '<c><v>0.1</v></c>', '0.1'],
    ['a negative number', '<c><v>-5</v></c>', '-5'],
    ['yes', '<c t="b"><v>1</v></c>', 'true'],
    ['no', '<c t="b"><v>0</v></c>', 'false'],
    ['yes among blanks', '<c t="b"><v> 1 </v></c>', 'true'],
    ['the text that a formula gave', '<c t="str"><f>A2&amp;"x"</f><v>Ana</v></c>', 'Ana'],
    ['the number that a formula gave', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['a day in ISO', '<c t="d"><v>2026-03-01T10:00:00Z</v></c>', '2026-03-01'],
  ];

  const empty: [what: string, xml: string][] = [
    ['an error', '<c t="e"><v>#N/A</v></c>'],
    ['a formula without a value', '<c><f>A2</f></c>'],
    ['a look and nothing else', '<c s="1"/>'],
    ['a shared text that it does not name', '<c t="s"/>'],
    ['a shared text by a blank number', '<c t="s"><v> </v></c>'],
    ['a yes or no that is blank', '<c t="b"><v> </v></c>'],
    ['a number that is blank', '<c><v>\n</v></c>'],
    ['an empty shared text', '<c t="s"><v>0</v></c>'],
  ];
  // All of them in one workbook, each on its own row: starting a thread takes its time.
  const known = new Map<number, readonly string[]>();
  beforeAll(async () => {
    const cells = [...filled, ...empty].map(([, xml]) => xml);
    const rows = cells.map((xml, at) =>
      row(at + 1, xml.replace('"A1"', `"A${at + 1}"`), inline(`B${at + 1}`, 'x')),
    );
    const content = rawWorkbook({ A: rows.join('') }, { shared: '<si><t/></si>' });
    for (const { number, cells } of await rowsOf(content)) known.set(number, cells);
  });

  it.each(filled.map(([what, , text], at) => ({ what, text, at })))(
    'with $what is read',
    ({ text, at }) => {
      expect(known.get(at + 1)).toEqual([text, 'x']);
    },
  );

  it.each(empty.map(([what], at) => ({ what, at })))('with $what is empty', ({ at }) => {
    expect(known.get(filled.length + at + 1)).toEqual(['', 'x']);
  });

  it('shows shared texts', async () => {
    const shared = [
      '<si><t>Ana</t></si>',
      '<si><r><t>Jo</t></r><r><rPr><b/></rPr><t xml:space="preserve">ão </t></r></si>',
      `<si><t>${emoji.repeat(50_000)}</t></si>`,
      '<si><t>a_x000D_&amp;</t><rPh sb="0" eb="1"><t>x</t></rPh></si>',
    ].join('');
    const cells = [3, 2, 1, 0].map((at) => `<c t="s"><v>${at}</v></c>`).join('');
    expect(await cellsOf(cells, { shared })).toEqual([
      'a\r&',
      emoji.repeat(50_000),
      'João ',
      'Ana',
    ]);
  });

  it('keeps texts apart that fill many blocks', async () => {
    const text = (at: number) => `${at}${'ã'.repeat((at * 7_919) % 60_000)}`;
    const texts = Array.from({ length: 60 }, (_, at) => text(at));
    const shared = texts.map((each) => `<si><t>${each}</t></si>`).join('');
    const rows = texts.map((_, at) => row(at + 1, `<c t="s"><v>${at}</v></c>`)).join('');
    const found = await rowsOf(rawWorkbook({ A: rows }, { shared }));
    expect(found.map(({ cells }) => cells[0])).toEqual(texts);
  });

  it('stands where it says, in any order, or after the one before', async () => {
    expect(
      await cellsOf(
        `${inline('C1', 'c')}<c t="inlineStr"><is><t>d</t></is></c>${inline('a1', 'a')}`,
      ),
    ).toEqual(['a', '', 'c', 'd']);
    expect((await cellsOf(inline('AB1', 'x'))).length).toBe(28);
  });

  it('with a number is a day where its look says so', async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.00 &quot;dias&quot;"/><numFmt numFmtId="166" formatCode="&quot;Dia &quot;dd/mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/></cellXfs>`;
    const cells = [0, 1, 2, 3, 4, 5, 9].map((style) => `<c s="${style}"><v>46082</v></c>`).join('');
    expect(await cellsOf(cells, { styles })).toEqual([
      '46082',
      '2026-03-01',
      '2026-03-01',
      '46082',
      '46082',
      '2026-03-01',
      '46082',
    ]);
    expect(await cellsOf('<c s="1"><v>44620</v></c>', { styles, from1904: true })).toEqual([
      '2026-03-01',
    ]);
  });
});

describe('days of Excel', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [46_082.999, '2026-03-01'],
    [46_081.999_999_999_99, '2026-03-01'],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [0.5, null],
    [-1, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('%d is %s', (serial, day) => {
    expect(dayOfSerial(serial, false)).toBe(day);
  });

  it.each([
    ['dd/mm/yyyy', true],
    ['[$-416]d "de" mmmm "de" yyyy', true],
    ['yyyy\\-mm\\-dd\\ hh:mm', true],
    ['mmm', true],
    ['General', false],
    ['0.00', false],
    ['#,##0 "dias"', false],
    ['[Red]0;[Blue]-0', false],
    ['hh:mm:ss', false],
    ['[h]:mm', false],
    ['mm:ss.0', false],
    ['0.00E+00', false],
    ['_-* #,##0_-;"d"', false],
    ['(000) 000\\-0000', false],
    ['"Dia; "dd/mm/yyyy', true],
    ['0\\&', false],
    ['[>=1]dd/mm/yyyy', true],
    ['[mm]:ss', false],
    [`${'['.repeat(255)}`, false],
  ])('%s shows a day: %s', (code, expected) => {
    expect(showsDay(code)).toBe(expected);
  });
});

describe('the rows of a workbook', () => {
  it('have the numbers that a person sees, blank ones between too, none at the end', async () => {
    const content = rawWorkbook({
      A: row(2, inline('A2', 'x')) + row(3) + row(5, inline('B5', 'y')) + row(9, '<c s="1"/>'),
    });
    expect(await rowsOf(content)).toEqual([
      { number: 1, cells: [] },
      { number: 2, cells: ['x'] },
      { number: 3, cells: [] },
      { number: 4, cells: [] },
      { number: 5, cells: ['', 'y'] },
    ]);
  });

  it('have numbers of their own whatever the file says', async () => {
    const numbered = (said: string) => `<row${said}>${inline('A1', 'x')}</row>`;
    const said = ['', ' r="0"', ' r="1"', ' r="x"', ' r="-3"', ' r="4.5"', ' r="7"', ' r="6"'];
    const rows = await rowsOf(rawWorkbook({ A: said.map(numbered).join('') }));
    expect(rows.filter(({ cells }) => cells.length > 0).map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  it('have the numbers that they say, not those of their cells', async () => {
    const content = rawWorkbook({ A: `${row(2, inline('A7', 'x'))}${row(3, inline('A3', 'y'))}` });
    expect((await rowsOf(content)).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('have the numbers that their cells say when they say none', async () => {
    const content = rawWorkbook({
      A: `<row>${inline('A5', 'x')}</row><row>${inline('A3', 'y')}</row><row><c t="b"/></row>`,
    });
    const rows = await rowsOf(content);
    expect(rows.slice(4)).toEqual([
      { number: 5, cells: ['x'] },
      { number: 6, cells: ['y'] },
    ]);
  });

  it.each([
    ['a text that is not there', row(1, '<c t="s"><v>7</v></c>')],
    ['no text at all', row(1, '<c t="s"><v>a</v></c>')],
    ['a row that no sheet has', row(1_048_577, inline('A1', 'x'))],
    ['a column that no sheet has', row(1, inline('XFE1', 'x'))],
    ['a row within a row', `<row r="1">${row(2, inline('A2', 'x'))}</row>`],
    ['an end before its end', `${row(1, inline('A1', 'x'))}</sheetData></worksheet>`],
  ])('are refused where they speak of %s', async (_, xml) => {
    const content = rawWorkbook({ A: xml }, { shared: '<si><t>x</t></si>' });
    await expect(rowsOf(content)).rejects.toMatchObject({ code: 'contacts.file-damaged' });
  });

  it('are read beside a sheet that has no part, as a module of macros', async () => {
    const content = rawWorkbook({ A: row(1, inline('A1', 'x')) }, { withModule: true });
    expect(await rowsOf(content)).toEqual([{ number: 1, cells: ['x'] }]);
  });

  it('are refused when their sheet is lost', async () => {
    const lost = rawWorkbook({ A: row(1, inline('A1', 'x')) }, { relations: '' });
    await expect(rowsOf(lost)).rejects.toMatchObject({ code: 'contacts.file-damaged' });
  });

  it('are read from a file with bytes behind its end', async () => {
    const content = rawWorkbook({ A: row(1, inline('A1', 'x')) });
    const rows = await rowsOf(Buffer.concat([content, Buffer.alloc(37)]));
    expect(rows).toEqual([{ number: 1, cells: ['x'] }]);
  });

  it('reach to the last corner of a sheet', async () => {
    const rows = await rowsOf(
      rawWorkbook({ A: row(1, inline('A1', 'x')) + row(1_048_576, inline('XFD1048576', 'y')) }),
    );
    expect(rows).toHaveLength(1_048_576);
    expect(rows.at(-1)?.cells).toHaveLength(16_384);
  });

  it('are those of the first sheet that says anything', async () => {
    const content = rawWorkbook(
      {
        Erros: row(1, '<c t="e"><v>#N/A</v></c>', '<c t="s"><v>0</v></c>'),
        Vazia: row(1, inline('A1', ' ')),
        Lista: row(1, inline('A1', 'x')),
        Torta: `${row(1, inline('A1', 'x'))}${row(2, '<c t="s"><v>9</v></c>')}`,
      },
      { shared: '<si><t> </t></si>' },
    );
    expect(await rowsOf(content)).toEqual([{ number: 1, cells: ['x'] }]);
    // One that breaks off counts as far as it goes.
    expect(await (await reader.open(content, 'a.xlsx')).sheets()).toEqual({
      read: 'Lista',
      others: [{ name: 'Torta', rows: 1 }],
    });
  });

  it('are those of the first sheet that a person sees', async () => {
    const content = rawWorkbook(
      { Listas: row(1, inline('A1', 'x')), 'A > "B" & C': row(1, inline('A1', 'y')) },
      { hidden: ['Listas'] },
    );
    const sheet = await reader.open(content, 'a.xlsx');
    expect(await rowsOf(content)).toEqual([{ number: 1, cells: ['y'] }]);
    expect(await sheet.sheets()).toEqual({
      read: 'A > "B" & C',
      others: [{ name: 'Listas', rows: 1 }],
    });
  });

  it.each([
    [
      'with names that have a prefix',
      (xml: string) => strToU8(xml.replace(/<(\/?)(?=\w)/g, '<$1x:').replace('xmlns=', 'xmlns:x=')),
    ],
    ['in UTF-16', (xml: string) => Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['after a byte order mark', (xml: string) => strToU8(`\ufeff${xml}`)],
    [
      'in UTF-8 that calls itself UTF-16',
      (xml: string) => strToU8(`<?xml version="1.0" encoding="utf-16"?>${xml}`),
    ],
    [
      'in the encoding that it declares',
      (xml: string) => Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, 'latin1'),
    ],
  ])('are read from XML %s', async (_, written) => {
    const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${row(1, inline('A1', 'João'))}</sheetData><rowBreaks count="1"><brk id="1"/></rowBreaks></worksheet>`;
    expect(await rowsOf(rawWorkbook({ A: written(xml) }))).toEqual([
      { number: 1, cells: ['João'] },
    ]);
  });

  it('are refused when a bit of them is another one', async () => {
    const content = Buffer.from(
      rawWorkbook({ A: row(1, inline('A1', '203-555-0123')) }, { level: 0 }),
    );
    content[content.indexOf('203-555')] = 0x39;
    await expect(rowsOf(content)).rejects.toMatchObject({ code: 'contacts.file-damaged' });
  });
});

describe('two readers', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.integer({ min: -1e12, max: 1e12 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
    fc
      .date({ min: new Date('1901-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => new Date(date.toISOString().slice(0, 10))),
  );
  const textOf = (cell: unknown): string => {
    if (cell === null || cell === undefined) return '';
    if (cell instanceof Date) return cell.toISOString().slice(0, 10);
    return Number.isInteger(cell) ? BigInt(cell as number).toString() : String(cell);
  };
  /** The other one leaves out white space around a text. */
  const trimmed = (cells: readonly string[]) => {
    const texts = cells.map((cell) => cell.trim());
    return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
  };

  it('find the same cells in the same workbook', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { maxLength: 8 }), { minLength: 1, maxLength: 50 }),
        async (table) => {
          const content = await writeWorkbook(
            table.map((cells) =>
              cells.map(
                (cell): Cell =>
                  cell instanceof Date ? { value: cell, type: Date, format: 'dd/mm/yyyy' } : cell,
              ),
            ),
          ).toBuffer();
          const [sheet] = await readWorkbook(new Uint8Array(content).buffer);
          const other = (sheet?.data ?? []).map((cells) => trimmed(cells.map(textOf)));
          const ours = (await rowsOf(content)).map(({ cells }) => trimmed(cells));
          for (const rows of [ours, other]) while (rows.at(-1)?.length === 0) rows.pop();
          expect(ours).toEqual(other);
        },
      ),
      { numRuns: 12 },
    );
  });
});
