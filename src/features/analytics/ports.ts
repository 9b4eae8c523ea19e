import type { Channel } from '../../shared/channel.ts';
import type { Decimal } from '../../shared/money.ts';
import type { Span } from './period.ts';

/**
 * What became of a period's campaign messages (outbound, purpose `marketing`, of a campaign), as
 * known at `asOf`: a cohort, so that no share can pass 100 %.
 */
export type CohortCounts = {
  /** Accepted by the carrier in the period, whatever came later. */
  sent: number;
  /** Of `sent`: reached the phone (delivered, read or answered). */
  delivered: number;
  /** Refused by the carrier in the period, or sent in the period and undelivered. */
  failed: number;
  /** Of `failed`: never accepted. */
  refused: number;
  /** Called in the period, and nobody knows whether the carrier took it. */
  unconfirmed: number;
  /** Of `sent`: answered by something other than an opt-out. */
  replied: number;
  /** Of `sent`: the last campaign message before that person opted out. */
  optedOut: number;
  /** Of `sent`: the last message of its campaign before that person bought. */
  converted: number;
  /** Billed parts of `sent`. */
  segments: number;
};

export type Money = {
  /** Every call to a carrier in the period: campaigns, answers and confirmations. Dollars. */
  spend: Decimal;
  /** The part of `spend` that is reserved at the table price until the carrier's final state. */
  unsettled: Decimal;
};

/** What came in during the period, no matter when the message it answers was sent. */
export type Arrivals = { replies: number; optOuts: number };

export type Totals = CohortCounts & Money & Arrivals;

export type StateFigures = {
  /** Two letters, or `UNKNOWN`. */
  state: string;
  contacts: number;
  delivered: number;
  replied: number;
};

export type CampaignFigures = {
  id: string;
  name: string;
  channel: Channel;
  status: string;
  sent: number;
  delivered: number;
  failed: number;
  replied: number;
  optedOut: number;
  spend: Decimal;
};

export type BucketFigures = { sends: number; deliveries: number; replies: number };

/** `validated`: a lookup said what kind of line it is; a well-formed number alone is not that. */
export type ContactStats = {
  total: number;
  validated: number;
  byState: { state: string; total: number; validated: number; lastCampaignAt: Date | null }[];
};

export type ChannelFigures = { channel: Channel; delivered: number; replied: number };

/** [start, end) seen at `asOf`; nothing later than `asOf` counts. */
export type View = Span & { asOf: Date };

export type PeriodRows = {
  totals: Totals;
  previous: Totals;
  /** Whether anybody ever recorded a conversion; before that a zero means nothing. */
  conversionsTracked: boolean;
  /** One entry per bucket, in order. */
  timeline: BucketFigures[];
  /** States with contacts or messages, most contacts first. */
  states: StateFigures[];
  /** Campaigns with a message in the period, most sent first. */
  campaigns: CampaignFigures[];
};

export type DashboardRows = {
  contacts: ContactStats;
  activeCampaigns: number;
  today: Totals;
  conversionsTracked: boolean;
  channels: ChannelFigures[];
  channelsBefore: ChannelFigures[];
};

/**
 * Answered by set-wise SQL over everybody's tables; it writes nothing. Each call reads one
 * snapshot, so its figures agree with one another.
 */
export type AnalyticsStore = {
  /** `bounds` ascending, one more than there are buckets. */
  period(request: { view: View; previous: View; bounds: readonly Date[] }): Promise<PeriodRows>;
  dashboard(request: { today: View; recent: View; before: View }): Promise<DashboardRows>;
  states(view: View): Promise<StateFigures[]>;
};
