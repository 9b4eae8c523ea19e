import { DateTime } from 'luxon';
import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { JobQueue, JobRun } from '../../shared/jobs.ts';
import type { Mapping } from './field.ts';
import type { FileSource, FileStore, SheetReader, SheetWriter } from './file-ports.ts';
import { guessMapping, mappingOf } from './guess-mapping.ts';
import type { ImportReport, ImportStatus, ImportView, ImportWatch } from './import.ts';
import { createImportConfirm } from './import-confirm-service.ts';
import { detectedOf, firstRows, sha256Of } from './import-file.ts';
import { guessKind, type ImportKind, scrubDay } from './import-kind.ts';
import type { BatchSize, ImportStore } from './import-ports.ts';
import { createRejectsReport } from './import-rejects-service.ts';
import { createImportResume } from './import-resume-service.ts';
import { createImportRun } from './import-run-service.ts';
import { open, reportOf, wrongState } from './import-state.ts';
import { createImportUndo } from './import-undo-service.ts';
import { importUploaded } from './jobs.ts';
import { checkMapping } from './mapping.ts';

const day = 24 * 3600_000;

export type ImportNeeds = {
  store: ImportStore;
  files: FileStore;
  reader: SheetReader;
  writer: SheetWriter;
  jobs: JobQueue;
  /** The product clock. */
  clock: Clock;
  /** Where the business is: whose "today" no consent can be later than. */
  timeZone: string;
  maxRows?: number;
  batch?: BatchSize;
};

export type Upload = {
  fileName: string;
  content: Uint8Array | FileSource;
  owner: string;
  /** What the file is, and when a list was compared with its registry; guessed when not said. */
  kind?: ImportKind;
  scrubbedOn?: string | null;
  /** Asks for the preview in a job; false for who calls `preview` (or `confirm`) directly. */
  enqueue?: boolean;
  /** False when the caller has the file and hands it to `preview` and `run` itself. */
  keep?: boolean;
};

export type ImportService = ReturnType<typeof createImportService>;

