import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { describe, expect, it } from 'vitest';
import {
  costlyCharacters,
  countSms,
  withoutAccents,
} from '../../../src/features/campaigns/index.ts';

const alphabet = [
  ...'abc XYZ 0129 \n.,!?@£$éèàùñÇ',
  ...'^{}[]~\\|€',
  ...'ãõçáêíóôúÁÃÔ–—“”…ºª',
  '🌴',
  '✈️',
  '👨‍👩‍👧',
];
const text = fc.array(fc.constantFrom(...alphabet), { maxLength: 400 }).map((all) => all.join(''));
const gsmText = fc
  .array(fc.constantFrom(...'abc XYZ^{}[]~\\|€éà'), { minLength: 100, maxLength: 500 })
  .map((all) => all.join(''));

describe('SMS segments', () => {
  it.each([
    ['', 'GSM-7', 1],
    ['a'.repeat(160), 'GSM-7', 1],
    ['a'.repeat(161), 'GSM-7', 2],
    ['a'.repeat(306), 'GSM-7', 2],
    ['a'.repeat(307), 'GSM-7', 3],
    ['€'.repeat(80), 'GSM-7', 1],
    ['€'.repeat(81), 'GSM-7', 2],
    ['ã'.repeat(70), 'UCS-2', 1],
    ['ã'.repeat(71), 'UCS-2', 2],
    ['ã'.repeat(134), 'UCS-2', 2],
    ['ã'.repeat(135), 'UCS-2', 3],
  ])('counts %j… as %s in %i', (body, encoding, segments) => {
    expect(countSms(body)).toMatchObject({ encoding, segments });
  });

  it("agrees with Twilio's own calculator on any text", () => {
    fc.assert(
      fc.property(fc.oneof(text, gsmText), (body) => {
        fc.pre(body !== '');
        const oracle = new SegmentedMessage(body, 'auto');
        expect(countSms(body)).toMatchObject({
          encoding: oracle.encodingName,
          segments: oracle.segmentsCount,
        });
      }),
      { numRuns: 400 },
    );
  });

  it('writes Portuguese without accents so that it fits GSM-7, and touches nothing else', () => {
    expect(withoutAccents('Não é só isso: ação, “férias” – R$ 10 • ok…')).toBe(
      'Nao é so isso: açao, "férias" - R$ 10 - ok...'.replace('ç', 'c'),
    );
    expect(costlyCharacters('Não é ação 🌴')).toEqual(['ã', 'ç', '🌴']);
    fc.assert(
      fc.property(gsmText, (body) => {
        expect(withoutAccents(body)).toBe(body);
      }),
    );
  });
});
