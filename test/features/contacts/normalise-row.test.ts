import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../src/features/contacts/index.ts';
import { normaliseRow, readingOf, readTags } from '../../../src/features/contacts/normalise-row.ts';

const options = { dateOrder: 'dmy' as const, delimiter: ';', today: '2026-11-22' };
const mapping: Mapping = [
  'name',
  'phone',
  'state',
  'city',
  'segment',
  'tags',
  'consent',
  'consent_date',
];
const read = (cells: string[], as: Mapping = mapping) =>
  normaliseRow(cells, readingOf(as, options));
const contactOf = (cells: string[], as: Mapping = mapping) => {
  const result = read(cells, as);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
};

describe('a row', () => {
  it('becomes a contact', () => {
    expect(
      contactOf([
        '  Ana  Lima ',
        '(203)\u00a0555-0123',
        'connecticut',
        'Hartford',
        'familias',
        'vip|natal',
        'Sim',
        '05/07/2026',
      ]),
    ).toEqual({
      phone: '+12035550123',
      name: 'Ana Lima',
      addressState: 'CT',
      city: 'Hartford',
      zip: null,
      segment: 'familias',
      tags: ['vip', 'natal'],
      email: null,
      notes: null,
      consent: 'yes',
      consentDate: '2026-07-05',
      consentText: null,
      consentSource: null,
      optedOut: false,
    });
  });

  it('may be shorter than the header', () => {
    expect(contactOf(['Ana', '203-555-0123'])).toMatchObject({ consent: null, tags: [] });
  });

  it('keeps formulas and mentions as the text they are', () => {
    expect(contactOf(['=1+1', '203-555-0123']).name).toBe('=1+1');
    expect(contactOf(['<!channel>', '203-555-0123']).name).toBe('<!channel>');
  });

  it('is rejected for what is wrong with its phone', () => {
    expect(read(['Ana', '911'])).toEqual({ ok: false, reason: 'phone-emergency' });
    expect(read(['Ana'])).toEqual({ ok: false, reason: 'phone-missing' });
  });

  it('uses the first of several phones that is a US number', () => {
    const three: Mapping = ['phone', 'phone_2', 'phone_3'];
    expect(contactOf(['n/a', '+55 11 91234-5678', '860-555-0100'], three).phone).toBe(
      '+18605550100',
    );
    expect(read(['n/a', '+55 11 91234-5678', ''], three)).toEqual({
      ok: false,
      reason: 'phone-foreign',
    });
  });

  it('joins first and last name, unless there is a full one', () => {
    const names: Mapping = ['first_name', 'last_name', 'phone'];
    expect(contactOf(['Ana', 'Lima', '203-555-0123'], names).name).toBe('Ana Lima');
  });

  it('does not believe a consent of tomorrow, of long ago or of no day at all', () => {
    for (const day of ['23/11/2026', '2027-12-31', '01/01/1900', '32/13/2025', 'ontem', '0']) {
      expect(read(['', '203-555-0123', '', '', '', '', 'sim', day])).toMatchObject({
        yesWithoutDay: true,
        value: { consent: null, consentDate: null },
      });
      expect(read(['203-555-0123', day], ['phone', 'consent_date'])).toMatchObject({
        yesWithoutDay: true,
        value: { consent: null },
      });
      expect(read(['', '203-555-0123', '', '', '', '', 'não', day])).toMatchObject({
        yesWithoutDay: false,
        value: { consent: 'no', consentDate: null },
      });
    }
  });

  it('knows a date that was left open from one that cannot be read', () => {
    for (const day of ['', ' - ', '–', '?', 'n/a', 'N/D', 'sem data']) {
      expect(read(['', '203-555-0123', '', '', '', '', 'sim', day])).toMatchObject({
        yesWithoutDay: false,
        value: { consent: 'yes', consentDate: null },
      });
    }
  });

  it('takes a date of consent alone for a yes, but only where no column asks the question', () => {
    expect(contactOf(['203-555-0123', '05/07/2026'], ['phone', 'consent_date']).consent).toBe(
      'yes',
    );
    expect(contactOf(['', '203-555-0123', '', '', '', '', '', '05/07/2026']).consent).toBeNull();
  });

  it('puts back the zero that Excel took from a ZIP', () => {
    const zip = (text: string) => contactOf(['203-555-0123', text], ['phone', 'zip']).zip;
    expect([
      zip('6810'),
      zip('06810'),
      zip('06810-1234'),
      zip('068101234'),
      zip('01310-100'),
    ]).toEqual(['06810', '06810', '06810-1234', '06810-1234', null]);
  });

  it('that swallowed others through an open quotation mark is not taken for one', () => {
    const cell = 'Ana;203-555-0123;CT;;;;sim;05/07/2026\nBia;860-555-0100;CT;;;;sim;05/07/2026';
    expect(read([cell, '203-555-0123'])).toEqual({ ok: false, reason: 'row-malformed' });
    expect(read(['Ana\nLima', '203-555-0123']).ok).toBe(true);
  });

  it('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 }), (cells) => {
        const result = read(cells);
        expect(result.ok || result.reason !== undefined).toBe(true);
      }),
    );
  });
});

it.each([
  ['vip|natal', ['vip', 'natal']],
  ['vip; natal , férias', ['vip', 'natal', 'férias']],
  ['vip|VIP| vip ', ['vip']],
  ['||', []],
])('tags %s', (text, expected) => expect(readTags(text)).toEqual(expected));
