import { strToU8, type Zippable, zipSync } from 'fflate';

const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** A text that stands in its cell. */
export const inline = (ref: string, text: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;

export const row = (number: number, ...cells: string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;

/** XML that stands inside the part of its name. */
export type RawWorkbook = {
  shared?: string;
  styles?: string;
  from1904?: boolean;
  hidden?: string[];
  relations?: string;
  withModule?: boolean;
  level?: 0 | 1 | 6;
};

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * A workbook from the XML of its sheets' rows, as a file made by hand (or by an enemy) may be. Bytes
 * are a whole part.
 */
export function rawWorkbook(
  sheets: Readonly<Record<string, string | Uint8Array>>,
  {
    shared,
    styles,
    from1904 = false,
    hidden = [],
    relations,
    withModule = false,
    level = 6,
  }: RawWorkbook = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const all = [
    ...names.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
    relation('rIdS', 'sharedStrings', 'sharedStrings.xml'),
    relation('rIdT', 'styles', 'styles.xml'),
  ];
  const files: Zippable = {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
        .map(
          (name, at) =>
            `<sheet name="${escaped(name)}" sheetId="${at + 1}"${hidden.includes(name) ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
        )
        .join(
          '',
        )}${withModule ? '<sheet name="Module" sheetId="99" r:id=""/>' : ''}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packages}/relationships">${relations ?? all.join('')}</Relationships>`,
    ),
  };
  if (shared !== undefined) {
    files['xl/sharedStrings.xml'] = strToU8(`<sst xmlns="${spreadsheet}">${shared}</sst>`);
  }
  if (styles !== undefined) {
    files['xl/styles.xml'] = strToU8(`<styleSheet xmlns="${spreadsheet}">${styles}</styleSheet>`);
  }
  Object.values(sheets).forEach((rows, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      typeof rows === 'string'
        ? strToU8(`<worksheet xmlns="${spreadsheet}"><sheetData>${rows}</sheetData></worksheet>`)
        : rows;
  });
  return zipSync(files, { level });
}
