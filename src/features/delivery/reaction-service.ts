import type { Clock } from '../../shared/clock.ts';
import { type Tally, type Trip, tripOf } from './breaker.ts';
import { codesWith } from './reaction-to.ts';

export type BreakerStore = {
  /** Every running campaign with what its last finished attempts say, since it was last resumed. */
  tallies(): Promise<Tally[]>;
};

export type ReactionNeeds = {
  store: BreakerStore;
  campaigns: {
    /** True for the one caller that paused it. */
    pauseBySystem(id: string, reason: string, detail: Record<string, unknown>): Promise<boolean>;
  };
  contacts: { markUnreachable(codes: readonly string[], since: Date): Promise<number> };
  realClock: Clock;
};

/** What did not reach a person this time; see `ContactEffect`. */
const softCodes = codesWith(({ contact }) => contact === 'soft-failure');
/** Longer than a restart takes: whom a crash kept from being marked is found the next time. */
const softWithinMs = 2 * 3600_000;

export type ReactionService = ReturnType<typeof createReactionService>;

/**
 * What follows from many answers of carriers taken together. Counted from what is written, apart
 * from the writing: it delays nothing, loses nothing to a crash, and may run anywhere at once.
 */
export function createReactionService({ store, campaigns, contacts, realClock }: ReactionNeeds) {
  return {
    /** Pump: pauses campaigns that carriers or people complain about; which, and why. */
    async checkBreakers(): Promise<(Trip & { campaignId: string })[]> {
      const tripped: (Trip & { campaignId: string })[] = [];
      for (const tally of await store.tallies()) {
        const trip = tripOf(tally);
        if (!trip) continue;
        const { campaignId } = tally;
        const { rule, n, of } = trip;
        if (await campaigns.pauseBySystem(campaignId, `breaker-${rule}`, { n, of })) {
          tripped.push({ campaignId, ...trip });
        }
      }
      return tripped;
    },

    /** Pump: people whose phone three campaigns in a row did not reach. */
    markUnreachable: (): Promise<number> =>
      contacts.markUnreachable(softCodes, new Date(realClock.now().getTime() - softWithinMs)),
  };
}
