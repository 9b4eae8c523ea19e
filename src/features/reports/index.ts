export { type Digest, figuresOnRecord } from './digest.ts';
export {
  type BarsChart,
  type ChartRenderer,
  type ContactMapChart,
  type DigestPublisher,
  leastForRate,
  type ReportName,
  type ReportRun,
  type ReportStore,
  type RunClaim,
  type StateMapChart,
  type TimelineChart,
} from './ports.ts';
export { type DueRun, dailyAt, dueDailyRun, nextDailyRun } from './schedule.ts';
export {
  createReportService,
  type ReportOutcome,
  type ReportService,
  type ReportSettings,
} from './service.ts';
