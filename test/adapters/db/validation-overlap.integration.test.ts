import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validationStore } from '../../../src/adapters/db/contact-validation-store.ts';
import type { Database } from '../../../src/adapters/db/database.ts';
import type { ValidationService } from '../../../src/features/contacts/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { aDay, calmRun } from '../../support/imports.ts';
import { type Pretender, pretender, validationDesk } from '../../support/validations.ts';

const people = 120;
const size = 25;

let fresh: FreshDatabase;
let db: Database;
let desk: ReturnType<typeof validationDesk>;
/** Opened at the end, so that a test that fails leaves nobody waiting. */
const gates: (() => void)[] = [];
beforeEach(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  desk = validationDesk(db, aDay);
  await db.pool.query(
    `insert into phone_contacts (phone, state, area_code)
     select '+1203555' || lpad(n::text, 4, '0'), 'CT', '203' from generate_series(1, $1) n`,
    [people],
  );
});
afterEach(async () => {
  for (const open of gates.splice(0)) open();
  await fresh.close();
});

/** A provider whose answers wait until somebody lets them go. */
function slow(name: string, price: string) {
  let open = () => {};
  const gate = new Promise<void>((done) => {
    open = done;
  });
  gates.push(open);
  let atOnce = 0;
  let most = 0;
  const provider = pretender(
    async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await gate;
      atOnce -= 1;
      return {};
    },
    { name, price, atOnce: size },
  );
  return { ...provider, open: () => open(), mostAtOnce: () => most };
}
const numverify = { name: 'numverify', price: '0.003' };

const agreed = async (service: ValidationService) =>
  (await service.confirm({}, { maxCost: '10' }, 'U1')).id;
const askedTwice = ({ asked }: Pick<Pretender, 'asked'>) => asked.length - new Set(asked).size;

