import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { validationStore } from '../../../src/adapters/db/contact-validation-store.ts';
import type { Database } from '../../../src/adapters/db/database.ts';
import {
  createValidationService,
  type ValidationStore,
} from '../../../src/features/contacts/index.ts';
import type { LookupAnswer, NumberLookup } from '../../../src/features/validation/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { Decimal } from '../../../src/shared/money.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { aDay, calmRun } from '../../support/imports.ts';

let fresh: FreshDatabase;
let db: Database;
beforeEach(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  await db.pool.query(
    `insert into phone_contacts (phone, state, area_code)
     select '+1203555' || lpad(n::text, 4, '0'), 'CT', '203' from generate_series(1, 120) n`,
  );
});
afterEach(() => fresh.close());

const price = new Decimal('0.008');
const mobile: LookupAnswer = {
  valid: true,
  lineType: 'mobile',
  carrier: 'T-Mobile',
  countryCode: 'US',
  cost: price,
  raw: { ok: true },
};

/** A provider that writes down who was asked. */
function provider(answer: (phone: string, nth: number) => LookupAnswer | Error = () => mobile) {
  const asked: string[] = [];
  const lookup: NumberLookup = {
    provider: 'twilio',
    simulated: true,
    price,
    async lookup(phone) {
      const given = answer(phone, asked.push(phone));
      if (given instanceof Error) throw given;
      return given;
    },
  };
  return { asked, lookup };
}

const service = (lookup: NumberLookup, store: ValidationStore = validationStore(db), now = aDay) =>
  createValidationService({
    store,
    lookup,
    jobs: { enqueue: async () => {} },
    clock: { now: () => now },
    atOnce: 25,
  });

