import { unpacked, type ZipEntry } from './zip-entries.ts';

export type WorkbookLimits = {
  maxRows: number;
  maxCellBytes: number;
  /** Of the whole rectangle, empty ones too: the reader fills it up. */
  maxCells: number;
};

/** Why a workbook is not read. `row` is 0 where it is not known. */
export type WorkbookProblem =
  | { code: 'contacts.file-cell-too-long'; row: number }
  | { code: 'contacts.file-too-involved' }
  | { code: 'contacts.file-damaged' };

/**
 * What would keep the reader of XML busy for minutes, found by looking at the bytes alone: a text
 * without end (it looks at such a one again with every piece of the file), more rows than
 * its memory holds, one cell in its farthest corner. Also whether every part unpacks to what it says.
 */
export function scanWorkbook(
  content: Uint8Array,
  entries: readonly ZipEntry[],
  limits: WorkbookLimits,
): WorkbookProblem | null {
  for (const entry of entries) {
    if (!entry.name.endsWith('.xml')) continue;
    const xml = unpacked(content, entry);
    const isSheet = entry.name.includes('/worksheets/');
    if (isSheet && countOf(xml, '<row', limits.maxRows + 1) > limits.maxRows) {
      return { code: 'contacts.file-too-involved' };
    }
    if (isSheet && rectangleOf(xml) > limits.maxCells) {
      return { code: 'contacts.file-too-involved' };
    }
    const at = longText(xml, limits.maxCellBytes);
    if (at === null) continue;
    const row = isSheet ? rowBefore(xml, at) : rowOfShared(content, entries, sharedBefore(xml, at));
    return { code: 'contacts.file-cell-too-long', row };
  }
  return null;
}

const sharedBefore = (xml: Buffer, at: number): number =>
  countOf(xml.subarray(0, at), '<si', Number.POSITIVE_INFINITY);

/** How often a tag opens in there, counted up to `most`. */
function countOf(xml: Buffer, mark: string, most: number): number {
  let count = 0;
  for (let at = xml.indexOf(mark); at >= 0 && count < most; at = xml.indexOf(mark, at + 1)) {
    // `<row>`, `<row/>` and `<row r=…`, but not `<rowBreaks`.
    if (/[\s/>]/.test(String.fromCharCode(xml[at + mark.length] ?? 0))) count += 1;
  }
  return count;
}

/** Rows times columns, from the references of the cells (`<c r="AB12"`). */
function rectangleOf(xml: Buffer): number {
  const mark = '<c r="';
  let [rows, columns] = [0, 0];
  for (let at = xml.indexOf(mark); at >= 0; at = xml.indexOf(mark, at + 1)) {
    let [column, row] = [0, 0];
    for (let next = at + mark.length; next < at + 20; next += 1) {
      const code = xml[next] ?? 0;
      if (code >= 0x41 && code <= 0x5a) column = column * 26 + code - 0x40;
      else if (code >= 0x30 && code <= 0x39) row = row * 10 + code - 0x30;
      else break;
    }
    rows = Math.max(rows, row);
    columns = Math.max(columns, column);
  }
  return rows * columns;
}

/** Where a stretch longer than this begins that holds no mark-up; null when there is none. */
function longText(xml: Buffer, most: number): number | null {
  let start = 0;
  while (xml.length - start > most) {
    // From behind: a piece that holds any `<` is skipped up to its last one.
    const last = xml.subarray(start, start + most + 1).lastIndexOf('<');
    if (last < 0) return start;
    start += last + 1;
  }
  return null;
}

/** The number that stands in the row's own tag. */
function rowBefore(xml: Buffer, at: number): number {
  const tag = xml.lastIndexOf('<row ', at);
  if (tag < 0) return 0;
  const [, number = '0'] = /\sr="(\d+)"/.exec(xml.toString('latin1', tag, tag + 200)) ?? [];
  return Number(number);
}

/** The first row that shows this text of the shared ones. */
function rowOfShared(content: Uint8Array, entries: readonly ZipEntry[], count: number): number {
  const mark = `<v>${count - 1}</v>`;
  for (const entry of entries) {
    if (!entry.name.includes('/worksheets/') || !entry.name.endsWith('.xml')) continue;
    const xml = unpacked(content, entry);
    for (let at = xml.indexOf(mark); at >= 0; at = xml.indexOf(mark, at + 1)) {
      const tag = xml.toString('latin1', xml.lastIndexOf('<c ', at), at);
      if (/\st="s"/.test(tag)) return rowBefore(xml, at);
    }
  }
  return 0;
}
