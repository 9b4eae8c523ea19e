import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Decimal } from '../../shared/money.ts';
import type { TeamService } from '../team/index.ts';
import type { AfterEffects } from './effects-service.ts';
import type { Carrier, CarrierMessage } from './ports.ts';
import { codesWith } from './reaction-to.ts';
import type { ReceiptService } from './receipt-service.ts';
import { reconcileSpan, traceOf } from './reconcile.ts';
import type { DeliveryStore, Heard, OpenAttempt, UnconfirmedMessage } from './store.ts';

export type WatchNeeds = {
  store: DeliveryStore;
  carrier: Carrier;
  receipts: Pick<ReceiptService, 'applyNews'>;
  effects: Pick<AfterEffects, 'after' | 'doubleSend' | 'suppress'>;
  warnLate: (campaignId: string, overdue: number) => Promise<void>;
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
const priceAfterMs = 5 * minute;
/** Longer than any carrier takes to name its price, or to say what became of a message. */
const askForMs = 7 * 24 * 60 * minute;
const pageSize = 200;

/** Codes after which nobody may be written to again. */
const suppressingCodes = codesWith(({ contact }) => contact === 'suppress');

export type WatchService = ReturnType<typeof createWatchService>;

/** Finds out what became of calls that nobody knows the end of. Never sends anything by itself. */
export function createWatchService(needs: WatchNeeds) {
  const { store, carrier, receipts, effects, team, clock, realClock } = needs;
  const ago = (ms: number): Date => new Date(realClock.now().getTime() - ms);

  async function lookFor(attempt: OpenAttempt): Promise<void> {
    const messages = await carrier.list({ to: attempt.phone, ...reconcileSpan(attempt) });
    const linked = await store.linked(messages.map(({ carrierId }) => carrierId));
    const found = traceOf(attempt, messages, linked, await store.rivals(attempt));
    if (found.kind === 'none') return;
    const seen = found.kind === 'one' ? [found.message] : found.messages;
    const [first] = seen;
    if (first) await learn([receiptOf(attempt, first)]);
    if (seen.length > 1) await effects.doubleSend(attempt);
  }

  async function learn(heard: readonly Heard[]): Promise<number> {
    const changed = await receipts.applyNews(heard);
    await effects.after(changed);
    return changed.length;
  }

  async function ask(attempt: OpenAttempt): Promise<CarrierMessage | null> {
    return attempt.carrierId ? carrier.fetch(attempt.carrierId) : null;
  }

  const rounds = {
    unconfirmed: roundOf((last) => {
      const span = { after: ago(searchForMs), before: ago(5_000) };
      return store.unconfirmed({ ...span, last, limit: pageSize });
    }),
    unfinished: roundOf((last) => {
      const span = { after: ago(askForMs), before: ago(finalWithinMs) };
      return store.unfinished({ ...span, last, limit: pageSize });
    }),
    unpriced: roundOf((last) => {
      const span = { after: ago(askForMs), before: ago(priceAfterMs) };
      return store.unpriced({ ...span, last, limit: pageSize });
    }),
  };

  return {
    /** Calls without an answer for the time-out plus 30 s: unconfirmed, never queued again. */
    async giveUpSilent(): Promise<number> {
      const ids = await store.silent(ago(needs.httpTimeoutMs + 30_000), pageSize);
      const heard = ids.map((attemptId) => ({
        by: { attemptId },
        news: { kind: 'silence' as const },
      }));
      return learn(heard);
    },

    /** Asks the carrier's own list about unconfirmed attempts of the last half hour. */
    reconcile: (): Promise<number> => rounds.unconfirmed(lookFor),

    /** Accepted six hours ago and no final word: asked for by id. */
    fetchUnfinished: (): Promise<number> =>
      rounds.unfinished(async (attempt) => {
        const message = await ask(attempt);
        if (message) await learn([receiptOf(attempt, message)]);
      }),

    /** The carrier's own price replaces the table's, which can take a day to be known. */
    async correctPrices(): Promise<number> {
      const prices: { attemptId: string; price: Decimal }[] = [];
      try {
        await rounds.unpriced(async (attempt) => {
          const message = await ask(attempt);
          if (message?.price) prices.push({ attemptId: attempt.attemptId, price: message.price });
        });
      } finally {
        await store.setPrices(prices);
      }
      return prices.length;
    },

    /** Opt-outs that a carrier told us of and a crash kept from being written down. */
    async heedOptOuts(): Promise<number> {
      const left = await store.unheeded(suppressingCodes, ago(askForMs));
      for (const { phone, errorCode } of left) await effects.suppress(phone, errorCode);
      return left.length;
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
     * person was told so. Throws `delivery.not-unconfirmed`, also when it was sent again since.
     */
    async resolve(
      message: Pick<UnconfirmedMessage, 'communicationId' | 'attempt'>,
      to: 'again' | 'closed',
      by: string,
    ): Promise<{ campaignId: string | null }> {
      await team.require(by, 'approver');
      const done = await store.resolve(message, to, by, clock.now());
      if (!done) throw new Refusal('conflict', 'delivery.not-unconfirmed');
      return done;
    },
  };
}

/**
 * One page at a time, each time the next: neither what nobody ever hears of nor what fails may keep
 * the rest waiting. After the last page it begins anew.
 */
function roundOf(page: (last: OpenAttempt | null) => Promise<OpenAttempt[]>) {
  let last: OpenAttempt | null = null;
  return async (look: (attempt: OpenAttempt) => Promise<void>): Promise<number> => {
    let open = await page(last);
    if (open.length === 0 && last) open = await page(null);
    for (const attempt of open) {
      last = attempt;
      await look(attempt);
    }
    if (open.length < pageSize) last = null;
    return open.length;
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
