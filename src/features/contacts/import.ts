import type { Attestation } from '../consent/index.ts';
import type { ImportField, Mapping } from './field.ts';

export type ImportStatus =
  | 'uploaded'
  | 'previewed'
  | 'queued'
  | 'running'
  | 'completed'
  | 'failed'
  | 'canceled';

/** What the file turned out to be. */
export type Detected = {
  format: 'csv' | 'xlsx';
  /** `utf-8`, `utf-8-bom`, `utf-16le`, `utf-16be`, `windows-1252`; null for a workbook. */
  encoding: string | null;
  delimiter: ';' | ',' | '\t' | '|' | null;
  header: 'pt' | 'en' | 'none';
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
export const rejectReasons = [
  'phone-missing',
  'phone-excel-number',
  'phone-too-short',
  'phone-missing-area-code',
  'phone-too-long',
  'phone-not-a-number',
  'phone-emergency',
  'phone-foreign',
  'phone-north-america-not-us',
  'phone-toll-free',
  'phone-premium',
  'phone-unknown-area-code',
  'phone-impossible-exchange',
  'row-malformed',
] as const;
export type RejectReason = (typeof rejectReasons)[number];

/**
 * `rows` counts data rows that are not blank; rows = created + merged + rejected.
 * Contacts that the file met: created + changed + unchanged.
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
};

export type ImportReport = {
  importId: string;
  fileName: string;
  status: ImportStatus;
  counts: ImportCounts;
  attestation: Attestation | null;
  /** Real time the work took, ms; null while it has not ended. */
  ms: number | null;
};

export type OnProgress = (rowsDone: number, rowsTotal: number) => Promise<void> | void;
