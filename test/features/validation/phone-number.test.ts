import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaCodes,
  type PhoneProblem,
  parsePhone,
} from '../../../src/features/validation/index.ts';

describe('a US number in any notation', () => {
  it.each([
    '203-555-0123',
    '(203) 555-0123',
    '(203)\u00a0555-0123',
    ' 203 555 0123 ',
    '203.555.0123',
    '2035550123',
    '12035550123',
    '+12035550123',
    '+1 203 555 0123',
    '+1(203)555-0123',
    '1-203-555-0123',
    'tel:+1-203-555-0123',
    'Tel: 203 555 0123',
    '0012035550123',
    '011 1 203 555 0123',
    '12035550123.0',
    '2035550123.00',
    "'+12035550123",
    '203-555-0123 ext. 45',
    '203-555-0123 x45',
    '203 555 0123 ramal 9',
    '203-555-0123 / 860-555-0199',
    '203-555-0123 ou 860-555-0199',
    '2０35550123',
    '203–555–0123',
  ])('%s', (text) => {
    expect(parsePhone(text)).toEqual({ ok: true, phone: '+12035550123' });
  });

  it('keeps zeros that belong to the number', () => {
    expect(parsePhone('907200.0000')).toEqual({ ok: true, phone: '+19072000000' });
    expect(parsePhone('907.200.0000')).toEqual({ ok: true, phone: '+19072000000' });
  });

  it.each(['357', '436', '457', '471', '483', '621', '624', '679', '729', '837', '861', '924'])(
    'with the new area code %s that libphonenumber does not know',
    (areaCode) => {
      expect(parsePhone(`${areaCode}5550123`)).toEqual({ ok: true, phone: `+1${areaCode}5550123` });
    },
  );
});

describe('the short way of reading', () => {
  it('says what the long one says, of anything that looks like a number', () => {
    const signs = fc.constantFrom(...'0123456789+() .-');
    const digits = fc.array(fc.constantFrom(...'0123456789'), { minLength: 9, maxLength: 12 });
    const someway = fc
      .tuple(fc.constantFrom('', '+', '(', '+1', '1'), digits, fc.array(signs, { maxLength: 4 }))
      .map(([start, middle, end]) => `${start}${middle.join('')}${end.join('')}`);
    const text = fc.oneof(
      someway,
      fc.array(signs, { maxLength: 18 }).map((all) => all.join('')),
    );
    fc.assert(
      // What stands behind a word is never read the short way.
      fc.property(text, (text) => {
        fc.pre(/\d{3}/.test(text) && parsePhone(text).ok);
        expect(parsePhone(`tel: ${text}`)).toEqual(parsePhone(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is not a US number says why', () => {
  it.each<[string, PhoneProblem]>([
    ['', 'phone-missing'],
    ['   ', 'phone-missing'],
    ['n/a', 'phone-missing'],
    ['N.A.', 'phone-missing'],
    ['não tem', 'phone-missing'],
    ['nao tem', 'phone-missing'],
    ['-', 'phone-missing'],
    ['1.20356E+10', 'phone-excel-number'],
    ['1,20356E+10', 'phone-excel-number'],
    ['2.03556e+09', 'phone-excel-number'],
    ['1E+10', 'phone-excel-number'],
    ['45123', 'phone-excel-date'],
    ['45123.5', 'phone-excel-date'],
    ['2035-05-12', 'phone-excel-date'],
    ['2035-05-12T00:00:00Z', 'phone-excel-date'],
    ['12/05/2024', 'phone-excel-date'],
    ['5-12-24 00:00:00', 'phone-excel-date'],
    ['12-mai', 'phone-excel-date'],
    ['20-Mar-35', 'phone-excel-date'],
    ['203.5550', 'phone-excel-zeros'],
    ['203,55501', 'phone-excel-zeros'],
    ['911', 'phone-emergency'],
    ['190', 'phone-emergency'],
    ['123', 'phone-too-short'],
    ['(203) 555-01', 'phone-too-short'],
    ['203555012', 'phone-too-short'],
    ['+1 203 555', 'phone-too-short'],
    ['555-0123', 'phone-missing-area-code'],
    ['+1 203 555 01234', 'phone-too-long'],
    ['203555012345678901', 'phone-too-long'],
    ['+55 11 91234-5678', 'phone-foreign'],
    ['+55 (31) 98765-4321', 'phone-foreign'],
    ['5511912345678', 'phone-foreign'],
    ['(21) 99999-8888', 'phone-foreign'],
    ['+351 912 345 678', 'phone-foreign'],
    ['0055 11 91234-5678', 'phone-foreign'],
    ['+1 416 555 0123', 'phone-north-america-not-us'],
    ['876-555-0123', 'phone-north-america-not-us'],
    ['1-800-555-0123', 'phone-toll-free'],
    ['888 555 0123', 'phone-toll-free'],
    ['900-555-0123', 'phone-premium'],
    ['000-000-0000', 'phone-unknown-area-code'],
    ['(999) 555-0123', 'phone-unknown-area-code'],
    ['1234567890', 'phone-unknown-area-code'],
    ['203-155-0123', 'phone-impossible-exchange'],
    ['203-055-0123', 'phone-impossible-exchange'],
    ['203-911-0123', 'phone-impossible-exchange'],
    ['ana@example.com', 'phone-not-a-number'],
    ['1-800-FLOWERS', 'phone-not-a-number'],
    ['=HYPERLINK("http://evil.example")', 'phone-not-a-number'],
    ['<!channel>', 'phone-not-a-number'],
    ['()', 'phone-not-a-number'],
  ])('%s: %s', (text, expected) => {
    expect(parsePhone(text)).toEqual({ ok: false, problem: expected });
  });
});

const usNumber = fc
  .tuple(
    fc.constantFrom(...areaCodes.keys()),
    fc.integer({ min: 200, max: 999 }).filter((exchange) => exchange % 100 !== 11),
    fc.integer({ min: 0, max: 9999 }),
  )
  .map(([area, exchange, line]) => `${area}${exchange}${String(line).padStart(4, '0')}`);

describe('properties', () => {
  it('every US number survives any separators', () => {
    const separator = fc.constantFrom('', ' ', '-', '.', '\u00a0', ') ', ' (');
    fc.assert(
      fc.property(
        usNumber,
        separator,
        separator,
        fc.constantFrom('', '1', '+1 '),
        (n, a, b, cc) => {
          const text = `${cc}${n.slice(0, 3)}${a}${n.slice(3, 6)}${b}${n.slice(6)}`;
          expect(parsePhone(text)).toEqual({ ok: true, phone: `+1${n}` });
        },
      ),
    );
  });

  it('answers any text at all, and what it accepts it accepts again unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        const parsed = parsePhone(text);
        if (parsed.ok) {
          expect(parsed.phone).toMatch(/^\+1[2-9]\d{9}$/);
          expect(parsePhone(parsed.phone)).toEqual(parsed);
        }
      }),
    );
  });
});
