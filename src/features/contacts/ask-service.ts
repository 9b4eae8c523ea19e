import type { Clock } from '../../shared/clock.ts';
import {
  afterAnswer,
  afterFailure,
  type BreakerState,
  isLeftOut,
  isOnProbation,
  type NumberLookup,
  readLookupFailure,
} from '../validation/index.ts';
import type { Asked, LookupTarget } from './validation-ports.ts';

export type AskNeeds = {
  clock: Clock;
  /** Milliseconds that only ever go forward. */
  monotonic: () => number;
  wait: (ms: number) => Promise<void>;
};

/** A provider that asks for more patience than this is failing. */
const longestWaitMs = 30_000;
const firstWaitMs = 500;

export type Asking = ReturnType<typeof createAsking>;

/** Asks one provider, no faster than it allows, until it fails too often. All settled. */
export function createAsking(lookup: NumberLookup, { clock, monotonic, wait }: AskNeeds) {
  const { perSecond, atOnce } = lookup.pace;
  let nextAt = Number.NEGATIVE_INFINITY;

  /** Waits for this call's turn. */
  async function turn(): Promise<void> {
    const at = Math.max(nextAt, monotonic());
    nextAt = at + 1_000 / perSecond;
    const pause = at - monotonic();
    if (pause > 0) await wait(pause);
  }

  return async function ask(
    targets: readonly LookupTarget[],
    before: BreakerState,
    stopping: AbortSignal,
  ): Promise<Asked & { state: BreakerState; bug: { error: unknown } | null }> {
    const answers: Asked['answers'] = [];
    const lost: Asked['lost'] = [];
    const queue = [...targets];
    let state = before;
    let bug: { error: unknown } | null = null;
    let limited = 0;

    const goesOn = () => !bug && !stopping.aborted && !isLeftOut(state, clock.now());

    async function one(target: LookupTarget): Promise<void> {
      await turn();
      if (!goesOn()) return void queue.push(target);
      try {
        const answer = await lookup.lookup(target.phone as `+${string}`, {
          lastSure: target.lastSure,
        });
        answers.push({ contactId: target.contactId, answer });
        state = isLeftOut(state, clock.now()) ? state : afterAnswer(state);
        limited = 0;
      } catch (error) {
        failed(target, error);
      }
    }

    function failed(target: LookupTarget, error: unknown): void {
      const failure = readLookupFailure(error);
      if (!failure) {
        // Nobody knows whether this one was paid: it stays marked as asked.
        bug = { error };
        return;
      }
      const { kind, code, paid, retryAfterMs } = failure;
      const lasting = kind === 'refused' || kind === 'used-up';
      state = afterFailure(state, { code, lasting }, clock.now());
      if (paid) lost.push({ contactId: target.contactId, errorCode: code });
      else queue.push(target);
      if (kind !== 'limited') return;
      const pause = retryAfterMs ?? firstWaitMs * 2 ** limited;
      limited += 1;
      nextAt = Math.max(nextAt, monotonic() + Math.min(pause, longestWaitMs));
    }

    async function worker(): Promise<void> {
      for (let target = queue.shift(); target; target = goesOn() ? queue.shift() : undefined) {
        await one(target);
      }
    }

    if (isOnProbation(state, clock.now())) {
      const first = queue.shift();
      if (first) await one(first);
    }
    if (goesOn()) {
      await Promise.all(Array.from({ length: Math.min(atOnce, queue.length) }, worker));
    }
    return { answers, lost, unasked: queue.map(({ contactId }) => contactId), state, bug };
  };
}
