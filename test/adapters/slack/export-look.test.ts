import { describe, expect, it } from 'vitest';
import { lookIn } from '../../../src/adapters/slack/contact-bulk/desk.ts';
import { createWords } from '../../../src/adapters/slack/words/words.ts';
import { readAnswer } from '../../../src/features/consent/index.ts';
import { guessMapping, mappingOf } from '../../../src/features/contacts/guess-mapping.ts';
import { codedColumns, exportColumns } from '../../../src/features/contacts/index.ts';
import { normaliseRow, readingOf } from '../../../src/features/contacts/normalise-row.ts';
import { lineTypes } from '../../../src/features/validation/index.ts';

const standings = ['none', 'asserted', 'documented', 'unattested', 'refused', 'revoked'];
const words = createWords();

describe.each(['en', 'pt-BR'] as const)('an exported file in %s', (locale) => {
  const look = lookIn(words.in(locale));
  const codesOf = (column: (typeof codedColumns)[number]) =>
    column === 'line-type' ? lineTypes : standings;

  it('holds words instead of codes, and none of them is an answer that an import would take', () => {
    const said = codedColumns.flatMap((column) =>
      codesOf(column).map((code) => look.said(column, code)),
    );
    for (const text of said) {
      expect(standings).not.toContain(text);
      expect(text).not.toMatch(/^[a-z]+[A-Z]/);
      expect(readAnswer(text)).toBeNull();
    }
    expect(look.said('consent-sms', 'asserted')).toBe(
      locale === 'en' ? 'consent given' : 'consentimento dado',
    );
    expect(look.said('line-type', 'landline')).toBe(locale === 'en' ? 'landline' : 'fixo');
  });

  it.each(standings)(
    'imported again, says nothing about the consent of somebody %s',
    (standing) => {
      const row = exportColumns.map((column) => {
        if (column === 'phone') return '(203) 555-0123';
        if (column.startsWith('consent')) return look.said('consent-sms', standing);
        return column.endsWith('-at') ? '2026-11-24 10:05' : 'x';
      });
      const rows = [exportColumns.map(look.header), row].map((cells, at) => ({
        number: at + 1,
        cells,
      }));
      const { columns, dateOrder } = guessMapping(rows);
      const mapping = mappingOf(columns);
      expect(mapping[exportColumns.indexOf('phone')]).toBe('phone');
      const consents = [null, 'consent', 'opted_out'] as const;
      for (const byHand of consents) {
        const chosen = mapping.map((field, index) =>
          byHand && index === exportColumns.indexOf('consent-sms') ? byHand : field,
        );
        const read = normaliseRow(
          row,
          readingOf(chosen, { dateOrder, delimiter: ',', today: '2026-12-01' }),
        );
        expect(read).toMatchObject({
          ok: true,
          value: { phone: '+12035550123', consent: null, consentDate: null, optedOut: false },
        });
      }
    },
  );
});
