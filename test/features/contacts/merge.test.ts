import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceKey, type ImportContext } from '../../../src/features/contacts/file-consent.ts';
import type { ContactFacts, ContactRow } from '../../../src/features/contacts/index.ts';
import { mergeGroup, mergeGroups } from '../../../src/features/contacts/merge.ts';

const phone = '+12035550123';
const context: ImportContext = {
  importId: 'i1',
  fileSha256: 'f'.repeat(64),
  attestation: {
    seller: 'Fly2Any',
    channels: ['sms', 'whatsapp'],
    textKept: 'CRM',
    undatedGivenBy: null,
    signedBy: 'U1',
    signedAt: '2026-11-22T15:00:00.000Z',
  },
  by: 'U1',
  now: new Date('2026-11-22T15:00:00Z'),
};
const blank: ContactRow = {
  phone,
  name: '',
  addressState: null,
  city: null,
  zip: null,
  segment: null,
  tags: [],
  email: null,
  notes: null,
  consent: null,
  consentDate: null,
  consentText: null,
  consentSource: null,
  optedOut: false,
};
const rowsOf = (...values: Partial<ContactRow>[]) =>
  values.map((value, index) => ({ row: index + 2, value: { ...blank, ...value } }));
type Stored = ContactFacts & { evidence: string[] };
const group = (values: Partial<ContactRow>[], existing: Stored | null = null) => ({
  phone,
  rows: rowsOf(...values),
  existing,
  evidence: existing?.evidence ?? [],
  voided: [],
  suppressed: false,
});
const merged = (values: Partial<ContactRow>[], existing: Stored | null = null) =>
  mergeGroup(group(values, existing), context);

/** The contact as the database would have it after that merge. */
function stored(values: Partial<ContactRow>[], before: Stored | null = null): Stored {
  const { draft, events } = merged(values, before);
  const base = draft ?? before;
  if (!base) throw new Error('nothing was merged');
  return {
    ...base,
    id: 'c1',
    erased: false,
    evidence: [...(before?.evidence ?? []), ...events.map(evidenceKey)],
  };
}

describe('rows of one number', () => {
  it('fill each other’s blanks and never overwrite', () => {
    const { draft } = merged([
      { name: 'Ana', city: 'Hartford', segment: 'geral', tags: ['vip'] },
      {
        name: 'Ana Lima',
        city: 'Danbury',
        zip: '06810',
        segment: 'familias',
        tags: ['VIP', 'natal'],
      },
    ]);
    expect(draft).toMatchObject({
      name: 'Ana Lima',
      city: 'Hartford',
      zip: '06810',
      segment: 'familias',
      tags: ['vip', 'natal'],
      state: 'CT',
      timezone: 'America/New_York',
      ruleStates: ['CT'],
    });
  });

  it('take the state from the row, else from the area code, and keep both for the law', () => {
    expect(merged([{ addressState: 'FL' }]).draft).toMatchObject({
      state: 'FL',
      addressState: 'FL',
      ruleStates: ['CT', 'FL'],
    });
    expect(merged([{}]).draft).toMatchObject({ state: 'CT', addressState: null });
  });

  it('with different first names keep both and greet nobody by name', () => {
    expect(merged([{ name: 'Inês Lima' }, { name: 'Sandra Reis' }]).draft).toMatchObject({
      name: 'Inês Lima',
      otherNames: ['Sandra Reis'],
      firstNameConflict: true,
    });
  });

  it('leave an erased contact erased', () => {
    const existing = { ...stored([{}]), erased: true };
    expect(merged([{ name: 'Ana', city: 'Hartford' }], existing).draft).toBeNull();
  });

  it('without an attestation add nothing to what somebody attested before', () => {
    const yes = { consent: 'yes', consentDate: '2025-03-01' } as const;
    const again = mergeGroup(group([yes], stored([yes])), { ...context, attestation: null });
    expect(again.events).toEqual([]);
  });

  it('that say "opted out" suppress the number once', () => {
    const values = [{ optedOut: true }];
    expect(merged(values).suppression).toMatchObject({ phone, reason: 'opt-out' });
    expect(merged(values, stored(values)).suppression).toBeNull();
  });
});

const value: fc.Arbitrary<Partial<ContactRow>> = fc.record({
  name: fc.constantFrom('', 'Ana', 'ANA LIMA', 'Ana Lima', 'Bia', 'bia reis'),
  addressState: fc.constantFrom(null, 'CT', 'FL'),
  city: fc.constantFrom(null, 'Hartford', 'Miami'),
  zip: fc.constantFrom(null, '06810', '33064'),
  segment: fc.constantFrom(null, 'geral', 'familias'),
  tags: fc.subarray(['vip', 'VIP', 'natal']),
  email: fc.constantFrom(null, 'a@b.co'),
  consent: fc.constantFrom(null, 'yes' as const, 'no' as const),
  consentDate: fc.constantFrom(null, '2024-01-01', '2025-01-01'),
  optedOut: fc.boolean(),
});
const values = fc.array(value, { minLength: 1, maxLength: 4 });

describe('importing again', () => {
  it('the same rows changes nothing, whatever was there before', () => {
    fc.assert(
      fc.property(values, fc.option(values), (rows, earlier) => {
        const before = earlier === null ? null : stored(earlier);
        const once = stored(rows, before);
        expect(merged(rows, once)).toEqual({ phone, draft: null, events: [], suppression: null });
      }),
    );
  });

  it('counts every row once', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 5 }), (groups) => {
        const { tally } = mergeGroups(
          groups.map((rows) => group(rows)),
          context,
        );
        expect(tally.created).toBe(groups.length);
        expect(tally.created + tally.merged).toBe(groups.flat().length);
        expect(Object.values(tally.byState).reduce((sum, n) => sum + n, 0)).toBe(groups.length);
      }),
    );
  });
});
