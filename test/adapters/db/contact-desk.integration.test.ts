import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src/adapters/db/audit-log.ts';
import { contactDeskStore } from '../../../src/adapters/db/contact-desk-store.ts';
import { contactStore } from '../../../src/adapters/db/contact-store.ts';
import {
  type ContactDeskService,
  createContactDeskService,
  fingerprintOf,
} from '../../../src/features/contacts/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import {
  aRunningCampaign,
  phoneOf,
  somePeople,
  stoppedClock,
  tuesday,
} from '../../support/delivery.ts';
import { importFile } from '../../support/imports.ts';

describe('decisions about one contact', () => {
  let fresh: FreshDatabase;
  let desk: ContactDeskService;
  let clock: ReturnType<typeof stoppedClock>;
  let quiet: boolean;
  let stopped: string[];
  beforeEach(async () => {
    fresh = await freshDatabase();
    clock = stoppedClock();
    quiet = true;
    stopped = [];
    desk = createContactDeskService({
      contacts: contactStore(fresh.db),
      store: contactDeskStore(fresh.db),
      sends: {
        waitUntilQuiet: async () => quiet,
        cancelQueued: async (phone) => stopped.push(phone),
      },
      team: { require: async () => ({}) as never },
      clock,
    });
    await somePeople(fresh.db, 3);
  });
  afterEach(async () => {
    expect((await verifyChain(fresh.db.pool)).intact).toBe(true);
    await fresh.close();
  });

  const person = async (n = 0) => {
    const contact = await contactStore(fresh.db).getByPhone(phoneOf(n));
    if (!contact) throw new Error('nobody there');
    return contact;
  };
  const audits = async () =>
    (await fresh.db.pool.query('select action, actor, subject, detail from audit_log order by seq'))
      .rows;
  const refusal = async (work: Promise<unknown>) => {
    const error = await work.catch((caught: unknown) => caught);
    return error instanceof Refusal ? { code: error.code, fields: error.fields } : error;
  };
  const form = {
    name: 'Ana Lima',
    state: 'flórida',
    city: 'Miami',
    zip: '33101',
    segment: 'vip',
    tags: 'natal, VIP; natal',
  };

  it('edits, and what follows from the place follows', async () => {
    const before = await person();
    expect(await desk.edit(before.id, fingerprintOf(before), form, 'U1')).toEqual([
      'name',
      'addressState',
      'city',
      'zip',
      'segment',
      'tags',
    ]);
    expect(await person()).toMatchObject({
      name: 'Ana Lima',
      state: 'FL',
      addressState: 'FL',
      zip: '33101',
      segment: 'vip',
      tags: ['natal', 'VIP'],
      ruleStates: ['CT', 'FL'],
      timezone: 'America/New_York',
    });
    const [entry] = await audits();
    expect(entry).toMatchObject({
      action: 'contacts.edited',
      actor: 'U1',
      subject: `contact:${before.id}`,
    });
    expect(JSON.stringify(entry)).not.toMatch(/Ana|33101|555/);
  });

  it('tells the second of two people that the first has changed what they look at', async () => {
    const seen = await person();
    await desk.edit(seen.id, fingerprintOf(seen), form, 'U1');
    const late = desk.edit(seen.id, fingerprintOf(seen), { ...form, name: 'Bia' }, 'U2');
    expect(await refusal(late)).toMatchObject({ code: 'contact.changed-meanwhile' });
    expect((await person()).name).toBe('Ana Lima');
    const other = await person(1);
    const both = ['Bia', 'Cris'].map((name) =>
      refusal(desk.edit(other.id, fingerprintOf(other), { ...form, name }, 'U1')),
    );
    const outcomes = (await Promise.all(both)).map((outcome) =>
      Array.isArray(outcome) ? 'saved' : 'late',
    );
    expect(outcomes.sort()).toEqual(['late', 'saved']);
  });

  it('says under the field what cannot be read', async () => {
    const { id } = await person();
    const wrong = desk.edit(id, '', { ...form, state: 'Lisboa', zip: '1' }, 'U1');
    expect(await refusal(wrong)).toEqual({
      code: 'contact.edit',
      fields: { state: 'contact.edit-state', zip: 'contact.edit-zip' },
    });
    expect(await refusal(desk.edit('nonsense', '', form, 'U1'))).toMatchObject({
      code: 'contacts.unknown',
    });
  });

  it('opts out once: the second click finds it done and writes nothing', async () => {
    const { id } = await person();
    const both = await Promise.all([desk.optOut(id, 'U1'), desk.optOut(id, 'U2')]);
    expect(both.map(({ first }) => first).sort()).toEqual([false, true]);
    expect(await person()).toMatchObject({
      optedOut: true,
      consentSms: 'revoked',
      suppressionReason: 'opt-out',
    });
    const ledger = await fresh.db.pool.query('select kind, source from consent_events');
    expect(ledger.rows).toEqual([{ kind: 'revoke', source: 'slack' }]);
    expect((await audits()).map(({ action }) => action)).toEqual(['contacts.opted-out']);
    expect(stopped).toContain(phoneOf(0));
  });

  it('opts back in with evidence that is newer than the no, and with nothing else', async () => {
    const { id } = await person();
    await desk.optOut(id, 'U1');
    clock.advance(3_600_000);
    const text = 'Oi! Podem voltar a me mandar ofertas sim';
    const at = (minutes: number) => new Date(tuesday.getTime() + minutes * 60_000);
    const tryIt = (evidence: { text: string; givenAt: Date }) =>
      refusal(desk.optIn(id, evidence, 'U1'));
    expect(await tryIt({ text: ' sim ', givenAt: at(30) })).toMatchObject({
      code: 'contact.evidence-text',
    });
    expect(await tryIt({ text, givenAt: at(90) })).toMatchObject({
      code: 'contact.evidence-future',
    });
    expect(await tryIt({ text, givenAt: at(-30) })).toMatchObject({
      code: 'contact.evidence-older',
    });
    expect((await person()).optedOut).toBe(true);
    await desk.optIn(id, { text, givenAt: at(30) }, 'U1');
    expect(await person()).toMatchObject({
      optedOut: false,
      consentSms: 'documented',
      consentCall: 'revoked',
    });
    const { rows } = await fresh.db.pool.query(
      `select text_shown, given_at, recorded_by from consent_events where kind = 'grant'`,
    );
    expect(rows).toEqual([{ text_shown: text, given_at: at(30), recorded_by: 'U1' }]);
    expect(await tryIt({ text, givenAt: at(31) })).toMatchObject({
      code: 'contact.agreed-already',
    });
    expect(JSON.stringify(await audits())).not.toContain('ofertas');
  });

  it('never lifts a list entry by somebody’s word', async () => {
    const { id } = await person();
    await fresh.db.pool.query(
      `insert into suppressions (phone, reason, source, created_by, created_at) values ($1, 'litigator', 'list', 'U9', $2)`,
      [phoneOf(0), tuesday],
    );
    clock.advance(60_000);
    const word = desk.optIn(id, { text: 'pode mandar mensagem', givenAt: clock.now() }, 'U1');
    expect(await refusal(word)).toMatchObject({ code: 'contact.opt-in-standing' });
  });

  describe('forgetting somebody', () => {
    const list = (name: string) =>
      Buffer.from(`Nome;Telefone;Consentimento;Data do consentimento;Texto do consentimento;Tags;E-mail;Cidade
${name};203-555-0000;sim;10/03/2025;Eu, ${name}, aceito;amiga;marina@example.com;Hartford
`);

    it('blanks the person everywhere, keeps the proof, and a later list does not bring them back', async () => {
      const { pool } = fresh.db;
      await importFile(fresh.db, list('Marina Segredo'));
      const { id } = await person();
      await pool.query(
        `update phone_contacts set address_state = 'FL', state = 'FL', zip = '33101',
                timezone = 'America/Chicago', rule_states = '{CT,FL}', zones = '{America/Chicago}' where id = $1`,
        [id],
      );
      const campaign = await aRunningCampaign(fresh.db, { people: 3 });
      await pool.query(
        `update phone_communications set message = case when phone = '+12035550000' then 'Oi Marina' else 'Oi Bia' end, response = 'Sou a Segredo', provider_response = '{"to":"Segredo"}'`,
      );
      await pool.query(
        `update approvals set snapshot = snapshot || '{"samples":[{"text":"Oi Marina","segments":1},{"text":"Oi Bia","segments":1}]}'`,
      );
      await pool.query(
        `insert into campaign_follow_ups (campaign_id, phone, step, phone_contact_id, after_days, segments, message)
         values ($1, $2, 2, $3, 3, 1, 'Marina, ainda dá tempo')`,
        [campaign, phoneOf(0), id],
      );
      await pool.query(
        `insert into phone_communications (type, direction, status, phone, phone_contact_id, message, label, carrier_id)
         values ('sms', 'inbound', 'received', $1, $2, 'Marina Segredo aqui, rua 9', 'unclear', 'SM9')`,
        [phoneOf(0), id],
      );
      await pool.query(
        `insert into phone_validations (phone_contact_id, provider, validation_result, is_valid) values ($1, 'twilio', '{"caller":"SEGREDO"}', true)`,
        [id],
      );
      const result = await desk.forget(id, 'U4');
      expect(result).toMatchObject({ messages: 2, followUps: 1 });
      const everything = async () => {
        const { rows } = await pool.query<{ all: string }>(
          `select concat_ws(' ', (select string_agg(p::text, ' ') from phone_contacts p where phone = $1),
                  (select string_agg(c::text, ' ') from phone_communications c where phone = $1),
                  (select string_agg(f::text, ' ') from campaign_follow_ups f where phone = $1),
                  (select string_agg(v::text, ' ') from phone_validations v),
                  (select string_agg(a.snapshot::text, ' ') from approvals a),
                  (select string_agg(i.preview::text, ' ') from imports i),
                  (select string_agg(r::text, ' ') from import_rejects r),
                  (select string_agg(l::text, ' ') from audit_log l)) as all`,
          [phoneOf(0)],
        );
        return rows[0]?.all ?? '';
      };
      expect(await everything()).not.toMatch(/marina|segredo|hartford|amiga/i);
      expect(await everything()).toContain('Oi Bia');
      expect(await person()).toMatchObject({
        optedOut: true,
        suppressionReason: 'erased',
        tags: [],
        city: null,
        // What the area code tells, and nothing of the address.
        addressState: null,
        state: 'CT',
        timezone: 'America/New_York',
        ruleStates: ['CT'],
        zones: ['America/New_York'],
      });
      const kept = await pool.query(
        'select kind, text_shown from consent_events where phone = $1 order by seq',
        [phoneOf(0)],
      );
      expect(kept.rows.map(({ kind }) => kind)).toEqual(['grant', 'revoke']);
      expect(kept.rows[0]?.text_shown).toContain('aceito');

      await importFile(fresh.db, list('Marina Segredo Nova'), { fileName: 'outra.csv' });
      expect(await everything()).not.toMatch(/marina|segredo|hartford|amiga/i);
      expect((await person()).optedOut).toBe(true);
      const ledger = await pool.query(
        'select count(*)::int as n from consent_events where phone = $1',
        [phoneOf(0)],
      );
      expect(ledger.rows[0].n).toBe(2);
    });

    it('waits for a message that is on its way, with the opt-out in force already', async () => {
      const { id } = await person();
      quiet = false;
      expect(await refusal(desk.forget(id, 'U4'))).toMatchObject({ code: 'contact.being-called' });
      expect(await person()).toMatchObject({ optedOut: true, name: 'Ana Silva', erasedAt: null });
      quiet = true;
      await desk.forget(id, 'U4');
      for (const again of [
        () => desk.forget(id, 'U4'),
        () => desk.optOut(id, 'U4'),
        () => desk.edit(id, '', form, 'U4'),
      ]) {
        expect(await refusal(again())).toMatchObject({ code: 'contact.erased' });
      }
    });
  });
});
