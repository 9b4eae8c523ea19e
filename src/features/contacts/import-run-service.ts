import { DateTime } from 'luxon';
import { Refusal } from '../../shared/errors.ts';
import type { JobRun } from '../../shared/jobs.ts';
import type { ImportContext } from './file-consent.ts';
import type { FileSource } from './file-ports.ts';
import { addCounts, type ImportCounts, type ImportView, type ImportWatch } from './import.ts';
import { isListKind } from './import-kind.ts';
import type { BatchSize, ImportPass, RejectedRow, SuppressionList } from './import-ports.ts';
import { readRows } from './import-reading.ts';
import type { ImportNeeds } from './import-service.ts';
import { loneRow } from './lone-row.ts';
import { mergeGroups } from './merge.ts';

/** Per transaction: fractions of a second of locks, and a pause for everybody else's work. */
const defaultBatch: BatchSize = { numbers: 10_000, known: 2_000 };
/** The first ones are small: a short list shows its progress, and a long one soon does not wait. */
const firstBatch = 2_000;
/** So many rows of the file between two looks at whether to go on. */
const breath = 4000;

type Step = { cursor: string; counts: ImportCounts };

/** The passes over a file: one that only counts, one that writes. */
export function createImportRun({
  store,
  files,
  reader,
  clock,
  timeZone,
  maxRows = 1_000_000,
  batch = defaultBatch,
}: Pick<ImportNeeds, 'store' | 'files' | 'reader' | 'clock' | 'timeZone' | 'maxRows' | 'batch'>) {
  async function openFile(view: ImportView, source: FileSource | undefined) {
    const reference = await store.fileOf(view.id);
    const kept =
      source ?? (reference?.fileId ? await files.open(reference.fileId, clock.now()) : null);
    if (!reference || !kept) {
      throw new Refusal('not-found', 'contacts.import-file-gone', { file: view.fileName });
    }
    const sheet = await reader.open(kept, view.fileName);
    const today = DateTime.fromJSDate(clock.now(), { zone: timeZone }).toISODate() ?? '';
    return {
      context: contextOf(view, reference.sha256, clock.now()),
      rows: readRows(sheet, view, { today, maxRows }),
    };
  }

  async function withPass<T>(
    view: ImportView,
    work: (pass: ImportPass & { cursor: string }) => Promise<T>,
  ): Promise<T> {
    const pass = await store.openPass(view.id);
    if (!pass) throw new Refusal('unavailable', 'contacts.import-busy', { file: view.fileName });
    try {
      return await work(pass);
    } finally {
      await pass.close();
    }
  }

  /**
   * The rows of the file into the pass, at the speed at which the database takes them. False when
   * somebody canceled the import meanwhile.
   */
  async function stageAll(
    view: ImportView,
    { rows, context }: Awaited<ReturnType<typeof openFile>>,
    pass: ImportPass,
    {
      keepRejects,
      run,
      onRead,
    }: { keepRejects: boolean; run: JobRun | undefined; onRead: ImportWatch['onRead'] },
  ): Promise<boolean> {
    const isList = isListKind(view.kind);
    let refused: RejectedRow[] = [];
    let read = 0;
    const saveRefused = async () => {
      if (refused.length > 0) await store.saveRejects(view.id, refused);
      refused = [];
    };
    if (keepRejects) await store.clearRejects(view.id);
    for await (const { staged, rejected } of rows.batches()) {
      await pass.stage(
        staged.map((row) => ({ ...row, lone: isList ? null : loneRow(row, context) })),
      );
      if (keepRejects) for (const row of rejected) refused.push(row);
      read += staged.length + rejected.length;
      if (read < breath) continue;
      read = 0;
      await saveRefused();
      await goOn(run);
      await onRead?.(rows.counts.rows);
      if (await isCanceled(view)) return false;
    }
    await saveRefused();
    return true;
  }

  const isCanceled = async ({ id }: ImportView): Promise<boolean> =>
    (await store.get(id))?.status === 'canceled';

  /** Reads the file, then takes one step after the other; the counts of all of them. */
  async function steps(
    run: JobRun | undefined,
    next: (after: string) => Promise<Step | null>,
    onStep?: (step: Step) => Promise<void>,
  ): Promise<void> {
    for (let after = ''; ; ) {
      const step = await next(after);
      if (!step) return;
      after = step.cursor;
      await onStep?.(step);
      await goOn(run);
    }
  }

  return {
    async preview(
      view: ImportView,
      run: JobRun | undefined,
      onRead: ImportWatch['onRead'],
      source: FileSource | undefined,
    ): Promise<void> {
      const importsBefore = await store.soFar();
      const file = await openFile(view, source);
      const list = listOf(view, file.context);
      await withPass(view, async (pass) => {
        if (!(await stageAll(view, file, pass, { keepRejects: false, run, onRead }))) return;
        let counts = file.rows.counts;
        await steps(
          run,
          async (after) => {
            if (list) return pass.lookSuppressed(after, list, batch.numbers);
            const seen = await pass.look(after, batch);
            if (!seen) return null;
            const { tally } = mergeGroups(seen.groups, file.context);
            return { cursor: seen.cursor, counts: addCounts(seen.lone, tally) };
          },
          async (step) => {
            counts = addCounts(counts, step.counts);
          },
        );
        const { samples } = file.rows;
        await store.setPreview(view.id, { counts, samples, importsBefore }, view);
      });
    },

    async run(
      view: ImportView,
      run: JobRun,
      watch: ImportWatch,
      source: FileSource | undefined,
    ): Promise<void> {
      const at = clock.now();
      if (!(await store.move(view.id, ['queued', 'running'], 'running', { at }))) return;
      try {
        await runPass(view, run, watch, source);
      } catch (error) {
        // What cannot succeed later is over; anything else is left for the next try.
        if (error instanceof Refusal && error.kind !== 'unavailable') {
          const failed = { errorCode: error.code, at: clock.now() };
          await store.move(view.id, ['running'], 'failed', failed);
        }
        throw error;
      }
    },
  };

  async function runPass(
    view: ImportView,
    run: JobRun,
    { onRead, onProgress }: ImportWatch,
    source: FileSource | undefined,
  ): Promise<void> {
    const file = await openFile(view, source);
    const list = listOf(view, file.context);
    const { counts: read } = file.rows;
    let numbers = Math.min(firstBatch, batch.numbers);
    await onProgress?.(view.rowsDone, view.preview?.counts.rows ?? 0);
    await withPass(view, async (pass) => {
      if (!(await stageAll(view, file, pass, { keepRejects: true, run, onRead }))) return;
      let written: ImportCounts | null = null;
      await steps(
        run,
        () =>
          list
            ? pass.suppress(list, numbers, file.context.now)
            : pass.merge(
                { ...batch, numbers },
                (groups) => mergeGroups(groups, file.context),
                file.context.now,
              ),
        async ({ counts }) => {
          written = counts;
          numbers = Math.min(2 * numbers, batch.numbers);
          const done = read.rejected + counts.created + counts.merged;
          await store.progress(view.id, done);
          await onProgress?.(done, read.rows);
        },
      );
      const before = written ?? (await store.get(view.id))?.counts;
      await store.finish(view.id, before ? addCounts(read, before) : read, clock.now());
    });
  }
}

const contextOf = (view: ImportView, fileSha256: string, now: Date): ImportContext => ({
  importId: view.id,
  fileSha256,
  attestation: view.attestation,
  by: view.createdBy,
  now,
});

const listOf = (
  { kind, scrubbedOn }: ImportView,
  { fileSha256, by }: ImportContext,
): SuppressionList | null => (isListKind(kind) ? { kind, scrubbedOn, fileSha256, by } : null);

/** Between two batches: keeps the job's lease, leaves when the process is asked to stop. */
async function goOn(run: JobRun | undefined): Promise<void> {
  if (!run) return;
  await run.touch();
  if (run.stopping.aborted) throw new Refusal('unavailable', 'contacts.import-interrupted');
}
