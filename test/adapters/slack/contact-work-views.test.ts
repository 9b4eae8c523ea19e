import { describe, expect, it } from 'vitest';
import {
  campaignForm,
  campaignReview,
  orderForm,
  reviewView,
  validateReview,
} from '../../../src/adapters/slack/contact-bulk/forms.ts';
import { bulkMenu } from '../../../src/adapters/slack/contact-bulk/menu.ts';
import {
  bulkDone,
  bulkProgress,
  fileExpired,
} from '../../../src/adapters/slack/contact-bulk/messages.ts';
import { type Card, cardTabs } from '../../../src/adapters/slack/contact-card/card.ts';
import { editForm, optInForm } from '../../../src/adapters/slack/contact-card/card-forms.ts';
import { cardView } from '../../../src/adapters/slack/contact-card/card-view.ts';
import {
  effectView,
  weightsForm,
  weightsMessage,
} from '../../../src/adapters/slack/lead-score/views.ts';
import { createWords } from '../../../src/adapters/slack/words/words.ts';
import {
  type Bulk,
  type BulkOrder,
  type Contact,
  explainScore,
  readWeights,
} from '../../../src/features/contacts/index.ts';
import { explain } from '../../../src/features/delivery/index.ts';
import { roles } from '../../../src/features/team/index.ts';
import { verdictOf } from '../../../src/features/validation/index.ts';
import { Decimal } from '../../../src/shared/money.ts';
import { buttonsOf, expectSendable, textOf } from '../../support/blocks.ts';

const words = createWords();
const readers = [words.in('en', 'America/New_York'), words.in('pt-BR', 'America/New_York')];
const now = new Date('2026-11-24T15:05:00Z');
const id = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const hostile = '<!channel> *@here* <https://evil.example|click> & `x`\n> quote 🌴'.repeat(20);

const contact: Contact = {
  id,
  phone: '+12035550123',
  formattedPhone: '+1(203)555-0123',
  name: hostile.slice(0, 255),
  state: 'CT',
  city: hostile.slice(0, 100),
  segment: hostile.slice(0, 100),
  tags: Array.from({ length: 60 }, (_, n) => `${n}${hostile.slice(0, 50)}`),
  lineType: 'mobile',
  leadScore: 85,
  optedOut: false,
  doNotCall: false,
  dead: false,
  unreachable: false,
  consentSms: 'revoked',
  consentWhatsapp: 'asserted',
  consentCall: 'none',
  lastContactDate: now,
  areaCode: '203',
  addressState: 'CT',
  zip: '06810-1234',
  timezone: 'America/New_York',
  ruleStates: ['CT', 'FL'],
  zones: ['America/New_York'],
  otherNames: [hostile, hostile],
  firstNameConflict: true,
  isValidated: true,
  isActive: true,
  carrier: hostile.slice(0, 100),
  suppressionReason: null,
  optOutDate: null,
  consentDate: now,
  lastInboundAt: now,
  totalCampaigns: 3,
  importId: null,
  erasedAt: null,
  createdAt: now,
  updatedAt: now,
};

const facts = {
  closed: null,
  consent: 'documented',
  mobile: true,
  createdAt: now,
  lastReplyAt: now,
  lastDeliveredAt: now,
  unanswered: 5,
  purchases: 3,
  lastPurchaseAt: now,
} as const;
const person = {
  standing: {
    erased: true,
    optedOut: true,
    doNotCall: true,
    inReview: true,
    dead: true,
    consentSms: 'revoked',
    consentWhatsapp: 'none',
    consentCall: 'none',
    lineType: 'landline',
  },
  place: { states: ['CT', 'FL'], zones: ['America/New_York'] },
  lastInboundAt: now,
  killSwitch: true,
  attempts: [{ at: now, channel: 'sms' }],
} as const;

const answers = Array.from({ length: 15 }, (_, n) => ({
  provider: ['numverify', 'twilio', 'neustar', hostile][n % 4] ?? 'offline',
  valid: n % 3 === 0,
  active: false,
  lineType: (['mobile', 'landline', 'fixedVoip', null] as const)[n % 4] ?? null,
  carrier: `${n} ${hostile}`.slice(0, 100),
  reassigned: true,
  cost: new Decimal('0.008'),
  at: now,
  ageDays: n,
  isFresh: true,
}));

