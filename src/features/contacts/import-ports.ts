import type { Attestation, ConsentEvent, FirstStanding, Suppression } from '../consent/index.ts';
import type { Mapping } from './field.ts';
import type { FileConsent } from './file-consent.ts';
import type {
  Column,
  Detected,
  ImportCounts,
  ImportPreview,
  ImportStatus,
  ImportView,
  RejectReason,
} from './import.ts';
import type { ImportKind, ListKind } from './import-kind.ts';
import type { UndoCounts, UndoPlan } from './import-undo.ts';
import type { ContactDraft, ContactFacts } from './merge.ts';
import type { ContactRow } from './normalise-row.ts';

export type NewImport = {
  kind: ImportKind;
  /** `yyyy-mm-dd`; for lists only. */
  scrubbedOn: string | null;
  /** Null when the file stays where it is and is not kept. */
  fileId: string | null;
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

/** What becomes of a row when nobody knows its number and no other row has it. */
export type LoneRow = {
  draft: ContactDraft;
  event: ConsentEvent | null;
  standing: FirstStanding;
  says: FileConsent;
};

/** `lone` is null when the row alone is not the whole story (it opts its number out). */
export type ReadyRow = StagedRow & { lone: LoneRow | null };

/** One number of the file: all its rows, and what is known about it already. */
export type ContactGroup = {
  phone: string;
  rows: readonly StagedRow[];
  existing: ContactFacts | null;
  /** Keys of the import evidence that counts in the ledger. */
  evidence: readonly string[];
  /** Keys of evidence that an undone import had entered; said again, it is a new entry. */
  voided: readonly string[];
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

/** How much one transaction takes: numbers in all, and of them such as are known or met twice. */
export type BatchSize = { numbers: number; known: number };

export type BatchLook = {
  cursor: string;
  /** What the numbers would become that are new and stand in one row. */
  lone: ImportCounts;
  groups: ContactGroup[];
};

/**
 * One pass over a file, on a connection of its own: the rows lie in a temporary table, sorted by
 * number, so memory stays flat and a crash leaves nothing behind.
 *
 * Numbers that are new and stand in one row (most of a first import) are written by one statement
 * from what `lone` says; the others are merged by `work`.
 */
export type ImportPass = {
  /** Takes rows in; all of them are there at the first look or batch, after which none may come. */
  stage(rows: readonly ReadyRow[]): Promise<void>;
  /** The next numbers in their order, nothing locked. Null at the end. */
  look(after: string, size: BatchSize): Promise<BatchLook | null>;
  /**
   * The same, in one transaction with the contacts locked in id order: merges, writes contacts,
   * ledger, suppressions and standing columns, adds to the counts and moves the cursor.
   * Null when no number is left, or when the import is not running any more (canceled).
   */
  merge(
    size: BatchSize,
    work: (groups: readonly ContactGroup[]) => {
      merged: readonly MergedGroup[];
      tally: ImportCounts;
    },
    now: Date,
  ): Promise<{ cursor: string; counts: ImportCounts } | null>;
  /** What `suppress` would do to the next numbers. Null at the end. */
  lookSuppressed(
    after: string,
    list: SuppressionList,
    numbers: number,
  ): Promise<{ cursor: string; counts: ImportCounts } | null>;
  /** The next numbers of a list that forbids them; the same promises as `merge`. */
  suppress(
    list: SuppressionList,
    numbers: number,
    now: Date,
  ): Promise<{ cursor: string; counts: ImportCounts } | null>;
  close(): Promise<void>;
};

export type SuppressionList = {
  kind: ListKind;
  scrubbedOn: string | null;
  fileSha256: string;
  by: string;
};

export type ImportStore = {
  create(row: NewImport): Promise<ImportView>;
  get(id: string): Promise<ImportView | null>;
  /** Newest first. */
  list(limit: number): Promise<ImportView[]>;
  /** Confirmed and not at an end: what a crash may have left. Without those whose file is not kept. */
  unfinished(): Promise<string[]>;
  /** Kept files taken in since then that nobody has counted or canceled yet. */
  unpreviewed(since: Date): Promise<string[]>;
  /** The newest one without a kept file that is confirmed and not at an end. */
  leftBehind(sha256: string, owner: string): Promise<string | null>;
  fileOf(id: string): Promise<{ fileId: string | null; sha256: string } | null>;
  setMapping(id: string, columns: readonly Column[], mapping: Mapping): Promise<boolean>;
  /** What the file is; false once it is confirmed. */
  setKind(id: string, kind: ImportKind, scrubbedOn: string | null): Promise<boolean>;
  /** False when the mapping is not this one any more. */
  setPreview(id: string, preview: ImportPreview, view: ImportView): Promise<boolean>;
  /**
   * Compare and set: true for the one caller that found it in one of `from`. A cancelation `by`
   * somebody is an entry of the audit log in the same transaction.
   */
  move(
    id: string,
    from: readonly ImportStatus[],
    to: ImportStatus,
    change: { at: Date; errorCode?: string; by?: string },
  ): Promise<boolean>;
  /** How many imports were confirmed, ended and were undone: what makes a preview old. */
  soFar(): Promise<number>;
  /** None of that has happened since its preview. */
  isCurrent(id: string): Promise<boolean>;
  /** A yes with its entry in the audit log; `changed` when its preview is not current any more. */
  confirm(
    id: string,
    from: readonly ImportStatus[],
    change: { at: Date; attestation: Attestation | null; by: string },
  ): Promise<'confirmed' | 'changed' | 'not-open'>;
  setMessage(id: string, channel: string, messageTs: string): Promise<void>;
  progress(id: string, rowsDone: number): Promise<void>;
  /** Each row once, however often a pass is started again. */
  clearRejects(id: string): Promise<void>;
  saveRejects(id: string, rows: readonly RejectedRow[]): Promise<void>;
  rejects(id: string): AsyncIterable<readonly RejectedRow[]>;
  /**
   * Opens a pass. Null when somebody else is at work on this very import.
   * `cursor` is where an earlier pass that died had come to, '' at the start.
   */
  openPass(id: string): Promise<(ImportPass & { cursor: string }) | null>;
  /** Final counts; completes it unless it was canceled. True for the one that completed it. */
  finish(id: string, counts: ImportCounts, at: Date): Promise<boolean>;
  /** What an undo would do, and what stands against it. */
  undoPlan(id: string): Promise<UndoPlan>;
  /**
   * Takes an import back in one transaction, with its entry in the audit log. Null when it is not
   * in a state that can be undone any more, or `undoPlan` would now say no.
   */
  undo(id: string, change: { by: string; at: Date; since: Date }): Promise<UndoCounts | null>;
  /** Deletes what is kept for an undo that is not possible any more. */
  forgetChanges(before: Date): Promise<number>;
};
