import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contactStore } from '../../../src/adapters/db/contact-store.ts';
import { validationStore } from '../../../src/adapters/db/contact-validation-store.ts';
import type { Database } from '../../../src/adapters/db/database.ts';
import type { ValidationService } from '../../../src/features/contacts/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { aDay, calmRun } from '../../support/imports.ts';
import { fails, mobile, pretender, validationDesk } from '../../support/validations.ts';

let fresh: FreshDatabase;
let db: Database;
let desk: ReturnType<typeof validationDesk>;
beforeEach(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  desk = validationDesk(db, aDay);
  await db.pool.query(
    `insert into phone_contacts (phone, state, area_code, consent_date)
     select '+1203555' || lpad(n::text, 4, '0'), 'CT', '203', '2025-03-10' from generate_series(1, 120) n`,
  );
});
afterEach(() => fresh.close());

const { cost: mobileCost } = mobile;
const minute = 60_000;
const day = 24 * 60 * minute;
const numverify = { name: 'numverify', price: '0.003' };
const neustar = { name: 'neustar', price: '0.02' };

const count = async (where: string): Promise<number> => {
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from phone_contacts where ${where}`,
  );
  return rows[0]?.n ?? -1;
};
const confirmed = async (service: ValidationService, maxCost = '0.96') =>
  (await service.confirm({}, { maxCost }, 'U1')).id;
/** Everything that was paid or may have been, from the rows themselves. */
const paid = async (): Promise<string> => {
  const { rows } = await db.pool.query<{ sum: string }>(
    'select coalesce(sum(validation_cost), 0) as sum from phone_validations',
  );
  return Number(rows[0]?.sum).toFixed(3);
};

describe('a batch of lookups', () => {
  it('is agreed to with its number and its highest cost, for every provider', async () => {
    const service = desk.service([pretender().lookup, pretender(undefined, numverify).lookup]);
    const plan = await service.plan({ states: ['CT'] });
    expect(plan).toMatchObject({ matching: 120, count: 120, simulated: true });
    expect(plan.maxCost.toFixed(2)).toBe('1.32');
    expect(
      plan.byProvider.map((each) => [each.provider, each.count, each.maxCost.toFixed(2)]),
    ).toEqual([
      ['numverify', 120, '0.36'],
      ['twilio', 120, '0.96'],
    ]);
    await expect(service.confirm({}, { maxCost: '1.31' }, 'U1')).rejects.toMatchObject({
      code: 'validation.plan-changed',
    });
    await expect(service.confirm({ states: ['TX'] }, { maxCost: '1' }, 'U1')).rejects.toMatchObject(
      { code: 'validation.nothing-to-check' },
    );
    expect(await service.plan({ states: ['TX'] })).toMatchObject({ matching: 0, count: 0 });
  });

  it('asks for everybody once and writes what it learned', async () => {
    const { asked, lookup } = pretender((phone) => {
      if (phone.endsWith('7')) return { lineType: 'landline', carrier: null };
      return phone.endsWith('13') ? { valid: false, lineType: null } : {};
    });
    const service = desk.service([lookup]);
    const id = await confirmed(service);
    const seen: number[] = [];
    const report = await service.run(id, calmRun(), ({ checked }) => void seen.push(checked));
    expect(new Set(asked).size).toBe(120);
    expect(asked).toHaveLength(120);
    expect(report).toMatchObject({
      valid: 118,
      invalid: 2,
      unknown: 0,
      byLineType: { landline: 12, mobile: 106 },
      byProvider: [{ provider: 'twilio', answered: 120, unanswered: 0 }],
    });
    expect(report.batch).toMatchObject({ status: 'completed', checked: 120, unsettled: 0 });
    expect(report.batch.spent.toFixed(3)).toBe('0.960');
    expect(await paid()).toBe('0.960');
    expect(seen.at(-1)).toBe(120);
    expect(await count(`line_type = 'landline'`)).toBe(12);
    expect(await count('dead and not is_active')).toBe(2);
    expect(await count(`line_type = 'mobile' and carrier = 'T-Mobile' and is_validated`)).toBe(106);
    expect((await service.plan({})).count).toBe(0);
  });

  it('asks the cheap one first, and a dearer one only where its word could change the verdict', async () => {
    const cheap = pretender(
      (phone) => (phone.endsWith('7') ? { lineType: 'landline' } : {}),
      numverify,
    );
    const middle = pretender();
    const dear = pretender(undefined, neustar);
    const service = desk.service([dear.lookup, middle.lookup, cheap.lookup]);
    const id = await confirmed(service, '10');
    const report = await service.run(id, calmRun());
    expect([cheap.asked.length, middle.asked.length, dear.asked.length]).toEqual([120, 120, 12]);
    expect(dear.asked.every((phone) => phone.endsWith('7'))).toBe(true);
    expect(report.torn).toBe(12);
    expect(report.byLineType).toEqual({ mobile: 120 });
    expect(report.batch.spent.toFixed(2)).toBe('1.56');
    const { rows } = await db.pool.query(
      `select validation_result from phone_contacts where phone = '+12035550007'`,
    );
    expect(rows[0].validation_result).toMatchObject({
      lineType: { value: 'mobile', confidence: 0.72 },
      disagreements: [
        { question: 'lineType', says: [{ value: 'mobile' }, { providers: ['numverify'] }] },
      ],
    });
  });

  it('does not buy again what was answered within ninety days', async () => {
    const cheap = pretender(undefined, numverify);
    const first = desk.service([cheap.lookup]);
    await first.run(await confirmed(first), calmRun());
    desk.pass(10 * day);
    await db.pool.query('update phone_contacts set validated_at = null');
    const both = desk.service([cheap.lookup, pretender().lookup]);
    expect((await both.plan({})).byProvider.map(({ count: n }) => n)).toEqual([0, 120]);
    await both.run(await confirmed(both), calmRun());
    expect(cheap.asked).toHaveLength(120);
    desk.pass(91 * day);
    expect((await both.plan({})).byProvider.map(({ count: n }) => n)).toEqual([120, 120]);
  });

  it('pays for no number twice when the process dies between question and answer', async () => {
    const first = pretender();
    const store = validationStore(db);
    let rounds = 0;
    const dying = desk.service([first.lookup], {
      store: {
        ...store,
        record: async (...args) => {
          rounds += 1;
          if (rounds === 3) throw new Error('killed');
          await store.record(...args);
        },
      },
    });
    const id = await confirmed(dying);
    await expect(dying.run(id, calmRun())).rejects.toThrow('killed');
    const second = pretender();
    const { batch, unknown, valid } = await desk.service([second.lookup]).run(id, calmRun());
    const all = [...first.asked, ...second.asked];
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(120);
    expect(batch).toMatchObject({ status: 'completed', checked: 120, unsettled: 25 });
    expect([valid, unknown]).toEqual([95, 25]);
    expect(batch.spent.toFixed(2)).toBe('0.96');
    // Those whom nobody answered are offered again, to be agreed to anew.
    expect((await desk.service([second.lookup]).plan({})).count).toBe(25);
  });

  it('never spends more than was agreed to', async () => {
    const { asked, lookup } = pretender(() => ({ cost: mobileCost.times(2) }));
    const service = desk.service([lookup]);
    const { batch } = await service.run(await confirmed(service), calmRun());
    expect(batch).toMatchObject({ status: 'stopped', errorCode: 'validation.budget-reached' });
    expect(batch.spent.lte('1.16')).toBe(true);
    expect(asked.length).toBeLessThan(80);
    expect((await service.plan({})).count).toBe(120 - batch.checked);
  });

  it('is one at a time: the second person is told, and pays nothing', async () => {
    const { asked, lookup } = pretender();
    const service = desk.service([lookup]);
    const both = await Promise.allSettled([
      service.confirm({}, { maxCost: '0.96' }, 'U1'),
      service.confirm({}, { maxCost: '0.96' }, 'U2'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { code: 'validation.already-running', values: { done: 0, total: 120 } },
    });
    const id = (await service.current())?.id ?? '';
    await service.run(id, calmRun());
    expect(asked).toHaveLength(120);
    expect(await service.current()).toBeNull();
  });

  it('answers the click that began it, once more, with what it began', async () => {
    const { asked, lookup } = pretender();
    const service = desk.service([lookup]);
    const filter = { search: '203', activity: 'active', states: ['CT'] } as const;
    const click = () => service.confirm({ ...filter, states: ['CT'] }, { maxCost: '0.96' }, 'U1');
    const [one, two] = await Promise.all([click(), click()]);
    expect([two.id, (await click()).id]).toEqual([one.id, one.id]);
    await expect(service.confirm({}, { maxCost: '0.96' }, 'U1')).rejects.toThrow(Refusal);
    const cheaper = service.confirm({ ...filter, states: ['CT'] }, { maxCost: '0.10' }, 'U1');
    await expect(cheaper).rejects.toThrow(Refusal);
    await service.run(one.id, calmRun());
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('says to whoever stopped their own check that it was they', async () => {
    const service = desk.service([pretender().lookup]);
    const own = await service.stop(await confirmed(service), 'U1');
    expect(own.errorCode).toBe('validation.stopped-by-you');
    const other = await service.stop(await confirmed(service), 'U2');
    expect(other.errorCode).toBe('validation.stopped');
  });

  it('is worked on by one at a time', async () => {
    const { asked, lookup } = pretender();
    const service = desk.service([lookup]);
    const id = await confirmed(service);
    const both = await Promise.allSettled([service.run(id, calmRun()), service.run(id, calmRun())]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(asked).toHaveLength(120);
  });

  it('is taken up again when its job was given up, and left alone while somebody is at work', async () => {
    const { lookup } = pretender();
    const service = desk.service([lookup]);
    const id = await confirmed(service);
    desk.enqueued.length = 0;
    await service.run(id, calmRun(), async () => {
      await service.resumeIdle();
    });
    expect(desk.enqueued).toEqual([]);
    await db.pool.query(`update validation_batches set status = 'running'`);
    await service.resumeIdle();
    expect(desk.enqueued).toHaveLength(1);
  });

  it('stops when somebody says so', async () => {
    const { asked, lookup } = pretender();
    const service = desk.service([lookup]);
    const id = await confirmed(service);
    const report = await service.run(
      id,
      calmRun(),
      async () => void (await service.stop(id, 'U2')),
    );
    expect(report.batch.status).toBe('stopped');
    // The round that was told of, and the one that was being asked by then.
    expect(asked).toHaveLength(50);
    expect(report.byProvider).toMatchObject([{ answered: 50, unanswered: 0 }]);
  });

  it('asks no dearer provider any more when it is stopped between the two', async () => {
    const dear = pretender();
    const cheap = pretender((_, nth) => {
      if (nth !== 10) return {};
      return service.stop(id, 'U2').then(() => ({}));
    }, numverify);
    const service = desk.service([cheap.lookup, dear.lookup]);
    const id = await confirmed(service, '10');
    const report = await service.run(id, calmRun());
    expect(report.batch).toMatchObject({ status: 'stopped', errorCode: 'validation.stopped' });
    expect(cheap.asked).toHaveLength(25);
    expect(dear.asked).toEqual([]);
    expect(report.batch.spent.toFixed(3)).toBe('0.075');
  });

  it('voids the consent of a number that has another owner', async () => {
    await db.pool.query(
      `insert into consent_events (phone, kind, basis, channels, source, evidence, given_at, recorded_at, recorded_by)
       select phone, 'grant', 'documented', '{sms}', 'import', '{}', '2025-03-10', '2025-03-10', 'U1' from phone_contacts`,
    );
    await db.pool.query(`update phone_contacts set consent_sms = 'documented'`);
    const { lookup } = pretender((phone) => (phone.endsWith('01') ? { reassigned: true } : {}));
    const service = desk.service([lookup]);
    await service.run(await confirmed(service), calmRun());
    expect(await count(`consent_sms = 'revoked'`)).toBe(2);
    expect(await count(`consent_sms = 'documented'`)).toBe(118);
  });
});

describe('when a provider fails in the middle of a batch', () => {
  it('leaves it out after five failures in a row, and goes on with the others', async () => {
    const cheap = pretender(undefined, numverify);
    const away = pretender((_, nth) => (nth > 10 ? fails('away') : {}), { atOnce: 1 });
    const service = desk.service([cheap.lookup, away.lookup]);
    const id = await confirmed(service, '10');
    const report = await service.run(id, calmRun());
    expect(cheap.asked).toHaveLength(120);
    expect(away.asked).toHaveLength(15);
    expect(report.batch).toMatchObject({ status: 'completed', checked: 120, unsettled: 110 });
    expect(report.byProvider).toMatchObject([
      { provider: 'numverify', answered: 120 },
      { provider: 'twilio', answered: 10, unanswered: 5 },
    ]);
    // Five questions may be charged; the rest was never asked.
    expect(report.batch.spent.toFixed(3)).toBe((120 * 0.003 + 15 * 0.008).toFixed(3));
    expect(await paid()).toBe(report.batch.spent.toFixed(3));
    desk.pass(3 * minute);
    const plan = await service.plan({});
    expect(plan.byProvider.map(({ count: n }) => n)).toEqual([0, 110]);
  });

  it('is paused while nobody answers, and goes on by itself without asking twice', async () => {
    const first = pretender((_, nth) => (nth > 60 ? fails('away') : {}), { atOnce: 1 });
    const service = desk.service([first.lookup]);
    const id = await confirmed(service);
    const { batch } = await service.run(id, calmRun());
    expect(batch).toMatchObject({
      status: 'paused',
      errorCode: 'validation.provider-unavailable',
      errorProvider: 'twilio',
    });
    expect(batch.resumeAt).toEqual(new Date(aDay.getTime() + 2 * minute));
    desk.enqueued.length = 0;
    await service.wake();
    expect(desk.enqueued).toEqual([]);
    desk.pass(2 * minute);
    await service.wake();
    expect(desk.enqueued).toHaveLength(1);
    const back = pretender();
    const report = await desk.service([back.lookup]).run(id, calmRun());
    expect(report.batch).toMatchObject({ status: 'completed', checked: 120, unsettled: 5 });
    const all = [...first.asked, ...back.asked];
    expect(new Set(all).size).toBe(all.length);
    expect(report).toMatchObject({ valid: 115, unknown: 5 });
  });

  it('asks one question first when its time is over, and waits longer when that fails', async () => {
    const away = pretender(() => fails('away', 'no'), { atOnce: 5 });
    const service = desk.service([away.lookup]);
    const id = await confirmed(service);
    await service.run(id, calmRun());
    const before = away.asked.length;
    desk.pass(2 * minute);
    await service.wake();
    const { batch } = await service.run(id, calmRun());
    expect(away.asked.length).toBe(before + 1);
    expect(Number(batch.resumeAt) - aDay.getTime()).toBe(6 * minute);
    expect(batch.spent.isZero()).toBe(true);
    expect(await paid()).toBe('0.000');
  });

  it('slows down when asked to, and loses no number', async () => {
    let refused = 0;
    const { asked, lookup } = pretender(
      (_, nth) => {
        if (nth % 10 !== 0) return {};
        refused += 1;
        return fails('limited', 'no');
      },
      { atOnce: 1 },
    );
    const service = desk.service([lookup]);
    const report = await service.run(await confirmed(service), calmRun());
    expect(refused).toBeGreaterThan(5);
    expect(asked.length).toBe(120 + refused);
    expect(report).toMatchObject({ valid: 120, batch: { status: 'completed', unsettled: 0 } });
    expect(report.batch.spent.toFixed(2)).toBe('0.96');
  });

  it.each(['refused', 'used-up'] as const)(
    'goes on with the others when one has %s us',
    async (kind) => {
      const cheap = pretender(undefined, numverify);
      const gone = pretender((_, nth) => (nth > 30 ? fails(kind, 'no') : {}), { atOnce: 1 });
      const service = desk.service([cheap.lookup, gone.lookup]);
      const report = await service.run(await confirmed(service, '10'), calmRun());
      expect(gone.asked).toHaveLength(31);
      expect(report.batch).toMatchObject({ status: 'completed', checked: 120, unsettled: 90 });
      expect(report.batch.spent.toFixed(3)).toBe((120 * 0.003 + 30 * 0.008).toFixed(3));
    },
  );

  it('fails when everybody refuses us; a new start asks once whether the key is mended', async () => {
    const gone = pretender((_, nth) => (nth > 30 ? fails('refused', 'no') : {}), { atOnce: 1 });
    const service = desk.service([gone.lookup]);
    const { batch } = await service.run(await confirmed(service), calmRun());
    expect(batch).toMatchObject({
      status: 'failed',
      errorCode: 'validation.provider-refused',
      errorProvider: 'twilio',
      checked: 30,
    });
    const mended = pretender();
    const again = desk.service([mended.lookup]);
    const report = await again.run(await confirmed(again), calmRun());
    expect(report.batch).toMatchObject({ status: 'completed', checked: 90 });
    expect(new Set([...gone.asked.slice(0, 30), ...mended.asked]).size).toBe(120);
  });

  it('keeps what is known of a number that only one of them answered', async () => {
    const cheap = pretender(() => fails('nonsense'), { ...numverify, atOnce: 1 });
    const good = pretender();
    const service = desk.service([cheap.lookup, good.lookup]);
    const report = await service.run(await confirmed(service, '10'), calmRun());
    expect(cheap.asked).toHaveLength(5);
    expect(report).toMatchObject({ valid: 120, unknown: 0, batch: { unsettled: 0 } });
  });
});

describe('our own messages', () => {
  const learn = (outcomes: [string, 'delivered' | 'dead' | 'not-sms-capable'][]) =>
    contactStore(db).recordOutcomes(
      outcomes.map(([phone, kind]) => ({ phone, outcome: { kind, errorCode: '30005' } })),
      aDay,
    );
  const standing = async (phone: string) => {
    const { rows } = await db.pool.query(
      `select dead, is_active, line_type, validation_result from phone_contacts where phone = $1`,
      [phone],
    );
    return rows[0];
  };

  it('change the verdict, and no provider talks it away', async () => {
    const service = desk.service([pretender(() => ({ active: true })).lookup]);
    await service.run(await confirmed(service), calmRun());
    await learn([
      ['+12035550001', 'dead'],
      ['+12035550002', 'not-sms-capable'],
      ['+12035550003', 'delivered'],
    ]);
    expect(await standing('+12035550001')).toMatchObject({ dead: true, is_active: false });
    expect(await standing('+12035550001')).toMatchObject({
      validation_result: { valid: { value: false }, disagreements: expect.any(Array) },
    });
    expect(await standing('+12035550002')).toMatchObject({ dead: false, line_type: 'landline' });
    expect(await standing('+12035550003')).toMatchObject({
      validation_result: { active: { value: true } },
    });
    desk.pass(200 * day);
    await db.pool.query('update phone_contacts set validated_at = null');
    await service.run(await confirmed(service), calmRun());
    expect(await standing('+12035550001')).toMatchObject({ dead: true });
    expect(await standing('+12035550002')).toMatchObject({ line_type: 'landline' });
  });

  it('measure how right each provider was', async () => {
    const landlines = pretender(
      (phone) => (phone.endsWith('2') ? { lineType: 'landline' } : {}),
      numverify,
    );
    const service = desk.service([landlines.lookup, pretender().lookup]);
    await service.run(await confirmed(service, '10'), calmRun());
    desk.pass(minute);
    const store = contactStore(db);
    const at = new Date(aDay.getTime() + 2 * minute);
    await store.recordOutcomes(
      [
        { phone: '+12035550001', outcome: { kind: 'delivered' } },
        { phone: '+12035550012', outcome: { kind: 'not-sms-capable', errorCode: '30006' } },
        { phone: '+12035550022', outcome: { kind: 'delivered' } },
        { phone: '+12035550003', outcome: { kind: 'dead', errorCode: '30005' } },
      ],
      at,
    );
    const tested = await validationStore(db).tested();
    const of = (provider: string) =>
      tested
        .filter((one) => one.provider === provider)
        .map(({ outcome, lineType, count: n }) => `${outcome} ${lineType} ${n}`)
        .sort();
    expect(of('numverify')).toEqual([
      'dead mobile 1',
      'delivered landline 1',
      'delivered mobile 1',
      'no-sms landline 1',
    ]);
    expect(of('twilio')).toEqual(['dead mobile 1', 'delivered mobile 2', 'no-sms mobile 1']);
  });

  it('stand on the card of a contact beside every answer, with its age', async () => {
    const service = desk.service([pretender(undefined, numverify).lookup, pretender().lookup]);
    await service.run(await confirmed(service, '10'), calmRun());
    await learn([['+12035550001', 'delivered']]);
    desk.pass(100 * day);
    const { rows } = await db.pool.query(
      `select id from phone_contacts where phone = '+12035550001'`,
    );
    const known = await service.validationsOf(rows[0].id);
    expect(known.answers).toMatchObject([
      { provider: 'numverify', lineType: 'mobile', ageDays: 100, isFresh: false },
      { provider: 'twilio', lineType: 'mobile', ageDays: 100, isFresh: false },
      { provider: 'offline', valid: true, ageDays: 0, isFresh: true },
    ]);
    expect(known.sends.deliveredAt).toEqual(aDay);
    expect(known.verdict.lineType).toMatchObject({ value: 'mobile' });
    await expect(
      service.validationsOf('7b2c9f0e-1111-4222-8333-444455556666'),
    ).rejects.toMatchObject({ code: 'contacts.unknown' });
  });
});

describe('the nightly check', () => {
  const night = { night: '2026-11-25', monthStart: new Date('2026-11-01T04:00:00Z') };
  async function oldAnswers() {
    const service = desk.service([pretender().lookup]);
    await service.run(await confirmed(service), calmRun());
    desk.pass(91 * day);
    return service;
  }
  const setBudget = (dollars: string) =>
    validationStore(db).setBudget(mobileCost.times(0).plus(dollars), 'U9', aDay);

  it('is off until an admin gives it a budget', async () => {
    const service = await oldAnswers();
    expect(await service.nightly(night)).toBeNull();
    const { rows } = await db.pool.query('select monthly_budget from validation_settings');
    expect(Number(rows[0].monthly_budget)).toBe(0);
  });

  it('renews what is old, once a night, and within the budget of the month', async () => {
    const service = await oldAnswers();
    await setBudget('0.50');
    const batch = await service.nightly({ ...night, monthStart: new Date('2027-02-01') });
    expect(batch).toMatchObject({ kind: 'nightly', total: 62, createdBy: 'U9' });
    const report = await service.run(batch?.id ?? '', calmRun());
    expect(report.batch).toMatchObject({ status: 'completed', checked: 62 });
    expect(report.batch.spent.toFixed(3)).toBe('0.496');
    expect(await service.nightly({ ...night, monthStart: new Date('2027-02-01') })).toBeNull();
    const next = { night: '2026-11-26', monthStart: new Date('2027-02-01') };
    expect(await service.nightly(next)).toBeNull();
    expect(await service.nightly({ ...next, monthStart: new Date('2027-03-01') })).toMatchObject({
      total: 58,
    });
  });

  it('waits while somebody else checks numbers', async () => {
    const service = await oldAnswers();
    await setBudget('5');
    await confirmed(service);
    expect(await service.nightly(night)).toBeNull();
  });
});
