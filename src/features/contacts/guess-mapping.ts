import { areaCodes, stateOfName } from '../validation/index.ts';
import { type DateOrder, dateOrderOf, readDate } from './calendar-date.ts';
import { cleanCell } from './cell.ts';
import type { ImportField, Mapping } from './field.ts';
import type { SheetRow } from './file-ports.ts';
import { findHeader, looksLikePhone } from './header-row.ts';
import type { HeaderMatch } from './header-words.ts';
import type { Column, Detected } from './import.ts';
import { isBlankRow } from './normalise-row.ts';

export type Guess = Pick<Detected, 'header' | 'headerAt'> & {
  dateOrder: DateOrder;
  columns: Column[];
};

/** A column in the first rows: its cells without blanks, and how many of them look like what. */
type Seen = { cells: string[]; match: HeaderMatch | null; phones: number };

const phoneFields = ['phone', 'phone_2', 'phone_3'] as const;

const share = (cells: readonly string[], looksRight: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(looksRight).length / cells.length;

/**
 * What each column means, by its header and by what stands in it; a person may change it.
 *
 * A header is found by its words among the first rows; else it is the first row that is not blank,
 * when it holds no number of a person and a known word, or stands above phone numbers. Headers are
 * believed unless the content contradicts them about the phone. Without a header, content decides
 * for what looks like itself (phone, state, e-mail, ZIP, name); never for consent: a column of "yes"
 * may say anything.
 */
export function guessMapping(rows: readonly SheetRow[]): Guess {
  const filled = rows.filter((row) => !isBlankRow(row.cells));
  const { start, lines, texts: first, matches } = findHeader(filled);
  const end = start + lines;
  const header = headerLanguage(first, matches, filled.slice(end));
  const body = header === 'none' ? filled : filled.slice(end);
  const width = Math.max(0, ...filled.map((row) => row.cells.length));
  const seen = Array.from({ length: width }, (_, index): Seen => {
    const cells = body
      .map((row) => cleanCell(row.cells[index] ?? ''))
      .filter((cell) => cell !== '');
    return {
      cells,
      match: header === 'none' ? null : (matches[index] ?? null),
      phones: share(cells, looksLikePhone),
    };
  });
  const fields = fieldsOf(seen, header);
  const dates = seen[fields.indexOf('consent_date')]?.cells ?? [];
  const [row, last] = [filled[start]?.number, filled[end - 1]?.number];
  return {
    header,
    ...(end > 1 && row !== undefined && last !== undefined && { headerAt: { row, last } }),
    dateOrder: dateOrderOf(dates, header === 'en' ? 'mdy' : 'dmy'),
    columns: seen.map(({ cells, match }, index) => {
      const field = fields[index] ?? null;
      const byHeader = field !== null && match !== null && baseOf(field) === match.field;
      return {
        index,
        header: header === 'none' ? null : (first[index] ?? ''),
        samples: cells.slice(0, 3),
        field,
        guessedBy: field === null ? null : byHeader ? 'header' : 'content',
      };
    }),
  };
}

export const mappingOf = (columns: readonly Column[]): Mapping =>
  columns.map((column) => column.field);

const baseOf = (field: ImportField): ImportField =>
  field === 'phone_2' || field === 'phone_3' ? 'phone' : field;

function headerLanguage(
  first: readonly string[],
  matches: readonly (HeaderMatch | null)[],
  body: readonly SheetRow[],
): Detected['header'] {
  if (first.some(looksLikePhone)) return 'none';
  const known = matches.filter((match) => match !== null);
  if (known.length > 0) {
    const only = (language: 'pt' | 'en', other: 'pt' | 'en') =>
      known.filter((m) => m.languages.includes(language) && !m.languages.includes(other)).length;
    return only('en', 'pt') > only('pt', 'en') ? 'en' : 'pt';
  }
  const abovePhones = first.some((_, index) => {
    const cells = body.map((row) => row.cells[index] ?? '').filter((cell) => cell.trim() !== '');
    return share(cells, looksLikePhone) > 0.5;
  });
  return abovePhones && first.every((cell) => !/\d{3}/.test(cell)) ? 'other' : 'none';
}

function fieldsOf(seen: readonly Seen[], header: Detected['header']): (ImportField | null)[] {
  const fields: (ImportField | null)[] = seen.map(() => null);
  const byHeader = [...seen.entries()]
    .filter(([, { match }]) => match !== null)
    .sort(([a, { match: x }], [b, { match: y }]) => (x?.rank ?? 0) - (y?.rank ?? 0) || a - b);
  for (const [index, { match }] of byHeader) {
    if (match && match.field !== 'phone' && !fields.includes(match.field)) {
      fields[index] = match.field;
    }
  }
  phoneColumns(seen).forEach((column, priority) => {
    const field = phoneFields[priority];
    if (field) fields[column] = field;
  });
  if (!fields.includes('phone')) splitPhone(seen, fields);
  if (header === 'none' || header === 'other') guessByContent(seen, fields);
  return fields;
}

/** Columns with numbers: named ones first, by the rank of their name, unless they hold none. */
function phoneColumns(seen: readonly Seen[]): number[] {
  const candidates = [...seen.entries()];
  const named = candidates
    .filter(([, { match }]) => match?.field === 'phone')
    .sort(([a, x], [b, y]) => (x.match?.rank ?? 0) - (y.match?.rank ?? 0) || a - b);
  const holding = named.filter(([, { phones }]) => phones >= 0.2);
  if (holding.length > 0) {
    // Filled perhaps only further down: its name is all there is to go by.
    const empty = named.filter(([, { cells }]) => cells.length === 0);
    return [...holding, ...empty].map(([index]) => index);
  }
  const unnamed = candidates
    .filter(([, { match, phones }]) => match === null && phones >= 0.5)
    .sort(([, x], [, y]) => y.phones - x.phones);
  if (unnamed.length > 0) return unnamed.map(([index]) => index);
  return named.slice(0, 1).map(([index]) => index);
}

/** `203,5550123`: the do-not-call registry keeps the area code in a column of its own. */
function splitPhone(seen: readonly Seen[], fields: (ImportField | null)[]): void {
  const column = seen.findIndex(
    ({ cells }, index) =>
      share(cells, (cell) => areaCodes.has(cell)) >= 0.7 &&
      share(seen[index + 1]?.cells ?? [], (cell) => /^\d{3}-?\d{4}$/.test(cell)) >= 0.7,
  );
  if (column < 0) return;
  fields[column] = 'area_code';
  fields[column + 1] = 'phone';
}

const looks: readonly (readonly [ImportField, number, (cell: string) => boolean])[] = [
  ['email', 0.6, (cell) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell)],
  ['state', 0.6, (cell) => stateOfName(cell) !== null],
  ['zip', 0.8, (cell) => /^\d{5}(?:-\d{4})?$/.test(cell) && readDate(cell) === null],
  ['name', 0.6, (cell) => /^[\p{L}][\p{L}'’.-]*(?: [\p{L}'’.-]+)+$/u.test(cell)],
];

function guessByContent(seen: readonly Seen[], fields: (ImportField | null)[]): void {
  for (const [field, least, looksRight] of looks) {
    const column = seen.findIndex(
      ({ cells }, index) =>
        fields[index] === null && cells.length > 0 && share(cells, looksRight) >= least,
    );
    if (column >= 0 && !fields.includes(field)) fields[column] = field;
  }
}
