import { describe, expect, it } from 'vitest';
import { importReport, refusalText } from '../../scripts/import-report.ts';
import { createWords } from '../../src/adapters/slack/words/words.ts';
import type { ImportKind } from '../../src/features/contacts/index.ts';
import { Refusal } from '../../src/shared/errors.ts';

const words = createWords().in('en');

describe('the report of an import at a terminal', () => {
  const said = (n: number, kind: ImportKind) =>
    importReport(
      {
        blank: 0,
        rejectedBy: {},
        unchanged: 0,
        consentUndated: n,
        byState: {},
        rows: n,
        created: n,
        merged: n,
        changed: n,
        rejected: n,
        withConsent: n,
        suppressed: n,
        refused: n,
        file: 'a.csv',
        importId: 'x',
        kind,
        scrubbedOn: null,
        preview: true,
        ms: 1,
      },
      { attested: true, say: (key) => key },
    );

  it.each(['contacts', 'opt-out'] as const)('counts one as one, of %s', (kind) => {
    expect(said(1, kind)).not.toMatch(/ 1 (?:new )?(?:rows|contacts|numbers)\b|contacts are/);
    expect(said(2, kind)).not.toMatch(/ 2 (?:new )?(?:row|contact|number)\b/);
    expect(said(1, kind)).toContain('1 row rejected');
  });

  it('names the option that is missing, for there is no field to mark', () => {
    const fields = {
      seller: 'consent.attestation-seller',
      textKept: 'consent.attestation-text-kept',
    };
    const refusal = new Refusal('invalid', 'consent.attestation-incomplete', {}, fields);
    expect(refusalText(refusal, words)).toMatch(
      /^--attest: Name the seller.*\n--text-kept: Say where/,
    );
    expect(refusalText(new Refusal('not-found', 'contacts.unknown'), words)).not.toContain('*');
  });
});