export function createImportService(needs: ImportNeeds) {
  const { store, files, reader, jobs, clock, timeZone } = needs;
  const runner = createImportRun(needs);

  async function load(importId: string): Promise<ImportView> {
    const view = await store.get(importId);
    if (!view) throw new Refusal('not-found', 'contacts.import-unknown');
    return view;
  }

  const today = () => DateTime.fromJSDate(clock.now(), { zone: timeZone }).toISODate() ?? '';

  return {
    ...createRejectsReport(needs, load),
    ...createImportConfirm(needs, load),
    ...createImportResume(needs),
    ...createImportUndo(needs, load),

    /**
     * Takes a file in: keeps it, finds out how it is written and what its columns mean. Fast; the
     * counts come with `preview`. Throws `Refusal('invalid', 'contacts.file-…', { file, … })` for
     * everything that holds no list of phone numbers, and as `setKind`.
     */
    async start(upload: Upload): Promise<ImportView> {
      const { fileName, content, owner, keep = true } = upload;
      const sheet = await reader.open(content, fileName);
      const guess = guessMapping(await firstRows(sheet, fileName));
      if (!guess.columns.some((column) => column.samples.length > 0)) {
        throw new Refusal('invalid', 'contacts.file-no-rows', { file: fileName });
      }
      if (!guess.columns.some((column) => column.field === 'phone')) {
        throw new Refusal('invalid', 'contacts.file-no-phone-column', {
          file: fileName,
          columns: guess.columns.map(({ header, index }) => header || `${index + 1}`).join(', '),
        });
      }
      const headers = guess.columns.map(({ header }) => header);
      const kind = upload.kind ?? guessKind(fileName, headers);
      const scrubbedOn = scrubDay(kind, upload.scrubbedOn ?? null, today());
      const detected = await detectedOf(sheet, guess);
      const createdAt = clock.now();
      const expiresAt = new Date(createdAt.getTime() + 7 * day);
      const mime = sheet.format === 'csv' ? 'text/csv' : 'application/vnd.ms-excel';
      const file = { owner, kind: 'import', name: fileName, mime, createdAt, expiresAt } as const;
      const fileId = keep ? await files.save({ ...file, content }) : null;
      const view = await store.create({
        kind,
        scrubbedOn,
        fileId,
        fileName,
        fileSha256: await sha256Of(content),
        detected,
        columns: guess.columns,
        mapping: mappingOf(guess.columns),
        createdBy: owner,
        createdAt,
      });
      if (upload.enqueue)
        await jobs.enqueue(importUploaded, { importId: view.id }, { key: view.id });
      return view;
    },

    get: load,

    list: (limit = 10): Promise<ImportView[]> => store.list(limit),

    /**
     * Reads the whole file against the contacts as they are now and changes none of them. Canceled
     * meanwhile, it leaves off and answers that.
     */
    async preview(
      importId: string,
      run?: JobRun,
      onRead?: ImportWatch['onRead'],
      source?: FileSource,
    ): Promise<ImportView> {
      const view = await load(importId);
      if (!open.includes(view.status)) throw wrongState(view);
      await runner.preview(view, run, onRead, source);
      return load(importId);
    },

    /**
     * Another meaning for the columns; asks for a new preview. Throws
     * `Refusal('invalid', 'contacts.mapping-…')`.
     */
    async remap(
      importId: string,
      mapping: Mapping,
      { enqueue = false }: { enqueue?: boolean } = {},
    ): Promise<ImportView> {
      const view = await load(importId);
      checkMapping(mapping, view.columns.length);
      const columns = view.columns.map((column, index) => {
        const field = mapping[index] ?? null;
        return field === column.field ? column : { ...column, field, guessedBy: null };
      });
      if (!(await store.setMapping(importId, columns, mapping))) throw wrongState(view);
      if (enqueue) await jobs.enqueue(importUploaded, { importId }, { key: importId });
      return load(importId);
    },

    /**
     * What the file is, said by a person; asks for a new preview. Throws
     * `Refusal('invalid', 'contacts.scrub-date…')` for a day that is none or is still to come.
     */
    async setKind(
      importId: string,
      kind: ImportKind,
      scrubbedOn: string | null,
      { enqueue = false }: { enqueue?: boolean } = {},
    ): Promise<ImportView> {
      const day = scrubDay(kind, scrubbedOn, today());
      if (!(await store.setKind(importId, kind, day))) throw wrongState(await load(importId));
      if (enqueue) await jobs.enqueue(importUploaded, { importId }, { key: importId });
      return load(importId);
    },

    /**
     * The work itself, in batches that are each all or nothing. Called again after a crash, beside
     * itself or after its end, it does what is left: nothing is lost, nothing counted twice.
     */
    async run(
      importId: string,
      run: JobRun,
      watch: ImportWatch = {},
      source?: FileSource,
    ): Promise<ImportReport> {
      const view = await load(importId);
      if (open.includes(view.status)) {
        throw wrongState(view);
      }
      if (view.status === 'queued' || view.status === 'running') {
        await runner.run(view, run, watch, source);
      }
      return reportOf(await load(importId));
    },

    /** Stops at the next batch; what is in already stays. */
    async cancel(importId: string, by: string): Promise<ImportView> {
      const from: ImportStatus[] = ['uploaded', 'previewed', 'queued', 'running'];
      if (!(await store.move(importId, from, 'canceled', { at: clock.now(), by }))) {
        throw wrongState(await load(importId));
      }
      return load(importId);
    },

    async report(importId: string): Promise<ImportReport> {
      return reportOf(await load(importId));
    },

    /** Where the progress message is, so that it is updated and not posted again. */
    setMessage: (importId: string, channel: string, messageTs: string): Promise<void> =>
      store.setMessage(importId, channel, messageTs),

    /** An import of this very file that the same person's command left in the middle. */
    async leftBehind(content: FileSource, owner: string): Promise<ImportView | null> {
      const id = await store.leftBehind(await sha256Of(content), owner);
      return id === null ? null : load(id);
    },
  };
}
