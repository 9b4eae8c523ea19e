import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactStore } from '../../../src/adapters/db/contact-store.ts';
import { createContactService, maskSearch } from '../../../src/features/contacts/index.ts';
import { maskPhone } from '../../../src/shared/phone.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import '../../support/properties.ts';

/** All of them look the same when masked; their middles hold digits of the ends and others. */
const alike = ['777', '203', '800', '012', '999', '001'].map((middle) => `+1203${middle}8001`);
const others = ['+12035558002', '+18607778001', '+13055551234'];

let fresh: FreshDatabase;
let contacts: ReturnType<typeof createContactService>;
beforeAll(async () => {
  fresh = await freshDatabase();
  contacts = createContactService({
    store: contactStore(fresh.db),
    clock: { now: () => new Date('2026-11-24T15:05:00Z') },
  });
  await fresh.db.pool.query(
    `insert into phone_contacts (phone, name, state, area_code)
     select phone, 'Maria ' || n, 'CT', substr(phone, 3, 3) from unnest($1::text[]) with ordinality u (phone, n)`,
    [[...alike, ...others]],
  );
});
afterAll(() => fresh.close());

const found = async (search: string, masked: boolean, filter = {}) => {
  const page = { number: 1, size: 100 };
  const { rows, total } = await contacts.find({ ...filter, search }, 'name', page, { masked });
  expect(total).toBe(rows.length);
  return rows.map(({ phone }) => phone).sort();
};

describe('a search of somebody who sees masked numbers', () => {
  it.each([
    '2037778001',
    '12037778001',
    '+1 (203) 777-8001',
    '+1 (203) •••-8001',
    '203 8001',
    '2038001',
    '203777800',
    'maria 2037778001',
  ])('by “%s” finds everybody who looks like that', async (typed) => {
    const all = [...alike].sort();
    const looks = typed === '203777800' ? [...all, '+12035558002'].sort() : all;
    expect(await found(typed, true)).toEqual(looks);
  });

  it.each([
    ['203', [...alike, '+12035558002']],
    ['1203', [...alike, '+12035558002']],
    ['8001', [...alike, '+18607778001']],
    ['800', [...alike, '+12035558002', '+18607778001']],
    ['2035558', ['nobody']],
    ['777', ['nobody']],
    ['7778', ['nobody']],
    ['77780', ['nobody']],
    ['7778001', ['nobody']],
    ['20377780011', ['nobody']],
  ])('by part of a number, “%s”, looks at both ends only', async (typed, wanted) => {
    const phones = wanted.filter((each) => each !== 'nobody').sort();
    expect(await found(typed, true)).toEqual(phones);
  });

  it('never tells apart two numbers that look the same', async () => {
    const digits = fc.stringMatching(/^[0-9]{1,12}$/);
    const parts = fc
      .record({
        phone: fc.constantFrom(...alike),
        from: fc.nat(11),
        to: fc.nat(12),
        signs: fc.constantFrom('', ' ', '-', ' maria '),
      })
      .map(({ phone, from, to, signs }) =>
        phone.slice(from, to + 1).replace(/^(...)/, `$1${signs}`),
      );
    await fc.assert(
      fc.asyncProperty(fc.oneof(digits, parts), async (typed) => {
        fc.pre(typed.trim() !== '');
        const those = (await found(typed, true)).filter((phone) => alike.includes(phone));
        // A name here ends in a digit of its own.
        const word = typed.trim().split(/\s+/);
        fc.pre(!word.some((each) => each.length < 3 && /\d/.test(each)));
        expect([0, alike.length]).toContain(those.length);
      }),
    );
  });

  it('holds for what a saved filter of somebody else searches', async () => {
    const { rows } = await fresh.db.pool.query<{ id: string }>(
      `insert into saved_filters (name, filter, created_by, created_at, updated_at)
       values ('Uma pessoa', '{"search":"2037778001"}', 'U1', now(), now()) returning id`,
    );
    const filter = { savedFilter: rows[0]?.id ?? '' };
    expect(await found('maria', false, filter)).toEqual(['+12037778001']);
    expect(await found('maria', true, filter)).toEqual([...alike].sort());
    const sum = async (masked: boolean) =>
      (await contacts.statesWithRates(filter, { masked })).map((state) => state.contacts);
    expect([await sum(false), await sum(true)]).toEqual([[1], [alike.length]]);
  });

  it('while whoever sees whole numbers finds them by any part', async () => {
    expect(await found('2037778001', false)).toEqual(['+12037778001']);
    expect(await found('(203) 777-8001', false)).toEqual(['+12037778001']);
    expect(await found('77780', false)).toEqual(['+12037778001', '+18607778001']);
  });
});

describe('a search in words', () => {
  it.each([
    ['2037778001', '(203) •••-8001'],
    ['+1 (203) 777-8001', '(203) •••-8001'],
    ['maria 203-777-8001 vip', 'maria (203) •••-8001 vip'],
    ['77780', '(777) •••-••••'],
    ['20380', '(203) •••-••••'],
    ['20377780019', '•••'],
    ['maria 8001', 'maria 8001'],
  ])('shows “%s” as “%s”, which finds the same people', async (typed, shown) => {
    expect(maskSearch(typed)).toBe(shown);
    if (shown !== '•••' && !shown.includes('vip')) {
      expect(await found(maskSearch(typed.replace('maria ', '')), true)).toEqual(
        await found(typed.replace('maria ', ''), true),
      );
    }
    for (const phone of alike) expect(maskSearch(maskPhone(phone))).toBe('(203) •••-8001');
  });
});
