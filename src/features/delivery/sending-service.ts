import type { Clock } from '../../shared/clock.ts';
import { tablePrice, worstCost } from '../campaigns/index.ts';
import type { AfterEffects } from './effects-service.ts';
import { changeBy } from './outcome.ts';
import { permit } from './permit.ts';
import type { CallAnswer, Carrier } from './ports.ts';
import type { Changed, DeliveryStore, Heard, Ticket } from './store.ts';

export type SendingNeeds = {
  store: DeliveryStore;
  carrier: Carrier;
  effects: AfterEffects;
  clock: Clock;
  realClock: Clock;
  /** Milliseconds on a clock that never jumps. */
  monotonic: () => number;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Calls to the carrier that may be under way at once in this process. */
  slots?: number;
  onError: (error: unknown) => void;
};

/** A ticket that is older than this is not used: what it was granted on may not be true any more. */
const ticketLivesMs = 2_000;
const idleMs = 250;

export type SendingService = ReturnType<typeof createSendingService>;

/**
 * The loop that sends: permit for as many rows as there are free slots, call at once, record.
 * Any number of processes may run it beside each other; each can be killed at any point.
 */
export function createSendingService(needs: SendingNeeds) {
  const { store, carrier, effects, clock, realClock, monotonic, onError } = needs;
  const slots = needs.slots ?? 100;
  let underWay = 0;
  let answered: Heard[] = [];
  let recording: Promise<void> | null = null;

  /** Asks for permits once and starts the calls. Resolves when the calls have been started. */
  async function tick(): Promise<{ started: number; seen: number; senderFreeAt: Date | null }> {
    const free = slots - underWay;
    if (free <= 0) return { started: 0, seen: 0, senderFreeAt: null };
    const asked = monotonic();
    const result = await store.permit(
      { limit: free, now: clock.now(), realNow: realClock.now() },
      (rows, facts) => permit(rows, { ...facts, priceOf: worstCost }),
    );
    for (const campaignId of result.broke) await effects.budgetReached(campaignId);
    if (monotonic() - asked > ticketLivesMs) {
      await store.release(result.tickets.map(({ attemptId }) => attemptId));
      return { started: 0, seen: result.seen, senderFreeAt: result.senderFreeAt };
    }
    for (const ticket of result.tickets) start(ticket, asked);
    return { started: result.tickets.length, seen: result.seen, senderFreeAt: result.senderFreeAt };
  }

  function start(ticket: Ticket, asked: number): void {
    underWay += 1;
    void call(ticket, asked)
      .catch(onError)
      .finally(() => {
        underWay -= 1;
      });
  }

  async function call(ticket: Ticket, asked: number): Promise<void> {
    const left = Math.floor((ticket.until.getTime() - clock.now().getTime()) / 1000);
    if (monotonic() - asked > ticketLivesMs || left < 1) {
      await store.release([ticket.attemptId]);
      return;
    }
    const answer: CallAnswer = await carrier.send({
      channel: ticket.channel,
      to: ticket.phone,
      body: ticket.text,
      callbackToken: ticket.token,
      validForSeconds: left,
    });
    answered.push({ by: { attemptId: ticket.attemptId }, news: { kind: 'answer', answer } });
    await flush();
  }

  /** Answers that came while the last ones were being written go together in the next write. */
  function flush(): Promise<void> {
    recording ??= (async () => {
      try {
        while (answered.length > 0) {
          const batch = answered;
          answered = [];
          const changed = await record(batch).catch((error: unknown) => {
            answered = [...batch, ...answered];
            throw error;
          });
          await effects.after(changed).catch(onError);
        }
      } finally {
        recording = null;
      }
    })();
    return recording;
  }

  /** An answer that cannot be written now is kept; if the process dies with it, its attempt is looked up. */
  const record = (batch: readonly Heard[]): Promise<Changed[]> =>
    store.apply(batch, { now: clock.now(), realNow: realClock.now() }, (state, news) =>
      changeBy(state, news, { now: clock.now(), priceOf: tablePrice }),
    );

  return {
    tick,

    underWay: () => underWay,

    /** Runs until `stopping`; then waits for the calls under way, and records them. */
    async run(stopping: AbortSignal): Promise<void> {
      while (!stopping.aborted) {
        try {
          if (answered.length > 0) await flush();
          // A permit costs about the same for one row as for many: it waits for half the slots.
          if (underWay > slots / 2) {
            await needs.wait(5, stopping);
            continue;
          }
          const { started, seen, senderFreeAt } = await tick();
          if (started === 0 || seen === 0) await needs.wait(pause(senderFreeAt), stopping);
        } catch (error) {
          onError(error);
          await needs.wait(1_000, stopping);
        }
      }
      while (underWay > 0) await needs.wait(10, neverStops);
      await flush();
    },
  };

  function pause(senderFreeAt: Date | null): number {
    if (!senderFreeAt) return idleMs;
    return Math.min(idleMs, Math.max(5, senderFreeAt.getTime() - realClock.now().getTime()));
  }
}

const neverStops = new AbortController().signal;
