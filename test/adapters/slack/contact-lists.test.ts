import { describe, expect, it } from 'vitest';
import { filterForm } from '../../../src/adapters/slack/contacts/filter-form.ts';
import { filterFromText, possibleNames } from '../../../src/adapters/slack/contacts/filter-text.ts';
import { filterInWords } from '../../../src/adapters/slack/contacts/filter-words.ts';
import { mapChart, mapMessage } from '../../../src/adapters/slack/contacts/list-map.ts';
import { type ListPage, listMessage } from '../../../src/adapters/slack/contacts/list-message.ts';
import { optionLabel } from '../../../src/adapters/slack/contacts/list-rows.ts';
import {
  removeForm,
  renameForm,
  savedFiltersModal,
  saveFilterForm,
} from '../../../src/adapters/slack/contacts/saved-filter-views.ts';
import { createWords } from '../../../src/adapters/slack/words/words.ts';
import type { ContactList, ContactSummary } from '../../../src/features/contacts/index.ts';
import { buttonsOf, expectSendable, labelsOf, textOf } from '../../support/blocks.ts';

const words = createWords();
const readers = [words.in('en', 'America/New_York'), words.in('pt-BR', 'America/New_York')];
const [english] = [readers[0] ?? words.in('en')];
const nasty = `<!channel> &*_~\`|> ${'ção👨‍👩‍👧‍👦'.repeat(200)}`;
const uuid = (n: number) => `0b54f5cc-60a3-4d5c-8f5c-${String(n).padStart(12, '0')}`;

const contact = (more: Partial<ContactSummary> = {}): ContactSummary => ({
  id: uuid(1),
  phone: '+12035550123',
  formattedPhone: '+1(203)555-0123',
  name: 'João Silva',
  otherNames: [],
  state: 'CT',
  city: 'Hartford',
  segment: 'familias',
  tags: ['vip'],
  lineType: 'mobile',
  leadScore: 85,
  optedOut: false,
  doNotCall: false,
  dead: false,
  unreachable: false,
  consentSms: 'asserted',
  consentWhatsapp: 'none',
  consentCall: 'none',
  lastContactDate: null,
  ...more,
});

const list = (more: Partial<ContactList> = {}): ContactList => ({
  id: uuid(7),
  owner: 'U1',
  filter: {},
  sort: 'name',
  view: 'table',
  size: 25,
  page: 1,
  picked: [],
  place: { channel: 'C1', messageTs: null, responseUrl: null },
  ...more,
});

function page(rows: ContactSummary[], more: Partial<ListPage> = {}): ListPage {
  const { list: of = list(), total = rows.length } = more;
  return {
    list: of,
    rows,
    total,
    more: false,
    number: of.page,
    pages: Math.max(1, Math.ceil(total / of.size)),
    shownIds: rows.map(({ id }) => id),
    said: 'everybody',
    bulk: { all: uuid(8), picked: of.picked.length > 0 ? uuid(9) : null },
    ...more,
  };
}

const people = (n: number, more: Partial<ContactSummary> = {}) =>
  Array.from({ length: n }, (_, i) => contact({ id: uuid(i + 100), ...more }));

