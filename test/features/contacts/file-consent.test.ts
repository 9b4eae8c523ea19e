import { describe, expect, it } from 'vitest';
import {
  consentEventsOf,
  evidenceKey,
  fileConsentOf,
  type ImportContext,
} from '../../../src/features/contacts/file-consent.ts';
import type { ContactRow } from '../../../src/features/contacts/index.ts';

const phone = '+12035550123';
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
const attestation = {
  seller: 'Fly2Any',
  channels: ['sms' as const, 'whatsapp' as const],
  textKept: 'CRM',
  undatedGivenBy: null,
  signedBy: 'U1',
  signedAt: '2026-11-22T15:00:00.000Z',
};
const context: ImportContext = {
  importId: 'i1',
  fileSha256: 'f'.repeat(64),
  attestation,
  by: 'U1',
  now: new Date('2026-11-22T15:00:00Z'),
};
const events = (value: Partial<ContactRow>, change: Partial<ImportContext> = {}) =>
  consentEventsOf({ row: 2, value: { ...blank, ...value } }, phone, { ...context, ...change });

describe('what a row says about consent', () => {
  it('is nothing when it says nothing', () => {
    expect(events({})).toEqual([]);
    expect(events({ consentDate: '2025-03-01' })).toEqual([]);
  });

  it('is an asserted grant for texts and WhatsApp with its day, never for calls', () => {
    const [grant] = events({ consent: 'yes', consentDate: '2025-03-01' });
    expect(grant).toMatchObject({
      kind: 'grant',
      basis: 'asserted',
      channels: ['sms', 'whatsapp'],
      givenAt: new Date('2025-03-01T12:00:00Z'),
      evidence: { attested: true, row: 2 },
    });
  });

  it('reaches only the channels that were attested', () => {
    const [grant] = events(
      { consent: 'yes', consentDate: '2025-03-01' },
      { attestation: { ...attestation, channels: ['sms'] } },
    );
    expect(grant?.channels).toEqual(['sms']);
  });

  it('stays unattested without a signature, and without a day', () => {
    const yes = { consent: 'yes', consentDate: '2025-03-01' } as const;
    expect(events(yes, { attestation: null })[0]?.evidence.attested).toBe(false);
    expect(events({ consent: 'yes' })[0]).toMatchObject({
      givenAt: null,
      evidence: { attested: false },
    });
  });

  it('gets the day that the attestation vouches for', () => {
    const [grant] = events(
      { consent: 'yes' },
      { attestation: { ...attestation, undatedGivenBy: '2025-01-31' } },
    );
    expect(grant).toMatchObject({
      givenAt: new Date('2025-01-31T12:00:00Z'),
      evidence: { attested: true },
    });
  });

  it('is documented with the exact text and a day', () => {
    const text = { consent: 'yes', consentText: 'I agree to …' } as const;
    expect(events({ ...text, consentDate: '2025-03-01' })[0]).toMatchObject({
      basis: 'documented',
      textShown: 'I agree to …',
    });
    expect(events(text)[0]?.basis).toBe('asserted');
  });

  it('is a refusal of everything when it is a no', () => {
    expect(events({ consent: 'no' })[0]).toMatchObject({
      kind: 'refuse',
      channels: ['sms', 'whatsapp', 'call'],
      givenAt: null,
    });
    expect(events({ optedOut: true })[0]?.kind).toBe('revoke');
  });

  it('is the same evidence from another file when it is dated, and another when it is not', () => {
    const keyOf = (value: Partial<ContactRow>, fileSha256: string) =>
      events(value, { fileSha256 }).map(evidenceKey);
    const dated = { consent: 'yes', consentDate: '2025-03-01' } as const;
    expect(keyOf(dated, 'a'.repeat(64))).toEqual(keyOf(dated, 'b'.repeat(64)));
    expect(keyOf({ consent: 'no' }, 'a'.repeat(64))).not.toEqual(
      keyOf({ consent: 'no' }, 'b'.repeat(64)),
    );
  });
});

describe('what a file says about a number', () => {
  const yes = (day: string | null) => ({ ...blank, consent: 'yes' as const, consentDate: day });
  const no = (day: string | null) => ({ ...blank, consent: 'no' as const, consentDate: day });
  it.each([
    ['one yes', [yes('2025-01-01')], 'given'],
    ['a yes without a day', [yes(null)], 'undated'],
    ['a no', [no(null)], 'refused'],
    ['an older yes and a no', [yes('2024-01-01'), no('2025-01-01')], 'refused'],
    ['a no and an older yes', [no('2025-01-01'), yes('2024-01-01')], 'refused'],
    ['an older no and a yes', [no('2024-01-01'), yes('2025-01-01')], 'given'],
    ['both on one day', [yes('2025-01-01'), no('2025-01-01')], 'refused'],
    ['a yes and a no without a day', [yes('2026-01-01'), no(null)], 'refused'],
    ['a no and a yes without a day', [no('2020-01-01'), yes(null)], 'refused'],
    ['blanks', [blank, blank], null],
    ['a blank and a yes', [blank, yes('2025-01-01')], 'given'],
    ['an opt-out', [yes('2025-01-01'), { ...blank, optedOut: true }], 'refused'],
  ])('%s', (_, values, expected) => {
    expect(fileConsentOf(values.map((value, row) => ({ row, value })))).toBe(expected);
  });
});
