import { describe, expect, it } from 'vitest';
import { budgetForm, providersModal } from '../../../src/adapters/slack/contacts/provider-views.ts';
import { lineTypeChart } from '../../../src/adapters/slack/contacts/validation-chart.ts';
import { validationDone } from '../../../src/adapters/slack/contacts/validation-summary.ts';
import {
  validationPaused,
  validationPlan,
  validationProgress,
} from '../../../src/adapters/slack/contacts/validation-views.ts';
import { createWords, type Reader } from '../../../src/adapters/slack/words/words.ts';
import type {
  ProviderRecord,
  ValidationBatch,
  ValidationPlan,
  ValidationReport,
} from '../../../src/features/contacts/index.ts';
import { lineTypes } from '../../../src/features/validation/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { Decimal } from '../../../src/shared/money.ts';
import { buttonsOf, expectSendable, labelsOf, textOf } from '../../support/blocks.ts';

const words = createWords();
const english = words.in('en', 'America/New_York');
const portuguese = words.in('pt-BR', 'America/New_York');
const nasty = `<!channel> &*_~\`|> ${'ção👨‍👩‍👧‍👦'.repeat(200)}`;

const share = (provider: string, price: string, count = 12_450) => ({
  provider,
  simulated: true,
  price: new Decimal(price),
  count,
  maxCost: new Decimal(price).times(count),
});
const plan: ValidationPlan = {
  matching: 14_238,
  count: 12_450,
  maxCost: new Decimal('99.6'),
  byProvider: [share('twilio', '0.008'), share('neustar', '0.02', 0)],
  simulated: true,
};

const batch: ValidationBatch = {
  id: 'b',
  kind: 'asked',
  status: 'completed',
  filter: {},
  providers: ['twilio'],
  total: 12_450,
  maxCost: new Decimal('99.6'),
  checked: 4_000,
  unsettled: 0,
  spent: new Decimal('31.2'),
  errorCode: null,
  errorProvider: null,
  resumeAt: null,
  channel: null,
  messageTs: null,
  createdBy: 'U1',
  createdAt: new Date('2026-11-24T15:05:00Z'),
  completedAt: null,
};
const report: ValidationReport = {
  batch,
  valid: 3_900,
  invalid: 60,
  unknown: 40,
  torn: 12,
  byLineType: { mobile: 3_500, landline: 400 },
  byProvider: [{ provider: 'twilio', answered: 3_960, unanswered: 1, cost: new Decimal('31.2') }],
};

describe('a plan of lookups', () => {
  it('names the numbers and the most they cost, before and in the dialog', () => {
    const seen = validationPlan({}, plan, english);
    expect(seen.text).toContain('12,450 numbers');
    expect(seen.text).toContain('of 14,238 that match');
    expect(seen.text).toContain('At most $99.60');
    const [start] = buttonsOf(seen.blocks);
    expect(start?.label).toBe('Validate 12,450 numbers');
    expect(start?.confirm).toContain('12,450 numbers, at most $99.60');
    expect(start?.confirm).toContain('Twilio: 12,450 × $0.0080 = $99.60');
    expect(start?.confirm).not.toContain('Neustar');
    expect(JSON.parse(start?.value ?? '')).toEqual({ f: {}, c: '99.6' });
    expect(seen.text).toContain('Simulated');
  });

  it('says of each provider whether it is simulated, where some are and some are not', () => {
    const mixed = { ...plan, simulated: false };
    expect(validationPlan({}, mixed, english).text).toContain('Twilio (simulated): 12,450');
  });

  it('tells nobody from nothing to ask, and offers to start neither', () => {
    const none = { ...plan, count: 0, maxCost: new Decimal(0) };
    const fresh = validationPlan({}, none, portuguese);
    expect(fresh.text).toContain('Não há o que perguntar');
    const nobody = validationPlan({}, { ...none, matching: 0 }, portuguese);
    expect(nobody.text).toContain('Ninguém corresponde');
    for (const seen of [fresh, nobody]) {
      expect(labelsOf(seen.blocks)).toEqual(['Provedores e acertos']);
    }
  });
});

