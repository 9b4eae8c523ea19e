import type { Clock } from '../../shared/clock.ts';
import type { E164 } from '../../shared/phone.ts';
import { pacificMidnight } from './outcome.ts';
import type { ContactEffect } from './reaction.ts';
import { senderRestMs } from './retry-after.ts';
import type { Outcome } from './status.ts';
import type { Changed, DeliveryStore } from './store.ts';

/** What other features are told. Each must be harmless when called twice. */
export type EffectNeeds = {
  store: Pick<DeliveryStore, 'holdSender' | 'slowSender'>;
  clock: Clock;
  realClock: Clock;
  contacts: {
    /** Feeds a definite carrier verdict about a number back to the contact. */
    learn(outcome: {
      phone: E164;
      effect: ContactEffect;
      errorCode: string | null;
      at: Date;
    }): Promise<void>;
    /** These numbers were reached. */
    reached(phones: readonly E164[]): Promise<void>;
  };
  campaigns: {
    pauseBySystem(id: string, reason: string): Promise<boolean>;
    killBySystem(reason: string): Promise<void>;
    warnOnce(id: string, kind: string, detail: Record<string, unknown>): Promise<void>;
  };
};

/** A message that is read was delivered, even if that was never said. */
const hasReached = (outcome: Outcome): boolean => outcome === 'delivered' || outcome === 'read';

/** Every further complaint of the carrier begins it anew. */
const slowForMs = 60_000;

export type AfterEffects = ReturnType<typeof createAfterEffects>;

/** What follows from news once it is written: none of it can undo or delay the record itself. */
export function createAfterEffects({ store, clock, realClock, contacts, campaigns }: EffectNeeds) {
  async function one({ state, change }: Changed): Promise<void> {
    if (change.doubleSend) await doubleSend(state);
    const { reaction } = change;
    if (!reaction) return;
    if (reaction.contact !== 'none') {
      await contacts.learn({
        phone: state.phone,
        effect: reaction.contact,
        errorCode: change.errorCode,
        at: clock.now(),
      });
    }
    if (reaction.campaign === 'pause' && state.campaignId) {
      await campaigns.pauseBySystem(state.campaignId, `carrier-${change.errorCode ?? 'refused'}`);
    }
    const { account } = reaction;
    if (account.do === 'pause-all')
      await campaigns.killBySystem(`carrier-${change.errorCode ?? ''}`);
    if (account.do === 'slow-sender') {
      await store.slowSender(state.senderId, new Date(realClock.now().getTime() + slowForMs));
    }
    if (account.do === 'hold-sender') {
      const until =
        account.until === 'pacific-midnight'
          ? pacificMidnight(clock.now())
          : new Date(
              clock.now().getTime() +
                senderRestMs(reaction.class, account.until.minutes, change.retryAfterMs),
            );
      await store.holdSender(state.senderId, until);
    }
  }

  /** Somebody may have got it twice: nothing more of that campaign until a person has looked. */
  async function doubleSend(attempt: { campaignId: string | null; attemptId: string }) {
    const { campaignId, attemptId } = attempt;
    if (!campaignId) return;
    await campaigns.warnOnce(campaignId, 'double-send', { attempt: attemptId });
    await campaigns.pauseBySystem(campaignId, 'double-send');
  }

  return {
    doubleSend,

    /** The carrier says that this person wants nothing any more. */
    suppress: (phone: E164, errorCode: string): Promise<void> =>
      contacts.learn({ phone, effect: 'suppress', errorCode, at: clock.now() }),

    /** One that fails does not keep the others from what follows for them; the first failure is thrown. */
    async after(changed: readonly Changed[]): Promise<void> {
      const failures: unknown[] = [];
      for (const item of changed) await one(item).catch((error: unknown) => failures.push(error));
      const reached = changed.flatMap(({ state, change }) =>
        hasReached(change.outcome) && !hasReached(state.outcome) ? [state.phone] : [],
      );
      if (reached.length > 0) await contacts.reached([...new Set(reached)]);
      if (failures.length > 0) throw failures[0];
    },

    async budgetReached(campaignId: string): Promise<void> {
      await campaigns.pauseBySystem(campaignId, 'budget');
    },
  };
}
