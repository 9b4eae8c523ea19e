import { Refusal } from '../../shared/errors.ts';
import type { JobRun } from '../../shared/jobs.ts';
import {
  type BreakerState,
  closedBreaker,
  isLeftOut,
  type NumberLookup,
} from '../validation/index.ts';
import type { AskNeeds } from './ask-service.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { ValidationBatch } from './validation-batch.ts';
import type { LookupTarget, ValidationStore } from './validation-ports.ts';
import { createValidationRound, type RoundOutcome } from './validation-round-service.ts';

/** Called after every round, with the batch as it stands. */
export type OnRound = (batch: ValidationBatch) => void | Promise<void>;

export type RunNeeds = AskNeeds & {
  store: ValidationStore;
  /** Cheapest first. */
  lookups: readonly NumberLookup[];
  /** Numbers in a round. */
  size: number;
  freshSince: (at: Date) => Date;
};

const lastingCodes: readonly (string | null)[] = [
  'validation.provider-refused',
  'validation.provider-used-up',
];
/** Our key or our quota: only a person can mend that. */
export const isLasting = ({ errorCode }: BreakerState): boolean => lastingCodes.includes(errorCode);

/** Once through the numbers that wait. */
type Lap = {
  /** Where the next round begins. */
  after: string | null;
  /** Numbers that may still be taken: what was agreed to, less what is done and under way. */
  left: number;
  taken: number;
  /** Numbers whose turn ended. */
  ended: number;
  /** There is nobody after the last round; otherwise something stood in the way. */
  isThrough: boolean;
};

/** The rounds of one batch; the caller holds it. */
export function createValidationRun({ store, lookups, size, freshSince, ...outside }: RunNeeds) {
  const { clock } = outside;
  const ask = createValidationRound({ store, lookups, ...outside });
  /** Every provider has a round of its own to work on, while one more is fetched or written. */
  const atOnce = lookups.length + 1;

  /** Until the batch is at its end, paused, or stopped by somebody. */
  return async function rounds(
    batchId: string,
    run: JobRun,
    onRound: OnRound | undefined,
  ): Promise<void> {
    const breakers = new Map(await store.breakers());
    for (;;) {
      const batch = await store.get(batchId);
      if (batch?.status !== 'running') return;
      if (run.stopping.aborted) throw new Refusal('unavailable', 'validation.batch-busy');
      if (isNobodyLeft(breakers)) return pause(batch, breakers);
      const { isThrough, taken, ended } = await lap(batch, { breakers, run, onRound });
      if (!isThrough) continue;
      if (taken === 0) return complete(batch);
      // A lap in which nobody had an end: they wait for a provider that is left out.
      if (ended === 0 && lookups.some(({ provider }) => leftOut(breakers, provider))) {
        return pause(batch, breakers);
      }
    }
  };

  /**
   * Several rounds are under way at once, no two of them with the same provider. Who takes the next
   * numbers and tells how far it is waits for the others: no number is in two rounds, and no figure
   * goes back. When one fails, the others ask nobody else, and write what they have heard.
   */
  async function lap(
    batch: ValidationBatch,
    at: { breakers: Map<string, BreakerState>; run: JobRun; onRound: OnRound | undefined },
  ): Promise<Lap> {
    const { breakers, run, onRound } = at;
    const since = freshSince(batch.createdAt);
    const inTurn = oneAtATime();
    const failed = new AbortController();
    const stopping = AbortSignal.any([run.stopping, failed.signal]);
    const leave = () => failed.abort();
    const left = batch.total - batch.checked;
    const so: Lap = { after: null, left, taken: 0, ended: 0, isThrough: false };

    async function take(): Promise<LookupTarget[]> {
      if (so.isThrough || stopping.aborted || isNobodyLeft(breakers)) return [];
      if ((await store.get(batch.id))?.status !== 'running') return [];
      const { after } = so;
      const limit = Math.min(size, so.left);
      const targets = limit > 0 ? await store.next(batch, { after, freshSince: since, limit }) : [];
      so.after = targets.at(-1)?.contactId ?? after;
      so.left -= targets.length;
      so.taken += targets.length;
      so.isThrough = targets.length === 0;
      return targets;
    }

    async function told({ ended, isOutOfMoney }: RoundOutcome, of: number): Promise<void> {
      so.left += of - ended;
      so.ended += ended;
      if (isOutOfMoney) await outOfMoney(batch);
      await onRound?.((await store.get(batch.id)) ?? batch);
      await run.touch();
    }

    async function crew(): Promise<void> {
      for (;;) {
        const targets = await inTurn(take);
        if (targets.length === 0) return;
        const outcome = await ask(batch, targets, { breakers, since, stopping, leave });
        await inTurn(() => told(outcome, targets.length));
      }
    }

    const crews = Array.from({ length: atOnce }, () =>
      crew().catch((error: unknown) => {
        leave();
        throw error;
      }),
    );
    for (const end of await Promise.allSettled(crews)) {
      if (end.status === 'rejected') throw end.reason;
    }
    return so;
  }

  function leftOut(breakers: ReadonlyMap<string, BreakerState>, provider: string): boolean {
    return isLeftOut(breakers.get(provider) ?? closedBreaker, clock.now());
  }

  function isNobodyLeft(breakers: ReadonlyMap<string, BreakerState>): boolean {
    return lookups.every(({ provider }) => leftOut(breakers, provider));
  }

  async function complete({ id }: ValidationBatch): Promise<void> {
    await store.move(id, ['running'], 'completed', { at: clock.now() });
  }

  async function outOfMoney({ id }: ValidationBatch): Promise<void> {
    const errorCode = 'validation.budget-reached';
    await store.move(id, ['running'], 'stopped', { at: clock.now(), errorCode });
  }

  /** Until the first provider may be asked again; for good when only a person can mend it. */
  async function pause(
    { id }: ValidationBatch,
    breakers: ReadonlyMap<string, BreakerState>,
  ): Promise<void> {
    const at = clock.now();
    const out = lookups
      .map(({ provider }) => ({ provider, ...(breakers.get(provider) ?? closedBreaker) }))
      .filter((state) => isLeftOut(state, at));
    const passing = out
      .filter((state) => !isLasting(state))
      .sort((a, b) => Number(a.leftOutUntil) - Number(b.leftOutUntil));
    const [first] = passing.length > 0 ? passing : out;
    if (!first?.leftOutUntil) return;
    const why = { at, errorCode: first.errorCode ?? '', errorProvider: first.provider };
    if (passing.length === 0) await store.move(id, ['running'], 'failed', why);
    else await store.move(id, ['running'], 'paused', { ...why, resumeAt: first.leftOutUntil });
  }
}
