import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consentStore } from '../../../src/adapters/db/consent-store.ts';
import { contactStore } from '../../../src/adapters/db/contact-store.ts';
import type { Database } from '../../../src/adapters/db/database.ts';
import { createConsentService } from '../../../src/features/consent/index.ts';
import {
  type ContactFilter,
  createContactService,
  parseFilter,
} from '../../../src/features/contacts/index.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { aDay, importFile } from '../../support/imports.ts';

let fresh: FreshDatabase;
let db: Database;
let contacts: ReturnType<typeof createContactService>;
let importId: string;

const people = [
  'Nome;Telefone;Estado;Segmento;Tags;Aceita;Data do aceite',
  'João Assunção;203-555-0101;CT;familias;vip|natal;sim;2025-03-01',
  'Ana 100%_Lima;203-555-0102;CT;familias;natal;não;',
  'Bia Reis;305-555-0103;FL;geral;;sim;',
  'Zé Souza;305-555-0104;FL;executivos;VIP;;',
  'Éverton Gonçalves;212-555-0105;;geral;vip;sim;2025-03-01',
];

beforeAll(async () => {
  fresh = await freshDatabase();
  db = fresh.db;
  contacts = createContactService({ store: contactStore(db), clock: { now: () => aDay } });
  importId = (await importFile(db, Buffer.from(people.join('\n')))).importId;
  await createConsentService({ store: consentStore(db) }).optOut({
    phone: '+13055550104',
    source: 'sms',
    sourceRef: 'SM1',
    at: aDay,
    by: 'person',
  });
  await contacts.recordOutcomes([
    { phone: '+12125550105', outcome: { kind: 'dead', errorCode: '30005' } },
    { phone: '+13055550103', outcome: { kind: 'not-sms-capable', errorCode: '30006' } },
    { phone: '+12035550101', outcome: { kind: 'delivered' } },
  ]);
  await db.pool.query(`update phone_contacts set lead_score = 80 where phone = '+12035550101'`);
});
afterAll(() => fresh.close());

const firstNames = async (filter: ContactFilter) =>
  (await contacts.find(filter)).rows.map((row) => row.name.split(' ')[0]).sort();

describe('a filter', () => {
  it.each<[string, ContactFilter, string[]]>([
    ['nothing', {}, ['Ana', 'Bia', 'João', 'Zé', 'Éverton']],
    ['states', { states: ['FL', 'NY'] }, ['Bia', 'Zé', 'Éverton']],
    ['segments', { segments: ['familias'] }, ['Ana', 'João']],
    ['any of the tags', { tags: ['vip', 'natal'] }, ['Ana', 'João', 'Éverton']],
    ['consent given', { consent: 'given' }, ['João', 'Éverton']],
    ['consent that nobody attested', { consent: 'unattested' }, ['Bia']],
    ['a refusal', { consent: 'refused' }, ['Ana', 'Zé']],
    ['no consent', { consent: 'none' }, []],
    ['the opted-out', { activity: 'opted-out' }, ['Zé']],
    ['the active', { activity: 'active' }, ['Ana', 'Bia', 'João']],
    ['the inactive', { activity: 'inactive' }, ['Éverton']],
    ['the invalid', { validation: 'invalid' }, ['Éverton']],
    ['the validated', { validation: 'validated' }, ['Bia']],
    ['the pending', { validation: 'pending' }, ['Ana', 'João', 'Zé']],
    ['line types', { lineTypes: ['landline'] }, ['Bia']],
    ['unknown line types', { lineTypes: ['unknown'] }, ['Ana', 'João', 'Zé', 'Éverton']],
    ['a score', { leadScoreMin: 50, leadScoreMax: 90 }, ['João']],
    ['a name without accents', { search: 'assuncao' }, ['João']],
    ['a name with accents', { search: 'GONÇALVES' }, ['Éverton']],
    ['a name with a wildcard, as itself', { search: '100%_l' }, ['Ana']],
    ['a lone wildcard', { search: '%' }, ['Ana']],
    ['a phone in any notation', { search: '(305) 555-0103' }, ['Bia']],
    ['a part of a phone', { search: '0104' }, ['Zé']],
    ['parts that all must hold', { states: ['CT'], tags: ['natal'], consent: 'given' }, ['João']],
  ])('by %s', async (_, filter, expected) => {
    expect(await firstNames(filter)).toEqual([...expected].sort());
    expect(await contacts.count(filter)).toBe(expected.length);
  });

  it('by import and by hand', async () => {
    expect(await contacts.count({ importId })).toBe(5);
    const { rows } = await contacts.find({ states: ['CT'] });
    expect(await contacts.count({ ids: rows.map((row) => row.id) })).toBe(2);
    expect(await contacts.count({ ids: [] })).toBe(0);
  });

  it('cannot smuggle SQL in', async () => {
    const evil = `'; drop table phone_contacts; --`;
    expect(await contacts.count({ search: evil, tags: [evil], states: [evil] })).toBe(0);
    expect(await contacts.count({})).toBe(5);
  });

  it('from the database is checked before it is used', () => {
    expect(parseFilter({ states: ['CT'] })).toEqual({ states: ['CT'] });
    expect(() => parseFilter({ statez: ['CT'] })).toThrow();
    expect(() => parseFilter({ leadScoreMin: 400 })).toThrow();
  });
});

describe('the list', () => {
  it('comes in pages, in order, and the last page stands for any beyond it', async () => {
    const page = async (number: number) =>
      (await contacts.find({}, 'state', { number, size: 2 })).rows.map((row) => row.state);
    expect([await page(1), await page(2), await page(3), await page(9)]).toEqual([
      ['CT', 'CT'],
      ['FL', 'FL'],
      ['NY'],
      ['NY'],
    ]);
    expect((await contacts.find({}, 'score')).rows[0]?.name).toBe('João Assunção');
    expect((await contacts.find({}, 'last-contact')).rows[0]?.lastContactDate).toEqual(aDay);
  });

  it('feeds the selects of the wizard', async () => {
    expect(await contacts.statesWithCounts()).toEqual([
      { state: 'CT', count: 2 },
      { state: 'FL', count: 2 },
      { state: 'NY', count: 1 },
    ]);
    const { segments, tags } = await contacts.segmentsAndTags();
    expect(segments[0]).toEqual({ name: 'familias', count: 2 });
    expect(tags).toContainEqual({ name: 'natal', count: 2 });
  });
});

describe('a contact', () => {
  it('is found by its number in any notation', async () => {
    expect((await contacts.lookUp('(203) 555-0101'))?.name).toBe('João Assunção');
    expect(await contacts.lookUp('203-555-0199')).toBeNull();
    await expect(contacts.lookUp('12')).rejects.toMatchObject({ code: 'contacts.not-a-number' });
    await expect(contacts.get('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
      code: 'contacts.unknown',
    });
  });

  it('learns from sends: dead, not for texts, delivered', async () => {
    expect(await contacts.lookUp('212-555-0105')).toMatchObject({ dead: true, isActive: false });
    expect(await contacts.lookUp('305-555-0103')).toMatchObject({
      lineType: 'landline',
      dead: false,
    });
    expect(await contacts.lookUp('203-555-0101')).toMatchObject({ lastContactDate: aDay });
  });
});
