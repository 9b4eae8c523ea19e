import type { Attestation, ConsentEvent, Suppression } from '../consent/index.ts';
import type { LookupAnswer } from '../validation/index.ts';
import type { Contact, ContactPage, ContactSort, Page, SendOutcome } from './contact.ts';
import type { Mapping } from './field.ts';
import type { ContactFilter } from './filter.ts';
import type {
  Column,
  Detected,
  ImportCounts,
  ImportPreview,
  ImportStatus,
  ImportView,
  RejectReason,
} from './import.ts';
import type { ContactDraft, ContactFacts } from './merge.ts';
import type { ContactRow } from './normalise-row.ts';
import type { ValidationBatch, ValidationReport } from './validation-batch.ts';

/** A row of a file: `number` counts as the person's spreadsheet does, from 1. */
export type SheetRow = { number: number; cells: readonly string[] };

/** An opened file. `rows` may be asked for again and starts from the top each time. */
export type Sheet = {
  format: Detected['format'];
  encoding: string | null;
  delimiter: Detected['delimiter'];
  /** In batches, blank rows included. Throws `Refusal('invalid', 'import.…')` on what cannot be read. */
  rows(): AsyncIterable<readonly SheetRow[]>;
};

export type SheetReader = {
  /** Throws `Refusal('invalid', 'import.…', { file })` for everything that is not a table. */
  open(content: Uint8Array, fileName: string): Promise<Sheet>;
};

/** Writes a table that a spreadsheet opens and that runs no formula there. */
export type SheetWriter = {
  csv(rows: Iterable<readonly string[]>, delimiter: string): Uint8Array;
};

export type FileKind = 'import' | 'rejects' | 'export' | 'chart' | 'evidence' | 'media';
export type StoredFile = {
  id: string;
  owner: string;
  kind: FileKind;
  name: string;
  mime: string;
  size: number;
};

/** Files live in the database, belong to somebody, and expire. */
export type FileStore = {
  save(
    file: Omit<StoredFile, 'id' | 'size'> & {
      content: Uint8Array;
      createdAt: Date;
      expiresAt: Date;
    },
  ): Promise<string>;
  /** Null when it does not exist or has expired at `now`. */
  read(id: string, now: Date): Promise<(StoredFile & { content: Uint8Array }) | null>;
  /** Deletes what has expired; how many. */
  purge(now: Date): Promise<number>;
};

export type NewImport = {
  fileId: string;
  fileName: string;
  fileSha256: string;
  detected: Detected;
  columns: readonly Column[];
  mapping: Mapping;
  createdBy: string;
  createdAt: Date;
};

export type StagedRow = { row: number; value: ContactRow };
export type RejectedRow = { row: number; reason: RejectReason; cells: readonly string[] };

/** One number of the file: all its rows, and the contact that exists already. */
export type ContactGroup = {
  phone: string;
  rows: readonly StagedRow[];
  existing: ContactFacts | null;
  /** Somebody opted this number out, or a list forbids it; known also for numbers that are no contact. */
  suppressed: boolean;
};

/** What becomes of a group. `draft` is null when the contact learns nothing. */
export type MergedGroup = {
  phone: string;
  draft: ContactDraft | null;
  events: readonly ConsentEvent[];
  suppression: Suppression | null;
};

/**
 * One pass over a file, on a connection of its own: the rows lie in a temporary table, sorted by
 * number, so memory stays flat and a crash leaves nothing behind.
 */
export type ImportPass = {
  stage(rows: readonly StagedRow[]): Promise<void>;
  /** The next groups in the order of their numbers; existing contacts as they are, not locked. */
  look(after: string, size: number): Promise<ContactGroup[]>;
  /**
   * The same, in one transaction with the contacts locked in id order: merges, writes contacts,
   * ledger, suppressions and standing columns, adds `tally` to the counts and moves the cursor.
   * Null when there is no group left.
   */
  merge(
    size: number,
    work: (groups: readonly ContactGroup[]) => {
      merged: readonly MergedGroup[];
      tally: ImportCounts;
    },
    now: Date,
  ): Promise<{ cursor: string } | null>;
  close(): Promise<void>;
};

