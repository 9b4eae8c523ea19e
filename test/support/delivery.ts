import { setTimeout as delay } from 'node:timers/promises';
import type { Database } from '../../src/adapters/db/database.ts';
import { createDeliveryStore, ensureSender } from '../../src/adapters/db/delivery-store.ts';
import {
  type CallAnswer,
  type Carrier,
  type CarrierMessage,
  createAfterEffects,
  createReceiptService,
  createSendingService,
  createWatchService,
  type OutboundMessage,
} from '../../src/features/delivery/index.ts';
import { anySnapshot } from './any-snapshot.ts';

/** Tuesday, 24 November 2026, 10:05 in New York: open in every state. */
export const tuesday = new Date('2026-11-24T15:05:00Z');

/** A clock that stands still until it is moved. */
export function stoppedClock(start = tuesday) {
  let at = start;
  return {
    now: () => at,
    advance: (ms: number) => {
      at = new Date(at.getTime() + ms);
    },
  };
}

export const phoneOf = (n: number): string => `+1203555${String(n).padStart(4, '0')}`;

/** `count` people of Connecticut who agreed to texts. */
export async function somePeople(db: Database, count: number): Promise<void> {
  await db.pool.query(
    `insert into phone_contacts (phone, name, state, area_code, rule_states, zones, consent_sms)
     select '+1203555' || lpad(n::text, 4, '0'), 'Ana Silva', 'CT', '203', '{CT}', '{America/New_York}', 'documented'
       from generate_series(0, $1 - 1) n`,
    [count],
  );
}

export type ARunning = { people?: number; ceiling?: string; dailyCeiling?: string; from?: number };

/** A running, approved campaign with one queued row for each of the first people. */
export async function aRunningCampaign(
  db: Database,
  { people = 10, ceiling = '1000', dailyCeiling, from = 0 }: ARunning = {},
): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>(
    `insert into phone_campaigns (name, status, created_by, schedule_config, total_budget, starts_at)
     values ('Verão', 'running', 'U1', '{"timeZone":"America/New_York"}', $1, $2) returning id`,
    [ceiling, tuesday],
  );
  const id = rows[0]?.id ?? '';
  await db.pool.query(
    `insert into approvals (campaign_id, version, content_hash, snapshot, requested_by, requested_at,
                            editors, decision, decided_by, decided_at)
     values ($1, 0, '', $3, 'U1', $2, '{U1}', 'approved', 'U2', $2)`,
    [id, tuesday, JSON.stringify(anySnapshot)],
  );
  await db.pool.query(
    'insert into campaign_budgets (campaign_id, ceiling, daily_ceiling) values ($1, $2, $3)',
    [id, ceiling, dailyCeiling ?? null],
  );
  await db.pool.query(
    `insert into phone_communications
       (phone_contact_id, campaign_id, approval_version, type, direction, status, phone, sender_id,
        segments, message, due_at)
     select p.id, $1, 0, 'sms', 'outbound', 'queued', p.phone, 'sms', 1, 'Ola ' || p.phone, $2
       from phone_contacts p order by p.phone limit $3 offset $4`,
    [id, tuesday, people, from],
  );
  return id;
}

/** What happens to the n-th message: the carrier takes it or not, and the caller hears or not. */
export type Fate = (
  n: number,
  message: OutboundMessage,
) => CallAnswer['kind'] | 'lost-answer' | CallAnswer;

