import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { messyRows } from './messy-list.ts';

const sheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * The messy list as Excel saves one: every text among the shared ones, numbers without punctuation
 * as numbers, the texts behind the sheet.
 */
export async function writeMessyWorkbook(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  let isFull = false;
  const zip = new Zip((error, bytes, isLast) => {
    if (error) throw error;
    isFull = !out.write(bytes);
    if (isLast) out.end();
  });
  const part = (name: string) => {
    const file = new ZipDeflate(name, { level: 1 });
    zip.add(file);
    return (xml: string, isLast = false) => file.push(strToU8(xml), isLast);
  };
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  part('_rels/.rels')(
    `<Relationships xmlns="${packaged}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    true,
  );
  part('xl/workbook.xml')(
    `<workbook xmlns="${sheet}" xmlns:r="${office}"><sheets><sheet name="Contatos" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    true,
  );
  part('xl/_rels/workbook.xml.rels')(
    `<Relationships xmlns="${packaged}">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    true,
  );

  const strings = new Map<string, number>();
  const shared = (text: string): number => {
    const at = strings.get(text) ?? strings.size;
    strings.set(text, at);
    return at;
  };
  const write = part('xl/worksheets/sheet1.xml');
  write(`<worksheet xmlns="${sheet}"><sheetData>`);
  let xml = '';
  let number = 0;
  for (const cells of messyRows(rows)) {
    number += 1;
    const written = cells.map((text, at) => {
      const address = `${String.fromCharCode(65 + at)}${number}`;
      if (text === '') return '';
      return /^[1-9]\d{9}$/.test(text)
        ? `<c r="${address}"><v>${text}</v></c>`
        : `<c r="${address}" t="s"><v>${shared(text)}</v></c>`;
    });
    xml += `<row r="${number}" spans="1:8">${written.join('')}</row>`;
    if (xml.length < 1_000_000) continue;
    write(xml);
    xml = '';
    if (isFull) await once(out, 'drain');
  }
  write(`${xml}</sheetData></worksheet>`, true);

  const writeShared = part('xl/sharedStrings.xml');
  writeShared(`<sst xmlns="${sheet}">`);
  xml = '';
  for (const text of strings.keys()) {
    xml += `<si><t xml:space="preserve">${text.replace('&', '&amp;').replace('<', '&lt;')}</t></si>`;
    if (xml.length < 1_000_000) continue;
    writeShared(xml);
    xml = '';
    if (isFull) await once(out, 'drain');
  }
  writeShared(`${xml}</sst>`, true);
  zip.end();
  await once(out, 'close');
}
