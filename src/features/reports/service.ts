import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import {
  type AnalyticsService,
  isQuiet,
  localDate,
  type Period,
  periodOf,
  shiftDate,
} from '../analytics/index.ts';
import { type Digest, figuresOnRecord } from './digest.ts';
import type { DigestPublisher, ReportStore } from './ports.ts';
import { dueDailyRun, nextDailyRun } from './schedule.ts';

export type ReportOutcome =
  /** `final`: the period is over and its figures will not change any more. */
  | { kind: 'posted'; date: string; channel: string; ts: string; final: boolean }
  /** It was complete before; nothing was posted or changed. */
  | { kind: 'there'; date: string; channel: string; ts: string }
  /** Nothing was sent and nobody wrote: no message. */
  | { kind: 'empty'; date: string; final: boolean };

export type ReportSettings = {
  /** IANA; the days of the reports. */
  timeZone: string;
  /** The digest channel; null: no digest is posted. */
  channel: string | null;
  simulated: boolean;
  /** Names this process in the claims. */
  runner: string;
};

export type ReportService = ReturnType<typeof createReportService>;

/** Drawing and posting takes seconds; whoever is silent for so long is taken for dead. */
const leaseMs = 2 * 60_000;
/** After a failed scheduled run. */
const pauseMs = 60_000;

export function createReportService({
  analytics,
  store,
  publisher,
  clock,
  realClock,
  settings,
}: {
  analytics: Pick<AnalyticsService, 'figures'>;
  store: ReportStore;
  publisher: DigestPublisher;
  /** The product's clock. */
  clock: Clock;
  realClock: Clock;
  settings: ReportSettings;
}) {
  const { timeZone } = settings;
  let pausedUntil = 0;

  /**
   * One message per day and channel, ever. A day that is not over is brought up to date by each
   * run until it is; a complete one is left alone.
   */
  async function run(
    channel: string,
    period: Period,
    lateness: Pick<Digest, 'lateSince' | 'missed'>,
  ): Promise<ReportOutcome> {
    const { date } = period;
    const now = clock.now();
    const final = now >= period.end;
    const until = final ? period.end : now;
    const claim = await store.claim({
      report: 'daily',
      channel,
      date,
      endDate: shiftDate(date, 1),
      timeZone,
      until,
      by: settings.runner,
      at: realClock.now(),
      leaseMs,
    });
    if (claim.kind === 'busy') throw new Refusal('conflict', 'reports.busy', { date });
    if (claim.kind === 'final') {
      const { messageTs } = claim.run;
      if (messageTs) return { kind: 'there', date, channel, ts: messageTs };
      return { kind: 'empty', date, final };
    }
    const mine = { report: 'daily' as const, channel, date, token: claim.token };
    try {
      const figures = await analytics.figures(period, now);
      const digest: Digest = {
        report: 'daily',
        figures,
        ...lateness,
        simulated: settings.simulated,
      };
      if (isQuiet(figures.totals) && !claim.before?.messageTs) {
        await store.finish(mine, {
          status: 'empty',
          messageTs: null,
          coveredUntil: until,
          figures: null,
          at: now,
        });
        return { kind: 'empty', date, final };
      }
      const key = `report:daily:${channel}:${date}`;
      const { ts } = await publisher.publish({ key, channel, digest });
      await store.finish(mine, {
        status: 'posted',
        messageTs: ts,
        coveredUntil: until,
        figures: figuresOnRecord(digest),
        at: now,
      });
      return { kind: 'posted', date, channel, ts, final };
    } catch (error) {
      await store.release(mine);
      throw error;
    }
  }

  return {
    /** The pump's question. Null: nothing is due. Safe to ask from any number of processes. */
    async runDue(now: Date = clock.now()): Promise<ReportOutcome | null> {
      const { channel } = settings;
      if (channel === null || realClock.now().getTime() < pausedUntil) return null;
      const next = await store.nextRun('daily', nextDailyRun(now, timeZone));
      const due = dueDailyRun(next, now, timeZone);
      if (!due) return null;
      const [from = due.date] = due.skipped;
      const finished =
        due.skipped.length > 0 ? await store.finishedDays('daily', channel, from, due.date) : [];
      try {
        const outcome = await run(channel, periodOf('day', due.date, timeZone), {
          lateSince: due.late ? due.plannedFor : null,
          missed: due.skipped.filter((day) => !finished.includes(day)),
        });
        await store.advance('daily', next, nextDailyRun(now, timeZone));
        return outcome;
      } catch (error) {
        if (error instanceof Refusal && error.code === 'reports.busy') return null;
        pausedUntil = realClock.now().getTime() + pauseMs;
        throw error;
      }
    },

    /**
     * Somebody asks for the digest of a day (`YYYY-MM-DD`; today when null).
     * Throws `Refusal`: `reports.no-channel`, `reports.unknown-day`, `reports.future-day`,
     * `reports.busy`, and whatever posting refuses.
     */
    async daily(date: string | null): Promise<ReportOutcome> {
      const { channel } = settings;
      if (channel === null) throw new Refusal('conflict', 'reports.no-channel');
      const today = localDate(clock.now(), timeZone);
      const asked = date ?? today;
      if (!isDate(asked)) throw new Refusal('invalid', 'reports.unknown-day', { day: asked });
      if (asked > today) throw new Refusal('invalid', 'reports.future-day', { day: asked, today });
      return run(channel, periodOf('day', asked, timeZone), { lateSince: null, missed: [] });
    },

    /** The local day of now, for words like "yesterday". */
    today: (): string => localDate(clock.now(), timeZone),
  };
}

const isDate = (text: string): boolean =>
  /^20\d\d-\d\d-\d\d$/.test(text) && shiftDate(text, 0) === text;