describe('a batch of lookups', () => {
  it('says how far it is, what it has cost, and can be stopped', () => {
    const seen = validationProgress(batch, null, english);
    expect(seen.text).toBe('Checking numbers: 4,000 of 12,450. $31.20 so far, of at most $99.60.');
    expect(labelsOf(seen.blocks)).toEqual(['Stop checking']);
  });

  it('says how long it will take, at the pace so far', () => {
    const shown = (perSecond: number, words: Reader) =>
      textOf(validationProgress(batch, perSecond, words).blocks);
    expect(shown(10, english)).toContain('about 14 min left');
    expect(shown(200, english)).toContain('about 43 s left');
    expect(shown(10, portuguese)).toContain('faltam cerca de 14 min');
    expect(shown(0, english)).not.toContain('left');
    expect(textOf(validationProgress(batch, null, english).blocks)).not.toContain('left');
  });

  it('says why it waits and until when', () => {
    const resumeAt = new Date('2026-11-24T15:09:00Z');
    const seen = validationPaused({ ...batch, resumeAt }, 'Twilio não responde', portuguese);
    expect(seen.text).toContain('Twilio não responde');
    expect(seen.text).toContain(`<!date^${resumeAt.getTime() / 1000}^`);
    expect(labelsOf(seen.blocks)).toEqual(['Parar verificação']);
  });

  it('ends with every figure, the disagreements and what is missing', () => {
    const seen = validationDone(
      { ...report, batch: { ...batch, unsettled: 41 } },
      { why: null, picture: null, words: english },
    );
    expect(seen.text).toContain('4,000 / 12,450');
    expect(seen.text).toContain('$31.20 of at most $99.60');
    expect(seen.text).toContain('3,500 — mobile');
    expect(seen.text).toContain('Twilio: 3,960 answers, $31.20; 1 question without an answer');
    expect(seen.text).toContain('41 numbers lack');
    expect(seen.text).toContain('the stricter kind of line counts');
    expect(buttonsOf(seen.blocks)).toEqual([]);
  });

  it('draws the kinds of line, and says the same in words', () => {
    const { chart, altText } = lineTypeChart(report, { simulated: true, words: portuguese });
    expect(chart.rows.map(({ label, tone }) => [label, tone])).toEqual([
      ['celular', 'good'],
      ['fixo', 'bad'],
      ['Inválidos', 'bad'],
      ['Sem resposta', 'neutral'],
    ]);
    expect(altText).toContain('celular: 3.500 (87,5%)');
    expect(chart.subtitle).toContain('simulação');
  });
});

describe('the providers', () => {
  const record: ProviderRecord = {
    provider: 'twilio',
    simulated: false,
    price: new Decimal('0.008'),
    answered: 1_200,
    cost: new Decimal('9.6'),
    tested: 1_000,
    right: 982,
    leftOutUntil: null,
    errorCode: null,
  };
  const overview = { monthlyBudget: new Decimal(0), nightlySpent: new Decimal(0) };
  const shown = (some: Partial<ProviderRecord>, isAdmin = false) =>
    providersModal(
      { ...overview, providers: [{ ...record, ...some }] },
      { isAdmin, words: english },
    );

  it('are shown with their price, their month and how right they were', () => {
    const text = textOf(shown({}));
    expect(text).toContain('$0.0080 a number');
    expect(text).toContain('1,200 answers, $9.60');
    expect(text).toContain('Right about 982 of 1,000 numbers');
    expect(text).toContain('98.2%');
    expect(textOf(shown({ tested: 5, right: 5 }))).toContain('too few to tell');
    expect(textOf(shown({ tested: 0, right: 0 }))).toContain('Not tested yet');
    expect(textOf(shown({ leftOutUntil: new Date('2026-11-24T15:09:00Z') }))).toContain(
      'Left out until',
    );
  });

  it('let only an admin set what may be spent at night', () => {
    expect(textOf(shown({}))).toContain('*Nightly check*: off');
    expect(labelsOf(shown({}).blocks)).toEqual([]);
    expect(labelsOf(shown({}, true).blocks)).toEqual(['Set monthly budget']);
  });
});

it.each([english, portuguese])('everything is inside the limits of Slack', (reader) => {
  const worst = {
    ...report,
    batch: { ...batch, kind: 'nightly' as const, unsettled: 9, status: 'failed' as const },
    byLineType: Object.fromEntries(lineTypes.map((type) => [type, 1_000])),
    byProvider: [{ provider: nasty, answered: 1, unanswered: 2, cost: new Decimal(1) }],
  };
  const picture = { fileId: 'F1', altText: nasty };
  const why = reader.refusal(
    new Refusal('conflict', 'validation.provider-refused', { provider: nasty }),
  );
  const done = validationDone(worst, { why, picture, words: reader });
  expectSendable('message', done.blocks);
  const many = ['numverify', 'twilio', 'neustar'].map((name) => share(name, '0.0081', 99_999_999));
  const dear = validationPlan({}, { ...plan, byProvider: many, simulated: false }, reader);
  expectSendable('message', dear.blocks);
  expectSendable('message', validationProgress(batch, 50, reader).blocks);
  expectSendable('message', validationPaused(batch, why, reader).blocks);
  expectSendable('modal', budgetForm('0.00', reader));
  expect(done.text).not.toContain('<!channel>');
  expect(done.text.length).toBeLessThanOrEqual(3_900);
});