describe('a list of contacts', () => {
  it('counts, pages, and masks for a viewer', () => {
    const at = page(people(25), { list: list({ page: 2 }), total: 14_238 });
    const seen = listMessage(at, 'viewer', english).rich;
    expect(seen.text).toContain('Showing 26–50 of 14,238 · page 2 of 570 · by Name A–Z');
    expect(seen.text).toContain('+1 (203) •••-0123');
    expect(JSON.stringify(seen)).not.toContain('555-0123');
    const operator = listMessage(at, 'operator', english).rich;
    expect(textOf(operator.blocks)).toContain('+1(203)555-0123');
    const turns = buttonsOf(seen.blocks).filter(({ id }) => id.startsWith('contacts.find-page'));
    expect(turns.map(({ label, value }) => [label, value?.split('|')[1]])).toEqual([
      ['Previous page', '1'],
      ['Next page', '3'],
      ['Last page', '570'],
    ]);
  });

  it('says so when it stopped counting', () => {
    const at = page(people(25), { total: 20_000, more: true });
    const { rich } = listMessage(at, 'operator', english);
    expect(rich.text).toContain('of more than 20,000');
    expect(labelsOf(rich.blocks)).toContain('Act on everybody in this filter');
  });

  it('shows the other name by which somebody was found, and only then', () => {
    const row = contact({ name: 'CLÁUDIA Reis', otherNames: ['Ana Lima', 'João *Reis*'] });
    const shown = (search?: string) =>
      listMessage(
        page([row], { list: list({ filter: search ? { search } : {} }) }),
        'viewer',
        english,
      ).rich;
    const found = shown('joao reis');
    expect(found.text).toContain('CLÁUDIA Reis (also: João');
    expect(textOf(found.blocks)).toContain('CLÁUDIA Reis (also: João *Reis*)');
    for (const search of [undefined, 'claudia', 'rei', '2035550123', 'cl']) {
      expect(shown(search).text).not.toContain('also');
    }
    expect(optionLabel(row, { words: english, search: 'ana' })).toBe(
      'CLÁUDIA Reis (also: Ana Lima) · …0123 · CT',
    );
    const long = contact({ name: 'Cláudia '.repeat(20), otherNames: ['João '.repeat(40)] });
    const option = optionLabel(long, { words: english, search: 'joão' });
    expect(option.length).toBeLessThanOrEqual(75);
    expect(option).toContain('…0123');
  });

  it('hands over the selection by its id, to those who may act on many', () => {
    const picked = [uuid(100), uuid(101)];
    const at = page(people(25), { list: list({ picked }), total: 3_247 });
    const bulk = buttonsOf(listMessage(at, 'operator', english).rich.blocks).filter(({ id }) =>
      id.startsWith('contacts.bulk'),
    );
    expect(bulk.map(({ label, value }) => [label, value])).toEqual([
      ['Act on 2 selected', uuid(9)],
      ['Act on all 3,247 of this filter', uuid(8)],
    ]);
    const { rich } = listMessage({ ...at, bulk: null }, 'viewer', english);
    expect(labelsOf(rich.blocks).some((label) => /Act on|[Ss]elect /.test(label))).toBe(false);
  });

  it('opens the card of each contact, from a card or from a select', () => {
    const cards = page(people(10), { list: list({ view: 'cards' }) });
    const open = buttonsOf(listMessage(cards, 'viewer', english).rich.blocks).filter(
      ({ label }) => label === 'Open',
    );
    expect(open.map(({ value }) => value)).toEqual(people(10).map(({ id }) => id));
    expect(open.every(({ id }) => id.startsWith('contacts.card:'))).toBe(true);
    const table = listMessage(page(people(10)), 'viewer', english).rich;
    expect(JSON.stringify(table.blocks)).toContain(`"action_id":"contacts.card:${uuid(7)}"`);
  });

  it.each([
    [{ optedOut: true, dead: true }, 'opted out'],
    [{ doNotCall: true }, 'do not call'],
    [{ dead: true }, 'number not in service'],
    [{ unreachable: true }, 'out of reach'],
    [{ consentSms: 'documented' }, 'consent documented'],
    [{ consentSms: 'refused' }, 'said no'],
    [{ consentSms: 'none' }, 'no consent'],
  ] as const)('says the gravest thing first: %j', (more, said) => {
    const { rich } = listMessage(page([contact(more)]), 'viewer', english);
    expect(rich.text).toContain(said);
    expect(textOf(rich.blocks)).toContain(said);
  });

  it('says what to do when nobody matches', () => {
    const at = page([], { list: list({ filter: { search: 'x' } }) });
    const { rich } = listMessage(at, 'viewer', english);
    expect(rich.text).toContain('Nobody matches');
    expect(labelsOf(rich.blocks)).toEqual(['Change filter', 'Clear filter', 'Saved filters']);
  });
});

