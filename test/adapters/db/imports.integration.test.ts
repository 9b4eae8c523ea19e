import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/adapters/db/database.ts';
import { importStore } from '../../../src/adapters/db/import-store.ts';
import type { ImportReport } from '../../../src/features/contacts/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aDay,
  attestation,
  calmRun,
  importFile,
  importService,
  messyFile,
  phoneAt,
} from '../../support/imports.ts';
import { inline, rawWorkbook, row } from '../../support/workbook.ts';

let fresh: FreshDatabase;
let db: Database;
beforeEach(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
});
afterEach(() => fresh.close());

const later = new Date(aDay.getTime() + 3600_000);

async function everything(): Promise<{ contacts: unknown[]; ledger: unknown[] }> {
  const contacts = await db.pool.query('select * from phone_contacts order by phone');
  const ledger = await db.pool.query('select * from consent_events order by phone, id');
  return { contacts: contacts.rows, ledger: ledger.rows };
}

const one = async <Row extends object>(sql: string, params: unknown[] = []): Promise<Row> => {
  const { rows } = await db.pool.query<Row>(sql, params);
  const [row] = rows;
  if (!row) throw new Error('no row');
  return row;
};

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
}

describe('importing a messy list', () => {
  const { content, expected } = messyFile(4500);

  it('gives exactly the contacts that are in it', async () => {
    const report = await importFile(db, content);
    expect(report.counts).toMatchObject({ ...expected, changed: 0, unchanged: 0 });
    expect(report.status).toBe('completed');
    const found = await one(
      `select count(*)::int as people, count(*) filter (where state = 'FL')::int as florida,
              count(*) filter (where consent_sms = 'asserted' and consent_whatsapp = 'asserted'
                                 and consent_call = 'none' and consent_date is not null)::int as agreed,
              count(*) filter (where consent_sms = 'refused' and consent_call = 'refused')::int as refused
         from phone_contacts`,
    );
    expect(found).toEqual({
      people: 4500,
      florida: expected.byState?.FL,
      agreed: expected.withConsent,
      refused: expected.refused,
    });
  });

  it('keeps formulas as text and fills blanks from the other row', async () => {
    await importFile(db, content);
    const first = await one(
      'select name, city, segment, tags, state, address_state, rule_states, zones from phone_contacts where phone = $1',
      [phoneAt(0)],
    );
    expect(first).toEqual({
      name: '=HYPERLINK(1)',
      city: 'Danbury',
      segment: 'familias',
      tags: ['vip', 'natal', 'Férias'],
      state: 'FL',
      address_state: 'FL',
      rule_states: ['FL'],
      zones: ['America/New_York'],
    });
  });

  it('again changes nothing at all', async () => {
    await importFile(db, content);
    const before = await everything();
    const again = await importFile(db, content, { clock: { now: () => later } });
    expect(again.counts).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 4500,
      merged: 4500 + (expected.merged ?? 0),
      rejected: expected.rejected,
    });
    expect(await everything()).toEqual(before);
  });

  it('is previewed with the very counts that it then has', async () => {
    const imports = importService(db);
    const { id } = await imports.start({ fileName: 'l.csv', content, owner: 'U1' });
    const { preview, status } = await imports.preview(id);
    expect(status).toBe('previewed');
    expect(await one('select count(*)::int as n from phone_contacts')).toEqual({ n: 0 });
    await imports.confirm(id, attestation, 'U1');
    const { counts } = await imports.run(id, calmRun());
    expect(counts).toEqual(preview?.counts);
    expect(preview?.samples.some((sample) => sample.reject === null)).toBe(true);
    expect(preview?.samples.some((sample) => sample.reject !== null)).toBe(true);
  });

  it('by two people at once loses and doubles nothing', async () => {
    const reports = await Promise.all([
      importFile(db, content, { fileName: 'a.csv' }),
      importFile(db, content, { fileName: 'b.csv' }),
    ]);
    const sum = (pick: (report: ImportReport) => number) =>
      reports.reduce((total, report) => total + pick(report), 0);
    expect(sum(({ counts }) => counts.created)).toBe(4500);
    expect(sum(({ counts }) => counts.changed)).toBe(0);
    expect(sum(({ counts }) => counts.merged)).toBe(4500 + 2 * (expected.merged ?? 0));
    const { contacts, ledger } = await everything();
    expect(contacts).toHaveLength(4500);
    expect(ledger).toHaveLength((expected.withConsent ?? 0) + (expected.refused ?? 0));
  });

  it('that dies in the middle is taken up where it was, with the same result', async () => {
    const store = importStore(db);
    let merges = 0;
    const dying = importService(db, {
      store: {
        ...store,
        async openPass(id) {
          const pass = await store.openPass(id);
          return (
            pass && {
              ...pass,
              merge: async (...args) => {
                merges += 1;
                if (merges === 2) throw new Error('the power went out');
                return pass.merge(...args);
              },
            }
          );
        },
      },
    });
    const { id } = await dying.start({ fileName: 'l.csv', content, owner: 'U1' });
    await dying.confirm(id, attestation, 'U1');
    await expect(dying.run(id, calmRun())).rejects.toThrow('the power went out');
    const half = await one<{ n: number }>('select count(*)::int as n from phone_contacts');
    expect(half.n).toBeGreaterThan(1000);
    expect(half.n).toBeLessThan(4500);
    expect((await store.get(id))?.status).toBe('running');

    const seen: number[] = [];
    const report = await importService(db).run(id, calmRun(), {
      onProgress: (done) => void seen.push(done),
    });
    expect(report.counts).toMatchObject({ ...expected, created: 4500 });
    expect(seen.at(-1)).toBe(expected.rows);
    const rejects = await one('select count(*)::int as n from import_rejects');
    expect(rejects).toEqual({ n: expected.rejected });
  });

  it('run twice at once works once', async () => {
    const imports = importService(db);
    const { id } = await imports.start({ fileName: 'l.csv', content, owner: 'U1' });
    await imports.confirm(id, attestation, 'U1');
    const both = await Promise.allSettled([imports.run(id, calmRun()), imports.run(id, calmRun())]);
    const codes = both.map((outcome) =>
      outcome.status === 'rejected' ? (outcome.reason as Refusal).code : 'done',
    );
    expect(codes.sort()).toEqual(['contacts.import-busy', 'done']);
    expect((await imports.report(id)).counts).toMatchObject({ ...expected, created: 4500 });
  });

  it('can be canceled between two batches, and says what is in', async () => {
    const imports = importService(db);
    const { id } = await imports.start({ fileName: 'l.csv', content, owner: 'U1' });
    await imports.confirm(id, attestation, 'U1');
    const report = await imports.run(id, calmRun(), {
      onProgress: async (done) => {
        if (done > 0) await imports.cancel(id, 'U2').catch(() => {});
      },
    });
    expect(report.status).toBe('canceled');
    const { n } = await one<{ n: number }>('select count(*)::int as n from phone_contacts');
    expect(n).toBeGreaterThan(1000);
    expect(n).toBeLessThan(4500);
    expect(report.counts.created).toBe(n);
    expect(await codeOf(imports.confirm(id, null, 'U1'))).toBe('contacts.import-canceled');
  });

  it('can be canceled while its file is being read, before and after it was confirmed', async () => {
    const imports = importService(db);
    const seen: number[] = [];
    for (const confirmed of [false, true]) {
      const { id } = await imports.start({ fileName: 'l.csv', content, owner: 'U1' });
      const onRead = async (rows: number) => {
        seen.push(rows);
        await imports.cancel(id, 'U2');
      };
      if (confirmed) {
        await imports.confirm(id, attestation, 'U1');
        await expect(imports.run(id, calmRun(), { onRead })).rejects.toMatchObject({
          code: 'contacts.import-no-report',
        });
      } else {
        const left = await imports.preview(id, calmRun(), onRead);
        expect([left.status, left.preview]).toEqual(['canceled', null]);
      }
      expect(await codeOf(imports.preview(id))).toBe('contacts.import-canceled');
    }
    expect(seen).toHaveLength(2);
    expect(Math.min(...seen)).toBeGreaterThan(3000);
    expect(await one('select count(*)::int as n from phone_contacts')).toEqual({ n: 0 });
  });

  it('leaves at the next batch when the process is asked to stop, and goes on later', async () => {
    const imports = importService(db);
    const stop = new AbortController();
    const { id } = await imports.start({ fileName: 'l.csv', content, owner: 'U1' });
    await imports.confirm(id, attestation, 'U1');
    const stopping = { touch: async () => {}, stopping: stop.signal };
    const first = imports.run(id, stopping, {
      onProgress: (done) => {
        if (done > 0) stop.abort();
      },
    });
    expect(await codeOf(first)).toBe('contacts.import-interrupted');
    expect((await imports.run(id, calmRun())).counts).toMatchObject({ created: 4500 });
  });
});

