export {
  attempted,
  isQuiet,
  onTheWay,
  type Rate,
  type Rates,
  rate,
  ratesOf,
  type Trend,
  trend,
} from './figures.ts';
export {
  bucketBounds,
  localDate,
  oneEarlier,
  type Period,
  type PeriodKind,
  periodOf,
  previousPeriod,
  type Span,
  shiftDate,
} from './period.ts';
export type {
  AnalyticsStore,
  BucketFigures,
  CampaignFigures,
  ChannelFigures,
  CohortCounts,
  ContactStats,
  DashboardRows,
  PeriodRows,
  StateFigures,
  Totals,
  View,
} from './ports.ts';
export {
  type AnalyticsService,
  type ChannelRate,
  createAnalyticsService,
  type Dashboard,
  type PeriodFigures,
} from './service.ts';
