import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/adapters/db/database.ts';
import type { ImportKind } from '../../../src/features/contacts/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { aDay, attestation, calmRun, importFile, importService } from '../../support/imports.ts';

let fresh: FreshDatabase;
let db: Database;
beforeEach(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
});
afterEach(() => fresh.close());

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));
const people = csv(
  'Nome;Telefone;Aceita;Data do aceite',
  'Ana;203-555-0101;sim;2025-01-10',
  'Bia;203-555-0102;sim;2025-01-10',
  'Caio;203-555-0103;sim;2025-01-10',
);

async function importList(
  content: Uint8Array,
  {
    kind,
    scrubbedOn = null,
    fileName = 'lista.csv',
    at = aDay,
  }: {
    kind?: ImportKind;
    scrubbedOn?: string | null;
    fileName?: string;
    at?: Date;
  },
) {
  const imports = importService(db, { clock: { now: () => at } });
  const upload = { fileName, content, owner: 'U01ANA', scrubbedOn, ...(kind && { kind }) };
  const { id } = await imports.start(upload);
  const { preview } = await imports.preview(id);
  await imports.confirm(id, null, 'U01ANA');
  const report = await imports.run(id, calmRun());
  expect(report.counts).toEqual(preview?.counts);
  return report;
}

async function standing(): Promise<unknown[]> {
  const { rows } = await db.pool.query(
    `select right(phone, 4) as phone, opted_out, do_not_call, suppression_reason as reason, consent_sms
       from phone_contacts order by phone`,
  );
  return rows;
}

describe('a list of opt-outs', () => {
  it('silences contacts, keeps strangers for later, and wins over every import after it', async () => {
    await importFile(db, people);
    const optOuts = csv('Telefone', '203-555-0101', '(203) 555-0101', '203-555-0177', '12');
    const { counts, kind } = await importList(optOuts, { fileName: 'descadastrados.csv' });
    expect(kind).toBe('opt-out');
    expect(counts).toMatchObject({
      rows: 4,
      created: 2,
      merged: 1,
      rejected: 1,
      changed: 1,
      suppressed: 2,
    });
    const again = csv(
      'Nome;Telefone;Aceita;Data do aceite',
      'Ana;203-555-0101;sim;2026-11-21',
      'Dora;203-555-0177;sim;2026-11-21',
    );
    await importFile(db, again);
    const silent = { opted_out: true, do_not_call: false, reason: 'opt-out' };
    expect(await standing()).toMatchObject([
      { phone: '0101', ...silent, consent_sms: 'revoked' },
      { phone: '0102', opted_out: false, consent_sms: 'asserted' },
      { phone: '0103', opted_out: false },
      { phone: '0177', ...silent, consent_sms: 'revoked' },
    ]);
  });

  it('read again changes nothing', async () => {
    await importFile(db, people);
    const optOuts = csv('Telefone', '203-555-0101', '203-555-0177');
    await importList(optOuts, { kind: 'opt-out' });
    const before = await db.pool.query('select * from suppressions order by phone');
    const ledger = await db.pool.query('select * from consent_events order by seq');
    const { counts } = await importList(optOuts, {
      kind: 'opt-out',
      at: new Date(aDay.getTime() + 60_000),
    });
    expect(counts).toMatchObject({ created: 0, merged: 2, changed: 0, unchanged: 2 });
    expect((await db.pool.query('select * from suppressions order by phone')).rows).toEqual(
      before.rows,
    );
    expect((await db.pool.query('select * from consent_events order by seq')).rows).toEqual(
      ledger.rows,
    );
  });
});

describe('a do-not-call list', () => {
  it.each([
    ['dnc-national', 'National_DNC_2026.csv'],
    ['dnc-state', 'DNC-CT-list.csv'],
    ['litigator', 'litigators.csv'],
  ] as const)(
    'of kind %s is known by its name and forbids calls and texts',
    async (kind, fileName) => {
      await importFile(db, people);
      const report = await importList(csv('2035550102', '2035550188'), { fileName });
      expect(report.kind).toBe(kind);
      expect(await standing()).toMatchObject([
        { do_not_call: false },
        { do_not_call: true, opted_out: false, reason: kind, consent_sms: 'asserted' },
        { do_not_call: false },
      ]);
    },
  );

  it('as the registry hands it out, area code and number apart, is read', async () => {
    const { counts } = await importList(csv('203,5550102', '203,5550188', '860,5550199'), {
      fileName: 'registry.txt',
    });
    expect(counts).toMatchObject({ rows: 3, created: 3, rejected: 0 });
    const { rows } = await db.pool.query('select phone, reason from suppressions order by phone');
    expect(rows[0]).toEqual({ phone: '+12035550102', reason: 'dnc-national' });
  });

  it('keeps the newest day on which a number was found in it', async () => {
    const days = async () => {
      const { rows } = await db.pool.query(
        'select right(phone, 4) as phone, scrubbed_on::text as day from suppressions order by phone',
      );
      return rows.map(({ phone, day }) => `${phone} ${day}`);
    };
    const kind = 'dnc-national';
    await importList(csv('2035550102', '2035550188'), { kind, scrubbedOn: '2026-10-01' });
    await importList(csv('2035550102'), { kind, scrubbedOn: '2026-11-20' });
    expect(await days()).toEqual(['0102 2026-11-20', '0188 2026-10-01']);
    await importList(csv('2035550188', '2035550102'), { kind, scrubbedOn: '2026-10-15' });
    expect(await days()).toEqual(['0102 2026-11-20', '0188 2026-10-15']);
  });

  it('without a day counts as compared today, and never tomorrow', async () => {
    const imports = importService(db);
    const upload = { fileName: 'dnc.csv', content: csv('2035550102'), owner: 'U1' };
    const view = await imports.start(upload);
    expect([view.kind, view.scrubbedOn]).toEqual(['dnc-national', '2026-11-22']);
    await expect(imports.setKind(view.id, 'dnc-state', '2026-11-23')).rejects.toMatchObject({
      code: 'contacts.scrub-date-ahead',
    });
    const changed = await imports.setKind(view.id, 'contacts', '2026-11-20');
    expect([changed.kind, changed.scrubbedOn]).toEqual(['contacts', null]);
    await expect(imports.start({ ...upload, scrubbedOn: '2027-01-01' })).rejects.toMatchObject({
      code: 'contacts.scrub-date-ahead',
    });
    for (const scrubbedOn of ['2026-99-99', '2026-02-30', 'ontem']) {
      await expect(imports.start({ ...upload, scrubbedOn })).rejects.toMatchObject({
        code: 'contacts.scrub-date',
        fields: { scrubbedOn: 'contacts.scrub-date' },
      });
    }
    const { rows } = await db.pool.query('select count(*)::int as n from files');
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('a list of people', () => {
  it('named like one is imported as people', async () => {
    const imports = importService(db);
    for (const fileName of ['contatos.csv', 'clientes-ct.csv', 'lista_estado_FL.xlsx']) {
      const { id, kind } = await imports.start({ fileName, content: people, owner: 'U1' });
      expect(kind).toBe('contacts');
      await imports.confirm(id, attestation, 'U1');
    }
  });
});