describe('an import that is over', () => {
  it('cannot be confirmed, mapped or canceled again, and running it does nothing', async () => {
    const imports = importService(db);
    const { importId } = await importFile(db, csv('Telefone', '203-555-0123'));
    const before = await everything();
    expect(await codeOf(imports.confirm(importId, null, 'U2'))).toBe('contacts.import-completed');
    expect(await codeOf(imports.cancel(importId, 'U2'))).toBe('contacts.import-completed');
    expect(await codeOf(imports.remap(importId, ['phone']))).toBe('contacts.import-completed');
    expect(await codeOf(imports.preview(importId))).toBe('contacts.import-completed');
    expect((await imports.run(importId, calmRun())).counts.created).toBe(1);
    expect(await everything()).toEqual(before);
  });

  it('gives its rejects as a file that can be corrected and imported again', async () => {
    const imports = importService(db);
    const { importId } = await importFile(
      db,
      csv(
        'Nome;Telefone;Aceita',
        '=1+1;555-0123;sim',
        'Ana;203-555-0123;sim',
        '<!channel>;+55 11 91234-5678;',
      ),
    );
    const file = await imports.rejectsFile(importId, 'U1', (key) => `«${key}»`);
    const text = Buffer.from(file?.content ?? []).toString();
    expect(text).toBe(
      '\ufeffNome;Telefone;Aceita;«contacts.reject.column»\r\n' +
        "'=1+1;555-0123;sim;«contacts.reject.phone-missing-area-code»\r\n" +
        "<!channel>;'+55 11 91234-5678;;«contacts.reject.phone-foreign»\r\n",
    );
    const corrected = Buffer.from(text.replace('555-0123', '(860) 555-0123'));
    const again = await importFile(db, corrected);
    expect(again.counts).toMatchObject({ rows: 2, created: 1, rejected: 1 });
    expect(await one('select name from phone_contacts where phone = $1', ['+18605550123'])).toEqual(
      { name: '=1+1' },
    );
  });

  it('has no rejects file when nothing was rejected', async () => {
    const { importId } = await importFile(db, csv('Telefone', '203-555-0123'));
    expect(await importService(db).rejectsFile(importId, 'U1', (key) => key)).toBeNull();
  });
});

