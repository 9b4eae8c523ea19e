import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { JobQueue, JobRun } from '../../shared/jobs.ts';
import { Decimal } from '../../shared/money.ts';
import type { NumberLookup } from '../validation/index.ts';
import type { ContactFilter } from './filter.ts';
import type { OnProgress } from './import.ts';
import { validationConfirmed } from './jobs.ts';
import type { LookupResult, LookupTarget, ValidationStore } from './ports.ts';
import type { ValidationBatch, ValidationReport } from './validation-batch.ts';

/** An answer this old is asked for again: numbers move between carriers and people. */
const freshDays = 90;
/** Lookups under way at once, which is also what a crash can leave unanswered. */
const usuallyAtOnce = 100;
/** Whole rounds without one answer before the provider is left alone for a while. */
const patience = 3;

export type ValidationPlan = {
  count: number;
  /** Dollars: the price times the count, agreed to before anything is asked. */
  maxCost: Decimal;
  provider: string;
  simulated: boolean;
};

export type ValidationService = ReturnType<typeof createValidationService>;

export function createValidationService({
  store,
  lookup,
  jobs,
  clock,
  atOnce = usuallyAtOnce,
}: {
  store: ValidationStore;
  lookup: NumberLookup;
  jobs: JobQueue;
  clock: Clock;
  /** Lookups under way at once. */
  atOnce?: number;
}) {
  const freshSince = (at: Date): Date => new Date(at.getTime() - freshDays * 24 * 3600_000);

  async function plan(filter: ContactFilter): Promise<ValidationPlan> {
    const since = freshSince(clock.now());
    const count = await store.countStale({
      filter,
      provider: lookup.provider,
      freshSince: since,
    });
    return {
      count,
      maxCost: lookup.price.times(count),
      provider: lookup.provider,
      simulated: lookup.simulated,
    };
  }

  async function load(batchId: string): Promise<ValidationBatch> {
    const batch = await store.get(batchId);
    if (!batch) throw new Refusal('not-found', 'validation.batch-unknown');
    return batch;
  }

  return {
    /** How many numbers of this filter have no fresh answer, and what asking can cost at most. */
    plan,

    /**
     * Somebody agreed to a plan. Throws `Refusal('conflict', 'validation.plan-changed')` when by
     * now it would cost more than was agreed to, `Refusal('invalid', 'validation.nothing-to-check')`.
     */
    async confirm(
      filter: ContactFilter,
      agreed: { maxCost: Decimal | string },
      by: string,
      { enqueue = true }: { enqueue?: boolean } = {},
    ): Promise<ValidationBatch> {
      const { count, maxCost, provider } = await plan(filter);
      if (count === 0) throw new Refusal('invalid', 'validation.nothing-to-check');
      if (maxCost.gt(agreed.maxCost)) {
        throw new Refusal('conflict', 'validation.plan-changed', {
          count,
          cost: maxCost.toFixed(2),
        });
      }
      const batch = await store.create({
        filter,
        provider,
        total: count,
        maxCost,
        createdBy: by,
        createdAt: clock.now(),
      });
      if (enqueue) {
        await jobs.enqueue(validationConfirmed, { batchId: batch.id }, { key: batch.id });
      }
      return batch;
    },

    get: load,

    setMessage: (batchId: string, channel: string, messageTs: string): Promise<void> =>
      store.setMessage(batchId, channel, messageTs),

    /** Stops after the round that is under way; what was answered stays. */
    async stop(batchId: string, by: string): Promise<ValidationBatch> {
      await store.move(batchId, ['queued', 'running'], 'stopped', {
        errorCode: 'validation.stopped',
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
      for (const batchId of await store.unfinished()) {
        await jobs.enqueue(validationConfirmed, { batchId }, { key: batchId });
      }
    },

    /**
     * Asks, round by round, within the agreed budget. After a crash it goes on where it was: a
     * number that was being asked then is not asked again in this batch. A provider that does not
     * answer ends the run with `Refusal('unavailable')`, to be tried later; one that refuses us
     * fails the batch.
     */
    async run(batchId: string, run: JobRun, onProgress?: OnProgress): Promise<ValidationReport> {
      await load(batchId);
      const held = await store.hold(batchId);
      if (!held) throw new Refusal('unavailable', 'validation.batch-busy');
      try {
        if (await store.move(batchId, ['queued', 'running'], 'running', { at: clock.now() })) {
          await rounds(batchId, run, onProgress);
        }
      } finally {
        await held.release();
      }
      return { batch: await load(batchId), ...(await store.report(batchId)) };
    },
  };

  async function rounds(
    batchId: string,
    run: JobRun,
    onProgress: OnProgress | undefined,
  ): Promise<void> {
    const { price } = lookup;
    let after: string | null = null;
    for (let silent = 0; ; ) {
      const batch = await load(batchId);
      if (batch.status !== 'running') return;
      const limit = affordable(batch, price, atOnce);
      const at = clock.now();
      const since = freshSince(batch.createdAt);
      const targets: LookupTarget[] =
        limit === 0 ? [] : await store.claim(batch, { after, freshSince: since, limit, price, at });
      const lastLap = after === null;
      after = targets.at(-1)?.contactId ?? null;
      // Once more from the top, for those whom nobody answered.
      if (targets.length === 0 && limit > 0 && !lastLap) continue;
      if (targets.length === 0) {
        // A crash leaves numbers asked for and never answered: they are not "the rest".
        const short = limit === 0 && (await store.asked(batchId)) < batch.total;
        await store.move(batchId, ['running'], short ? 'stopped' : 'completed', {
          at,
          ...(short ? { errorCode: 'validation.budget-reached' } : {}),
        });
        return;
      }
      const round = await askAll(targets);
      await store.answer(batch, round.results, { price, at });
      await store.release(batch, round.unanswered, { price });
      if (round.failure) {
        const { code } = round.failure;
        await store.move(batchId, ['running'], 'failed', { errorCode: code, at });
        throw round.failure;
      }
      if (round.bug) throw round.bug.error;
      silent = round.results.length === 0 ? silent + 1 : 0;
      if (silent === patience) throw unavailable();
      await onProgress?.(batch.checked + round.results.length, batch.total);
      await run.touch();
      if (run.stopping.aborted) throw unavailable();
    }
  }

  function unavailable(): Refusal {
    return new Refusal('unavailable', 'validation.provider-unavailable', {
      provider: lookup.provider,
    });
  }

  /** All at once, all settled: one number's failure is not another's. */
  async function askAll(targets: readonly LookupTarget[]) {
    const settled = await Promise.allSettled(targets.map(({ phone }) => lookup.lookup(phone)));
    const results: LookupResult[] = [];
    const unanswered: LookupTarget[] = [];
    let failure: Refusal | null = null;
    let bug: { error: unknown } | null = null;
    for (const [index, outcome] of settled.entries()) {
      const target = targets[index];
      if (!target) continue;
      if (outcome.status === 'fulfilled') {
        results.push({ ...target, answer: outcome.value });
        continue;
      }
      const error: unknown = outcome.reason;
      if (error instanceof Refusal) {
        unanswered.push(target);
        if (error.kind !== 'unavailable') failure = error;
      } else {
        // Nobody knows whether this one was paid: it stays marked as asked.
        bug = { error };
      }
    }
    return { results, unanswered, failure, bug };
  }
}

/** How many lookups fit into what is left of the batch and of its money. */
function affordable(
  { maxCost, spent, total, checked }: ValidationBatch,
  price: Decimal,
  atOnce: number,
): number {
  const left = price.isZero()
    ? atOnce
    : Decimal.max(0, maxCost.minus(spent)).div(price).floor().toNumber();
  return Math.max(0, Math.min(atOnce, left, total - checked));
}