export type ImportStore = {
  create(row: NewImport): Promise<ImportView>;
  get(id: string): Promise<ImportView | null>;
  /** Newest first. */
  list(limit: number): Promise<ImportView[]>;
  fileOf(id: string): Promise<{ fileId: string | null; sha256: string } | null>;
  setMapping(id: string, columns: readonly Column[], mapping: Mapping): Promise<boolean>;
  setPreview(id: string, preview: ImportPreview): Promise<boolean>;
  /** Compare and set: true for the one caller that found it in one of `from`. */
  move(
    id: string,
    from: readonly ImportStatus[],
    to: ImportStatus,
    change?: { attestation?: Attestation | null; errorCode?: string; at?: Date },
  ): Promise<boolean>;
  setMessage(id: string, channel: string, messageTs: string): Promise<void>;
  progress(id: string, rowsDone: number): Promise<void>;
  /** Replaces what an earlier pass of the same import rejected; adds to the counts once. */
  saveRejects(id: string, rows: readonly RejectedRow[]): Promise<void>;
  rejects(id: string): AsyncIterable<readonly RejectedRow[]>;
  /**
   * Opens a pass. Null when somebody else is at work on this very import.
   * `cursor` is where an earlier pass that died had come to, '' at the start.
   */
  openPass(id: string): Promise<(ImportPass & { cursor: string }) | null>;
  /** Final counts; true for the one that finished it. */
  finish(id: string, counts: ImportCounts, at: Date): Promise<boolean>;
};

export type ContactStore = {
  count(filter: ContactFilter, now: Date): Promise<number>;
  find(filter: ContactFilter, sort: ContactSort, page: Page, now: Date): Promise<ContactPage>;
  get(id: string): Promise<Contact | null>;
  getByPhone(phone: string): Promise<Contact | null>;
  segmentsAndTags(): Promise<{
    segments: { name: string; count: number }[];
    tags: { name: string; count: number }[];
  }>;
  statesWithCounts(filter: ContactFilter, now: Date): Promise<{ state: string; count: number }[]>;
  recordOutcome(
    outcomes: readonly { phone: string; outcome: SendOutcome }[],
    now: Date,
  ): Promise<void>;
};

export type LookupTarget = { contactId: string; phone: string };
export type LookupResult = LookupTarget & { answer: LookupAnswer; at: Date };

export type ValidationStore = {
  /** Numbers of the filter that no fresh answer of this provider exists for. */
  countStale(filter: ContactFilter, provider: string, freshSince: Date, now: Date): Promise<number>;
  create(
    batch: Pick<
      ValidationBatch,
      'filter' | 'provider' | 'total' | 'maxCost' | 'createdBy' | 'createdAt'
    >,
  ): Promise<ValidationBatch>;
  get(id: string): Promise<ValidationBatch | null>;
  move(
    id: string,
    from: readonly ValidationBatch['status'][],
    to: ValidationBatch['status'],
    change?: { errorCode?: string | null; at?: Date },
  ): Promise<boolean>;
  setMessage(id: string, channel: string, messageTs: string): Promise<void>;
  /** The next numbers without an answer since the batch was agreed to (or a fresh one before it). */
  next(batch: ValidationBatch, freshSince: Date, limit: number, now: Date): Promise<LookupTarget[]>;
  /** Answers, contact columns, `checked` and `spent` in one transaction. */
  save(
    batchId: string,
    provider: string,
    results: readonly LookupResult[],
  ): Promise<ValidationBatch>;
  report(id: string): Promise<Omit<ValidationReport, 'batch'>>;
  /** Holds the batch for one worker; null when another one has it. Frees itself when the process dies. */
  hold(id: string): Promise<{ release(): Promise<void> } | null>;
};
