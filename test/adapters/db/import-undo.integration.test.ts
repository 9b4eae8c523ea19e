import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consentStore } from '../../../src/adapters/db/consent-store.ts';
import { optOutContacts } from '../../../src/adapters/db/contact-opt-out.ts';
import { type Database, inTransaction } from '../../../src/adapters/db/database.ts';
import { createConsentService } from '../../../src/features/consent/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import type { E164 } from '../../../src/shared/phone.ts';
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
const header = 'Nome;Telefone;Cidade;Tags;Aceita;Data do aceite;Descadastrado';
const first = csv(
  header,
  'Ana;203-555-0101;;vip;;;',
  'Bia;203-555-0102;Hartford;;sim;2025-01-10;',
  'Caio;203-555-0103;;;;;',
);
const second = csv(
  header,
  'Ana Lima;203-555-0101;Danbury;natal;sim;2025-05-05;',
  'Bia;203-555-0102;;;;;',
  'Caio;203-555-0103;;;;;sim',
  'Dora;203-555-0104;;;sim;2025-05-05;',
  'Dora;203-555-0104;Norwalk;;;;',
  'Eva;203-555-0105;;;;;sim',
);

const later = (hours: number) => ({ now: () => new Date(aDay.getTime() + hours * 3600_000) });

async function contacts() {
  const { rows } = await db.pool.query(
    `select right(phone, 4) as phone, name, other_names, city, tags, state, address_state, zones,
            rule_states, segment, customer_profile, first_name_conflict, consent_sms, consent_date,
            opted_out, suppression_reason
       from phone_contacts order by phone`,
  );
  return rows;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'no refusal';
}

