import type { Attestation } from '../consent/index.ts';
import { phoneProblems } from '../validation/index.ts';
import type { DateOrder } from './calendar-date.ts';
import type { ImportField, Mapping } from './field.ts';
import type { WorkbookSheets } from './file-ports.ts';
import type { ImportKind } from './import-kind.ts';
import type { UndoCounts } from './import-undo.ts';

export type ImportStatus =
  | 'uploaded'
  | 'previewed'
  | 'queued'
  | 'running'
  | 'completed'
  | 'failed'
  | 'canceled'
  | 'undone';

/** What the file turned out to be. */
export type Detected = {
  format: 'csv' | 'xlsx';
  /** `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `windows-1252`; null for a workbook. */
  encoding: string | null;
  delimiter: ';' | ',' | '\t' | '|' | null;
  /** `other`: there is a header, in words we do not know. */
  header: 'pt' | 'en' | 'other' | 'none';
  /** Its rows, as a spreadsheet counts; absent where it is one line with nothing above it. */
  headerAt?: { row: number; last: number };
  /** Absent where nothing of a workbook was left out. */
  sheets?: WorkbookSheets;
  /** How 03/04/2025 is read in this file. */
  dateOrder: DateOrder;
};

/** A column with the guess what it means and why; `samples` are its first filled cells (untrusted). */
export type Column = {
  index: number;
  header: string | null;
  samples: string[];
  field: ImportField | null;
  guessedBy: 'header' | 'content' | null;
};

/** Why a row was not taken. Texts: `contacts.reject.<code>`. */
export const rejectReasons = [...phoneProblems, 'row-malformed'] as const;
export type RejectReason = (typeof rejectReasons)[number];

/**
 * `rows` counts data rows that are not blank; rows = created + merged + rejected.
 * Contacts that the file met: created + changed + unchanged.
 * Of a list that forbids numbers: `created` are newly suppressed numbers, `merged` rows whose number
 * was suppressed for that reason already or stands in an earlier row, `changed` contacts it silences.
 */
export type ImportCounts = {
  rows: number;
  blank: number;
  rejected: number;
  rejectedBy: Partial<Record<RejectReason, number>>;
  /** Contacts that did not exist before. */
  created: number;
  /** Rows that met a contact that existed already, or one from an earlier row of the same file. */
  merged: number;
  /** Contacts that existed and got something new. */
  changed: number;
  unchanged: number;
  /** Contacts of this file that hold consent by what the file says (yes with a date). */
  withConsent: number;
  /** Contacts whose only "yes" has no readable date: not contactable until somebody dates it. */
  consentUndated: number;
  /** Rows whose "yes" stands beside a date that cannot be read or is still to come: no consent. */
  consentUnreadable?: number;
  refused: number;
  /** Contacts of this file that are suppressed, whatever the file says. */
  suppressed: number;
  byState: Record<string, number>;
};

export type SampleRow = {
  row: number;
  phone: string | null;
  name: string;
  state: string | null;
  consent: 'yes' | 'no' | null;
  consentDate: string | null;
  reject: RejectReason | null;
};

export type ImportPreview = { counts: ImportCounts; samples: SampleRow[] };

export type ImportView = {
  id: string;
  kind: ImportKind;
  /** `yyyy-mm-dd`: when a list was compared with its registry. */
  scrubbedOn: string | null;
  status: ImportStatus;
  fileName: string;
  detected: Detected;
  columns: Column[];
  mapping: Mapping;
  preview: ImportPreview | null;
  attestation: Attestation | null;
  rowsDone: number;
  counts: ImportCounts | null;
  errorCode: string | null;
  channel: string | null;
  messageTs: string | null;
  createdBy: string;
  createdAt: Date;
  startedAt: Date | null;
  completedAt: Date | null;
  undone: UndoCounts | null;
};

export type ImportReport = {
  importId: string;
  kind: ImportKind;
  fileName: string;
  status: ImportStatus;
  counts: ImportCounts;
  attestation: Attestation | null;
  /** Real time the work took, ms; null while it has not ended. */
  ms: number | null;
};

export type OnProgress = (rowsDone: number, rowsTotal: number) => Promise<void> | void;

/** Told while an import reads its file (rows so far), and then while it writes. */
export type ImportWatch = {
  onRead?: (rows: number) => Promise<void> | void;
  onProgress?: OnProgress;
};

export const noCounts = (): ImportCounts => ({
  rows: 0,
  blank: 0,
  rejected: 0,
  rejectedBy: {},
  created: 0,
  merged: 0,
  changed: 0,
  unchanged: 0,
  withConsent: 0,
  consentUndated: 0,
  refused: 0,
  suppressed: 0,
  byState: {},
});

const addUp = <Key extends string>(
  a: Partial<Record<Key, number>>,
  b: Partial<Record<Key, number>>,
): Record<Key, number> => {
  const sum = { ...a } as Record<Key, number>;
  for (const key of Object.keys(b) as Key[]) sum[key] = (sum[key] ?? 0) + (b[key] ?? 0);
  return sum;
};

/** The counts of two parts of one import. */
export const addCounts = (
  { rejectedBy, byState, ...a }: ImportCounts,
  { rejectedBy: otherRejected, byState: otherState, ...b }: ImportCounts,
): ImportCounts => ({
  ...addUp(a, b),
  rejectedBy: addUp(rejectedBy, otherRejected),
  byState: addUp(byState, otherState),
});
