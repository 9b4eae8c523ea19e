import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCampaignStore } from '../../../src/adapters/db/campaign-store.ts';
import { consentStore } from '../../../src/adapters/db/consent-store.ts';
import { contactStore } from '../../../src/adapters/db/contact-store.ts';
import { conversationStore } from '../../../src/adapters/db/conversation-store.ts';
import { connect, type Database } from '../../../src/adapters/db/database.ts';
import {
  createApprovalService,
  createControlService,
  createDraftService,
} from '../../../src/features/campaigns/index.ts';
import { createConsentService } from '../../../src/features/consent/index.ts';
import { createConversationService } from '../../../src/features/conversations/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { Decimal } from '../../../src/shared/money.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  aSender,
  aWorker,
  memoryCarrier,
  phoneOf,
  somePeople,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';
import { importFile } from '../../support/imports.ts';

const people = 240;
const runsForMs = 5_000;
const template = 'Ola {{firstName}}! Fly2Any: voos para o Brasil. Responda STOP para sair.';

let fresh: FreshDatabase;
let db: Database;
beforeEach(async () => {
  fresh = await freshDatabase();
  db = connect(fresh.url, { max: 24 });
  await aSender(db, 150);
  await somePeople(db, people);
});
afterEach(async () => {
  await db.close();
  await fresh.close();
});

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

function services(clock: ReturnType<typeof stoppedClock>) {
  const store = createCampaignStore(db);
  const team = { require: async () => ({ role: 'admin' as const }) } as unknown as Parameters<
    typeof createDraftService
  >[0]['team'];
  const jobs = { enqueue: async () => {} };
  const needs = { store, team, clock, realClock: { now: () => new Date() } };
  return {
    drafts: createDraftService({ ...needs, jobs, timeZone: 'America/New_York' }),
    approvals: createApprovalService(needs),
    control: createControlService(needs),
  };
}