/** A carrier in memory: what it accepted is what people got. */
export function memoryCarrier({
  fate = () => 'accepted',
  takesMs = 0,
}: {
  fate?: Fate;
  takesMs?: number;
} = {}) {
  const got: CarrierMessage[] = [];
  const tokens = new Map<string, string>();
  let calls = 0;

  function accept(message: OutboundMessage): CallAnswer {
    const carrierId = `SM${got.length}`;
    tokens.set(carrierId, message.callbackToken);
    got.push({
      carrierId,
      to: message.to,
      body: message.body,
      status: 'accepted',
      errorCode: null,
      price: null,
      segments: 1,
      createdAt: new Date(),
    });
    return { kind: 'accepted', carrierId, carrierStatus: 'queued', segments: 1 };
  }

  const carrier: Carrier = {
    simulated: true,
    async send(message) {
      const answer = fate(calls++, message);
      if (takesMs > 0) await delay(takesMs);
      if (typeof answer === 'object') return answer;
      if (answer === 'accepted') return accept(message);
      if (answer === 'lost-answer') {
        accept(message);
        return { kind: 'unknown', cause: 'timeout', httpStatus: null };
      }
      if (answer === 'unknown') return { kind: 'unknown', cause: 'server-error', httpStatus: 500 };
      return { kind: 'refused', httpStatus: 400, errorCode: '21211', retryAfterMs: null };
    },
    fetch: async (carrierId) => got.find((message) => message.carrierId === carrierId) ?? null,
    list: async ({ to, after, before }) =>
      got.filter((m) => m.to === to && m.createdAt >= after && m.createdAt <= before),
  };
  return { carrier, got, tokens, calls: () => calls };
}

/** One worker with everything around it, on the given database. */
export function aWorker(
  db: Database,
  carrier: Carrier,
  clock: { now(): Date } = stoppedClock(),
  {
    slots = 16,
    realClock = { now: () => new Date() },
    team = { require: async () => Promise.reject(new Error('nobody asks here')) },
  }: {
    slots?: number;
    realClock?: { now(): Date };
    team?: Parameters<typeof createWatchService>[0]['team'];
  } = {},
) {
  const store = createDeliveryStore(db);
  const paused: string[] = [];
  const learned: { phone: string; effect: string }[] = [];
  const warned: string[] = [];
  const errors: unknown[] = [];
  const effects = createAfterEffects({
    store,
    clock,
    realClock,
    contacts: {
      learn: async ({ phone, effect }) => void learned.push({ phone, effect }),
      reached: async () => {},
    },
    campaigns: {
      pauseBySystem: async (id, reason) => {
        paused.push(reason);
        await db.pool.query(`update phone_campaigns set status = 'paused' where id = $1`, [id]);
        return true;
      },
      killBySystem: async (reason) => void paused.push(reason),
      warnOnce: async (_, kind) => void warned.push(kind),
    },
  });
  const receipts = createReceiptService({
    store,
    effects,
    clock,
    realClock,
    wait: (ms) => delay(ms),
  });
  const sending = createSendingService({
    store,
    carrier,
    effects,
    clock,
    realClock,
    monotonic: () => performance.now(),
    wait: (ms, signal) => delay(ms, undefined, { signal }).catch(() => {}),
    slots,
    onError: (error) => errors.push(error),
  });
  const watch = createWatchService({
    store,
    carrier,
    receipts,
    effects,
    warnLate: async (id) => void warned.push(`late ${id}`),
    team,
    clock,
    realClock,
    httpTimeoutMs: 10_000,
  });
  return { store, sending, receipts, watch, effects, paused, learned, warned, errors };
}

export const aSender = (db: Database, perSecond = 10_000, dayLimit: number | null = null) =>
  ensureSender(db, { id: 'sms', channel: 'sms', perSecond, dayLimit });

/** Runs workers until nothing is queued or being called any more. */
export async function sendAll(
  db: Database,
  workers: readonly ReturnType<typeof aWorker>[],
  timeoutMs = 15_000,
): Promise<void> {
  const stop = new AbortController();
  const running = workers.map(({ sending }) => sending.run(stop.signal));
  const until = Date.now() + timeoutMs;
  while (await anyOpen(db)) {
    if (Date.now() > until) break;
    await delay(20);
  }
  stop.abort();
  await Promise.all(running);
}

async function anyOpen(db: Database): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    `select 1 from phone_communications c join phone_campaigns k on k.id = c.campaign_id
      where k.status = 'running' and c.status in ('queued', 'calling') limit 1`,
  );
  return (rowCount ?? 0) > 0;
}

/** How many rows stand in each status. */
export async function statusCounts(db: Database): Promise<Record<string, number>> {
  const { rows } = await db.pool.query<{ status: string; n: number }>(
    'select status, count(*)::int as n from phone_communications group by status',
  );
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
}
