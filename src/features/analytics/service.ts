import type { Channel } from '../../shared/channel.ts';
import { type Rate, type Rates, rate, ratesOf, type Trend, trend } from './figures.ts';
import {
  bucketBounds,
  localDate,
  oneEarlier,
  type Period,
  periodOf,
  previousPeriod,
  shiftDate,
} from './period.ts';
import type {
  AnalyticsStore,
  BucketFigures,
  CampaignFigures,
  ContactStats,
  StateFigures,
  Totals,
} from './ports.ts';

export type PeriodFigures = {
  period: Period;
  /** Nothing later counts; before the period's end the figures are "so far". */
  asOf: Date;
  complete: boolean;
  totals: Totals;
  rates: Rates;
  /** The period before, seen at the same age, so that the two can be compared. */
  previous: { totals: Totals; rates: Rates };
  conversionsTracked: boolean;
  timeline: (BucketFigures & { start: Date; end: Date })[];
  states: StateFigures[];
  campaigns: CampaignFigures[];
};

export type ChannelRate = { channel: Channel; rate: Rate; trend: Trend | null };

export type Dashboard = {
  contacts: ContactStats;
  validated: Rate;
  /** Running now. */
  activeCampaigns: number;
  today: Totals;
  conversionsTracked: boolean;
  /** Replied of delivered over the last 30 local days, today among them, against the 30 before. */
  responseRates: ChannelRate[];
};

export type AnalyticsService = ReturnType<typeof createAnalyticsService>;

export function createAnalyticsService({ store }: { store: AnalyticsStore }) {
  return {
    async figures(period: Period, asOf: Date): Promise<PeriodFigures> {
      const bounds = bucketBounds(period);
      const earlier = previousPeriod(period);
      const rows = await store.period({
        view: { ...period, asOf },
        previous: { ...earlier, asOf: oneEarlier(asOf, period) },
        bounds,
      });
      return {
        period,
        asOf,
        complete: asOf >= period.end,
        totals: rows.totals,
        rates: ratesOf(rows.totals),
        previous: { totals: rows.previous, rates: ratesOf(rows.previous) },
        conversionsTracked: rows.conversionsTracked,
        timeline: rows.timeline.map((bucket, index) => ({
          ...bucket,
          start: bounds[index] ?? period.start,
          end: bounds[index + 1] ?? period.end,
        })),
        states: rows.states,
        campaigns: rows.campaigns,
      };
    },

    async dashboard(now: Date, timeZone: string): Promise<Dashboard> {
      const today = periodOf('day', localDate(now, timeZone), timeZone);
      const from = periodOf('day', shiftDate(today.date, -29), timeZone).start;
      const before = periodOf('day', shiftDate(today.date, -59), timeZone).start;
      const rows = await store.dashboard({
        today: { ...today, asOf: now },
        recent: { start: from, end: today.end, asOf: now },
        before: { start: before, end: from, asOf: from },
      });
      const rates = rows.channels.map(({ channel, replied, delivered }) => {
        const earlier = rows.channelsBefore.find((row) => row.channel === channel);
        const now = rate(replied, delivered);
        const then = rate(earlier?.replied ?? 0, earlier?.delivered ?? 0);
        return { channel, rate: now, trend: trend(now, then) };
      });
      return {
        contacts: rows.contacts,
        validated: rate(rows.contacts.validated, rows.contacts.total),
        activeCampaigns: rows.activeCampaigns,
        today: rows.today,
        conversionsTracked: rows.conversionsTracked,
        responseRates: rates,
      };
    },

    /** Contacts and responses by state over the last 30 local days, today among them. */
    states(now: Date, timeZone: string): Promise<StateFigures[]> {
      const today = periodOf('day', localDate(now, timeZone), timeZone);
      const { start } = periodOf('day', shiftDate(today.date, -29), timeZone);
      return store.states({ start, end: today.end, asOf: now });
    },
  };
}
