import { readAnswer } from '../consent/index.ts';
import { type PhoneProblem, parsePhone, stateOfName } from '../validation/index.ts';
import { type DateOrder, readDate } from './calendar-date.ts';
import { cleanCell, clip } from './cell.ts';
import type { ImportField, Mapping } from './field.ts';
import type { RejectReason } from './import.ts';

/** What one row says about one number. Absent is null, '' or []. */
export type ContactRow = {
  phone: string;
  name: string;
  addressState: string | null;
  city: string | null;
  zip: string | null;
  segment: string | null;
  tags: string[];
  email: string | null;
  notes: string | null;
  consent: 'yes' | 'no' | null;
  /** `yyyy-mm-dd`, not after today. */
  consentDate: string | null;
  consentText: string | null;
  /** Where it was given: a form, a page, an address. */
  consentSource: string | null;
  optedOut: boolean;
};

export type RowReading = {
  /** Column of each mapped field. */
  columns: Readonly<Partial<Record<ImportField, number>>>;
  dateOrder: DateOrder;
  delimiter: string | null;
  width: number;
  /** Today where the business is, `yyyy-mm-dd`: nobody consented tomorrow. */
  today: string;
};

export const readingOf = (
  mapping: Mapping,
  { dateOrder, delimiter, today }: Pick<RowReading, 'dateOrder' | 'delimiter' | 'today'>,
): RowReading => ({
  columns: Object.fromEntries(
    mapping.flatMap((field, index) => (field === null ? [] : [[field, index]])),
  ),
  dateOrder,
  delimiter,
  width: mapping.length,
  today,
});

export const isBlankRow = (cells: readonly string[]): boolean =>
  cells.every((cell) => cleanCell(cell) === '');

export type NormalisedRow =
  | { ok: true; value: ContactRow; yesWithoutDay: boolean }
  | { ok: false; reason: RejectReason };

/**
 * A row as a contact, or the reason why it is none. A "yes" beside a date that cannot be read, or
 * has not come yet, is no consent: whoever vouches for those without a date did not see that one.
 */
export function normaliseRow(cells: readonly string[], reading: RowReading): NormalisedRow {
  if (swallowedLines(cells, reading)) return { ok: false, reason: 'row-malformed' };
  const phone = firstPhone([
    wholePhone(cells, reading),
    cellOf(cells, reading, 'phone_2'),
    cellOf(cells, reading, 'phone_3'),
  ]);
  if (!phone.ok) return { ok: false, reason: phone.problem };
  const dateText = cellOf(cells, reading, 'consent_date');
  const date = readDate(dateText, reading.dateOrder);
  const consentDate = date !== null && date <= reading.today && date >= '1990-01-01' ? date : null;
  const isBadDate = consentDate === null && !noDate.test(dateText);
  const answer = readConsent(
    cellOf(cells, reading, 'consent'),
    isBadDate || date !== null,
    reading,
  );
  const yesWithoutDay = answer === 'yes' && isBadDate;
  return {
    ok: true,
    yesWithoutDay,
    value: {
      phone: phone.phone,
      name: clip(
        cellOf(cells, reading, 'name') ||
          `${cellOf(cells, reading, 'first_name')} ${cellOf(cells, reading, 'last_name')}`.trim(),
        255,
      ),
      addressState: stateOfName(cellOf(cells, reading, 'state')),
      city: clip(cellOf(cells, reading, 'city'), 100) || null,
      zip: readZip(cellOf(cells, reading, 'zip')),
      segment: clip(cellOf(cells, reading, 'segment'), 100) || null,
      tags: readTags(cellOf(cells, reading, 'tags')),
      email: clip(cellOf(cells, reading, 'email'), 200) || null,
      notes: clip(cellOf(cells, reading, 'notes'), 2000) || null,
      consent: yesWithoutDay ? null : answer,
      consentDate,
      consentText: clip(cellOf(cells, reading, 'consent_text'), 4000) || null,
      consentSource: clip(cellOf(cells, reading, 'consent_source'), 500) || null,
      optedOut: readAnswer(cellOf(cells, reading, 'opted_out')) === 'yes',
    },
  };
}

/** The first phone column, with its area code in front where that has a column of its own. */
function wholePhone(cells: readonly string[], reading: RowReading): string {
  const phone = cellOf(cells, reading, 'phone');
  if (reading.columns.area_code === undefined) return phone;
  const areaCode = cellOf(cells, reading, 'area_code').replace(/\D/g, '');
  const isLocal = /^\d{3}[-. ]?\d{4}$/.test(phone);
  return isLocal && areaCode.length === 3 ? `${areaCode}${phone}` : phone;
}

function cellOf(cells: readonly string[], reading: RowReading, field: ImportField): string {
  const column = reading.columns[field];
  return column === undefined ? '' : cleanCell(cells[column] ?? '');
}

/** Only a column that is there can say yes; without one, a date of consent is itself the statement. */
function readConsent(text: string, isDated: boolean, reading: RowReading): 'yes' | 'no' | null {
  if (reading.columns.consent !== undefined) return readAnswer(text);
  return isDated ? 'yes' : null;
}

/** How people leave a date open. */
const noDate = /^(?:[^\p{L}\d]*|n\/?[ad]|null|none|sem data)$/iu;

/** The first that is a number; when none is, what is wrong with the first that is filled. */
function firstPhone(
  texts: readonly string[],
): { ok: true; phone: string } | { ok: false; problem: PhoneProblem } {
  let worst: PhoneProblem = 'phone-missing';
  for (const text of texts) {
    const parsed = parsePhone(text);
    if (parsed.ok) return parsed;
    if (worst === 'phone-missing') worst = parsed.problem;
  }
  return { ok: false, problem: worst };
}

export function readTags(text: string): string[] {
  const seen = new Map<string, string>();
  for (const part of text.split(/[|;,]/)) {
    const tag = clip(part.trim(), 60);
    if (tag !== '' && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  return [...seen.values()];
}

/** Five digits, or nine; a leading zero that Excel dropped is put back (06810 → 6810). */
function readZip(text: string): string | null {
  const [, five, four] = /^(\d{4,5})(?:-?(\d{4}))?$/.exec(text) ?? [];
  if (five === undefined) return null;
  return five.padStart(5, '0') + (four === undefined ? '' : `-${four}`);
}

/** A quotation mark that was never closed makes one cell out of whole lines. */
function swallowedLines(cells: readonly string[], { delimiter, width }: RowReading): boolean {
  if (delimiter === null || width < 2) return false;
  return cells.some((cell) =>
    cell.includes('\n')
      ? cell.split('\n').some((line) => line.split(delimiter).length >= width)
      : false,
  );
}
