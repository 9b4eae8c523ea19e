import type { Detected } from './import.ts';

/** The bytes of a file, wherever they lie. Each `pieces()` starts from the top. */
export type FileSource = { size: number; pieces(): AsyncIterable<Uint8Array> };

/** A row of a file: `number` counts as the person's spreadsheet does, from 1. */
export type SheetRow = { number: number; cells: readonly string[] };

/** The sheet of a workbook that is read, and others of which so many rows hold something too. */
export type WorkbookSheets = { read: string; others: readonly { name: string; rows: number }[] };

/** An opened file. `rows` may be asked for again and starts from the top each time. */
export type Sheet = {
  format: Detected['format'];
  encoding: string | null;
  delimiter: Detected['delimiter'];
  /** In batches, blank rows included. Throws `Refusal('invalid', 'contacts.file-…')` on what cannot be read. */
  rows(): AsyncIterable<readonly SheetRow[]>;
  /** Of a workbook, which is gone through as a whole. Throws like `rows`. */
  sheets(): Promise<WorkbookSheets | null>;
};

export type SheetReader = {
  /**
   * Throws `Refusal('invalid', 'contacts.file-…', { file })` for what its first bytes show to be no
   * table. What is in a ZIP is found out with its first rows.
   */
  open(content: Uint8Array | FileSource, fileName: string): Promise<Sheet>;
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
      content: Uint8Array | FileSource;
      createdAt: Date;
      expiresAt: Date;
    },
  ): Promise<string>;
  /** Null when it does not exist or has expired at `now`. */
  read(id: string, now: Date): Promise<(StoredFile & { content: Uint8Array }) | null>;
  /** The same without reading it: its bytes come piece by piece. */
  open(id: string, now: Date): Promise<(StoredFile & FileSource) | null>;
  /** Deletes what has expired; how many. */
  purge(now: Date): Promise<number>;
};
