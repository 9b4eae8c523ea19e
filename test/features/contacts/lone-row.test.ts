import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttestableChannel, standingOfFirst } from '../../../src/features/consent/index.ts';
import type { ImportContext } from '../../../src/features/contacts/file-consent.ts';
import { loneRow, tallyOfLone } from '../../../src/features/contacts/lone-row.ts';
import { mergeGroups } from '../../../src/features/contacts/merge.ts';
import type { ContactRow } from '../../../src/features/contacts/normalise-row.ts';

const text = (...some: string[]) => fc.constantFrom(null, ...some);
const rows = fc
  .record({
    phone: fc.constantFrom('+12035550101', '+13055550102', '+18505550103'),
    name: fc.constantFrom('', 'Ana', 'ANA LIMA', '=1+1', 'João da Conceição'),
    addressState: text('CT', 'FL', 'AK'),
    city: text('Hartford'),
    zip: text('06810', '33064', '32401'),
    segment: text('geral', 'familias'),
    tags: fc.subarray(['vip', 'VIP', 'natal']),
    email: text('a@b.co'),
    notes: text('liga depois'),
    consent: fc.constantFrom(null, 'yes' as const, 'no' as const),
    consentDate: text('2024-01-01', '2025-02-28'),
    consentText: text('Aceito receber mensagens'),
    consentSource: text('site', 'balcão'),
    optedOut: fc.boolean(),
  })
  .map((value): ContactRow => value);
const contexts = fc
  .option(
    fc.record({
      undatedGivenBy: text('2025-06-30'),
      channels: fc.constantFrom<AttestableChannel[]>(['sms'], ['sms', 'whatsapp']),
    }),
  )
  .map(
    (form): ImportContext => ({
      importId: 'i1',
      fileSha256: 'f'.repeat(64),
      by: 'U1',
      now: new Date('2026-11-22T15:00:00Z'),
      attestation: form && {
        ...form,
        seller: 'Fly2Any',
        textKept: 'CRM',
        signedBy: 'U1',
        signedAt: '2026-11-22T15:00:00Z',
      },
    }),
  );

describe('a row whose number is new and stands nowhere else', () => {
  it('becomes what the merge makes of it, and counts as that', () => {
    fc.assert(
      fc.property(rows, contexts, (value, context) => {
        const row = { row: 2, value };
        const group = {
          phone: value.phone,
          rows: [row],
          existing: null,
          evidence: [],
          voided: [],
          suppressed: false,
        };
        const { merged, tally } = mergeGroups([group], context);
        const lone = loneRow(row, context);
        if (lone === null) {
          expect(value.optedOut || (merged[0]?.events.length ?? 0) > 1).toBe(true);
          return;
        }
        expect({
          phone: value.phone,
          draft: lone.draft,
          events: lone.event === null ? [] : [lone.event],
          suppression: null,
        }).toEqual(merged[0]);
        expect(lone.standing).toEqual(standingOfFirst(lone.event));
        const counted = { state: lone.draft.state, says: lone.says, people: 1 };
        expect(tallyOfLone([counted])).toEqual(tally);
      }),
    );
  });
});
