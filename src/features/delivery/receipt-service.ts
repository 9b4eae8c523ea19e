import type { Clock } from '../../shared/clock.ts';
import type { E164 } from '../../shared/phone.ts';
import { tablePrice } from '../campaigns/index.ts';
import type { AfterEffects } from './effects-service.ts';
import { changeBy } from './outcome.ts';
import type { Receipt } from './ports.ts';
import type { Changed, DeliveryStore, Heard } from './store.ts';

export type ReceiptNeeds = {
  store: DeliveryStore;
  effects: AfterEffects;
  clock: Clock;
  realClock: Clock;
  wait: (ms: number) => Promise<void>;
};

export type ReceiptService = ReturnType<typeof createReceiptService>;

type Waiting = { heard: Heard; done: () => void; failed: (error: unknown) => void };

const quietWithinMs = 3_000;
const mostInOneWrite = 500;

/** Delivery receipts, and what an opt-out needs to know about calls under way. */
export function createReceiptService({ store, effects, clock, realClock, wait }: ReceiptNeeds) {
  const waiting: Waiting[] = [];
  let writing = false;

  /** Receipts that come while a write is under way share the next one. */
  async function write(): Promise<void> {
    if (writing) return;
    writing = true;
    try {
      while (waiting.length > 0) {
        const batch = waiting.splice(0, mostInOneWrite);
        await apply(batch);
      }
    } finally {
      writing = false;
    }
  }

  async function apply(batch: readonly Waiting[]): Promise<void> {
    try {
      await effects.after(await applyNews(batch.map(({ heard }) => heard)));
      for (const { done } of batch) done();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }

  const applyNews = (heard: readonly Heard[]): Promise<Changed[]> =>
    store.apply(heard, { now: clock.now(), realNow: realClock.now() }, (state, news) =>
      changeBy(state, news, { now: clock.now(), priceOf: tablePrice }),
    );

  return {
    applyNews,

    /**
     * Resolves once the receipt is on disk; a repeated or late one changes nothing. An unknown
     * token is ignored: it is none of ours.
     */
    receive({ token, carrierId, status, errorCode }: Receipt): Promise<void> {
      const heard: Heard = {
        by: token ? { token } : { carrierId },
        news: { kind: 'receipt', carrierId, status, errorCode },
      };
      return new Promise((done, failed) => {
        waiting.push({ heard, done, failed });
        void write();
      });
    },

    /** The person answered this message: it has arrived. Says nothing new when that was known. */
    async arrived(communicationId: string): Promise<void> {
      await applyNews([{ by: { lastOf: communicationId }, news: { kind: 'reply' } }]);
    },

    /** True as soon as no call to this number is under way; false when one still is after 3 s. */
    async waitUntilQuiet(phone: E164): Promise<boolean> {
      const until = realClock.now().getTime() + quietWithinMs;
      while (await store.isCalling(phone)) {
        if (realClock.now().getTime() >= until) return false;
        await wait(50);
      }
      return true;
    },

    cancelQueued: (phone: E164, reason: 'opted-out' | 'in-review'): Promise<number> =>
      store.cancelQueued(phone, reason, clock.now()),

    cancelFollowUps: (phone: E164): Promise<number> => store.cancelFollowUps(phone, clock.now()),

    requeueReviewed: (phone: E164): Promise<number> => store.requeueReviewed(phone),
  };
}
