import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '../../../src/adapters/db/audit-log.ts';
import { refreshStanding } from '../../../src/adapters/db/consent-standing.ts';
import { consentStore } from '../../../src/adapters/db/consent-store.ts';
import { type Database, inTransaction } from '../../../src/adapters/db/database.ts';
import { importStore } from '../../../src/adapters/db/import-store.ts';
import { createConsentService } from '../../../src/features/consent/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { aDay, attestation, importFile } from '../../support/imports.ts';

let fresh: FreshDatabase;
let db: Database;
let consent: ReturnType<typeof createConsentService>;
beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  consent = createConsentService({ store: consentStore(db) });
});
afterAll(() => fresh.close());
beforeEach(() =>
  db.pool.query('truncate phone_contacts, consent_events, suppressions, imports, files cascade'),
);

const phone = '+12035550123';
const hours = (n: number) => new Date(aDay.getTime() + n * 3600_000);
const stop = (at = aDay) => ({ phone, source: 'sms', sourceRef: 'SM1', at, by: 'person' });
const start = (at: Date) => ({ ...stop(at), sourceRef: 'SM2', text: 'START' });
const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));
const listed = (answer: string, day: string) =>
  csv('Telefone;Aceita;Data do aceite', `203-555-0123;${answer};${day}`);

type Standing = {
  sms: string;
  whatsapp: string;
  call: string;
  out: boolean;
  dnc: boolean;
  reason: string | null;
};
async function standing(of = phone): Promise<Standing | undefined> {
  const { rows } = await db.pool.query<Standing>(
    `select consent_sms as sms, consent_whatsapp as whatsapp, consent_call as call,
            opted_out as out, do_not_call as dnc, suppression_reason as reason
       from phone_contacts where phone = $1`,
    [of],
  );
  return rows[0];
}

describe('an opt-out', () => {
  it('stands on the contact, in the ledger and in the suppressions when it resolves', async () => {
    await importFile(db, listed('sim', '2025-03-01'));
    expect(await standing()).toMatchObject({ sms: 'asserted', whatsapp: 'asserted', call: 'none' });
    expect(await consent.optOut(stop())).toEqual({ first: true });
    expect(await standing()).toEqual({
      sms: 'revoked',
      whatsapp: 'revoked',
      call: 'revoked',
      out: true,
      dnc: false,
      reason: 'opt-out',
    });
    expect((await consent.history(phone)).map((event) => event.kind)).toEqual(['grant', 'revoke']);
    expect(await consent.suppressions(phone)).toHaveLength(1);
  });

  it('is in the audit log when somebody of the team made it, without the number', async () => {
    await db.pool.query('truncate audit_log');
    await consent.optOut(stop());
    await consent.optOut({ ...stop(hours(1)), source: 'carrier', sourceRef: '21610' });
    const typed = { ...stop(hours(2)), source: 'slack', sourceRef: 'U1', by: 'U1' };
    await Promise.all([typed, { ...typed, phone: '+12035550124' }].map(consent.optOut));
    const { rows } = await db.pool.query(
      'select actor, action, subject, detail from audit_log order by detail ->> $1',
      ['first'],
    );
    expect(rows).toMatchObject([
      { actor: 'U1', action: 'consent.suppressed', detail: { reason: 'opt-out', first: false } },
      { actor: 'U1', action: 'consent.suppressed', detail: { reason: 'opt-out', first: true } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('555012');
    expect(await inTransaction(db, (sql) => verifyChain(sql))).toMatchObject({ intact: true });
  });

  it('is first once, however often and however concurrently it is said', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => consent.optOut({ ...stop(), sourceRef: `SM${n % 4}` })),
    );
    expect(answers.filter(({ first }) => first)).toHaveLength(1);
    expect(await consent.suppressions(phone)).toHaveLength(1);
    expect(await consent.optOut({ ...stop(hours(1)), source: 'carrier' })).toEqual({
      first: false,
    });
  });

  it('holds for a number that is no contact, and when it becomes one', async () => {
    await consent.optOut(stop());
    const { counts } = await importFile(db, listed('sim', '2025-03-01'));
    expect(counts).toMatchObject({ created: 1, suppressed: 1 });
    expect(await standing()).toMatchObject({ out: true, sms: 'revoked' });
  });

  it('survives every later import', async () => {
    await importFile(db, listed('sim', '2025-03-01'));
    await consent.optOut(stop());
    await importFile(db, listed('sim', '2026-11-20'), { clock: { now: () => hours(5) } });
    expect(await standing()).toMatchObject({ out: true, sms: 'revoked' });
  });

  it('while the number is being imported is never lost', async () => {
    // The opt-out comes at every possible point of the import's transaction.
    const store = importStore(db);
    await importFile(db, listed('sim', '2025-03-01'), {
      store: {
        ...store,
        async openPass(id) {
          const pass = await store.openPass(id);
          return (
            pass && {
              ...pass,
              async merge(size, work, now) {
                // Started inside the transaction, after the contacts were read as missing.
                let stopped: Promise<unknown> = Promise.resolve();
                const step = await pass.merge(
                  size,
                  (groups) => {
                    stopped = consent.optOut(stop());
                    return work(groups);
                  },
                  now,
                );
                await stopped;
                return step;
              },
            }
          );
        },
      },
    });
    expect(await standing()).toMatchObject({ out: true, sms: 'revoked', reason: 'opt-out' });
  });

  it('that a file states suppresses the number, once', async () => {
    const file = csv('Telefone;Descadastrado', '203-555-0123;sim');
    await importFile(db, file);
    expect(await standing()).toMatchObject({ out: true, sms: 'revoked' });
    await consent.optIn(start(hours(2)));
    await importFile(db, file, { clock: { now: () => hours(3) } });
    expect(await standing()).toMatchObject({ out: false, sms: 'documented' });
  });
});

