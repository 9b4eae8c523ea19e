import {
  type PeriodFigures,
  periodOf,
  ratesOf,
  type Totals,
} from '../../src/features/analytics/index.ts';
import type { Digest } from '../../src/features/reports/index.ts';
import { Decimal } from '../../src/shared/money.ts';

export const someTotals = (some: Partial<Totals> = {}): Totals => ({
  sent: 3247,
  delivered: 3089,
  failed: 98,
  refused: 12,
  unconfirmed: 3,
  replied: 152,
  optedOut: 12,
  converted: 0,
  segments: 6494,
  spend: new Decimal('80.53'),
  unsettled: new Decimal('1.24'),
  replies: 178,
  optOuts: 14,
  ...some,
});

/** A good Tuesday in New York, seen the next morning. */
export function someFigures(some: Partial<PeriodFigures> = {}): PeriodFigures {
  const period = some.period ?? periodOf('day', '2026-11-24', 'America/New_York');
  const totals = some.totals ?? someTotals();
  const before = someTotals({
    sent: 2900,
    delivered: 2700,
    replied: 140,
    spend: new Decimal('70'),
  });
  const hour = (n: number) => new Date(period.start.getTime() + n * 3_600_000);
  return {
    period,
    asOf: new Date('2026-11-25T13:30:00Z'),
    complete: true,
    totals,
    rates: ratesOf(totals),
    previous: { totals: before, rates: ratesOf(before) },
    conversionsTracked: false,
    timeline: Array.from({ length: 24 }, (_, n) => ({
      start: hour(n),
      end: hour(n + 1),
      sends: n === 10 ? 3247 : 0,
      deliveries: n === 10 ? 3000 : n === 11 ? 89 : 0,
      replies: n > 10 && n < 15 ? n : 0,
    })),
    states: [
      { state: 'CT', contacts: 8752, delivered: 2000, replied: 99 },
      { state: 'FL', contacts: 4392, delivered: 1000, replied: 50 },
      ...['MA', 'NJ', 'NY', 'CA', 'TX', 'GA', 'PA'].map((state, n) => ({
        state,
        contacts: 154 - n,
        delivered: n,
        replied: 0,
      })),
      { state: 'UNKNOWN', contacts: 20, delivered: 0, replied: 0 },
    ],
    campaigns: [
      {
        id: 'c1',
        name: 'Férias <!channel> & *Orlando*',
        channel: 'sms',
        status: 'running',
        sent: 3247,
        delivered: 3089,
        failed: 98,
        replied: 152,
        optedOut: 12,
        spend: new Decimal('80.53'),
      },
    ],
    ...some,
  };
}

export const someDigest = (some: Partial<Digest> = {}): Digest => ({
  report: 'daily',
  figures: someFigures(),
  lateSince: null,
  missed: [],
  simulated: false,
  ...some,
});
