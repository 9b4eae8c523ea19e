import { describe, expect, it } from 'vitest';
import { message } from '../../../src/adapters/slack/blocks.ts';
import type { HomeFigures } from '../../../src/adapters/slack/home/figures.ts';
import { shortOf } from '../../../src/adapters/slack/home/handlers.ts';
import { homeView } from '../../../src/adapters/slack/home/home-view.ts';
import { createWords } from '../../../src/adapters/slack/words/words.ts';
import type { Role } from '../../../src/features/team/index.ts';
import { Decimal } from '../../../src/shared/money.ts';
import { buttonsOf, expectSendable, labelsOf, textOf } from '../../support/blocks.ts';

const now = new Date('2026-11-24T15:05:00Z');
const words = createWords();

const empty: HomeFigures = {
  contacts: { total: 0, validated: 0, withConsent: 0, suppressed: 0 },
  states: [],
  today: { sent: 0, delivered: 0, replies: 0 },
  live: [],
  waiting: [],
  drafts: [],
  imports: [],
  killSwitch: false,
};

const full = (name = 'Férias'): HomeFigures => ({
  contacts: { total: 14_238, validated: 12_450, withConsent: 11_756, suppressed: 95 },
  states: [
    { state: 'CT', people: 8_752 },
    { state: 'FL', people: 4_392 },
  ],
  today: { sent: 156, delivered: 140, replies: 31 },
  live: Array.from({ length: 10 }, (_, i) => ({
    id: `c${i}`,
    name,
    status: 'running',
    pausedReason: null,
    startsAt: null,
    people: 2_500,
    finished: 1_000,
    delivered: 900,
    failed: 12,
    responses: 31,
    spent: new Decimal('7.9'),
    ceiling: new Decimal('20'),
  })),
  waiting: Array.from({ length: 10 }, (_, i) => ({
    campaignId: `w${i}`,
    name,
    requestedBy: 'U1',
    requestedAt: now,
    people: 3_247,
  })),
  drafts: Array.from({ length: 5 }, (_, i) => ({ id: `d${i}`, name, step: 2, updatedAt: now })),
  imports: Array.from({ length: 3 }, (_, i) => ({
    id: `i${i}`,
    fileName: name,
    status: 'completed',
    created: 14_238,
    merged: 611,
    rejected: 287,
    createdBy: 'U1',
    createdAt: now,
  })),
  killSwitch: true,
});

const shown = (figures: HomeFigures, role: Role, locale: 'en' | 'pt-BR' = 'en') =>
  homeView({
    figures,
    member: {
      userId: 'U1',
      name: 'Ana',
      locale,
      timeZone: 'America/New_York',
      deactivated: false,
      bot: false,
      guest: false,
      external: false,
      role,
    },
    words: words.in(locale, 'America/New_York'),
    now,
    simulated: true,
  });

describe('App Home', () => {
  it('says what there is, in the numbers of the reader', () => {
    const english = textOf(shown(full(), 'viewer'));
    expect(english).toContain('14,238');
    expect(english).toContain('12,450 (87%)');
    expect(english).toContain('CT: 8,752 · FL: 4,392 · others: 1,094');
    expect(english).toContain('1,000 of 2,500 done');
    expect(english).toContain('40%');
    const portuguese = textOf(shown(full(), 'viewer', 'pt-BR'));
    expect(portuguese).toContain('14.238');
    expect(portuguese).toContain('CT: 8.752 · FL: 4.392 · outros: 1.094');
  });

  it('says that it is simulated, that sending is stopped, and as of when', () => {
    const text = textOf(shown(full(), 'viewer'));
    expect(text).toContain('no message really leaves');
    expect(text).toContain('All sending is stopped');
    expect(text).toContain('As of Nov 24, 2026, 10:05 (America/New_York)');
  });

  it.each([
    ['viewer', false, false],
    ['operator', true, false],
    ['approver', true, true],
    ['admin', true, true],
  ] as const)('offers a %s what the role may do', (role, drafts, decides) => {
    const labels = labelsOf(shown(full(), role));
    expect(labels.includes('New campaign')).toBe(drafts);
    expect(labels.includes('Import contacts')).toBe(drafts);
    expect(labels.includes('Resume')).toBe(drafts);
    expect(labels.includes('Review')).toBe(decides);
    expect(labels).toEqual(
      expect.arrayContaining(['Daily report', 'Help', 'Refresh', 'Open', 'See contacts', 'Map']),
    );
  });

  it('puts what waits for a decision above what runs', () => {
    const text = textOf(shown(full(), 'approver'));
    expect(text.indexOf('Waiting for your approval')).toBeLessThan(
      text.indexOf('Campaigns under way'),
    );
  });

  it('carries ids in its buttons, each its own', () => {
    const review = buttonsOf(shown(full(), 'approver')).filter(({ label }) => label === 'Review');
    expect(new Set(review.map(({ value }) => value)).size).toBe(10);
  });

  it('tells a newcomer with nothing in it what to do first', () => {
    expect(textOf(shown(empty, 'operator'))).toContain('/contacts import');
  });

  it.each(['en', 'pt-BR'] as const)(
    'stays inside the limits of Slack with the longest names in %s',
    (locale) => {
      expectSendable('home', shown(full(`<!channel> ${'ção&'.repeat(60)}`), 'admin', locale));
      expectSendable('home', shown(empty, 'viewer', locale));
      const short = shown(shortOf(full(`<!channel> ${'ção&'.repeat(60)}`)), 'admin', locale);
      expectSendable('message', message('', short.blocks).blocks);
      expect(textOf(shown(full('<!channel>'), 'admin', locale))).not.toContain('<!channel>');
    },
  );
});