describe('an opt-in', () => {
  it('with the person’s own words lifts the opt-out and documents texts, never calls', async () => {
    await importFile(db, listed('sim', '2025-03-01'));
    await consent.optOut(stop());
    expect(await consent.optIn(start(hours(1)))).toBe(true);
    expect(await standing()).toEqual({
      sms: 'documented',
      whatsapp: 'documented',
      call: 'revoked',
      out: false,
      dnc: false,
      reason: null,
    });
  });

  it('said again changes nothing', async () => {
    await consent.optIn(start(hours(1)));
    expect(await consent.optIn(start(hours(1)))).toBe(false);
  });

  it('that is older than the opt-out does not lift it', async () => {
    await importFile(db, listed('sim', '2025-03-01'));
    await consent.optOut(stop(hours(2)));
    await consent.optIn(start(hours(1)));
    expect(await standing()).toMatchObject({ out: true, sms: 'revoked' });
  });

  it.each(['dnc-national', 'dnc-state', 'litigator', 'admin', 'erased'] as const)(
    'does not get past %s',
    async (reason) => {
      await importFile(db, listed('sim', '2025-03-01'));
      await consent.optOut({ ...stop(), reason });
      await consent.optIn(start(hours(1)));
      const { out, dnc } = (await standing()) ?? { out: false, dnc: false };
      expect(out || dnc).toBe(true);
      expect(await consent.suppressions(phone)).toHaveLength(1);
    },
  );
});

describe('consent from files', () => {
  it('without an attestation is kept but not contactable, until somebody signs', async () => {
    const file = listed('sim', '2025-03-01');
    await importFile(db, file, { form: null });
    expect(await standing()).toMatchObject({ sms: 'unattested', whatsapp: 'unattested' });
    const { counts } = await importFile(db, file, { form: { ...attestation, channels: ['sms'] } });
    expect(counts.changed).toBe(1);
    expect(await standing()).toMatchObject({ sms: 'asserted', whatsapp: 'unattested' });
  });

  it('an explicit no beats an older yes, whichever file comes first', async () => {
    await importFile(db, listed('não', '2025-06-01'));
    await importFile(db, listed('sim', '2025-03-01'));
    expect(await standing()).toMatchObject({ sms: 'refused', call: 'refused' });
  });

  it('a newer yes beats an older no', async () => {
    await importFile(db, listed('não', '2025-03-01'));
    await importFile(db, listed('sim', '2025-06-01'));
    expect(await standing()).toMatchObject({ sms: 'asserted', call: 'refused' });
  });

  it('a no without a day beats every yes of before', async () => {
    await importFile(db, listed('sim', '2026-11-20'));
    await importFile(db, listed('não', ''));
    expect(await standing()).toMatchObject({ sms: 'refused' });
  });

  it('a yes without a day beats nothing and stays unattested', async () => {
    await importFile(db, listed('sim', ''));
    expect(await standing()).toMatchObject({ sms: 'unattested' });
    await importFile(db, listed('não', '2020-01-01'));
    expect(await standing()).toMatchObject({ sms: 'refused' });
  });
});

