import { describe, expect, it } from 'vitest';
import {
  attempted,
  isQuiet,
  onTheWay,
  rate,
  ratesOf,
  type Totals,
  trend,
} from '../../../src/features/analytics/index.ts';
import { Decimal } from '../../../src/shared/money.ts';

const totals = (some: Partial<Totals> = {}): Totals => ({
  sent: 0,
  delivered: 0,
  failed: 0,
  refused: 0,
  unconfirmed: 0,
  replied: 0,
  optedOut: 0,
  converted: 0,
  segments: 0,
  spend: new Decimal(0),
  unsettled: new Decimal(0),
  replies: 0,
  optOuts: 0,
  ...some,
});

describe('shares', () => {
  const day = totals({
    sent: 100,
    delivered: 80,
    failed: 15,
    refused: 5,
    unconfirmed: 5,
    replied: 8,
  });

  it('are taken of what their name says', () => {
    const rates = ratesOf(day);
    expect(attempted(day)).toBe(110);
    expect(rates.sent).toEqual({ n: 100, of: 110, share: 100 / 110 });
    expect(rates.delivered).toEqual({ n: 80, of: 100, share: 0.8 });
    expect(rates.failed).toEqual({ n: 15, of: 110, share: 15 / 110 });
    expect(rates.replied).toEqual({ n: 8, of: 80, share: 0.1 });
  });

  it('do not exist where there is nothing to take them of', () => {
    expect(ratesOf(totals()).delivered).toEqual({ n: 0, of: 0, share: null });
  });

  it('leave over what is still on its way', () => {
    expect(onTheWay(day)).toBe(10);
  });
});

describe('a quiet day', () => {
  it('has no calls, no letters and no costs', () => {
    expect(isQuiet(totals())).toBe(true);
    expect(isQuiet(totals({ unconfirmed: 1 }))).toBe(false);
    expect(isQuiet(totals({ replies: 1 }))).toBe(false);
    expect(isQuiet(totals({ optOuts: 1 }))).toBe(false);
    expect(isQuiet(totals({ spend: new Decimal('0.01') }))).toBe(false);
  });
});

describe('a trend', () => {
  it('is only called one when a person would see it', () => {
    expect(trend(rate(500, 1000), rate(400, 1000))).toBe('up');
    expect(trend(rate(400, 1000), rate(500, 1000))).toBe('down');
    expect(trend(rate(50_001, 100_000), rate(50_000, 100_000))).toBe('same');
    expect(trend(rate(1, 10), rate(0, 0))).toBeNull();
  });
});