describe('the map', () => {
  const states = [
    { state: 'CT', contacts: 8_752, delivered: 400, replied: 74 },
    { state: 'FL', contacts: 4_392, delivered: 400, replied: 120 },
    { state: 'XX', contacts: 3, delivered: 2, replied: 2 },
  ];
  const at = (view: 'map' | 'map-rates') => page([], { list: list({ view }), total: 13_147 });

  it('says in words what it shades, and opens any state', () => {
    const byPeople = mapMessage(at('map'), states, { fileId: 'F1' }, 'viewer', english);
    const text = textOf(byPeople.blocks);
    expect(text).toContain('*CT*: 8,752 people · 18.5% (74 replies to 400 delivered messages)');
    expect(text).toContain('*XX*: 3 people · too few messages for a rate (2 replies to 2');
    expect(JSON.stringify(byPeople.blocks)).toContain('"alt_text":"Map of the United States. CT:');
    const byRate = mapMessage(at('map-rates'), states, 'none', 'viewer', english);
    expect(textOf(byRate.blocks).indexOf('*FL*')).toBeLessThan(
      textOf(byRate.blocks).indexOf('*CT*'),
    );
    expect(mapChart(at('map-rates'), states, english).by).toBe('rate');
  });
});

describe('a filter as it is typed', () => {
  const known = { segments: ['familias'], tags: ['vip'] };

  it('knows states, segments and tags by themselves', () => {
    expect(filterFromText('maria CT vip', { known })).toEqual({
      search: 'maria',
      states: ['CT'],
      tags: ['vip'],
    });
    expect(filterFromText('VIP Familias', { known })).toEqual({
      tags: ['vip'],
      segments: ['familias'],
    });
    expect(filterFromText('ct maria', { known })).toEqual({ search: 'ct maria' });
    expect(filterFromText('MARIA DE JESUS', { known })).toEqual({ search: 'MARIA DE JESUS' });
    expect(filterFromText('MARIA CT', { known })).toEqual({ search: 'MARIA', states: ['CT'] });
    expect(filterFromText('nome:vip tag:natal', { known })).toEqual({
      search: 'vip',
      tags: ['natal'],
    });
    expect(possibleNames('state:CT VIP')).toEqual(['VIP', 'vip']);
  });

  it('reads both languages, lists, a score, days and a name', () => {
    expect(
      filterFromText('estado:ct,FL segmento:familias tag:vip,novo pontos:70-90 João Silva'),
    ).toEqual({
      states: ['CT', 'FL'],
      segments: ['familias'],
      tags: ['vip', 'novo'],
      leadScoreMin: 70,
      leadScoreMax: 90,
      search: 'João Silva',
    });
    expect(
      filterFromText('since:2026-03-01 before:2026-04-01', { zone: 'America/New_York' }),
    ).toEqual({
      contactedSince: '2026-03-01T05:00:00.000Z',
      contactedBefore: '2026-04-01T04:00:00.000Z',
    });
    expect(
      filterFromText('validação:pendente situação:ativo consentimento:sim contato:nunca'),
    ).toEqual({
      validation: 'pending',
      activity: 'active',
      consent: 'given',
      neverContacted: true,
    });
    expect(filterFromText('  ')).toEqual({});
  });

  it.each([
    'score:many',
    'score:700',
    'contacted:often',
    'since:2026-02-30',
    'activity:asleep',
    'line:wire',
  ])('refuses %s, and says which part among others', (typed) => {
    const refused = expect.objectContaining({
      code: 'upload.filter-part',
      values: { part: typed },
    });
    expect(() => filterFromText(`maria state:CT ${typed} tag:vip`)).toThrow(refused);
  });

  it('refuses what is too long, and repeats no number of it', () => {
    const refused = (part: string) => expect.objectContaining({ values: { part } });
    expect(() => filterFromText('x'.repeat(101))).toThrow(refused(`${'x'.repeat(39)}…`));
    expect(() => filterFromText('line:2035550123')).toThrow(refused('line:(203) •••-0123'));
  });
});