/** Rows of questions, by provider: how many, and how many of them nobody answered. */
async function questions(): Promise<Record<string, [asked: number, unanswered: number]>> {
  const { rows } = await db.pool.query<{ provider: string; n: number; open: number }>(
    `select provider, count(*)::int as n, (count(*) filter (where answered_at is null))::int as open
       from phone_validations where provider <> 'offline' group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ provider, n, open }) => [provider, [n, open]]));
}
async function paid(): Promise<string> {
  const { rows } = await db.pool.query<{ sum: string }>(
    'select coalesce(sum(validation_cost), 0) as sum from phone_validations',
  );
  return Number(rows[0]?.sum).toFixed(3);
}

describe('rounds under way beside each other', () => {
  it('let each provider work on a round of its own, and never on two', async () => {
    const dear = slow('twilio', '0.008');
    const cheap = pretender(undefined, numverify);
    const service = desk.service([cheap.lookup, dear.lookup], { size });
    const id = await agreed(service);
    const told: number[] = [];
    const end = service.run(id, calmRun(), ({ checked }) => void told.push(checked));
    // Three rounds: one with the dear one, two that the cheap one has done meanwhile.
    await expect.poll(async () => (await questions()).numverify).toEqual([3 * size, 0]);
    await expect.poll(() => dear.asked.length).toBe(size);
    expect(await questions()).toEqual({ numverify: [3 * size, 0], twilio: [size, size] });
    dear.open();
    const report = await end;
    expect(report).toMatchObject({ valid: people, batch: { status: 'completed', unsettled: 0 } });
    expect([cheap.asked.length, dear.asked.length]).toEqual([people, people]);
    expect(dear.mostAtOnce()).toBe(size);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told).toHaveLength(5);
  });

  it('stop together: nobody is asked after that, and what was asked is written', async () => {
    const dear = slow('twilio', '0.008');
    const cheap = slow(numverify.name, numverify.price);
    const service = desk.service([cheap.lookup, dear.lookup], { size });
    const id = await agreed(service);
    const end = service.run(id, calmRun());
    await expect.poll(() => cheap.asked.length).toBe(size);
    cheap.open();
    await expect.poll(() => dear.asked.length).toBe(size);
    await expect.poll(async () => (await questions()).numverify).toEqual([3 * size, 0]);
    await service.stop(id, 'U2');
    dear.open();
    const { batch } = await end;
    expect(batch).toMatchObject({ status: 'stopped', errorCode: 'validation.stopped' });
    expect(await questions()).toEqual({ numverify: [3 * size, 0], twilio: [size, 0] });
    expect(batch.checked).toBe(size);
    expect(await paid()).toBe(batch.spent.toFixed(3));
    expect((await service.plan({})).count).toBe(people - size);
  });

  it('end together when the money does, and never pass it', async () => {
    const dear = pretender();
    const cheap = pretender(undefined, numverify);
    const service = desk.service([cheap.lookup, dear.lookup], { size });
    const id = await agreed(service);
    // Two rounds and a part of the third, whoever is the quicker one.
    await db.pool.query('update validation_batches set max_cost = 0.6');
    const { batch } = await service.run(id, calmRun());
    expect(batch).toMatchObject({ status: 'stopped', errorCode: 'validation.budget-reached' });
    expect(batch.spent.lte('0.6')).toBe(true);
    expect(batch.spent.gt('0.55')).toBe(true);
    expect(await paid()).toBe(batch.spent.toFixed(3));
    expect(Object.values(await questions()).map(([, open]) => open)).toEqual([0, 0]);
    expect((await service.plan({})).count).toBe(people - batch.checked);
    // What the cheap one said of the others is not bought again.
    const id2 = await agreed(service);
    const second = await service.run(id2, calmRun());
    expect(second.batch).toMatchObject({ status: 'completed', checked: people - batch.checked });
    expect([askedTwice(cheap), askedTwice(dear)]).toEqual([0, 0]);
    expect([cheap.asked.length, dear.asked.length]).toEqual([people, people]);
  });

  it('ask nobody twice after a crash, and lose one round of each provider at most', async () => {
    const dear = slow('twilio', '0.008');
    const cheap = pretender(undefined, numverify);
    const store = validationStore(db);
    let isDead = false;
    let written = 0;
    const dying = desk.service([cheap.lookup, dear.lookup], {
      size,
      store: {
        ...store,
        record: async (batch, provider, asked, options) => {
          written += 1;
          if (provider === 'numverify' && written > 1) {
            await expect.poll(async () => (await questions()).twilio).toBeTruthy();
            isDead = true;
          }
          if (isDead) throw new Error('killed');
          await store.record(batch, provider, asked, options);
        },
        conclude: async (...args) => {
          if (isDead) throw new Error('killed');
          await store.conclude(...args);
        },
      },
    });
    const id = await agreed(dying);
    const end = dying.run(id, calmRun());
    await expect.poll(() => isDead).toBe(true);
    dear.open();
    await expect(end).rejects.toThrow('killed');
    const before = await questions();
    expect(before.twilio).toEqual([size, size]);
    expect(before.numverify?.[1]).toBe(size);

    const back = pretender();
    const service = desk.service([cheap.lookup, back.lookup], { size });
    const { batch } = await service.run(id, calmRun());
    expect(batch).toMatchObject({ status: 'completed', checked: people });
    expect(askedTwice(cheap)).toBe(0);
    expect(askedTwice({ asked: [...dear.asked, ...back.asked] })).toBe(0);
    expect((await questions()).numverify).toEqual([people, size]);
    expect((await questions()).twilio).toEqual([people, size]);
    expect(batch.spent.toFixed(3)).toBe((people * 0.011).toFixed(3));
    expect(await paid()).toBe(batch.spent.toFixed(3));
  });

  it('leave together when the process is to end: no turn ends for that, and all goes on', async () => {
    const leaving = new AbortController();
    const cheap = pretender(undefined, numverify);
    const dear = pretender((_, nth) => {
      if (nth === 30) leaving.abort();
      return {};
    });
    const service = desk.service([cheap.lookup, dear.lookup], { size });
    const id = await agreed(service);
    const run = { ...calmRun(), stopping: leaving.signal };
    await expect(service.run(id, run)).rejects.toMatchObject({ code: 'validation.batch-busy' });
    expect(await service.get(id)).toMatchObject({ status: 'running', unsettled: 0 });
    const { batch } = await service.run(id, calmRun());
    expect(batch).toMatchObject({ status: 'completed', checked: people, unsettled: 0 });
    expect([askedTwice(cheap), askedTwice(dear)]).toEqual([0, 0]);
    expect(batch.spent.toFixed(3)).toBe((people * 0.011).toFixed(3));
  });
});
