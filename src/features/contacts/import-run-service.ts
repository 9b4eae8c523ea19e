import { DateTime } from 'luxon';
import { Refusal } from '../../shared/errors.ts';
import type { JobRun } from '../../shared/jobs.ts';
import type { ImportContext } from './file-consent.ts';
import { addCounts, type ImportCounts, type ImportView, type OnProgress } from './import.ts';
import { readRows } from './import-reading.ts';
import type { ImportNeeds } from './import-service.ts';
import { mergeGroups } from './merge.ts';
import type { ImportPass, StagedRow } from './ports.ts';

/** Numbers per transaction: fractions of a second of locks, and a pause for everybody else's work. */
const groupSize = 2000;
const stageSize = 2000;

/** The passes over a file: one that only counts, one that writes. */
export function createImportRun({
  store,
  files,
  reader,
  clock,
  timeZone,
  maxRows = 1_000_000,
}: Pick<ImportNeeds, 'store' | 'files' | 'reader' | 'clock' | 'timeZone' | 'maxRows'>) {
  async function openFile(view: ImportView) {
    const reference = await store.fileOf(view.id);
    const file = reference?.fileId ? await files.read(reference.fileId, clock.now()) : null;
    if (!reference || !file) {
      throw new Refusal('not-found', 'contacts.import-file-gone', { file: view.fileName });
    }
    const sheet = await reader.open(file.content, view.fileName);
    const today = DateTime.fromJSDate(clock.now(), { zone: timeZone }).toISODate() ?? '';
    return { sha256: reference.sha256, rows: readRows(sheet, view, { today, maxRows }) };
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

  async function stageAll(
    importId: string,
    rows: ReturnType<typeof readRows>,
    pass: ImportPass,
    { keepRejects, run }: { keepRejects: boolean; run: JobRun | undefined },
  ): Promise<void> {
    let waiting: StagedRow[] = [];
    if (keepRejects) await store.clearRejects(importId);
    for await (const { staged, rejected } of rows.batches()) {
      if (keepRejects && rejected.length > 0) await store.saveRejects(importId, rejected);
      waiting.push(...staged);
      if (waiting.length < stageSize) continue;
      await pass.stage(waiting);
      waiting = [];
      await goOn(run);
    }
    if (waiting.length > 0) await pass.stage(waiting);
  }

  return {
    async preview(view: ImportView, run: JobRun | undefined): Promise<void> {
      const { rows, sha256 } = await openFile(view);
      await withPass(view, async (pass) => {
        await stageAll(view.id, rows, pass, { keepRejects: false, run });
        const context = contextOf(view, sha256, clock.now());
        let counts = rows.counts;
        for (let after = ''; ; ) {
          const groups = await pass.look(after, groupSize);
          const last = groups.at(-1);
          if (!last) break;
          counts = addCounts(counts, mergeGroups(groups, context).tally);
          after = last.phone;
          await goOn(run);
        }
        await store.setPreview(view.id, { counts, samples: rows.samples }, view.mapping);
      });
    },

    async run(view: ImportView, run: JobRun, onProgress: OnProgress | undefined): Promise<void> {
      const at = clock.now();
      if (!(await store.move(view.id, ['queued', 'running'], 'running', { at }))) return;
      try {
        await runPass(view, run, onProgress);
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
    onProgress: OnProgress | undefined,
  ): Promise<void> {
    const { rows, sha256 } = await openFile(view);
    await onProgress?.(view.rowsDone, view.preview?.counts.rows ?? 0);
    await withPass(view, async (pass) => {
      await stageAll(view.id, rows, pass, { keepRejects: true, run });
      const context = contextOf(view, sha256, clock.now());
      let merged: ImportCounts | null = null;
      for (;;) {
        const step = await pass.merge(
          groupSize,
          (groups) => mergeGroups(groups, context),
          context.now,
        );
        if (!step) break;
        merged = step.counts;
        const done = rows.counts.rejected + merged.created + merged.merged;
        await store.progress(view.id, done);
        await onProgress?.(done, rows.counts.rows);
        await goOn(run);
      }
      const before = merged ?? (await store.get(view.id))?.counts;
      const counts = before ? addCounts(rows.counts, before) : rows.counts;
      await store.finish(view.id, counts, clock.now());
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

/** Between two batches: keeps the job's lease, leaves when the process is asked to stop. */
async function goOn(run: JobRun | undefined): Promise<void> {
  if (!run) return;
  await run.touch();
  if (run.stopping.aborted) throw new Refusal('unavailable', 'contacts.import-interrupted');
}
