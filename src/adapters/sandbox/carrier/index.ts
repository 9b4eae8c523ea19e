import type { Router } from 'express';
import { realClock as computerClock } from '../../../shared/clock.ts';
import { carrierApi } from './api.ts';
import { type CarrierStats, createCarrierLog } from './carrier-log.ts';
import { type SandboxCarrierOptions, usualPace } from './carrier-options.ts';
import { createMessages } from './create-message.ts';
import type { Faults } from './faults.ts';
import { createInbound } from './inbound.ts';
import { createLife } from './life.ts';
import { chance, type Odds, usualOdds } from './odds.ts';
import { createPauses } from './pace.ts';
import { answerTo, carrierKeyword } from './people.ts';
import { createPhones } from './phones.ts';
import { type CarrierRecord, isFinalStatus } from './record.ts';
import { createWebhookCaller } from './webhook-caller.ts';

export type { CarrierStats } from './carrier-log.ts';
export {
  type Contacts,
  instantPace,
  type OptOutHandling,
  type Pace,
  type SandboxCarrierOptions,
  usualPace,
} from './carrier-options.ts';
export type { CallbackFault, CreateFault, Faults, LookupFault } from './faults.ts';
export { fileJournal, type Journal } from './journal.ts';
export { calmOdds, lineOf, type Odds, usualOdds } from './odds.ts';
export type { CarrierRecord } from './record.ts';

export type SandboxCarrier = {
  /** Twilio's API; mount it where TWILIO_API_URL points. Asks for the account's credentials. */
  router: Router;
  phones: ReturnType<typeof createPhones>;
  /** Everything ever accepted, oldest first: what sent messages and duplicates are counted against. */
  log(): CarrierRecord[];
  stats(): CarrierStats;
  /** Questions about numbers that each provider was asked. */
  lookups(): Readonly<Record<string, number>>;
  setFaults(faults: Faults): void;
  /** Reads the journal and goes on where a restart left off. Call once, when the app can be reached. */
  start(): Promise<void>;
  /** Stops all that is on its way; what was accepted is kept. */
  close(): Promise<void>;
};

/** A pretend Twilio: the same HTTP API, deliveries by seeded odds, people who answer. */
export function createSandboxCarrier(options: SandboxCarrierOptions): SandboxCarrier {
  const odds: Odds = { ...usualOdds, ...options.odds };
  const pace = { ...usualPace, ...options.pace };
  const seed = options.seed ?? 'fly2any';
  const from = options.from ?? '+18605550100';
  const realClock = options.realClock ?? computerClock;
  const clock = options.clock ?? realClock;
  const { accountSid, authToken } = options;
  const warn = (details: object) => options.log?.warn(details, 'sandbox carrier: webhook failed');
  let faults = options.faults ?? {};
  /** Questions so far, by provider. */
  const lookups = new Map<string, number>();

  const log = createCarrierLog({
    journal: options.journal ?? null,
    onChange: throttled(options.onChange ?? (() => {})),
    onTrouble: (error) => warn({ error: String(error) }),
  });
  const pauses = createPauses();
  const caller = createWebhookCaller({
    authToken,
    onTrouble: warn,
    ...(options.callbacksAtOnce ? { atOnce: options.callbacksAtOnce } : {}),
    ...(options.retryDelaysMs ? { retryDelaysMs: options.retryDelaysMs } : {}),
  });
  const inbound = createInbound({
    log,
    caller,
    accountSid,
    inboundUrl: options.inboundUrl,
    from,
    handling: options.optOutHandling ?? 'none',
    realClock,
    clock,
  });
  const { run } = createLife({
    log,
    caller,
    pauses,
    pace,
    odds,
    seed,
    accountSid,
    from,
    queuedCallbacks: options.queuedCallbacks ?? true,
    realClock,
    faults: () => faults,
    onDelivered: (record) => void letAnswer(record),
  });

  /** A person who opted out has nothing more to say. */
  async function letAnswer(record: CarrierRecord): Promise<void> {
    const thread = log.thread(record.to);
    const nth = thread.filter(({ direction }) => direction === 'outbound-api').length;
    const text = answerTo(odds, { seed, phone: record.to, body: record.body, nth });
    const gone = thread.some((one) => one.direction === 'inbound' && isGoodbye(one.body));
    if (text === null || gone) return;
    await pauses.pause(pace.reply, record.sid, 'reply');
    await inbound.receive(record.to, text);
  }

  const router = carrierApi({
    accountSid,
    authToken,
    seed,
    odds,
    log,
    fault: (provider, phone) => {
      const n = (lookups.get(provider) ?? 0) + 1;
      lookups.set(provider, n);
      return faults.onLookup?.(n, { provider, phone }) ?? 'ok';
    },
    create: createMessages({
      accountSid,
      log,
      realClock,
      clock,
      faults: () => faults,
      isBlocked: (phone) =>
        inbound.isBlocked(phone) || chance(seed, 'blocked', phone) < odds.blocked,
      run,
    }),
  });

  return {
    router,
    phones: createPhones({ log, contacts: options.contacts ?? null, receive: inbound.receive }),
    log: log.all,
    stats: log.stats,
    lookups: () => Object.fromEntries(lookups),
    setFaults: (next) => {
      faults = next;
    },
    async start() {
      const records = await log.load();
      inbound.restore(records);
      for (const record of records) {
        const done = isFinalStatus(record.status) && record.price !== null;
        if (record.direction === 'outbound-api' && !done) void run(record);
      }
    },
    async close() {
      pauses.close();
      caller.close();
      await log.flush();
    },
  };
}

const isGoodbye = (text: string): boolean =>
  carrierKeyword(text) === 'STOP' || /\b(pare|sair|lista|remove|stop)\b/i.test(text);

function throttled(work: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      work();
    }, 100).unref();
  };
}
