import type { Attestation, ConsentEvent, Suppression } from '../consent/index.ts';
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
import type { KnownNumber } from './known-number.ts';
import type { ContactDraft, ContactFacts } from './merge.ts';
import type { ContactRow } from './normalise-row.ts';

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
   * Null when no group is left, or when the import is not running any more (canceled).
   */
  merge(
    size: number,
    work: (groups: readonly ContactGroup[]) => {
      merged: readonly MergedGroup[];
      tally: ImportCounts;
    },
    now: Date,
  ): Promise<{ cursor: string; counts: ImportCounts } | null>;
  close(): Promise<void>;
};

export type ImportStore = {
  create(row: NewImport): Promise<ImportView>;
  get(id: string): Promise<ImportView | null>;
  /** Newest first. */
  list(limit: number): Promise<ImportView[]>;
  /** Confirmed and not at an end: what a crash may have left. */
  unfinished(): Promise<string[]>;
  fileOf(id: string): Promise<{ fileId: string | null; sha256: string } | null>;
  setMapping(id: string, columns: readonly Column[], mapping: Mapping): Promise<boolean>;
  /** False when the mapping is not this one any more. */
  setPreview(id: string, preview: ImportPreview, mapping: Mapping): Promise<boolean>;
  /**
   * Compare and set: true for the one caller that found it in one of `from`. A move `by` somebody
   * is an entry of the audit log in the same transaction.
   */
  move(
    id: string,
    from: readonly ImportStatus[],
    to: ImportStatus,
    change: { at: Date; attestation?: Attestation | null; errorCode?: string; by?: string },
  ): Promise<boolean>;
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
};

export type ContactOutcome = { phone: string; outcome: SendOutcome };

export type StateRate = { state: string; contacts: number; delivered: number; replied: number };

export type ContactStore = {
  count(filter: ContactFilter): Promise<number>;
  /** Counted to the last one up to `countedUpTo`; among very many `more` says that there are more. */
  find(filter: ContactFilter, sort: ContactSort, page: Page): Promise<ContactPage>;
  get(id: string): Promise<Contact | null>;
  getByPhone(phone: string): Promise<Contact | null>;
  segmentsAndTags(): Promise<{
    segments: { name: string; count: number }[];
    tags: { name: string; count: number }[];
  }>;
  statesWithCounts(filter: ContactFilter): Promise<{ state: string; count: number }[]>;
  /** Most people first; what they were sent and answered in all campaigns so far. */
  statesWithRates(filter: ContactFilter): Promise<StateRate[]>;
  /** Which of these words are the name of a segment or a tag. */
  namesAmong(words: readonly string[]): Promise<{ segments: string[]; tags: string[] }>;
  /** What else there is to choose from in a filter. */
  carriersAndImports(): Promise<{
    carriers: { name: string; count: number }[];
    imports: { id: string; fileName: string; at: Date }[];
  }>;
  recordOutcomes(outcomes: readonly ContactOutcome[], now: Date): Promise<void>;
  /**
   * Marks who ended with one of these codes in three campaigns in a row, of those that did so since
   * then (real clock). What a lookup found, a delivery or an answer begins the count anew.
   */
  markUnreachable(codes: readonly string[], since: Date, now: Date): Promise<number>;
};

/**
 * For the contact's card: `ValidationService` answers it. What each provider said about the number,
 * how old that is and what it cost, what our own messages taught, and what is believed with which
 * confidence. Throws `Refusal('not-found', 'contacts.unknown')`.
 */
export type NumberHistory = { validationsOf(contactId: string): Promise<KnownNumber> };
