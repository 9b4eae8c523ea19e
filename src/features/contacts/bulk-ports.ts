import type { Bulk, BulkOrder, BulkPlan, BulkStatus, ExportFormat } from './bulk.ts';
import type { FileSource } from './file-ports.ts';
import type { ContactFilter } from './filter.ts';

/** A batch was done; null when nothing is left. */
export type BulkStep = { done: number; total: number } | null;

/** A file for the one who asked, of kind `export`. */
export type ExportFile = {
  name: string;
  mime: string;
  content: FileSource;
  expiresAt: Date;
};

/**
 * Actions on many contacts. What is agreed on is written down contact by contact; the work goes in
 * batches, each one transaction with its cursor, so that a crash loses nothing and does nothing twice.
 */
export type BulkStore = {
  /** Nobody who was erased is ever among them. */
  count(filter: ContactFilter): Promise<number>;
  choose(filter: ContactFilter, total: number, by: string, at: Date): Promise<Bulk>;
  get(id: string): Promise<Bulk | null>;
  plan(filter: ContactFilter, order: BulkOrder): Promise<BulkPlan>;
  /**
   * Writes down whom the filter finds, with its audit entry. `more`: these are more people than
   * were agreed to, `nobody`: none at all; nothing is written then. An id that is there already is
   * the same click again.
   */
  confirm(order: {
    id: string;
    filter: ContactFilter;
    order: BulkOrder;
    agreed: number;
    by: string;
    at: Date;
  }): Promise<{ kind: 'confirmed' | 'again' | 'nobody' } | { kind: 'more'; count: number }>;
  /** Compare and set. */
  move(
    id: string,
    from: readonly BulkStatus[],
    to: BulkStatus,
    change: { at: Date; errorCode?: string; undoUntil?: Date },
  ): Promise<boolean>;
  setMessage(id: string, channel: string, messageTs: string): Promise<void>;
  step(id: string, limit: number, at: Date): Promise<BulkStep>;
  /** Takes out of the queue what waits for those who were opted out; a courtesy, the permit is the guard. */
  cancelQueued(id: string, at: Date): Promise<number>;
  /** Is a message to one of them on its way right now? */
  isCalling(id: string): Promise<boolean>;
  /**
   * completed → undoing with its audit entry, while it may be undone. `newer`: a later one did the
   * same to the same contacts and can still be undone, or is at work; nothing is written then.
   */
  beginUndo(
    id: string,
    by: string,
    at: Date,
  ): Promise<{ kind: 'begun' | 'over' } | { kind: 'newer'; order: BulkOrder; by: string }>;
  undoStep(id: string, limit: number, at: Date): Promise<BulkStep>;
  /** Agreed to and not at an end, or at its end with a file that nobody has got yet. */
  unfinished(): Promise<string[]>;
  /** Holds it for one worker; null when another has it. Frees itself when the process dies. */
  hold(id: string): Promise<{ release(): Promise<void> } | null>;
  /** The file and the end of the action in one transaction; false when it is not running any more. */
  finishExport(id: string, rows: number, file: ExportFile, at: Date): Promise<boolean>;
  /** The file of an export that has not expired, read piece by piece: the driver would hold it several times. */
  readFile(
    id: string,
    now: Date,
  ): Promise<{ owner: string; name: string; mime: string; content: Uint8Array } | null>;
  /** There is a file, and it has not reached Slack yet. */
  isUnsent(id: string, at: Date): Promise<boolean>;
  markSent(id: string, at: Date): Promise<void>;
  addSlackFile(id: string, slackFile: string): Promise<void>;
  /** Exports whose copies in Slack have to go. */
  expired(at: Date): Promise<Bulk[]>;
  forgetSlackFiles(id: string): Promise<void>;
  /** The audit entry of a choice that another feature goes on with. */
  handOver(
    id: string,
    detail: Readonly<Record<string, string>>,
    by: string,
    at: Date,
  ): Promise<void>;
  /** Choices that came to nothing, and what an undo no longer needs. */
  purge(at: Date): Promise<void>;
};

export type ExportCell = string | number | Date | null;

/** Whom a filter finds, as one moment has it, in batches; numbers in full only when `full`. */
export type ExportRows = {
  rows(
    filter: ContactFilter,
    options: { full: boolean },
  ): AsyncIterable<readonly (readonly ExportCell[])[]>;
};

export const exportColumns = [
  'name',
  'phone',
  'state',
  'city',
  'zip',
  'segment',
  'tags',
  'line-type',
  'carrier',
  'score',
  'consent-sms',
  'consent-whatsapp',
  'opted-out-at',
  'last-contact-at',
  'last-reply-at',
  'created-at',
] as const;
export type ExportColumn = (typeof exportColumns)[number];

/** What stands in these is a code of ours, and is written as people read it. */
export const codedColumns = ['line-type', 'consent-sms', 'consent-whatsapp'] as const;
export type CodedColumn = (typeof codedColumns)[number];

/** A table that grows batch by batch, runs no formula, and keeps a phone number a text. */
export type ExportWriter = {
  open(
    format: ExportFormat,
    options: { headers: readonly string[]; delimiter: string; timeZone: string },
  ): {
    add(rows: readonly (readonly ExportCell[])[]): void;
    end(): FileSource;
    mime: string;
  };
};