describe('undoing an import', () => {
  it('deletes what it made, gives back what it changed, lifts what it forbade', async () => {
    await importFile(db, first);
    const before = await contacts();
    const { importId } = await importFile(db, second, { clock: later(1) });
    expect(await contacts()).not.toEqual(before);
    const imports = importService(db, { clock: later(2) });
    const plan = await imports.undoPlan(importId);
    expect(plan).toMatchObject({ deleted: 2, restored: 1, lifted: 2, sent: 0, newer: null });
    const { view, done } = await imports.undo(importId, 'U01ANA');
    expect(done).toEqual({ deleted: 2, restored: 1, lifted: 2 });
    expect(view).toMatchObject({ status: 'undone', undone: done });
    expect(await contacts()).toEqual(before);
    const audit = await db.pool.query(
      `select actor, detail from audit_log where action = 'contacts.import-undone'`,
    );
    expect(audit.rows).toEqual([{ actor: 'U01ANA', detail: done }]);
    const lifted = await db.pool.query(
      'select lifted_by, lifted_evidence from suppressions where lifted_at is not null',
    );
    expect(lifted.rows).toHaveLength(2);
    expect(lifted.rows[0]).toEqual({ lifted_by: 'U01ANA', lifted_evidence: { undone: importId } });
  });

  it('leaves the ledger as it is, and the same list can be imported again with all it says', async () => {
    await importFile(db, first);
    const { importId } = await importFile(db, second, { clock: later(1) });
    const after = await contacts();
    const entries = async () =>
      (await db.pool.query('select * from consent_events order by seq')).rows;
    const ledger = await entries();
    await importService(db, { clock: later(2) }).undo(importId, 'U1');
    expect(await entries()).toEqual(ledger);
    const again = await importFile(db, second, { clock: later(3) });
    expect(again.counts).toMatchObject({ created: 2, changed: 2, unchanged: 1 });
    const withoutTime = after.map((row) => ({ ...row }));
    expect(await contacts()).toEqual(withoutTime);
    const third = await importFile(db, second, { clock: later(4) });
    expect(third.counts).toMatchObject({ created: 0, changed: 0, unchanged: 5 });
  });

  it('twice is refused and changes nothing', async () => {
    const { importId } = await importFile(db, first);
    const imports = importService(db);
    const both = await Promise.allSettled([
      imports.undo(importId, 'U1'),
      imports.undo(importId, 'U2'),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await codeOf(imports.undo(importId, 'U1'))).toBe('contacts.import-undone');
    const audit = await db.pool.query(
      `select count(*)::int as n from audit_log where action = 'contacts.import-undone'`,
    );
    expect(audit.rows).toEqual([{ n: 1 }]);
    expect(await contacts()).toEqual([]);
  });

  it('keeps what a person has corrected since', async () => {
    await importFile(db, first);
    const { importId } = await importFile(db, second, { clock: later(1) });
    await db.pool.query(`update phone_contacts set city = 'Boston' where phone like '%0101'`);
    await importService(db, { clock: later(2) }).undo(importId, 'U1');
    expect((await contacts())[0]).toMatchObject({ name: 'Ana', city: 'Boston', tags: ['vip'] });
  });

  it('is not possible after a day', async () => {
    const { importId } = await importFile(db, first);
    expect(await codeOf(importService(db, { clock: later(24) }).undo(importId, 'U1'))).toBe(
      'contacts.undo-too-late',
    );
    expect(await contacts()).toHaveLength(3);
  });

  it('is not possible before a later import of the same people is undone', async () => {
    const one = await importFile(db, first);
    const two = await importFile(db, second, { clock: later(1), fileName: 'nova.csv' });
    const imports = importService(db, { clock: later(2) });
    expect(await codeOf(imports.undo(one.importId, 'U1'))).toBe('contacts.undo-newer-first');
    await imports.undo(two.importId, 'U1');
    await imports.undo(one.importId, 'U1');
    expect(await contacts()).toEqual([]);
  });

  it('is not possible when somebody of it is in a campaign, and lets canceled ones go', async () => {
    const { importId } = await importFile(db, first);
    const imports = importService(db);
    await db.pool.query(
      `insert into phone_communications (phone_contact_id, type, direction, status, phone)
       select id, 'sms', 'outbound', 'sent', phone from phone_contacts where phone like '%0101'`,
    );
    expect(await codeOf(imports.undo(importId, 'U1'))).toBe('contacts.undo-sent');
    expect(await contacts()).toHaveLength(3);
    await db.pool.query(`update phone_communications set status = 'canceled'`);
    await imports.undo(importId, 'U1');
    expect(await contacts()).toEqual([]);
    const { rows } = await db.pool.query(
      'select phone_contact_id, phone from phone_communications',
    );
    expect(rows).toEqual([{ phone_contact_id: null, phone: '+12035550101' }]);
  });

  it('of a canceled one takes back the half that was in', async () => {
    const imports = importService(db, { batch: { numbers: 2, known: 2 } });
    const { id } = await imports.start({ fileName: 'l.csv', content: first, owner: 'U1' });
    await imports.confirm(id, attestation, 'U1');
    await imports.run(id, calmRun(), {
      onProgress: async (done) => {
        if (done > 0) await imports.cancel(id, 'U1').catch(() => {});
      },
    });
    expect(await contacts()).toHaveLength(2);
    expect((await imports.undo(id, 'U1')).done.deleted).toBe(2);
    expect(await contacts()).toEqual([]);
  });
});

describe('undoing a list that forbids numbers', () => {
  it('allows them again, but not those that another list names or that said so themselves', async () => {
    await importFile(db, first);
    const imports = importService(db);
    const list = async (...phones: string[]) => {
      const upload = { fileName: 'stop.csv', content: csv('Telefone', ...phones), owner: 'U1' };
      const { id } = await imports.start({ ...upload, kind: 'opt-out' });
      await imports.confirm(id, null, 'U1');
      await imports.run(id, calmRun());
      return id;
    };
    const one = await list('203-555-0101', '203-555-0102');
    const two = await list('203-555-0102', '203-555-0103');
    expect((await imports.undo(one, 'U1')).done).toEqual({ deleted: 0, restored: 0, lifted: 1 });
    const silent = async () => (await contacts()).map(({ opted_out }) => opted_out);
    expect(await silent()).toEqual([false, true, true]);
    expect((await imports.undo(two, 'U1')).done.lifted).toBe(2);
    expect(await silent()).toEqual([false, false, false]);
    expect((await contacts())[1]).toMatchObject({ consent_sms: 'asserted' });
    await list('203-555-0102');
    expect((await contacts())[1]).toMatchObject({ opted_out: true, consent_sms: 'revoked' });
  });
});

describe('somebody who says it themselves after a list did', () => {
  const listed = async (content = csv('Telefone', '203-555-0101', '203-555-0102')) => {
    const imports = importService(db);
    const upload = { fileName: 'stop.csv', content, owner: 'U1' };
    const { id } = await imports.start({ ...upload, kind: 'opt-out' });
    await imports.confirm(id, null, 'U1');
    await imports.run(id, calmRun());
    return id;
  };
  const ways = {
    'in a text': (phone: string) =>
      createConsentService({ store: consentStore(db) }).optOut({
        phone: phone as E164,
        source: 'sms',
        sourceRef: 'SM1',
        at: aDay,
        by: 'person',
      }),
    'to a colleague': (phone: string) =>
      createConsentService({ store: consentStore(db) }).optOut({
        phone: phone as E164,
        source: 'slack',
        sourceRef: 'U2',
        at: aDay,
        by: 'U2',
      }),
    'among many': (phone: string) =>
      inTransaction(db, (sql) =>
        optOutContacts(sql, [phone], { by: 'U2', at: aDay, sourceRef: 'bulk' }),
      ).then((first) => ({ first: first.length === 1 })),
  };

  it.each(Object.entries(ways))(
    '%s is heard, once, and outlives the undo of the list',
    async (_, say) => {
      await importFile(db, first);
      const id = await listed();
      expect(await say('+12035550101')).toEqual({ first: true });
      expect(await say('+12035550101')).toEqual({ first: false });
      expect((await importService(db).undo(id, 'U1')).done.lifted).toBe(1);
      const [ana, bia] = await contacts();
      expect(ana).toMatchObject({ opted_out: true, consent_sms: 'revoked' });
      expect(bia).toMatchObject({ opted_out: false });
    },
  );

  it('still counts when the same list was imported twice and one of them is undone', async () => {
    await importFile(db, first);
    const one = await listed();
    await listed();
    await importService(db).undo(one, 'U1');
    expect((await contacts())[0]).toMatchObject({ opted_out: true, consent_sms: 'revoked' });
  });
});

describe('what is kept for an undo', () => {
  it('is deleted when no undo is possible any more', async () => {
    await importFile(db, first);
    await importFile(db, second, { clock: later(1) });
    const kept = async () =>
      (await db.pool.query('select count(*)::int as n from import_changes')).rows[0];
    await importService(db, { clock: later(20) }).forgetUndo();
    expect(await kept()).toEqual({ n: 3 });
    await importService(db, { clock: later(26) }).forgetUndo();
    expect(await kept()).toEqual({ n: 0 });
  });
});
