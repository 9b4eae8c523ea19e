import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leadScoreStore } from '../../../src/adapters/db/lead-score-store.ts';
import {
  explainScore,
  readWeights,
  type ScoreFacts,
  scoreDefaults,
  scoreFactors,
} from '../../../src/features/contacts/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { phoneOf, somePeople } from '../../support/delivery.ts';

const now = new Date('2026-11-24T15:05:00Z');
const next = new Date('2026-11-25T08:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const days = fc.constantFrom(0.5, 6.9, 7, 7.1, 29, 30, 31, 89, 90, 91, 300);
const people = fc.record({
  erased: fc.boolean(),
  optedOut: fc.boolean(),
  doNotCall: fc.boolean(),
  dead: fc.boolean(),
  open: fc.constantFrom(true, true, true, false),
  sms: fc.constantFrom('none', 'refused', 'revoked', 'unattested', 'asserted', 'documented'),
  whatsapp: fc.constantFrom('none', 'refused', 'asserted', 'documented'),
  lineType: fc.constantFrom(null, 'mobile', 'landline'),
  created: days,
  texts: fc.array(
    fc.record({
      ago: days,
      label: fc.constantFrom('reply', 'opt_in', 'unclear', 'opt_out', 'help'),
    }),
    { maxLength: 3 },
  ),
  delivered: fc.array(fc.record({ ago: days, purpose: fc.constantFrom('marketing', 'reply') }), {
    maxLength: 5,
  }),
  bought: fc.array(days, { maxLength: 3 }),
});
type Somebody = ReturnType<(typeof people)['generate']>['value'];
const weights = fc.record(
  Object.fromEntries(scoreFactors.map((factor) => [factor, fc.integer({ min: -100, max: 100 })])),
);

/** The facts from what was made up, counted here and not in SQL. */
function factsOf(p: Somebody): ScoreFacts {
  const answers = p.texts
    .filter(({ label }) => label === 'reply' || label === 'opt_in')
    .map(({ ago }) => ago);
  const arrived = p.delivered
    .filter(({ purpose }) => purpose === 'marketing')
    .map(({ ago }) => ago);
  const newest = (list: readonly number[]) => (list.length > 0 ? daysAgo(Math.min(...list)) : null);
  const closed = p.open
    ? null
    : p.erased
      ? 'erased'
      : p.optedOut
        ? 'opted-out'
        : p.doNotCall
          ? 'do-not-call'
          : p.dead
            ? 'dead'
            : null;
  const lastReply = Math.min(...answers, Number.POSITIVE_INFINITY);
  return {
    closed,
    consent: [p.sms, p.whatsapp].includes('documented')
      ? 'documented'
      : [p.sms, p.whatsapp].includes('asserted')
        ? 'asserted'
        : 'none',
    mobile: p.lineType === 'mobile',
    createdAt: daysAgo(p.created),
    lastReplyAt: newest(answers),
    lastDeliveredAt: newest(arrived),
    unanswered: arrived.filter((ago) => ago < lastReply).length,
    purchases: p.bought.length,
    lastPurchaseAt: newest(p.bought),
  };
}

describe('the lead score in the database', () => {
  let fresh: FreshDatabase;
  beforeEach(async () => {
    fresh = await freshDatabase();
  });
  afterEach(() => fresh.close());

  const scores = async () =>
    (
      await fresh.db.pool.query<{ lead_score: number }>(
        'select lead_score from phone_contacts order by phone',
      )
    ).rows.map((row) => row.lead_score);
  const settle = async () => {
    const store = leadScoreStore(fresh.db);
    while (await store.pass(1_000, now, next)) {}
  };

  async function make(made: readonly Somebody[]): Promise<void> {
    const { pool } = fresh.db;
    await pool.query(
      `insert into phone_contacts (phone, state, area_code, erased_at, opted_out, do_not_call, dead, consent_sms,
                                   consent_whatsapp, line_type, created_at)
       select '+1203555' || lpad((n - 1)::text, 4, '0'), 'CT', '203',
              case when (p ->> 'erased')::bool and not (p ->> 'open')::bool then now() end,
              (p ->> 'optedOut')::bool and not (p ->> 'open')::bool, (p ->> 'doNotCall')::bool and not (p ->> 'open')::bool,
              (p ->> 'dead')::bool and not (p ->> 'open')::bool, p ->> 'sms', p ->> 'whatsapp', p ->> 'lineType',
              $2::timestamptz - (p ->> 'created')::float * interval '24 hours'
         from jsonb_array_elements($1::jsonb) with ordinality as x (p, n)`,
      [JSON.stringify(made), now],
    );
    await pool.query(
      `insert into phone_communications (type, direction, purpose, status, phone, label, created_at, carrier_id)
       select 'sms', 'inbound', 'reply', 'received', '+1203555' || lpad((n - 1)::text, 4, '0'), t ->> 'label',
              $2::timestamptz - (t ->> 'ago')::float * interval '24 hours', gen_random_uuid()::text
         from jsonb_array_elements($1::jsonb) with ordinality as x (p, n), jsonb_array_elements(p -> 'texts') t`,
      [JSON.stringify(made), now],
    );
    await pool.query(
      `insert into phone_communications (type, direction, purpose, status, phone, delivered_at)
       select 'sms', 'outbound', t ->> 'purpose', 'delivered', '+1203555' || lpad((n - 1)::text, 4, '0'),
              $2::timestamptz - (t ->> 'ago')::float * interval '24 hours'
         from jsonb_array_elements($1::jsonb) with ordinality as x (p, n), jsonb_array_elements(p -> 'delivered') t`,
      [JSON.stringify(made), now],
    );
    await pool.query(
      `insert into conversions (phone_contact_id, amount, converted_at, recorded_at, recorded_by)
       select c.id, 900, $2::timestamptz - (b #>> '{}')::float * interval '24 hours', $2, 'U1'
         from jsonb_array_elements($1::jsonb) with ordinality as x (p, n), jsonb_array_elements(p -> 'bought') b,
              phone_contacts c where c.phone = '+1203555' || lpad((n - 1)::text, 4, '0')`,
      [JSON.stringify(made), now],
    );
  }

  it('is the pure rule, for any contact and any weights', async () => {
    const made = fc.sample(people, 400);
    await make(made);
    const store = leadScoreStore(fresh.db);
    for (const chosen of [scoreDefaults, ...fc.sample(weights, 3)]) {
      const read = readWeights(chosen);
      const { version } = await store.rules();
      const effect = await store.effect(read, now);
      expect(await store.save({ weights: read, version, by: 'U1', at: now, effect })).toBe(true);
      await settle();
      expect(await scores()).toEqual(made.map((p) => explainScore(factsOf(p), read, now).score));
    }
    expect(new Set(await scores()).size).toBeGreaterThan(5);
  });

  it('is written anew when something happens, and only for whom it happened to', async () => {
    const store = leadScoreStore(fresh.db);
    const { pool } = fresh.db;
    await somePeople(fresh.db, 3);
    expect(await store.refreshDue(100, now)).toBe(3);
    const before = await scores();
    const inbound = `insert into phone_communications (type, direction, purpose, status, phone, label, created_at, carrier_id)
      values ('sms', 'inbound', 'reply', 'received', $1, $2, $3, 'SM1') returning id`;
    await pool.query(inbound, [phoneOf(0), 'reply', now]);
    await pool.query(
      `insert into conversions (phone_contact_id, amount, converted_at, recorded_at, recorded_by)
       select id, 900, $2, $2, 'U1' from phone_contacts where phone = $1`,
      [phoneOf(1), now],
    );
    await pool.query('update phone_contacts set opted_out = true where phone = $1', [phoneOf(2)]);
    await pool.query('update phone_contacts set updated_at = now()');
    expect(await store.refreshDue(100, now)).toBe(3);
    expect(await scores()).toEqual([(before[0] ?? 0) + 30, (before[1] ?? 0) + 25, 0]);
    expect(await store.refreshDue(100, now)).toBe(0);
    await pool.query(`update phone_communications set label = 'unclear'`);
    await pool.query(
      `insert into phone_communications (type, direction, status, phone) values ('sms', 'outbound', 'sent', $1)`,
      [phoneOf(1)],
    );
    await pool.query(
      `update phone_communications set delivered_at = $1 where direction = 'outbound'`,
      [now],
    );
    expect(await store.refreshDue(100, now)).toBe(2);
    expect(await scores()).toEqual([before[0], (before[1] ?? 0) + 35, 0]);
  });

  it('goes on with the pass where a crash left it, and is due again the next night', async () => {
    const store = leadScoreStore(fresh.db);
    await somePeople(fresh.db, 5);
    expect(await store.pass(2, now, next)).toBe(true);
    expect((await scores()).filter((score) => score > 0)).toHaveLength(2);
    const again = leadScoreStore(fresh.db);
    expect([await again.pass(2, now, next), await again.pass(2, now, next)]).toEqual([true, false]);
    expect((await scores()).filter((score) => score > 0)).toHaveLength(5);
    await fresh.db.pool.query('update phone_contacts set lead_score = 1');
    expect(await again.pass(10, now, next)).toBe(false);
    expect(new Set(await scores())).toEqual(new Set([1]));
    await again.pass(10, next, new Date(next.getTime() + 86_400_000));
    expect(new Set(await scores())).toEqual(new Set([20]));
  });

  it('shows what other weights would change, and keeps them once', async () => {
    const store = leadScoreStore(fresh.db);
    await somePeople(fresh.db, 4);
    await settle();
    await fresh.db.pool.query(
      'update phone_contacts set opted_out = true, lead_score = 0 where phone = $1',
      [phoneOf(0)],
    );
    const wanted = readWeights({ ...scoreDefaults, 'consent-documented': 75 });
    const effect = await store.effect(wanted, now);
    expect(effect).toEqual({
      contacts: 4,
      changed: 3,
      changedBand: 3,
      meanBefore: 15,
      meanAfter: 60,
      bands: {
        cold: { before: 4, after: 1 },
        warm: { before: 0, after: 0 },
        hot: { before: 0, after: 3 },
      },
    });
    const save = (by: string) => store.save({ weights: wanted, version: 1, by, at: now, effect });
    expect((await Promise.all([save('U1'), save('U2')])).sort()).toEqual([false, true]);
    expect(await save('U3')).toBe(false);
    expect((await store.rules()).version).toBe(2);
    const { rows } = await fresh.db.pool.query('select action, detail from audit_log');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      action: 'contacts.score-weights-set',
      detail: { 'consent-documented': 75 },
    });
    await settle();
    expect(await scores()).toEqual([0, 80, 80, 80]);
  });
});
