import { Refusal } from '../../shared/errors.ts';
import type { JobQueue, JobRun } from '../../shared/jobs.ts';
import { Decimal } from '../../shared/money.ts';
import { type NumberLookup, offlineEvidence } from '../validation/index.ts';
import type { AskNeeds } from './ask-service.ts';
import type { ContactFilter } from './filter.ts';
import { validationConfirmed } from './jobs.ts';
import { type KnownNumber, knownNumber } from './known-number.ts';
import {
  isSameRequest,
  type ValidationBatch,
  type ValidationPlan,
  type ValidationReport,
} from './validation-batch.ts';
import type { ValidationStore } from './validation-ports.ts';
import { createValidationRun, isLasting, type OnRound } from './validation-run-service.ts';

/** An answer this old is bought again: numbers move between carriers and people. */
export const freshDays = 90;
const dayMs = 24 * 3600_000;
const freshSince = (at: Date): Date => new Date(at.getTime() - freshDays * dayMs);

export type ValidationNeeds = AskNeeds & {
  store: ValidationStore;
  lookups: readonly NumberLookup[];
  jobs: JobQueue;
  /** Numbers in a round. */
  size?: number;
};

export type ValidationService = ReturnType<typeof createValidationService>;

export function createValidationService({
  store,
  lookups: given,
  jobs,
  size = 100,
  ...outside
}: ValidationNeeds) {
  const { clock } = outside;
  const lookups = [...given].sort((a, b) => a.price.comparedTo(b.price));
  const rounds = createValidationRun({ store, lookups, size, freshSince, ...outside });

  const simulated = lookups.every((lookup) => lookup.simulated);

  async function plan(filter: ContactFilter): Promise<ValidationPlan> {
    const { matching, stale, byProvider } = await store.countStale({
      filter,
      freshSince: freshSince(clock.now()),
      providers: lookups.map(({ provider }) => provider),
    });
    const shares = lookups.map(({ provider, price, ...lookup }) => {
      const count = byProvider[provider] ?? 0;
      return { provider, simulated: lookup.simulated, price, count, maxCost: price.times(count) };
    });
    return {
      matching,
      count: lookups.length === 0 ? 0 : stale,
      maxCost: shares.reduce((sum, { maxCost }) => sum.plus(maxCost), new Decimal(0)),
      byProvider: shares,
      simulated,
    };
  }

  async function load(batchId: string): Promise<ValidationBatch> {
    const batch = await store.get(batchId);
    if (!batch) throw new Refusal('not-found', 'validation.batch-unknown');
    return batch;
  }

  async function isIdle(batchId: string): Promise<boolean> {
    const held = await store.hold(batchId);
    await held?.release();
    return held !== null;
  }

  const enqueue = (batchId: string) =>
    jobs.enqueue(validationConfirmed, { batchId }, { key: batchId });

  return {
    /** Nobody outside is asked. */
    simulated,

    /** How many numbers of this filter have no recent check, and what that can cost at most. */
    plan,

    /**
     * Somebody agreed to a plan; the same click again answers what it began. Throws `Refusal('conflict', 'validation.plan-changed')` when by
     * now it would cost more than was agreed to, `validation.already-running` while another one is
     * not at its end, and `Refusal('invalid', 'validation.nothing-to-check')`.
     */
    async confirm(
      filter: ContactFilter,
      agreed: { maxCost: Decimal | string },
      by: string,
    ): Promise<ValidationBatch> {
      const again = async () => {
        const current = await store.current();
        return current && isSameRequest(current, filter, agreed.maxCost, by) ? current : null;
      };
      const begun = await again();
      if (begun) return begun;
      const { count, maxCost } = await plan(filter);
      if (count === 0) throw new Refusal('invalid', 'validation.nothing-to-check');
      if (maxCost.gt(agreed.maxCost)) {
        throw new Refusal('conflict', 'validation.plan-changed', {
          count,
          cost: maxCost.toFixed(2),
        });
      }
      const batch = await store.create({
        kind: 'asked',
        filter,
        providers: lookups.map(({ provider }) => provider),
        total: count,
        maxCost,
        createdBy: by,
        createdAt: clock.now(),
      });
      if (!batch) {
        const meanwhile = await again();
        if (meanwhile) return meanwhile;
        const { checked: done = 0, total = 0 } = (await store.current()) ?? {};
        throw new Refusal('conflict', 'validation.already-running', { done, total });
      }
      await askRefusersAgain();
      await enqueue(batch.id);
      return batch;
    },

    get: load,
    current: () => store.current(),

    setMessage: (batchId: string, channel: string, messageTs: string): Promise<void> =>
      store.setMessage(batchId, channel, messageTs),

    /** Stops after what the providers are being asked just now; what was answered stays. */
    async stop(batchId: string, by: string): Promise<ValidationBatch> {
      const { createdBy } = await load(batchId);
      await store.move(batchId, ['queued', 'running', 'paused'], 'stopped', {
        // It is told to whoever started it.
        errorCode: by === createdBy ? 'validation.stopped-by-you' : 'validation.stopped',
        at: clock.now(),
        by,
      });
      return load(batchId);
    },

    async report(batchId: string): Promise<ValidationReport> {
      return { batch: await load(batchId), ...(await store.report(batchId)) };
    },

    /** At start: jobs for agreed batches that a crash left. */
    async resume(): Promise<void> {
      for (const batchId of await store.unfinished()) await enqueue(batchId);
    },

    /** Now and then: paused batches whose provider may be back. */
    async wake(): Promise<void> {
      for (const batchId of await store.wake(clock.now())) await enqueue(batchId);
    },

    /** More seldom: batches whose job was given up, so that they do not stand in everybody's way. */
    async resumeIdle(): Promise<void> {
      for (const batchId of await store.unfinished()) {
        if (await isIdle(batchId)) await enqueue(batchId);
      }
    },

    /** Nobody is at work on it. */
    isIdle,

    /**
     * The nightly batch of what is old, within what is left of the month's budget; null when there
     * is nothing to do, no money, or another batch under way. Once per `night` (a local date).
     */
    async nightly({
      night,
      monthStart,
    }: {
      night: string;
      monthStart: Date;
    }): Promise<ValidationBatch | null> {
      const { monthly, setBy } = await store.budget();
      if (monthly.lte(0) || setBy === null || (await store.current())) return null;
      const left = monthly.minus(await store.nightlySpent(monthStart));
      const { count, maxCost } = await plan({ validation: 'validated' });
      if (count === 0) return null;
      const each = maxCost.div(count);
      const total = each.isZero() ? count : Decimal.min(count, left.div(each).floor()).toNumber();
      if (total <= 0) return null;
      const batch = await store.create({
        kind: 'nightly',
        filter: { validation: 'validated' },
        providers: lookups.map(({ provider }) => provider),
        total,
        maxCost: Decimal.min(left, maxCost),
        createdBy: setBy,
        createdAt: clock.now(),
        night,
      });
      if (batch) await enqueue(batch.id);
      return batch;
    },

    /**
     * Asks, round by round, within the agreed budget. After a crash it goes on where it was: what
     * was being asked then is not asked again in this batch. While no provider answers, the batch
     * is paused and woken later; when all of them refuse us, it has failed.
     */
    async run(batchId: string, run: JobRun, onRound?: OnRound): Promise<ValidationReport> {
      await load(batchId);
      const held = await store.hold(batchId);
      if (!held) throw new Refusal('unavailable', 'validation.batch-busy');
      try {
        if (await store.move(batchId, ['queued', 'running'], 'running', { at: clock.now() })) {
          await rounds(batchId, run, onRound);
        }
      } finally {
        await held.release();
      }
      return { batch: await load(batchId), ...(await store.report(batchId)) };
    },

    /** What each provider said about a contact, how old that is, and what is believed. */
    async validationsOf(contactId: string): Promise<KnownNumber> {
      const known = await store.known(contactId);
      if (!known) throw new Refusal('not-found', 'contacts.unknown');
      const now = clock.now();
      return knownNumber(known, offlineEvidence(known.phone, now), {
        now,
        freshSince: freshSince(now),
        simulated,
      });
    },
  };

  /** Somebody started anew, perhaps with a mended key: one question shows whether it is. */
  async function askRefusersAgain(): Promise<void> {
    const at = clock.now();
    for (const [provider, state] of await store.breakers()) {
      if (isLasting(state)) await store.saveBreaker(provider, { ...state, leftOutUntil: at }, at);
    }
  }
}
