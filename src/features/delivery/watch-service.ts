import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Decimal } from '../../shared/money.ts';
import type { TeamService } from '../team/index.ts';
import type { AfterEffects } from './effects-service.ts';
import type { Carrier, CarrierMessage } from './ports.ts';
import type { ReceiptService } from './receipt-service.ts';
import { reconcileSpan, traceOf } from './reconcile.ts';
import type { DeliveryStore, OpenAttempt, UnconfirmedMessage } from './store.ts';

export type WatchNeeds = {
  store: DeliveryStore;
  carrier: Carrier;
  receipts: Pick<ReceiptService, 'applyNews'>;
  effects: AfterEffects;
  warnLate: (campaignId: string, overdue: number) => Promise<void>;
  warnDouble: (attempt: OpenAttempt, carrierIds: readonly string[]) => Promise<void>;
  team: Pick<TeamService, 'require'>;
  clock: Clock;
  realClock: Clock;
  /** How long a call may take before it is given up, in milliseconds. */
  httpTimeoutMs: number;
};

const minute = 60_000;
/** A message whose trace has not shown up by then will not be looked for again. */
const searchForMs = 30 * minute;
const finalWithinMs = 6 * 60 * minute;
const pageSize = 200;

export type WatchService = ReturnType<typeof createWatchService>;

/** Finds out what became of calls that nobody knows the end of. Never sends anything by itself. */
export function createWatchService(needs: WatchNeeds) {
  const { store, carrier, receipts, team, clock, realClock } = needs;
  const ago = (ms: number): Date => new Date(realClock.now().getTime() - ms);

  async function lookFor(attempt: OpenAttempt): Promise<void> {
    const messages = await carrier.list({ to: attempt.phone, ...reconcileSpan(attempt) });
    const linked = await store.linked(messages.map(({ carrierId }) => carrierId));
    const found = traceOf(attempt, messages, linked);
    if (found.kind === 'none') return;
    const seen = found.kind === 'one' ? [found.message] : found.messages;
    const [first] = seen;
    if (first) await receipts.applyNews([receiptOf(attempt, first)]);
    if (seen.length > 1) {
      await needs.warnDouble(
        attempt,
        seen.map(({ carrierId }) => carrierId),
      );
    }
  }

  async function ask(attempt: OpenAttempt): Promise<CarrierMessage | null> {
    return attempt.carrierId ? carrier.fetch(attempt.carrierId) : null;
  }

  return {
    /** Calls without an answer for the time-out plus 30 s: unconfirmed, never queued again. */
    async giveUpSilent(): Promise<number> {
      const ids = await store.silent(ago(needs.httpTimeoutMs + 30_000), pageSize);
      const heard = ids.map((attemptId) => ({
        by: { attemptId },
        news: { kind: 'silence' as const },
      }));
      return (await receipts.applyNews(heard)).length;
    },

    /** Asks the carrier's own list about unconfirmed attempts of the last half hour. */
    async reconcile(): Promise<number> {
      const open = await store.unconfirmed(
        { after: ago(searchForMs), before: ago(5_000) },
        pageSize,
      );
      for (const attempt of open) await lookFor(attempt);
      return open.length;
    },

    /** Accepted six hours ago and no final word: asked for by id. */
    async fetchUnfinished(): Promise<number> {
      const open = await store.unfinished(ago(finalWithinMs), pageSize);
      for (const attempt of open) {
        const message = await ask(attempt);
        if (message) await receipts.applyNews([receiptOf(attempt, message)]);
      }
      return open.length;
    },

    /** The carrier's own price replaces the table's, which can take a day to be known. */
    async correctPrices(olderThanMs = 5 * minute): Promise<number> {
      const open = await store.unpriced(ago(olderThanMs), pageSize);
      const prices: { attemptId: string; price: Decimal }[] = [];
      for (const attempt of open) {
        const message = await ask(attempt);
        if (message?.price) prices.push({ attemptId: attempt.attemptId, price: message.price });
      }
      await store.setPrices(prices);
      return prices.length;
    },

    async reportLate(): Promise<void> {
      for (const { campaignId, overdue } of await store.late(clock.now(), realClock.now())) {
        await needs.warnLate(campaignId, overdue);
      }
    },

    /** What waits for a person's decision, oldest first. */
    unconfirmedOf: (campaignId: string, limit: number): Promise<UnconfirmedMessage[]> =>
      store.unconfirmedOf(campaignId, limit),

    /**
     * A person decides about a message nobody knows the fate of. `again` may send it twice, and the
     * person was told so. Throws `delivery.not-unconfirmed`.
     */
    async resolve(
      communicationId: string,
      to: 'again' | 'closed',
      by: string,
    ): Promise<{ campaignId: string | null }> {
      await team.require(by, 'approver');
      const done = await store.resolve(communicationId, to, by, clock.now());
      if (!done) throw new Refusal('conflict', 'delivery.not-unconfirmed');
      return done;
    },
  };
}

const receiptOf = (attempt: OpenAttempt, message: CarrierMessage) => ({
  by: { attemptId: attempt.attemptId },
  news: {
    kind: 'receipt' as const,
    carrierId: message.carrierId,
    status: message.status,
    errorCode: message.errorCode,
  },
});