describe('wrong input', () => {
  it.each<[string, Uint8Array, string]>([
    ['0 bytes', Buffer.alloc(0), 'contacts.file-empty'],
    ['blank lines', csv('', ';;', ''), 'contacts.file-no-rows'],
    ['only a header', csv('Nome;Telefone'), 'contacts.file-no-rows'],
    ['wrong headers', csv('Produto;Preço', 'Passagem;100'), 'contacts.file-no-phone-column'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), 'contacts.file-binary'],
  ])('%s is refused and leaves nothing behind', async (_, content, code) => {
    expect(await codeOf(importFile(db, content))).toBe(code);
    expect(await one('select count(*)::int as n from files')).toEqual({ n: 0 });
    expect(await one('select count(*)::int as n from imports')).toEqual({ n: 0 });
  });

  it('more rows than allowed fail the import before anything is written', async () => {
    const content = csv('Telefone', '203-555-0123', '203-555-0124', '203-555-0125');
    expect(await codeOf(importFile(db, content, { maxRows: 2 }))).toBe(
      'contacts.file-too-many-rows',
    );
    expect(await one('select status, error_code as code from imports')).toEqual({
      status: 'failed',
      code: 'contacts.file-too-many-rows',
    });
    expect(await one('select count(*)::int as n from phone_contacts')).toEqual({ n: 0 });
  });

  it('a mapping without a phone, with a field twice or of another width is refused', async () => {
    const imports = importService(db);
    const content = csv('Nome;Telefone', 'Ana;203-555-0123');
    const { id } = await imports.start({ fileName: 'l.csv', content, owner: 'U1' });
    expect(await codeOf(imports.remap(id, ['name', null]))).toBe('contacts.mapping-no-phone');
    expect(await codeOf(imports.remap(id, ['phone', 'phone']))).toBe('contacts.mapping-twice');
    expect(await codeOf(imports.remap(id, ['phone']))).toBe('contacts.mapping-columns');
    expect(await codeOf(imports.run(id, calmRun()))).toBe('contacts.import-not-confirmed');
  });

  it('a file that has expired asks to be uploaded again', async () => {
    const imports = importService(db);
    const { id } = await imports.start({
      fileName: 'l.csv',
      content: csv('Telefone', '203-555-0123'),
      owner: 'U1',
    });
    await db.pool.query('delete from files');
    await imports.confirm(id, attestation, 'U1');
    expect(await codeOf(imports.run(id, calmRun()))).toBe('contacts.import-file-gone');
  });
});