it('holds every promise while everybody does everything at once, and never deadlocks', async () => {
  const roll = dice(7);
  const stop = new AbortController();
  const faults: unknown[] = [];
  const ids: string[] = [];
  for (const ceiling of ['100', '100', '0.9']) {
    ids.push(await aRunningCampaign(db, { people, ceiling }));
  }

  const clock = stoppedClock();
  const quiet = new Set<string>();
  const broken: string[] = [];
  const { carrier, got, tokens } = memoryCarrier({
    takesMs: 3,
    fate: (_, { to }) => {
      if (quiet.has(to)) broken.push(to);
      const n = roll(20);
      if (n === 0) return 'unknown';
      return n === 1 ? 'lost-answer' : n === 2 ? 'refused' : 'accepted';
    },
  });
  const workers = [1, 2, 3].map(() => aWorker(db, carrier, clock, { slots: 12 }));
  const [worker] = workers;
  if (!worker) throw new Error('no worker');
  const { drafts, approvals, control } = services(clock);
  const contacts = contactStore(db);
  const conversations = createConversationService({
    store: conversationStore(db),
    consent: createConsentService({ store: consentStore(db) }),
    isStopped: async () => false,
    delivery: worker.receipts,
    onTrouble: (error) => faults.push(error),
  });

  const again = async (work: () => Promise<unknown>) => {
    while (!stop.signal.aborted) {
      await work().catch((error: unknown) => {
        if (!(error instanceof Refusal)) faults.push(error);
      });
      await delay(5);
    }
  };
  const anyone = () => phoneOf(roll(people));
  const campaign = () => ids[roll(ids.length)] ?? '';
  let texts = 0;
  const say = (from: string, body: string) =>
    conversations.receive({
      carrierId: `IN${texts++}`,
      channel: 'sms',
      from,
      to: '+18005550100',
      body,
      optOutType: null,
      at: new Date(tuesday.getTime() + texts),
    });
  const statuses = ['sent', 'delivered', 'failed', 'read'] as const;

  const everybody = [
    ...workers.map(({ sending }) => sending.run(stop.signal)),
    again(async () => {
      const phone = anyone();
      if (quiet.has(phone)) {
        quiet.delete(phone);
        await say(phone, 'START');
      } else {
        await say(phone, roll(2) === 0 ? 'STOP' : 'PARE');
        quiet.add(phone);
      }
    }),
    again(() => say(anyone(), roll(2) === 0 ? 'Quanto custa?' : 'nao sei, talvez cancelar depois')),
    again(async () => {
      const { rows } = await db.pool.query<{ id: string }>(
        `select id from phone_communications where direction = 'inbound' and label = 'unclear' limit 20`,
      );
      for (const { id } of rows) await conversations.keepAs('UMARCUS', id, clock.now());
    }),
    ...[1, 2].map(() =>
      again(async () => {
        const heard = Array.from({ length: 12 }, () => got[roll(got.length || 1)]);
        await Promise.all(
          heard.flatMap((message) => {
            if (!message) return [];
            const status = statuses[roll(4)] ?? 'sent';
            const errorCode = status === 'failed' ? '30003' : null;
            const { carrierId } = message;
            const token = tokens.get(carrierId) ?? null;
            return [worker.receipts.receive({ token, carrierId, status, errorCode })];
          }),
        );
      }),
    ),
    again(() =>
      contacts.recordOutcomes(
        Array.from({ length: 40 }, () => ({ phone: anyone(), outcome: { kind: 'delivered' } })),
        tuesday,
      ),
    ),
    again(async () => {
      for (const message of got) message.price = new Decimal('0.01');
      await db.pool.query(
        `update delivery_attempts set call_started_at = call_started_at - interval '6 minutes'
          where price_source = 'table' and call_started_at > now() - interval '5 minutes'`,
      );
      await worker.watch.correctPrices();
    }),
    again(() => worker.watch.reconcile()),
    again(async () => {
      const id = campaign();
      await control.pause(id, 'UANA');
      await control.resume(id, 'UMARCUS');
    }),
    again(async () => {
      if (await control.kill('UANA')) await control.unkill('UMARCUS');
      await delay(200);
    }),
    again(async () => {
      clock.advance(60_000);
      await delay(50);
    }),
    again(() => control.advance()),
    again(async () => {
      const draft = await drafts.begin('UANA', 'Verão');
      const whole = {
        filter: { states: ['CT'] },
        template,
        budget: { total: new Decimal(5), daily: null, stopWhenReached: true },
        step: 5,
      };
      const { id, version } = await drafts.save(draft.id, draft.version, whole, 'UANA');
      await drafts.submit(id, version, 'UANA');
      await approvals.stage(id, version);
      await approvals.approve(id, version, 'UMARCUS');
      if (roll(2) === 0) await drafts.save(id, version, { template: `${template}.` }, 'UANA');
      else await control.cancel(id, 'UANA');
    }),
    again(() =>
      importFile(
        db,
        Buffer.from(
          `Nome;Telefone;Estado;Aceita SMS;Data\n${Array.from({ length: 60 }, () => `Ana Silva;${anyone()};CT;Sim;20/11/2026`).join('\n')}`,
        ),
      ),
    ),
  ];
  // Long enough, and on a machine that is busy as long as it takes until there is something to judge.
  const began = Date.now();
  while (Date.now() - began < runsForMs || (got.length <= 50 && Date.now() - began < 25_000)) {
    await delay(100);
  }
  stop.abort();
  await Promise.all(everybody);

  faults.push(...workers.flatMap(({ errors }) => errors));
  expect(faults).toEqual([]);
  expect(got.length).toBeGreaterThan(50);
  expect(broken).toEqual([]);

  const { rows: money } = await db.pool.query(
    `select b.campaign_id, b.ceiling, b.reserved, b.spent, a.*
       from campaign_budgets b cross join lateral (
         select coalesce(sum(reserved) filter (where settled_at is null), 0) as promised,
                coalesce(sum(cost) filter (where settled_at is not null), 0) as paid
           from delivery_attempts where campaign_id = b.campaign_id) a
      where (b.reserved, b.spent) is distinct from (a.promised, a.paid)
         or b.reserved + b.spent > b.ceiling`,
  );
  expect(money).toEqual([]);
  const { rows: twice } = await db.pool.query(
    `select communication_id from delivery_attempts
      where outcome in ('calling', 'accepted', 'delivered', 'read', 'unconfirmed')
      group by communication_id having count(*) > 1`,
  );
  expect(twice).toEqual([]);
  const { rows: often } = await db.pool.query(
    `select phone from delivery_attempts where outcome not in ('released', 'refused')
      group by phone having count(*) > 3`,
  );
  expect(often).toEqual([]);
  const { rows: stuck } = await db.pool.query(
    `select c.id from phone_communications c left join phone_campaigns k on k.id = c.campaign_id
      where c.status = 'queued' and k.status in ('completed', 'canceled', 'draft')
         or c.status = 'calling'`,
  );
  expect(stuck).toEqual([]);
}, 60_000);
