import { describe, expect, it } from 'vitest';
import {
  bandOf,
  explainScore,
  readWeights,
  type ScoreFacts,
  scoreDefaults,
} from '../../../src/features/contacts/index.ts';

const now = new Date('2026-11-24T15:05:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const stranger: ScoreFacts = {
  closed: null,
  consent: 'none',
  mobile: false,
  createdAt: daysAgo(400),
  lastReplyAt: null,
  lastDeliveredAt: null,
  unanswered: 0,
  purchases: 0,
  lastPurchaseAt: null,
};
const explain = (facts: Partial<ScoreFacts>, weights = readWeights({})) =>
  explainScore({ ...stranger, ...facts }, weights, now);

describe('the lead score', () => {
  it('adds up and says what made it so', () => {
    expect(
      explain({
        lastReplyAt: daysAgo(2),
        purchases: 2,
        consent: 'documented',
        mobile: true,
        lastDeliveredAt: daysAgo(3),
      }),
    ).toEqual({
      score: 90,
      closed: null,
      parts: [
        { factor: 'reply-7', points: 30 },
        { factor: 'purchases-2', points: 25 },
        { factor: 'delivered-90', points: 10 },
        { factor: 'consent-documented', points: 15 },
        { factor: 'mobile', points: 10 },
      ],
    });
  });

  it.each([
    [6.99, 'reply-7'],
    [7, 'reply-30'],
    [30, 'reply-90'],
    [90, undefined],
  ])('counts an answer of %s days ago once, as %s', (days, factor) => {
    expect(explain({ lastReplyAt: daysAgo(days) }).parts.map((part) => part.factor)).toEqual(
      factor ? [factor] : [],
    );
  });

  it.each(['erased', 'opted-out', 'do-not-call', 'dead'] as const)(
    'is 0 for somebody %s, whatever else is known',
    (closed) => {
      expect(explain({ closed, purchases: 5, lastReplyAt: now })).toEqual({
        score: 0,
        closed,
        parts: [],
      });
    },
  );

  it('never leaves 0 to 100', () => {
    expect(explain({ unanswered: 9 }).score).toBe(0);
    const high = readWeights({ ...scoreDefaults, mobile: 100, 'consent-asserted': 100 });
    expect(explain({ mobile: true, consent: 'asserted' }, high).score).toBe(100);
  });

  it('reads weights that an older or newer version stored', () => {
    expect(readWeights({ mobile: 3, gone: 50, 'reply-7': 'much' })).toEqual({
      ...scoreDefaults,
      mobile: 3,
    });
    expect(readWeights(null)).toEqual(scoreDefaults);
  });

  it('has three bands', () => {
    expect([0, 39, 40, 69, 70, 100].map(bandOf)).toEqual([
      'cold',
      'cold',
      'warm',
      'warm',
      'hot',
      'hot',
    ]);
  });
});
