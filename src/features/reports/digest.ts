import type { PeriodFigures } from '../analytics/index.ts';

/** What one report says, before anybody put it into words. */
export type Digest = {
  report: 'daily';
  figures: PeriodFigures;
  /** When it should have been posted; null when it is on time or was asked for. */
  lateSince: Date | null;
  /** Local days before this one whose digest was never posted; each can be asked for. */
  missed: string[];
  /** The carrier only pretends: said on every figure. */
  simulated: boolean;
};

/** The numbers as they were posted, for the record. */
export function figuresOnRecord({ figures }: Digest): Record<string, unknown> {
  const { totals, asOf, timeline, states, campaigns } = figures;
  return {
    asOf: asOf.toISOString(),
    totals: { ...totals, spend: totals.spend.toFixed(6), unsettled: totals.unsettled.toFixed(6) },
    timeline: timeline.map(({ start, sends, deliveries, replies }) => ({
      start: start.toISOString(),
      sends,
      deliveries,
      replies,
    })),
    states,
    campaigns: campaigns.map((campaign) => ({ ...campaign, spend: campaign.spend.toFixed(6) })),
  };
}
