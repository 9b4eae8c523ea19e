import { randomUUID } from 'node:crypto';
import type { ReportName, ReportRun, ReportStore } from '../../features/reports/index.ts';
import type { Database } from './database.ts';

const columns = `report, channel, period_start::text as date, status, message_ts as "messageTs",
  covered_until as "coveredUntil"`;

const where = 'report = $1 and channel = $2 and period_start = $3';

export function createReportStore(db: Database): ReportStore {
  return {
    async claim({ report, channel, date, endDate, timeZone, until, by, at, leaseMs }) {
      const token = `${by}:${randomUUID()}`;
      const { rows } = await db.pool.query<ReportRun>(
        `insert into report_runs as r
           (report, channel, period_start, period_end, time_zone, status, claimed_at, claimed_by)
         values ($1, $2, $3, $4, $5, 'claimed', $6, $7)
         on conflict (report, channel, period_start) do update
            set status = 'claimed', claimed_at = $6, claimed_by = $7
          where (r.status = 'claimed' and r.claimed_at <= $8)
             or (r.status <> 'claimed' and r.covered_until < $9)
         returning ${columns}`,
        [
          report,
          channel,
          date,
          endDate,
          timeZone,
          at,
          token,
          new Date(at.getTime() - leaseMs),
          until,
        ],
      );
      const [mine] = rows;
      if (mine) return { kind: 'mine', token, before: mine.coveredUntil ? mine : null };
      const there = await db.pool.query<ReportRun>(
        `select ${columns} from report_runs where ${where}`,
        [report, channel, date],
      );
      const run = there.rows[0];
      return run && run.status !== 'claimed' ? { kind: 'final', run } : { kind: 'busy' };
    },

    async finish({ report, channel, date, token }, result) {
      const { rowCount } = await db.pool.query(
        `update report_runs
            set status = $5, message_ts = $6, covered_until = $7, figures = $8, posted_at = $9
          where ${where} and status = 'claimed' and claimed_by = $4`,
        [
          report,
          channel,
          date,
          token,
          result.status,
          result.messageTs,
          result.coveredUntil,
          result.figures && JSON.stringify(result.figures),
          result.at,
        ],
      );
      return rowCount === 1;
    },

    async release({ report, channel, date, token }) {
      const mine = [report, channel, date, token];
      await db.pool.query(
        `delete from report_runs
          where ${where} and status = 'claimed' and claimed_by = $4 and covered_until is null`,
        mine,
      );
      await db.pool.query(
        `update report_runs
            set status = case when message_ts is null then 'empty' else 'posted' end
          where ${where} and status = 'claimed' and claimed_by = $4`,
        mine,
      );
    },

    async finishedDays(report, channel, from, to) {
      const { rows } = await db.pool.query<{ date: string }>(
        `select period_start::text as date from report_runs
          where report = $1 and channel = $2 and period_start between $3 and $4
            and status <> 'claimed'
          order by 1`,
        [report, channel, from, to],
      );
      return rows.map(({ date }) => date);
    },

    async nextRun(report: ReportName, first: Date) {
      const { rows } = await db.pool.query<{ next: Date }>(
        `with added as (
           insert into report_schedules (report, next_run_at) values ($1, $2)
           on conflict do nothing returning next_run_at)
         select next_run_at as next from added
         union all select next_run_at from report_schedules where report = $1
         limit 1`,
        [report, first],
      );
      return rows[0]?.next ?? first;
    },

    async advance(report, from, to) {
      await db.pool.query(
        'update report_schedules set next_run_at = $3 where report = $1 and next_run_at = $2',
        [report, from, to],
      );
    },
  };
}