const count = async (where: string): Promise<number> => {
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from phone_contacts where ${where}`,
  );
  return rows[0]?.n ?? -1;
};

describe('a batch of lookups', () => {
  it('is agreed to with its number and its highest cost', async () => {
    const validations = service(provider().lookup);
    const plan = await validations.plan({ states: ['CT'] });
    expect([plan.count, plan.maxCost.toFixed(2), plan.simulated]).toEqual([120, '0.96', true]);
    await expect(validations.confirm({}, { maxCost: '0.95' }, 'U1')).rejects.toMatchObject({
      code: 'validation.plan-changed',
    });
    await expect(
      validations.confirm({ states: ['TX'] }, { maxCost: '1' }, 'U1'),
    ).rejects.toMatchObject({ code: 'validation.nothing-to-check' });
  });

  it('asks for everybody once and writes what it learned', async () => {
    const { asked, lookup } = provider((phone): LookupAnswer => {
      if (phone.endsWith('7')) return { ...mobile, lineType: 'landline', carrier: null };
      if (phone.endsWith('13'))
        return { ...mobile, valid: false, lineType: null, cost: new Decimal(0) };
      return mobile;
    });
    const validations = service(lookup);
    const { id } = await validations.confirm({}, { maxCost: '0.96' }, 'U1');
    const seen: number[] = [];
    const report = await validations.run(id, calmRun(), (done) => void seen.push(done));
    expect(new Set(asked).size).toBe(120);
    expect(asked).toHaveLength(120);
    expect(report).toMatchObject({
      valid: 118,
      invalid: 2,
      byLineType: { landline: 12, mobile: 106 },
    });
    expect(report.batch).toMatchObject({ status: 'completed', checked: 120 });
    expect(report.batch.spent.toFixed(3)).toBe('0.944');
    expect(seen.at(-1)).toBe(120);
    expect(await count(`line_type = 'landline'`)).toBe(12);
    expect(await count('dead and not is_active')).toBe(2);
    expect(await count(`line_type = 'mobile' and carrier = 'T-Mobile' and is_validated`)).toBe(106);
    expect((await validations.plan({})).count).toBe(0);
  });

  it('pays for no number twice when the process dies between question and answer', async () => {
    const first = provider();
    const store = validationStore(db);
    let rounds = 0;
    const dying = service(first.lookup, {
      ...store,
      answer: async (...args) => {
        rounds += 1;
        if (rounds === 3) throw new Error('killed');
        await store.answer(...args);
      },
    });
    const { id } = await dying.confirm({}, { maxCost: '0.96' }, 'U1');
    await expect(dying.run(id, calmRun())).rejects.toThrow('killed');
    const second = provider();
    const { batch } = await service(second.lookup).run(id, calmRun());
    const all = [...first.asked, ...second.asked];
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(120);
    expect(batch).toMatchObject({ status: 'completed', checked: 95 });
    expect(batch.spent.toFixed(2)).toBe('0.96');
  });

  it('never spends more than was agreed to', async () => {
    const { asked, lookup } = provider(() => ({ ...mobile, cost: price.times(2) }));
    const validations = service(lookup);
    const { id } = await validations.confirm({}, { maxCost: '0.96' }, 'U1');
    const { batch } = await validations.run(id, calmRun());
    expect(batch).toMatchObject({ status: 'stopped', errorCode: 'validation.budget-reached' });
    expect(batch.spent.lte('1.16')).toBe(true);
    expect(asked.length).toBeLessThan(80);
  });

  it('goes on later when the provider is away, and asks the unanswered again', async () => {
    const away = new Refusal('unavailable', 'validation.provider-unavailable');
    const { asked, lookup } = provider((_, nth) => (nth > 60 ? away : mobile));
    const { id } = await service(lookup).confirm({}, { maxCost: '0.96' }, 'U1');
    await expect(service(lookup).run(id, calmRun())).rejects.toMatchObject({ kind: 'unavailable' });
    expect((await service(lookup).get(id)).spent.toFixed(2)).toBe('0.48');
    const back = provider();
    const { batch } = await service(back.lookup).run(id, calmRun());
    expect(batch).toMatchObject({ status: 'completed', checked: 120 });
    expect(new Set([...asked.slice(0, 60), ...back.asked]).size).toBe(120);
    expect(back.asked).toHaveLength(60);
  });

  it('fails when the provider refuses us, and keeps what was answered', async () => {
    const refused = new Refusal('forbidden', 'validation.provider-refused');
    const { lookup } = provider((_, nth) => (nth > 30 ? refused : mobile));
    const { id } = await service(lookup).confirm({}, { maxCost: '0.96' }, 'U1');
    await expect(service(lookup).run(id, calmRun())).rejects.toBe(refused);
    expect(await service(lookup).get(id)).toMatchObject({
      status: 'failed',
      errorCode: 'validation.provider-refused',
      checked: 30,
    });
  });

  it('stops when somebody says so', async () => {
    const { asked, lookup } = provider();
    const validations = service(lookup);
    const { id } = await validations.confirm({}, { maxCost: '0.96' }, 'U1');
    const report = await validations.run(
      id,
      calmRun(),
      async () => void (await validations.stop(id, 'U2')),
    );
    expect(report.batch.status).toBe('stopped');
    expect(asked).toHaveLength(25);
  });

  it('is worked on by one at a time', async () => {
    const { asked, lookup } = provider();
    const validations = service(lookup);
    const { id } = await validations.confirm({}, { maxCost: '0.96' }, 'U1');
    const both = await Promise.allSettled([
      validations.run(id, calmRun()),
      validations.run(id, calmRun()),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(asked).toHaveLength(120);
  });

  it('asks again for what is older than ninety days', async () => {
    const { lookup } = provider();
    const { id } = await service(lookup).confirm({}, { maxCost: '0.96' }, 'U1');
    await service(lookup).run(id, calmRun());
    const months = new Date(aDay.getTime() + 91 * 24 * 3600_000);
    expect((await service(lookup, validationStore(db), months).plan({})).count).toBe(120);
  });
});
