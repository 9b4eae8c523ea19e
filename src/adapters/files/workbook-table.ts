import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ExportCell, ExportWriter } from '../../features/contacts/index.ts';
import { wallTimeAt } from '../../shared/wall-time.ts';
import { partsSource } from './byte-source.ts';

type Table = ReturnType<ExportWriter['open']>;
type Look = Parameters<ExportWriter['open']>[1];

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What stands around the one sheet: which part is what, and three looks of a cell. */
const frame: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Contacts" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

const [plain, bold, dated, asText] = [0, 1, 2, 3];

/**
 * An Excel workbook that is packed while it is written, so that only its packed bytes are held.
 * Every text is typed as text: no formula runs, and a phone number stays what it is.
 */
export function workbookTable({ headers, timeZone }: Look): Table {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk);
  });
  const part = (name: string) => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    return file;
  };
  for (const [name, xml] of Object.entries(frame)) part(name).push(strToU8(head + xml), true);
  const sheet = part('xl/worksheets/sheet1.xml');
  let written = 1;
  const columns = headers.map(
    (header, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${at < 2 ? 24 : Math.max(14, header.length + 2)}" customWidth="1"/>`,
  );
  sheet.push(
    strToU8(
      `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${rowOf(
        1,
        headers.map((text) => [bold, text]),
      )}`,
    ),
  );
  return {
    mime: `${type}.sheet`,
    add(rows) {
      const xml = rows.map((row) =>
        rowOf(
          ++written,
          row.map((cell) => [lookOf(cell), cell instanceof Date ? serialOf(cell, timeZone) : cell]),
        ),
      );
      sheet.push(strToU8(xml.join('')));
    },
    end() {
      sheet.push(strToU8('</sheetData></worksheet>'), true);
      zip.end();
      return partsSource(parts.splice(0));
    },
  };
}

const lookOf = (cell: ExportCell): number =>
  typeof cell === 'string' ? asText : cell instanceof Date ? dated : plain;

type Styled = readonly [style: number, value: string | number | null];

/** Excel finds cells by order, other readers by their address. */
const rowOf = (number: number, cells: readonly Styled[]): string =>
  `<row r="${number}">${cells.map((cell, at) => cellOf(`${columnName(at)}${number}`, cell)).join('')}</row>`;

function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

const longestCell = 32_767;

function cellOf(address: string, [style, value]: Styled): string {
  if (value === null || value === '') return '';
  return typeof value === 'number'
    ? `<c r="${address}" s="${style}"><v>${value}</v></c>`
    : `<c r="${address}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(value.slice(0, longestCell))}</t></is></c>`;
}

/** Days since 1899-12-30 on the wall of the team's zone, to the minute. */
function serialOf(at: Date, timeZone: string): number {
  const { day, ms } = wallTimeAt(timeZone, at.getTime());
  return day + 25_569 + Math.floor(ms / 60_000) / 1_440;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML knows no control characters and no half characters at all. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>]/g, (character) => entities[character] ?? character);
