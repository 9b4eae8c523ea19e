import { Refusal } from '../../shared/errors.ts';
import type { JobRun } from '../../shared/jobs.ts';
import {
  type BreakerState,
  closedBreaker,
  type Evidence,
  evidenceOfSends,
  isLeftOut,
  isWorthAsking,
  type LookupAnswer,
  type NumberLookup,
  offlineEvidence,
} from '../validation/index.ts';
import { type Asking, type AskNeeds, createAsking } from './ask-service.ts';
import type { ValidationBatch } from './validation-batch.ts';
import type { LookupTarget, ValidationStore } from './validation-ports.ts';

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

/** A number in its turn: what is known grows from provider to provider. */
type Turn = {
  target: LookupTarget;
  evidence: Evidence[];
  /** Providers with a recent answer. */
  answeredBy: Set<string>;
  /** Why a provider that could change the verdict was not asked. */
  missing: 'left-out' | 'money' | null;
};

const lastingCodes: readonly (string | null)[] = [
  'validation.provider-refused',
  'validation.provider-used-up',
];
/** Our key or our quota: only a person can mend that. */
export const isLasting = ({ errorCode }: BreakerState): boolean => lastingCodes.includes(errorCode);

/** The rounds of one batch; the caller holds it. */
export function createValidationRun({ store, lookups, size, freshSince, ...outside }: RunNeeds) {
  const { clock } = outside;
  const askings = new Map<NumberLookup, Asking>(
    lookups.map((lookup) => [lookup, createAsking(lookup, outside)]),
  );

  /** Until the batch is at its end, paused, or stopped by somebody. */
  return async function rounds(
    batchId: string,
    run: JobRun,
    onRound: OnRound | undefined,
  ): Promise<void> {
    let after: string | null = null;
    let ended = 0;
    for (;;) {
      const batch = await store.get(batchId);
      if (batch?.status !== 'running') return;
      if (run.stopping.aborted) throw new Refusal('unavailable', 'validation.batch-busy');
      const breakers = new Map(await store.breakers());
      if (lookups.every(({ provider }) => leftOut(breakers, provider))) {
        return pause(batch, breakers);
      }
      const limit = Math.min(size, batch.total - batch.checked);
      const since = freshSince(batch.createdAt);
      const targets: LookupTarget[] =
        limit > 0 ? await store.next(batch, { after, freshSince: since, limit }) : [];
      if (targets.length === 0) {
        if (after === null || limit === 0) return complete(batch);
        // A lap in which nobody had an end: they wait for a provider that is left out.
        if (ended === 0 && lookups.some(({ provider }) => leftOut(breakers, provider))) {
          return pause(batch, breakers);
        }
        after = null;
        ended = 0;
        continue;
      }
      after = targets.at(-1)?.contactId ?? null;
      const turns = await askAround(batch, targets, { breakers, since, run });
      const over = turns.filter(({ missing, answeredBy }) =>
        missing === null ? true : missing === 'left-out' && answeredBy.size > 0,
      );
      const results = over.map((turn) => ({
        contactId: turn.target.contactId,
        settled: isSettled(turn),
      }));
      if (results.length > 0) await store.conclude(batch, results, clock.now());
      ended += over.length;
      await onRound?.((await store.get(batchId)) ?? batch);
      await run.touch();
      if (turns.some(({ missing }) => missing === 'money')) return outOfMoney(batch);
    }
  };

  function leftOut(breakers: ReadonlyMap<string, BreakerState>, provider: string): boolean {
    return isLeftOut(breakers.get(provider) ?? closedBreaker, clock.now());
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

  /** From the cheapest to the dearest, each only for those about whom its word could matter. */
  async function askAround(
    batch: ValidationBatch,
    targets: readonly LookupTarget[],
    at: { breakers: Map<string, BreakerState>; since: Date; run: JobRun },
  ): Promise<Turn[]> {
    const turns = targets.map((target) => turnOf(target, at.since));
    for (const [lookup, ask] of askings) {
      const wanting = turns.filter((turn) => isWanting(turn, lookup));
      if (wanting.length > 0) await askOne(batch, { lookup, ask, wanting, ...at });
    }
    return turns;
  }

  async function askOne(
    batch: ValidationBatch,
    {
      lookup,
      ask,
      wanting,
      breakers,
      run,
    }: {
      lookup: NumberLookup;
      ask: Asking;
      wanting: readonly Turn[];
      breakers: Map<string, BreakerState>;
      run: JobRun;
    },
  ): Promise<void> {
    const { provider, price } = lookup;
    const state = breakers.get(provider) ?? closedBreaker;
    const byId = new Map(wanting.map((turn) => [turn.target.contactId, turn]));
    const lacks = (ids: Iterable<string>, why: 'left-out' | 'money') => {
      for (const id of ids) {
        const turn = byId.get(id);
        if (turn) turn.missing = why;
      }
    };
    if (isLeftOut(state, clock.now())) return lacks(byId.keys(), 'left-out');
    const at = clock.now();
    const claimed = new Set(await store.claim(batch, provider, [...byId.keys()], { price, at }));
    lacks(
      [...byId.keys()].filter((id) => !claimed.has(id)),
      'money',
    );
    const mine = wanting.map(({ target }) => target).filter((one) => claimed.has(one.contactId));
    const asked = await ask(mine, state, run.stopping);
    await store.record(batch, provider, asked, { price, at: clock.now() });
    if (asked.state !== state) {
      breakers.set(provider, asked.state);
      await store.saveBreaker(provider, asked.state, clock.now());
    }
    for (const { contactId, answer } of asked.answers) {
      learn(byId.get(contactId), evidenceOf(provider, answer, clock.now()));
    }
    lacks(asked.unasked, 'left-out');
    if (asked.bug) throw asked.bug.error;
  }

  function turnOf(target: LookupTarget, since: Date): Turn {
    const { phone, answers, sends, unreachableSince } = target;
    const overtaken = (word: Evidence) => unreachableSince !== null && word.at <= unreachableSince;
    const words = [...answers, ...evidenceOfSends(sends)].filter((word) => !overtaken(word));
    const fresh = answers.filter((answer) => answer.at > since && !overtaken(answer));
    return {
      target,
      evidence: [offlineEvidence(phone, clock.now()), ...words],
      answeredBy: new Set(fresh.map(({ provider }) => provider)),
      missing: null,
    };
  }

  function couldMatter({ answeredBy, evidence }: Turn, lookup: NumberLookup): boolean {
    return !answeredBy.has(lookup.provider) && isWorthAsking(lookup, evidence, clock.now());
  }

  function isWanting(turn: Turn, lookup: NumberLookup): boolean {
    return !turn.target.askedOf.includes(lookup.provider) && couldMatter(turn, lookup);
  }

  /** Nobody who has not answered could change what is believed. */
  function isSettled(turn: Turn): boolean {
    return !lookups.some((lookup) => couldMatter(turn, lookup));
  }
}

function learn(turn: Turn | undefined, word: Evidence): void {
  turn?.evidence.push(word);
  turn?.answeredBy.add(word.provider);
}

const evidenceOf = (provider: string, answer: LookupAnswer, at: Date): Evidence => ({
  provider,
  at,
  valid: answer.valid,
  active: answer.active,
  lineType: answer.lineType,
  carrier: answer.carrier,
});
