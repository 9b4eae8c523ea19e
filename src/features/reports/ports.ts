import type { Digest } from './digest.ts';

/** One panel over another: what went out, and what came back on a scale of its own. */
export type TimelineChart = {
  title: string;
  subtitle: string;
  /** One per bucket: `09:00`, `Nov 21`. */
  labels: string[];
  sends: number[];
  deliveries: number[];
  replies: number[];
  words: {
    sends: string;
    deliveries: string;
    replies: string;
    /** Heading of the lower panel; says that its scale is its own. */
    repliesPanel: string;
    empty: string;
    /** BCP 47, for the digits of numbers. */
    locale: string;
  };
};

export type StateMapChart = {
  title: string;
  subtitle: string;
  /** Two-letter codes; anything else (unknown, territories) is not drawn, so name it in the text. */
  states: { state: string; contacts: number; delivered: number; replied: number }[];
  words: {
    contacts: string;
    responseRate: string;
    /** For the legends and the rows: nobody there, fewer deliveries than a rate can be read from. */
    noContacts: string;
    tooFew: string;
    noRate: string;
    /** The states that have no row of their own. */
    others: string;
    empty: string;
    locale: string;
  };
};

/** A bar for each row, with its figure written behind it. */
export type BarsChart = {
  title: string;
  subtitle: string;
  rows: { label: string; value: number; text: string; tone: 'good' | 'bad' | 'neutral' }[];
  /** Shown when there is no row. */
  empty: string;
};

/** One large map, as good on a telephone: the states by how many people, or what share answered. */
export type ContactMapChart = {
  by: 'people' | 'rate';
  title: string;
  subtitle: string;
  states: StateMapChart['states'];
  words: Pick<StateMapChart['words'], 'noContacts' | 'tooFew' | 'noRate' | 'locale'>;
};

/** Fewer deliveries than this and a rate says more about luck than about the state. */
export const leastForRate = 30;

/** Draws PNGs at twice the pixel density. Throws `Refusal('unavailable', 'reports.charts')`. */
export type ChartRenderer = {
  timeline(chart: TimelineChart): Promise<Buffer>;
  stateMap(chart: StateMapChart): Promise<Buffer>;
  bars(chart: BarsChart): Promise<Buffer>;
  contactMap(chart: ContactMapChart): Promise<Buffer>;
  close(): Promise<void>;
};

export type ReportName = 'daily';

export type ReportRun = {
  report: ReportName;
  channel: string;
  /** First local day, `YYYY-MM-DD`. */
  date: string;
  status: 'claimed' | 'posted' | 'empty';
  messageTs: string | null;
  /** Up to when its figures reach (product clock); the report is final when that is the period's end. */
  coveredUntil: Date | null;
};

export type RunClaim =
  | { kind: 'mine'; token: string; before: ReportRun | null }
  | { kind: 'final'; run: ReportRun }
  | { kind: 'busy' };

/** Rows of `report_runs` and `report_schedules`. */
export type ReportStore = {
  /**
   * Takes the run (unique per report, channel and first day) for one runner. A run that does not
   * reach `until` yet may be taken again, and so may one whose holder's lease ran out (real clock).
   */
  claim(request: {
    report: ReportName;
    channel: string;
    date: string;
    endDate: string;
    timeZone: string;
    until: Date;
    by: string;
    at: Date;
    leaseMs: number;
  }): Promise<RunClaim>;
  /** False when the lease was lost; nothing is written then. */
  finish(
    claim: { report: ReportName; channel: string; date: string; token: string },
    result: {
      status: 'posted' | 'empty';
      messageTs: string | null;
      coveredUntil: Date;
      figures: Record<string, unknown> | null;
      at: Date;
    },
  ): Promise<boolean>;
  /** Gives the claim back after a failure; what was there before stays. */
  release(claim: {
    report: ReportName;
    channel: string;
    date: string;
    token: string;
  }): Promise<void>;
  /** Days in [from, to] with a finished run. */
  finishedDays(report: ReportName, channel: string, from: string, to: string): Promise<string[]>;
  /** The moment of the next run; `first` is stored when there is none yet. */
  nextRun(report: ReportName, first: Date): Promise<Date>;
  /** Moves the schedule on, unless somebody did so already. */
  advance(report: ReportName, from: Date, to: Date): Promise<void>;
};

/** The channel side: draws, uploads and posts. Once per key, whatever happens in between. */
export type DigestPublisher = {
  /** `key` is for ever; a second call with it brings the same message up to date. */
  publish(request: { key: string; channel: string; digest: Digest }): Promise<{ ts: string }>;
};
