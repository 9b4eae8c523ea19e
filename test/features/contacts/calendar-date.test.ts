import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrderOf, readDate } from '../../../src/features/contacts/calendar-date.ts';

describe('a date', () => {
  it.each([
    ['05/07/2026', '2026-07-05'],
    ['5/7/2026', '2026-07-05'],
    ['14-12-2023', '2023-12-14'],
    ['14.12.2023', '2023-12-14'],
    ['14/12/23', '2023-12-14'],
    ['14/12/2023 18:30', '2023-12-14'],
    ['2024-12-03', '2024-12-03'],
    ['2024-12-03T10:11:12Z', '2024-12-03'],
    ['2024-12-03 10:11', '2024-12-03'],
    ['2024/12/03', '2024-12-03'],
    ['12/25/2025', '2025-12-25'],
    ['45629', '2024-12-03'],
    ['45629.75', '2024-12-03'],
    ["'05/07/2026", '2026-07-05'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is %s', (text, expected) => expect(readDate(text)).toBe(expected));

  it.each([
    '',
    'ontem',
    '31/02/2024',
    '29/02/2023',
    '00/00/0000',
    '1',
    '123456',
    '12/2024',
    '2024-13-40',
  ])('%s is none', (text) => expect(readDate(text)).toBeNull());

  it('is read month first where the file is American', () => {
    expect(readDate('05/07/2026', 'mdy')).toBe('2026-05-07');
    expect(readDate('25/12/2025', 'mdy')).toBe('2025-12-25');
  });

  it('survives every notation', () => {
    const day = fc.date({
      min: new Date('1991-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, of] = iso.split('-');
        expect(readDate(iso)).toBe(iso);
        expect(readDate(`${of}/${month}/${year}`)).toBe(iso);
        expect(readDate(`${month}/${of}/${year}`, 'mdy')).toBe(iso);
        const serial = Math.round(Date.parse(iso) / 86_400_000) + 25_569;
        expect(readDate(String(serial))).toBe(iso);
      }),
    );
  });
});

describe('the order of day and month', () => {
  it.each([
    [['05/07/2026', '14/12/2023'], 'mdy', 'dmy'],
    [['05/07/2026', '12/25/2023'], 'dmy', 'mdy'],
    [['05/07/2026'], 'mdy', 'mdy'],
    [['2024-12-03'], 'dmy', 'dmy'],
  ] as const)('%j read %s without proof: %s', (texts, otherwise, expected) =>
    expect(dateOrderOf(texts, otherwise)).toBe(expected),
  );
});