const card = (tab: (typeof cardTabs)[number], change: Partial<Contact> = {}): Card => ({
  place: { c: id, t: tab, p: 2 },
  contact: { ...contact, ...change },
  score: explainScore(facts, readWeights({}), now),
  why: {
    person: {
      phone: contact.phone,
      contact: { name: contact.name },
      facts: person as never,
      rows: Array.from({ length: 5 }, () => ({
        campaignName: hostile,
        status: 'failed',
        reasons: ['opted-out', 'hours'],
        errorCode: '30005',
        dueAt: now,
        sentAt: now,
        finalAt: now,
      })),
    },
    explanation: explain(person as never, 'sms', now),
  },
  counts: {
    outbound: 900,
    inbound: 99,
    campaigns: 40,
    purchases: 3,
    spent: new Decimal('4210.50'),
  },
  waiting: 12,
  now,
  messages: {
    total: 100,
    rows: Array.from({ length: 8 }, (_, n) => ({
      id: `${n}`,
      inbound: n % 2 === 0,
      channel: 'sms',
      purpose: 'marketing',
      campaignName: hostile,
      step: 2,
      status: 'skipped',
      label: 'unclear',
      reasons: ['opted-out'],
      errorCode: '30007',
      text: hostile.repeat(3),
      at: now,
    })),
  },
  consent: {
    events: Array.from({ length: 30 }, () => ({
      phone: contact.phone,
      kind: 'grant',
      basis: 'documented',
      channels: ['sms', 'whatsapp', 'call'],
      source: hostile,
      sourceRef: null,
      textShown: hostile.repeat(4),
      language: null,
      evidence: { import: id, row: 7 },
      givenAt: now,
      recordedAt: now,
      recordedBy: 'U01ANA',
    })),
    suppressions: (['opt-out', 'litigator', 'dnc-state', 'erased'] as const).map((reason) => ({
      phone: contact.phone,
      reason,
      source: 'slack',
      sourceRef: null,
      createdBy: 'person',
      createdAt: now,
    })),
    imports: new Map([[id, hostile]]),
  },
  number: {
    verdict: verdictOf(answers, now),
    answers,
    sends: { deliveredAt: now, deadAt: now, noSmsAt: now },
    simulated: true,
  },
});

/** Their words stand in rich text, headers and plain text, which Slack does not parse. */
const mrkdwnOf = (value: unknown): string => {
  const found: string[] = [];
  JSON.stringify(value, (_key, part) => {
    if (part?.type === 'mrkdwn') found.push(part.text);
    return part;
  });
  return found.join('\n');
};