describe('standing', () => {
  type Said = {
    kind: 'grant' | 'refuse' | 'revoke';
    basis: 'asserted' | 'documented';
    attested: boolean;
    day: number | null;
  };
  const said: fc.Arbitrary<Said> = fc.record({
    kind: fc.constantFrom('grant', 'refuse', 'revoke'),
    basis: fc.constantFrom('asserted', 'documented'),
    attested: fc.boolean(),
    // The ninth is the day on which everything was written down.
    day: fc.option(fc.integer({ min: 1, max: 12 })),
  });

  /** The rule in words, one number at a time. */
  function expected(ledger: readonly Said[]): string {
    const recorded = 9;
    const noes = ledger.filter(({ kind }) => kind !== 'grant');
    const no = Math.max(-1, ...noes.map(({ day }) => day ?? recorded));
    const yes = ledger.filter(
      ({ kind, day }) => kind === 'grant' && Math.min(day ?? -1, recorded) > no,
    );
    const undated = noes.length === 0 && ledger.some(({ kind }) => kind === 'grant');
    if (yes.some(({ basis }) => basis === 'documented')) return 'documented';
    if (yes.some(({ attested }) => attested)) return 'asserted';
    if (yes.length > 0 || undated) return 'unattested';
    if (noes.length === 0) return 'none';
    const last = noes.filter(({ day }) => (day ?? recorded) === no);
    return last.some(({ kind }) => kind === 'revoke') ? 'revoked' : 'refused';
  }

  it('follows the rule for any ledger', async () => {
    const dayOf = (n: number) => new Date(Date.UTC(2026, 0, n));
    const ledgers = fc.array(fc.array(said, { maxLength: 5 }), { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(ledgers, async (all) => {
        await db.pool.query('truncate phone_contacts, consent_events cascade');
        const phones = all.map((_, n) => `+1203555${String(1000 + n)}`);
        await db.pool.query(
          `insert into phone_contacts (phone, state, area_code) select *, 'CT', '203' from unnest($1::text[])`,
          [phones],
        );
        const flat = all.flatMap((ledger, n) =>
          ledger.map((event, index) => ({ ...event, phone: phones[n], index })),
        );
        await db.pool.query(
          `insert into consent_events (phone, kind, basis, channels, source, source_ref, evidence, given_at, recorded_at, recorded_by)
           select phone, kind, basis, '{sms}', 'test', ref, jsonb_build_object('attested', attested), at, $6, 'U1'
             from unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::timestamptz[], $7::text[])
               as e (phone, kind, basis, attested, at, ref)`,
          [
            flat.map((event) => event.phone),
            flat.map((event) => event.kind),
            flat.map((event) => event.basis),
            flat.map((event) => event.attested),
            flat.map((event) => (event.day === null ? null : dayOf(event.day))),
            dayOf(9),
            flat.map((event) => String(event.index)),
          ],
        );
        await inTransaction(db, (sql) => refreshStanding(sql, phones, aDay));
        const { rows } = await db.pool.query<{ sms: string }>(
          'select consent_sms as sms from phone_contacts order by phone',
        );
        expect(rows.map(({ sms }) => sms)).toEqual(all.map(expected));
        expect(await inTransaction(db, (sql) => refreshStanding(sql, phones, aDay))).toBe(0);
      }),
      { numRuns: 15 },
    );
  });
});