describe('a consent date that says nothing', () => {
  it('is counted apart, and nobody vouches for it with those that have none', async () => {
    const imports = importService(db);
    const content = csv(
      'Telefone;Aceita;Data do aceite',
      '203-555-0121;sim;32/13/2025',
      '203-555-0122;sim;2027-12-31',
      '203-555-0123;sim;',
      '203-555-0124;sim;01/02/2025',
      '203-555-0125;não;32/13/2025',
    );
    const { id } = await imports.start({ fileName: 'l.csv', content, owner: 'U1' });
    const counted = { consentUnreadable: 2, consentUndated: 1, withConsent: 1, refused: 1 };
    expect((await imports.preview(id)).preview?.counts).toMatchObject(counted);
    await imports.confirm(id, { ...attestation, undatedGivenBy: '2025-12-31' }, 'U1');
    expect((await imports.run(id, calmRun())).counts).toMatchObject(counted);
    const { rows } = await db.pool.query(
      'select right(phone, 1) as n, consent_sms from phone_contacts order by phone',
    );
    expect(rows.map(({ n, consent_sms }) => [n, consent_sms])).toEqual([
      ['1', 'none'],
      ['2', 'none'],
      ['3', 'asserted'],
      ['4', 'asserted'],
      ['5', 'refused'],
    ]);
  });
});

describe('a workbook as people make it', () => {
  it('is imported whole, with its title, its two lines of header and a second sheet', async () => {
    const line = (number: number, ...cells: string[]) =>
      row(
        number,
        ...cells.flatMap((text, at) => (text ? [inline(`${'ABCDE'[at]}${number}`, text)] : [])),
      );
    const content = rawWorkbook({
      Clientes: [
        line(1, 'Lista de contatos — novembro'),
        line(3, 'Nome', 'Telefone', 'Consentimento'),
        line(4, '', '', 'Aceita', 'Data'),
        line(5, 'Ana Lima', '203-555-0121', 'sim', '01/02/2025'),
        line(6, 'Bia Reis', '203-555-0122', 'não'),
      ].join(''),
      Antigos: line(1, 'x') + line(2, 'y'),
    });
    const imports = importService(db);
    const view = await imports.start({ fileName: 'l.xlsx', content, owner: 'U1' });
    expect(view.detected).toMatchObject({
      headerAt: { row: 3, last: 4 },
      sheets: { read: 'Clientes', others: [{ name: 'Antigos', rows: 2 }] },
    });
    await imports.confirm(view.id, attestation, 'U1');
    const { counts } = await imports.run(view.id, calmRun());
    expect(counts).toMatchObject({ rows: 2, blank: 2, created: 2, rejected: 0, withConsent: 1 });
    const { rows } = await db.pool.query('select name from phone_contacts order by phone');
    expect(rows).toEqual([{ name: 'Ana Lima' }, { name: 'Bia Reis' }]);
  });
});

describe('a mapping that a person changed', () => {
  it('is what the preview and the import use', async () => {
    const imports = importService(db);
    const content = csv('203-555-0123;Hartford;sim', '860-555-0100;Danbury;sim');
    const { id, mapping } = await imports.start({ fileName: 'l.csv', content, owner: 'U1' });
    expect(mapping).toEqual(['phone', null, null]);
    await imports.preview(id);
    const remapped = await imports.remap(id, ['phone', 'city', 'consent']);
    expect([remapped.status, remapped.preview]).toEqual(['uploaded', null]);
    expect((await imports.preview(id)).preview?.counts.consentUndated).toBe(2);
    await imports.confirm(id, { ...attestation, undatedGivenBy: '2025-12-31' }, 'U1');
    await imports.run(id, calmRun());
    expect(
      await one('select city, consent_sms, consent_date from phone_contacts where phone = $1', [
        '+12035550123',
      ]),
    ).toEqual({
      city: 'Hartford',
      consent_sms: 'asserted',
      consent_date: new Date('2025-12-31T12:00:00Z'),
    });
  });
});
