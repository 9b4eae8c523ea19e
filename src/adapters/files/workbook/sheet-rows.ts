import type { SheetRow } from '../../../features/contacts/index.ts';
import { cellText } from './cell-text.ts';
import {
  damaged,
  mostColumns,
  mostRows,
  tooInvolved,
  WorkbookError,
  type WorkbookLimits,
} from './limits.ts';
import type { SharedStrings } from './shared-strings.ts';
import { readXml, type XmlListener } from './xml.ts';

/** What the numbers of a sheet's cells refer to. */
export type Lookups = { shared: SharedStrings; dayStyles: readonly boolean[]; from1904: boolean };

/**
 * The rows of a sheet that hold anything, in order, as many at a time as a piece of its part has.
 * Formulas give the value they were saved with. Throws `WorkbookError`, or what is no XML.
 */
export async function* sheetRows(
  part: AsyncIterable<Uint8Array>,
  lookups: Lookups,
  limits: WorkbookLimits,
): AsyncGenerator<SheetRow[]> {
  const sheet = sheetListener(lookups, limits);
  for await (const _ of readXml(part, limits.maxCellCharacters, sheet)) {
    const rows = sheet.taken();
    if (rows.length > 0) yield rows;
  }
}

type Cell = { column: number; type: string | undefined; style: string | undefined };

function sheetListener({ shared, dayStyles, from1904 }: Lookups, limits: WorkbookLimits) {
  const { maxCellCharacters, maxRowCharacters, maxCells, maxCharacters } = limits;
  let found: SheetRow[] = [];
  let [row, rowBefore] = [0, 0];
  let [isRow, isNumbered] = [false, false];
  let cells: string[] = [];
  let [nextColumn, elements] = [0, 0];
  let cell: Cell | null = null;
  let raw = '';
  let [isValue, isPhonetic] = [false, false];
  let [cellCount, rowCharacters, characters] = [0, 0, 0];

  const tooLong = () => new WorkbookError({ code: 'contacts.file-cell-too-long', row });

  function textOf({ type, style }: Cell): string {
    if (type !== 's') {
      return cellText(type, raw, { isDay: dayStyles[Number(style)] === true, from1904 });
    }
    const index = raw.trim();
    if (index === '') return '';
    const text = /^\d+$/.test(index) ? shared.at(Number(index)) : undefined;
    if (text === undefined) throw damaged();
    if (text === null) throw tooLong();
    return text;
  }

  function endCell(): void {
    if (!cell) return;
    const text = textOf(cell);
    if (text !== '') {
      while (cells.length < cell.column) cells.push('');
      cells[cell.column] = text;
      rowCharacters += text.length;
      if (rowCharacters > maxRowCharacters) throw tooInvolved();
    }
    nextColumn = cell.column + 1;
    cell = null;
  }

  /** In a file that went wrong two rows may say the same; here each has its own number. */
  function goTo(said: number): void {
    if (said > mostRows) throw damaged();
    row = Number.isInteger(said) && said > rowBefore ? said : rowBefore + 1;
    if (row > mostRows) throw tooInvolved();
  }

  function endRow(): void {
    isRow = false;
    if (cells.length === 0) return;
    cellCount += cells.length;
    characters += rowCharacters;
    if (cellCount > maxCells || characters > maxCharacters) throw tooInvolved();
    found.push({ number: row, cells });
    cells = [];
  }

  return {
    taken(): SheetRow[] {
      const rows = found;
      found = [];
      return rows;
    },
    open(name: string, attributes: () => Readonly<Record<string, string | undefined>>): void {
      switch (name) {
        case 'row': {
          if (isRow) throw damaged();
          isRow = true;
          rowBefore = row;
          const said = Number(attributes().r);
          isNumbered = Number.isInteger(said);
          goTo(said);
          [nextColumn, elements, rowCharacters] = [0, 0, 0];
          return;
        }
        case 'c': {
          if (!isRow) return;
          elements += 1;
          if (elements > mostColumns) throw tooInvolved();
          const { r, t: type, s: style } = attributes();
          // Rows may leave it to their cells to say where they are.
          if (elements === 1 && !isNumbered) goTo(Number(/\d+$/.exec(r ?? '')?.[0]));
          const column = columnOf(r) ?? nextColumn;
          if (column >= mostColumns) throw damaged();
          cell = { column, type, style };
          raw = '';
          return;
        }
        case 'v':
        case 't':
          isValue = cell !== null && !isPhonetic;
          return;
        case 'rPh':
          isPhonetic = true;
      }
    },
    overlong(): void {
      throw isValue ? tooLong() : tooInvolved();
    },
    text(more: string): void {
      if (!isValue) return;
      raw += more;
      if (raw.length > maxCellCharacters) throw tooLong();
    },
    close(name: string): void {
      switch (name) {
        case 'v':
        case 't':
          isValue = false;
          return;
        case 'rPh':
          isPhonetic = false;
          return;
        case 'c':
          endCell();
          return;
        case 'row':
          endRow();
      }
    },
  } satisfies XmlListener & { taken(): SheetRow[] };
}

/** From 0; of `AB12` 27. Null when a cell does not say where it stands. */
function columnOf(reference = ''): number | null {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    // Lower case as well, which has one bit more.
    const letter = (reference.charCodeAt(at) & ~0x20) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? null : column - 1;
}