describe.each(readers)('in $locale', (reader) => {
  it.each(cardTabs)(
    'the tab %s of a card stays inert and inside the limits, for every role',
    (tab) => {
      for (const role of roles) {
        for (const change of [{}, { erasedAt: now, name: '' }, { optedOut: true }]) {
          const view = cardView(card(tab, change), role, reader, [
            { text: 'x'.repeat(600), level: 'success' },
          ]);
          expectSendable('modal', view);
          expect(mrkdwnOf(view)).not.toMatch(/<!channel>|<https:/);
        }
      }
    },
  );

  it('a card shows a viewer no full number, and somebody erased offers nothing to anybody', () => {
    for (const tab of cardTabs) {
      expect(JSON.stringify(cardView(card(tab), 'viewer', reader))).not.toMatch(/555-?0123/);
    }
    expect(buttonsOf(cardView(card('overview', { erasedAt: now }), 'admin', reader))).toHaveLength(
      4,
    );
    const mine = buttonsOf(cardView(card('overview'), 'admin', reader));
    expect(mine.map(({ id: action }) => action.split(':')[0])).toEqual([
      'contacts.card-tab',
      'contacts.card-tab',
      'contacts.card-tab',
      'contacts.card-tab',
      'contacts.card-edit',
      'contacts.card-opt-out',
      'contacts.card-opt-in',
      'contacts.card-forget',
    ]);
    expect(mine.find(({ id: action }) => action === 'contacts.card-opt-out')?.confirm).toContain(
      '12',
    );
    expect(mine.find(({ id: action }) => action === 'contacts.card-forget')?.confirm).toContain(
      '999',
    );
  });

  it('the forms of a card', () => {
    for (const view of [editForm(contact, 'V1', reader), optInForm(contact, 'V1', now, reader)]) {
      expectSendable('modal', view);
    }
  });

  const orders: BulkOrder[] = [
    { action: 'segment', segment: hostile.slice(0, 100) },
    { action: 'tag', tag: hostile.slice(0, 60) },
    { action: 'untag', tag: hostile.slice(0, 60) },
    { action: 'opt-out' },
    { action: 'export', format: 'xlsx' },
  ];
  const bulk = (
    order: BulkOrder,
    change: Partial<Omit<Bulk, 'order'>> = {},
  ): Bulk & { order: BulkOrder } => ({
    id,
    filter: {},
    order,
    status: 'completed',
    total: 14_238,
    done: 14_238,
    changed: 9_000,
    skipped: 3,
    undone: 5,
    kept: 2,
    undoUntil: now,
    fileId: id,
    expiresAt: now,
    slackFiles: [],
    errorCode: null,
    channel: 'D1',
    messageTs: '1.2',
    createdBy: 'U1',
    createdAt: now,
    ...change,
  });

  it('many contacts at once: menu, dialogs and results', () => {
    expectSendable('message', bulkMenu({ id, total: 14_238 }, hostile, reader).blocks);
    expect(mrkdwnOf(bulkMenu({ id, total: 14_238 }, hostile, reader))).not.toMatch(/<!channel>/);
    for (const action of ['segment', 'tag', 'untag', 'export'] as const) {
      expectSendable('modal', orderForm(id, action, reader));
    }
    for (const order of orders) {
      const plan = { total: 14_238, already: 5_238, waiting: 77 };
      const view = reviewView({ bulkId: id, id, order, plan, full: false }, reader);
      expectSendable('modal', view);
      expect(textOf(view)).toContain(reader.number(14_238));
      expect(mrkdwnOf(view)).not.toMatch(/<!channel>/);
      for (const status of ['running', 'undoing', 'completed', 'undone', 'failed'] as const) {
        const shown = bulk(order, {
          status,
          errorCode: status === 'failed' ? 'team.no-role' : null,
        });
        expectSendable('message', bulkProgress(shown, { done: 3, total: 9 }, reader).blocks);
        const done = bulkDone(shown, reader, { full: true });
        if (done.blocks) expectSendable('message', done.blocks);
        expect(done.text).not.toMatch(/<!channel>|undefined/);
      }
    }
    expectSendable(
      'message',
      fileExpired(bulk({ action: 'export', format: 'csv' }), reader).blocks,
    );
    const drafts = Array.from({ length: 150 }, () => ({ id, name: hostile }));
    expectSendable('modal', campaignForm(id, drafts, reader));
    const reach = { matched: 14_238, excluded: {}, final: 9_000 };
    expectSendable(
      'modal',
      campaignReview(
        { bulkId: id, campaign: null, name: hostile, total: 14_238, reach, channel: 'sms' },
        reader,
      ),
    );
    const maxCost = new Decimal('0.07');
    const share = { provider: 'twilio', simulated: true, price: maxCost, count: 9, maxCost };
    const plan = { matching: 9, count: 9, maxCost, byProvider: [share], simulated: true };
    expectSendable('modal', validateReview(id, 14_238, plan, reader));
    expectSendable('modal', validateReview(id, 14_238, { ...plan, count: 0 }, reader));
  });

  it('the lead score: weights, form and effect', () => {
    const rules = { weights: readWeights({}), version: 3, changedBy: 'U01ANA', changedAt: now };
    expectSendable('message', weightsMessage(rules, 'admin', reader).blocks);
    expectSendable('modal', weightsForm(rules, reader));
    const bands = {
      cold: { before: 9, after: 8 },
      warm: { before: 1, after: 2 },
      hot: { before: 0, after: 0 },
    };
    const effect = {
      contacts: 10,
      changed: 4,
      changedBand: 1,
      meanBefore: 12.34,
      meanAfter: 40,
      bands,
    };
    const view = effectView(rules.weights, effect, 3, reader);
    expectSendable('modal', view);
    expect(textOf(view)).toContain(reader.number(12.3));
  });
});
