import { z } from 'zod';
import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { JobQueue, JobRun } from '../../shared/jobs.ts';
import { includes, type TeamService } from '../team/index.ts';
import { type Bulk, type BulkOrder, type BulkPlan, canUndo, undoHours } from './bulk.ts';
import type { BulkStep, BulkStore } from './bulk-ports.ts';
import type { ExportLook, ExportService } from './export-service.ts';
import type { ContactFilter } from './filter.ts';
import type { OnProgress } from './import.ts';
import { bulkConfirmed } from './jobs.ts';

export type BulkService = ReturnType<typeof createBulkService>;

const usuallyAtOnce = 1_000;
const quietTries = 30;

/** One thing done to everybody a filter finds, agreed on with real numbers. */
export function createBulkService({
  store,
  exports,
  team,
  jobs,
  clock,
  wait,
  atOnce = usuallyAtOnce,
}: {
  store: BulkStore;
  exports: Pick<ExportService, 'write'>;
  team: Pick<TeamService, 'require'>;
  jobs: JobQueue;
  clock: Clock;
  wait: (ms: number) => Promise<void>;
  /** Contacts in one transaction. */
  atOnce?: number;
}) {
  async function load(id: string): Promise<Bulk> {
    const bulk = isUuid(id) ? await store.get(id) : null;
    if (!bulk) throw new Refusal('not-found', 'bulk.unknown');
    return bulk;
  }

  /** An action belongs to who began it; an admin may see to it as well. */
  async function own(id: string, by: string): Promise<Bulk> {
    const { role } = await team.require(by, 'operator');
    const bulk = await load(id);
    if (bulk.createdBy !== by && !includes(role, 'admin')) {
      throw new Refusal('forbidden', 'bulk.not-yours');
    }
    return bulk;
  }

  const enqueue = (bulkId: string) => jobs.enqueue(bulkConfirmed, { bulkId }, { key: bulkId });

  return {
    get: load,
    own,

    setMessage: (id: string, channel: string, messageTs: string): Promise<void> =>
      store.setMessage(id, channel, messageTs),

    /** Whom it will be about. Throws `bulk.nobody`. */
    async choose(filter: ContactFilter, by: string): Promise<Bulk> {
      await team.require(by, 'operator');
      const total = await store.count(filter);
      if (total === 0) throw new Refusal('invalid', 'bulk.nobody');
      return store.choose(filter, total, by, clock.now());
    },

    /** The numbers of a confirm dialog, as they are now. Throws `bulk.nobody`. */
    async plan(chosenId: string, order: BulkOrder, by: string): Promise<BulkPlan> {
      const { filter } = await own(chosenId, by);
      const plan = await store.plan(filter, order);
      if (plan.total === 0) throw new Refusal('invalid', 'bulk.nobody');
      return plan;
    },

    /**
     * Somebody agreed to it for so many contacts. `id` is the dialog's: saying it again does nothing
     * twice. Throws `bulk.changed` when by now there are more, and `bulk.nobody`.
     */
    async confirm(
      chosenId: string,
      { id, order, agreed }: { id: string; order: BulkOrder; agreed: number },
      by: string,
      { start = true }: { start?: boolean } = {},
    ): Promise<Bulk> {
      const { filter } = await own(chosenId, by);
      const outcome = await store.confirm({ id, filter, order, agreed, by, at: clock.now() });
      if (outcome.kind === 'nobody') throw new Refusal('invalid', 'bulk.nobody');
      if (outcome.kind === 'more') {
        throw new Refusal('conflict', 'bulk.changed', { count: outcome.count, agreed });
      }
      if (start) await enqueue(id);
      return load(id);
    },

    /** Another feature goes on with the choice: a draft takes it as its audience. */
    handedOver: (id: string, detail: Readonly<Record<string, string>>, by: string): Promise<void> =>
      store.handOver(id, detail, by, clock.now()),

    /**
     * Within a day, by who did it or an admin; the newest one first, so that each finds what it left.
     * Throws `bulk.undo-over` and `bulk.undo-newer-first`.
     */
    async undo(id: string, by: string): Promise<Bulk> {
      const { order } = await own(id, by);
      const over = new Refusal('conflict', 'bulk.undo-over');
      if (!order || !canUndo(order.action)) throw over;
      const outcome = await store.beginUndo(id, by, clock.now());
      if (outcome.kind === 'over') throw over;
      if (outcome.kind === 'newer') throw newerFirst(outcome);
      await enqueue(id);
      return load(id);
    },

    /** At start: jobs for what a crash left. */
    async resume(): Promise<void> {
      for (const id of await store.unfinished()) await enqueue(id);
    },

    purge: (): Promise<void> => store.purge(clock.now()),

    /** Does what was agreed on, or undoes it; after a crash from where it was. */
    async run(id: string, run: JobRun, look: ExportLook, onProgress?: OnProgress): Promise<Bulk> {
      const { order } = await load(id);
      if (!order) throw new Refusal('conflict', 'bulk.unknown');
      const held = await store.hold(id);
      if (!held) throw new Refusal('unavailable', 'bulk.busy');
      try {
        await store.move(id, ['queued', 'running'], 'running', { at: clock.now() });
        const bulk = await load(id);
        if (bulk.status === 'running') await work(bulk, order, look, run, onProgress);
        if (bulk.status === 'undoing') await undoWork(id, run, onProgress);
      } catch (error) {
        if (error instanceof Refusal && error.kind !== 'unavailable') {
          const change = { at: clock.now(), errorCode: error.code };
          await store.move(id, ['running'], 'failed', change);
        }
        throw error;
      } finally {
        await held.release();
      }
      return load(id);
    },
  };

  async function work(
    bulk: Bulk,
    order: BulkOrder,
    look: ExportLook,
    run: JobRun,
    onProgress: OnProgress | undefined,
  ): Promise<void> {
    const { id } = bulk;
    if (order.action === 'export') {
      await exports.write(bulk, { ...look, format: order.format }, run, onProgress);
      return;
    }
    await batches(() => store.step(id, atOnce, clock.now()), run, onProgress);
    if (order.action === 'opt-out') await quietDown(id);
    const at = clock.now();
    await store.move(id, ['running'], 'completed', {
      at,
      ...(canUndo(order.action) && { undoUntil: new Date(at.getTime() + undoHours * 3_600_000) }),
    });
  }

  async function undoWork(id: string, run: JobRun, onProgress: OnProgress | undefined) {
    await batches(() => store.undoStep(id, atOnce, clock.now()), run, onProgress);
    await store.move(id, ['undoing'], 'undone', { at: clock.now() });
  }

  async function batches(
    step: () => Promise<BulkStep>,
    run: JobRun,
    onProgress: OnProgress | undefined,
  ): Promise<void> {
    for (let at = await step(); at !== null; at = await step()) {
      await onProgress?.(at.done, at.total);
      await run.touch();
      if (run.stopping.aborted) throw new Refusal('unavailable', 'bulk.interrupted');
    }
  }

  /** The opt-outs are in force; what is under way ends before anybody is told that it is done. */
  async function quietDown(id: string): Promise<void> {
    await store.cancelQueued(id, clock.now());
    for (let tries = 0; tries < quietTries && (await store.isCalling(id)); tries += 1) {
      await wait(100);
    }
  }
}

const newerFirst = ({ order, by }: { order: BulkOrder; by: string }): Refusal =>
  new Refusal('conflict', 'bulk.undo-newer-first', {
    action: order.action,
    word: order.action === 'segment' ? order.segment : 'tag' in order ? order.tag : '',
    by,
  });

/** A claim from a button. */
const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;
