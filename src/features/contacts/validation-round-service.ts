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
import { type AskNeeds, createAsking } from './ask-service.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { ValidationBatch } from './validation-batch.ts';
import type { LookupTarget, ValidationStore } from './validation-ports.ts';

/** A number in its turn: what is known grows from provider to provider. */
type Turn = {
  target: LookupTarget;
  evidence: Evidence[];
  /** Providers with a recent answer. */
  answeredBy: Set<string>;
  /** Why a provider that could change the verdict was not asked. */
  missing: 'left-out' | 'money' | null;
};

export type RoundOutcome = {
  /** Numbers whose turn ended; the others wait for a provider, or for money. */
  ended: number;
  isOutOfMoney: boolean;
};

type RoundAt = {
  /** Of all rounds of the batch: what one learns of a provider, the next ones know. */
  breakers: Map<string, BreakerState>;
  /** An answer from before is bought again. */
  since: Date;
  stopping: AbortSignal;
  /** Something broke: told before the provider turns to the next round. */
  leave: () => void;
};

/** A provider, and whoever waits for it: it works on one round at a time, up to the written answers. */
type Desk = {
  lookup: NumberLookup;
  ask: ReturnType<typeof createAsking>;
  inTurn: ReturnType<typeof oneAtATime>;
};

/** Asks for some numbers, from provider to provider, and ends their turn. */
export function createValidationRound({
  store,
  lookups,
  ...outside
}: AskNeeds & { store: ValidationStore; lookups: readonly NumberLookup[] }) {
  const { clock } = outside;
  const desks = lookups.map(
    (lookup): Desk => ({ lookup, ask: createAsking(lookup, outside), inTurn: oneAtATime() }),
  );

  return async function round(
    batch: ValidationBatch,
    targets: readonly LookupTarget[],
    at: RoundAt,
  ): Promise<RoundOutcome> {
    const turns = targets.map((target) => turnOf(target, at.since));
    // From the cheapest to the dearest, each only for those about whom its word could matter.
    for (const desk of desks) {
      const wanting = turns.filter((turn) => isWanting(turn, desk.lookup));
      if (wanting.length === 0) continue;
      await desk.inTurn(() =>
        askOne(batch, desk, wanting, at).catch((error: unknown) => {
          at.leave();
          throw error;
        }),
      );
    }
    const over = turns.filter((turn) => isOver(turn, at.stopping));
    const results = over.map((turn) => ({
      contactId: turn.target.contactId,
      settled: isSettled(turn),
    }));
    if (results.length > 0) await store.conclude(batch, results, clock.now());
    return { ended: over.length, isOutOfMoney: turns.some(({ missing }) => missing === 'money') };
  };

  async function askOne(
    batch: ValidationBatch,
    { lookup, ask }: Desk,
    wanting: readonly Turn[],
    { breakers, stopping }: RoundAt,
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
    if (stopping.aborted || isLeftOut(state, clock.now())) return lacks(byId.keys(), 'left-out');
    const at = clock.now();
    const claimed = new Set(await store.claim(batch, provider, [...byId.keys()], { price, at }));
    lacks(
      [...byId.keys()].filter((id) => !claimed.has(id)),
      'money',
    );
    const mine = wanting.map(({ target }) => target).filter((one) => claimed.has(one.contactId));
    const asked = await ask(mine, state, stopping);
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

  /** With a provider that is away, what the others said is enough; whoever has to leave comes back. */
  function isOver({ missing, answeredBy }: Turn, stopping: AbortSignal): boolean {
    if (missing === 'left-out') return answeredBy.size > 0 && !stopping.aborted;
    return missing === null;
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
