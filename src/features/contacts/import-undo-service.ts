import { Refusal } from '../../shared/errors.ts';
import type { ImportStatus, ImportView } from './import.ts';
import type { ImportNeeds } from './import-service.ts';
import { wrongState } from './import-state.ts';
import { type UndoCounts, type UndoPlan, undoHours } from './import-undo.ts';
import { importUndoAsked } from './jobs.ts';

const hour = 3600_000;
/** Over, with something written: what was canceled or failed may have been half in. */
const undoable: readonly ImportStatus[] = ['completed', 'canceled', 'failed'];

export function createImportUndo(
  { store, jobs, clock }: Pick<ImportNeeds, 'store' | 'jobs' | 'clock'>,
  load: (importId: string) => Promise<ImportView>,
) {
  async function checked(importId: string): Promise<{ view: ImportView; plan: UndoPlan }> {
    const view = await load(importId);
    const file = view.fileName;
    if (!undoable.includes(view.status) || !view.startedAt || !view.completedAt) {
      throw wrongState(view);
    }
    if (!isRecent(view, clock.now())) {
      throw new Refusal('conflict', 'contacts.undo-too-late', { file, hours: undoHours });
    }
    const plan = await store.undoPlan(importId);
    if (plan.newer) {
      throw new Refusal('conflict', 'contacts.undo-newer-first', {
        file,
        newer: plan.newer.fileName,
      });
    }
    if (plan.sent > 0) {
      throw new Refusal('conflict', 'contacts.undo-sent', { file, people: plan.sent });
    }
    return { view, plan };
  }

  return {
    /**
     * What taking this import back would do; nothing is changed. Throws `Refusal('conflict',
     * 'contacts.undo-…')` when it is too late, somebody of it was written to, or a later import
     * met the same contacts.
     */
    undoPlan: async (importId: string): Promise<UndoPlan> => (await checked(importId)).plan,

    /** The same, and has it done in a job: a large one takes half a minute. */
    async askUndo(importId: string, by: string): Promise<void> {
      await checked(importId);
      await jobs.enqueue(importUndoAsked, { importId, by }, { key: importId });
    },

    /**
     * Takes the import back as a whole: contacts it made go (unless they wrote to us or somebody
     * worked on them since), contacts it merged into get back what
     * nobody has changed since, suppressions it brought are lifted, its entries of the ledger count
     * no longer. Twice is once.
     */
    async undo(importId: string, by: string): Promise<{ view: ImportView; done: UndoCounts }> {
      const { view } = await checked(importId);
      const at = clock.now();
      const since = new Date(at.getTime() - undoHours * hour);
      const done = await store.undo(view.id, { by, at, since });
      // Lost against somebody: what they did says why.
      if (!done) {
        await checked(importId);
        throw new Refusal('unavailable', 'contacts.import-busy', { file: view.fileName });
      }
      return { view: await load(importId), done };
    },

    /** Deletes what is kept for undoing imports that nobody can undo any more. */
    forgetUndo: (): Promise<number> =>
      store.forgetChanges(new Date(clock.now().getTime() - undoHours * hour)),
  };
}

/** An import can be undone, as far as its end is concerned. */
export const isRecent = ({ completedAt }: Pick<ImportView, 'completedAt'>, now: Date): boolean =>
  completedAt !== null && now.getTime() - completedAt.getTime() < undoHours * hour;
