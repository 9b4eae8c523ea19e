import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/adapters/db/database.ts';
import { importStore } from '../../../src/adapters/db/import-store.ts';
import { sheetWriter } from '../../../src/adapters/files/sheet-writer.ts';
import type { AttestationForm } from '../../../src/features/consent/index.ts';
import type { ImportStore } from '../../../src/features/contacts/index.ts';
import { freshDatabase } from '../../support/database.ts';
import { attestation, importFile } from '../../support/imports.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function emptyDatabase(): Promise<Database> {
  const { db, close } = await freshDatabase();
  closing.push(close);
  return db;
}

/** Every row goes the long way, through the merge. */
function withoutShortcut(store: ImportStore): ImportStore {
  return {
    ...store,
    async openPass(id) {
      const pass = await store.openPass(id);
      return (
        pass && {
          ...pass,
          stage: (rows) => pass.stage(rows.map((row) => ({ ...row, lone: null }))),
        }
      );
    },
  };
}

/** Everything but ids, and the import that both databases call by another id. */
async function contentOf(db: Database) {
  const contacts = await db.pool.query(
    `select to_jsonb(c) - 'id' - 'import_id' as row from phone_contacts c order by phone`,
  );
  const ledger = await db.pool.query(
    `select to_jsonb(e) - 'id' - 'seq' || jsonb_build_object('evidence', e.evidence - 'import') as row
       from consent_events e order by phone, kind`,
  );
  const forbidden = await db.pool.query(
    `select phone, reason, source, created_by from suppressions order by phone, reason`,
  );
  return { contacts: contacts.rows, ledger: ledger.rows, forbidden: forbidden.rows };
}

const header = [
  'Nome',
  'Telefone',
  'Estado',
  'Cidade',
  'CEP',
  'Segmento',
  'Tags',
  'Aceita',
  'Data do aceite',
  'Texto do aceite',
  'Origem do aceite',
  'Descadastrado',
  'Email',
  'Observações',
];
const row = fc.tuple(
  fc.constantFrom('Ana', 'ANA LIMA', '', 'Zé "o\\t" Lima', 'Bia\\N', '=1+1', 'João 🌴'),
  fc.integer({ min: 0, max: 40 }).map((n) => `203-555-01${String(n).padStart(2, '0')}`),
  fc.constantFrom('', 'CT', 'Florida', 'Alaska'),
  fc.constantFrom('', 'Hartford', 'São\tPaulo'),
  fc.constantFrom('', '06810', '33064'),
  fc.constantFrom('', 'geral', 'familias'),
  fc.constantFrom('', 'vip|natal', 'a\\b'),
  fc.constantFrom('', 'sim', 'não'),
  fc.constantFrom('', '2025-01-10', '2024-02-29', '32/13/2025'),
  fc.constantFrom('', 'Aceito; "tudo"\nsim'),
  fc.constantFrom('', 'site\\form'),
  fc.constantFrom('', '', '', 'sim'),
  fc.constantFrom('', 'a@b.co'),
  fc.constantFrom('', 'liga depois\\'),
);
const forms: fc.Arbitrary<AttestationForm | null> = fc.constantFrom(null, attestation, {
  ...attestation,
  channels: ['sms' as const],
  undatedGivenBy: '2025-06-30',
});

describe('the two ways of an import', () => {
  it('give the same contacts, ledger, suppressions and counts for any file', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        forms,
        async (rows, form) => {
          const content = sheetWriter.csv([header, ...rows], ';');
          const [short, long] = [await emptyDatabase(), await emptyDatabase()];
          const one = await importFile(short, content, { form });
          const two = await importFile(long, content, {
            form,
            store: withoutShortcut(importStore(long)),
          });
          expect(one.counts).toEqual(two.counts);
          expect(await contentOf(short)).toEqual(await contentOf(long));
        },
      ),
      { numRuns: 12 },
    );
  });
});