describe('a filter in words', () => {
  it('says every part', () => {
    const all = {
      search: 'silva',
      states: ['CT'],
      segments: ['familias'],
      tags: ['vip', 'natal'],
      activity: 'active',
      validation: 'pending',
      consent: 'given',
      leadScoreMin: 70,
      lineTypes: ['mobile' as const],
      carriers: ['T-Mobile'],
      contactedSince: '2026-03-01T05:00:00.000Z',
      contactedBefore: '2026-04-01T04:00:00.000Z',
      neverContacted: true,
      importId: uuid(1),
      ids: [uuid(1), uuid(2)],
      savedFilter: uuid(3),
    } as const;
    const filter = {
      ...all,
      states: ['CT'],
      segments: ['familias'],
      tags: ['vip', 'natal'],
      lineTypes: ['mobile' as const],
      carriers: ['T-Mobile'],
      ids: [uuid(1), uuid(2)],
    };
    const names = { savedFilter: 'Quentes', importFile: 'lista.csv' };
    expect(filterInWords(filter, english, names)).toBe(
      [
        'saved filter “Quentes”',
        '“silva” in name or phone',
        'state CT',
        'segment familias',
        'tag vip, natal',
        'active',
        'number not validated yet',
        'consent given',
        'score 70–100',
        'line mobile',
        'carrier T-Mobile',
        'never contacted',
        'last contact on Mar 1, 2026 or later',
        'last contact before Apr 1, 2026',
        'from the file lista.csv',
        '2 chosen people',
      ].join(' · '),
    );
    expect(filterInWords({}, english)).toBe('everybody');
  });
});

it.each(readers)(
  'every screen of a list is inside the limits of Slack, whatever it holds',
  (reader) => {
    const worst = { name: nasty, city: nasty, segment: nasty, tags: [nasty, nasty] };
    const common = {
      name: 'Maria da Conceição Gonçalves',
      segment: 'brasileiros-eua',
      optedOut: false,
    };
    for (const of of [worst, common]) {
      for (const size of [10, 25, 50]) {
        const picked = people(size).map(({ id }) => id);
        const at = page(people(size, of), {
          list: list({ size, page: 3, picked, filter: { search: 'x' } }),
          total: 1_000_000,
          said: nasty,
        });
        const { rich, plain } = listMessage(at, 'admin', reader);
        expectSendable('message', rich.blocks);
        expectSendable('message', plain.blocks);
        expect(rich.text.length).toBeLessThanOrEqual(3_900);
        expect(rich.text).not.toContain('<!channel>');
        if (of === common) expect(rich.blocks?.some(({ type }) => type === 'table')).toBe(true);
      }
      const cards = page(people(10, of), { list: list({ view: 'cards', page: 2 }), total: 30 });
      expectSendable('message', listMessage(cards, 'admin', reader).rich.blocks);
    }
    const states = Array.from({ length: 100 }, (_, n) => ({
      state: n === 0 ? nasty.slice(0, 50) : 'CT',
      contacts: 1_000_000,
      delivered: 100_000,
      replied: 50_000,
    }));
    const map = page([], { list: list({ view: 'map' }), total: 9, said: nasty });
    expectSendable('message', mapMessage(map, states, { fileId: 'F1' }, 'admin', reader).blocks);
    const many = Array.from({ length: 300 }, (_, n) => ({ name: `${nasty} ${n}`, count: n }));
    const choices = {
      states: Array.from({ length: 120 }, (_, n) => ({ state: `S${n}`, count: n })),
      segments: [...many, { name: 'geral', count: 3 }],
      tags: many,
      carriers: many.map((each, n) => ({ ...each, name: `carrier ${n}` })),
      imports: Array.from({ length: 50 }, (_, n) => ({
        id: uuid(n),
        fileName: nasty,
        at: new Date(0),
      })),
    };
    const filter = { segments: ['gone'], states: ['S119'], importId: uuid(3), leadScoreMin: 3 };
    const preview = { total: 3_247, more: false, said: nasty };
    expectSendable('modal', filterForm(reader, uuid(1), filter, choices, preview));
    const saved = Array.from({ length: 120 }, (_, n) => ({
      id: uuid(n),
      name: nasty.slice(0, 60),
      filter,
      createdBy: 'U1',
      updatedAt: new Date(0),
      said: nasty,
    }));
    expectSendable('modal', savedFiltersModal(reader, uuid(1), saved, 'operator'));
    expectSendable('modal', savedFiltersModal(reader, uuid(1), [], 'viewer'));
    expectSendable('modal', saveFilterForm(reader, uuid(1), nasty));
    const [one] = saved;
    if (!one) throw new Error('there is one');
    expectSendable('modal', renameForm(reader, uuid(1), one));
    const uses = [{ id: uuid(1), name: nasty.slice(0, 255) }];
    expectSendable('modal', removeForm(reader, uuid(1), one, uses));
    expectSendable('modal', removeForm(reader, uuid(1), one, []));
  },
);
