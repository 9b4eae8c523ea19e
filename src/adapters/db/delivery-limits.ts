import { DateTime } from 'luxon';
import {
  type BudgetRoom,
  type Decision,
  type DueRow,
  pacificMidnight,
  type SenderRoom,
  type Ticket,
} from '../../features/delivery/index.ts';
import { Decimal } from '../../shared/money.ts';
import type { Sql } from './database.ts';

/** A sender may start this much of its coming seconds in one go. */
const burstMs = 1_000;

export type LockedBudget = BudgetRoom & { day: string; newDayAt: Date };

type BudgetRow = {
  campaign_id: string;
  ceiling: string;
  daily_ceiling: string | null;
  reserved: string;
  spent: string;
  day: string | null;
  day_spent: string;
  time_zone: string | null;
};

/** Locked in id order. `day_spent` counts reservations of the day too: what is promised is spent. */
export async function lockBudgets(
  sql: Sql,
  due: readonly DueRow[],
  now: Date,
): Promise<LockedBudget[]> {
  const ids = [...new Set(due.flatMap(({ campaignId }) => campaignId ?? []))];
  const { rows } = await sql.query<BudgetRow>(
    `select b.campaign_id, b.ceiling, b.daily_ceiling, b.reserved, b.spent, b.day::text, b.day_spent,
            k.schedule_config ->> 'timeZone' as time_zone
       from campaign_budgets b join phone_campaigns k on k.id = b.campaign_id
      where b.campaign_id = any($1) order by b.campaign_id for update of b`,
    [ids],
  );
  return rows.map((row) => {
    const local = DateTime.fromJSDate(now, { zone: row.time_zone ?? 'America/New_York' });
    const day = local.toISODate() ?? '';
    const today = row.day === day ? new Decimal(row.day_spent) : new Decimal(0);
    return {
      campaignId: row.campaign_id,
      left: new Decimal(row.ceiling).minus(row.reserved).minus(row.spent),
      leftToday: row.daily_ceiling === null ? null : new Decimal(row.daily_ceiling).minus(today),
      day,
      newDayAt: local.plus({ days: 1 }).startOf('day').toJSDate(),
    };
  });
}

export const budgetDaysOf = (budgets: readonly LockedBudget[]): Map<string, Date> =>
  new Map(budgets.map(({ campaignId, newDayAt }) => [campaignId, newDayAt]));

export async function reserveBudgets(
  sql: Sql,
  budgets: readonly LockedBudget[],
  granted: readonly { ticket: Ticket; reserve: Decimal }[],
): Promise<void> {
  const sums = budgets
    .map(({ campaignId, day }) => ({
      campaignId,
      day,
      sum: granted
        .filter(({ ticket }) => ticket.campaignId === campaignId)
        .reduce((total, { reserve }) => total.plus(reserve), new Decimal(0)),
    }))
    .filter(({ sum }) => sum.gt(0));
  if (sums.length === 0) return;
  await sql.query(
    `update campaign_budgets b
        set reserved = b.reserved + r.amount,
            day_spent = case when b.day = r.day then b.day_spent else 0 end + r.amount, day = r.day
       from unnest($1::uuid[], $2::numeric[], $3::date[]) as r (campaign_id, amount, day)
      where b.campaign_id = r.campaign_id`,
    [sums.map((s) => s.campaignId), sums.map((s) => s.sum.toFixed(6)), sums.map((s) => s.day)],
  );
}

export type LockedSender = SenderRoom & { intervalMs: number; nextFreeAt: Date; day: string };

type SenderRow = {
  id: string;
  per_second: string;
  next_free_at: Date;
  day_limit: number | null;
  day: string | null;
  day_used: number;
  held_until: Date | null;
  slowed_until: Date | null;
};

/**
 * A sender's rate is a virtual queue: each start moves `next_free_at` on by one interval, and a
 * start is free while that is not more than a second ahead of the real clock.
 * Its daily limit counts segments and starts anew at midnight Pacific (T-Mobile's rule for 10DLC).
 */
export async function lockSenders(
  sql: Sql,
  due: readonly DueRow[],
  now: Date,
  realNow: Date,
): Promise<LockedSender[]> {
  const ids = [...new Set(due.map(({ senderId }) => senderId))];
  const { rows } = await sql.query<SenderRow>(
    `select id, per_second, next_free_at, day_limit, day::text, day_used, held_until, slowed_until
       from senders where id = any($1) order by id for update`,
    [ids],
  );
  const day = DateTime.fromJSDate(now, { zone: 'America/Los_Angeles' }).toISODate() ?? '';
  return rows.map((row) => {
    const slowed = row.slowed_until !== null && row.slowed_until > realNow;
    const intervalMs = (slowed ? 2000 : 1000) / Number(row.per_second);
    const queueEnd = Math.max(row.next_free_at.getTime(), realNow.getTime());
    const room = realNow.getTime() + burstMs - queueEnd;
    const used = row.day === day ? row.day_used : 0;
    return {
      senderId: row.id,
      starts: Math.max(0, Math.floor(room / intervalMs)),
      segmentsToday: row.day_limit === null ? null : Math.max(0, row.day_limit - used),
      newDayAt: pacificMidnight(now),
      heldUntil: row.held_until,
      intervalMs,
      nextFreeAt: new Date(queueEnd),
      day,
    };
  });
}

/** Books the starts that were granted. Returns when the next start is free where one was refused. */
export async function useSenders(
  sql: Sql,
  senders: readonly LockedSender[],
  rows: readonly DueRow[],
  decisions: readonly Decision[],
  { realNow }: { now: Date; realNow: Date },
): Promise<Date | null> {
  const called = new Set(decisions.flatMap((d) => (d.do === 'call' ? [d.id] : [])));
  const short = decisions.some((d) => d.do === 'wait' && d.reasons.includes('sender-limit'));
  const uses = senders.map((sender) => {
    const own = rows.filter((row) => row.senderId === sender.senderId && called.has(row.id));
    return {
      ...sender,
      segments: own.reduce((sum, row) => sum + row.segments, 0),
      next: new Date(sender.nextFreeAt.getTime() + own.length * sender.intervalMs),
      count: own.length,
    };
  });
  const used = uses.filter(({ count }) => count > 0);
  if (used.length > 0) {
    await sql.query(
      `update senders s set next_free_at = u.next,
              day_used = case when s.day = u.day then s.day_used else 0 end + u.segments, day = u.day
         from unnest($1::text[], $2::timestamptz[], $3::int[], $4::date[]) as u (id, next, segments, day)
        where s.id = u.id`,
      [
        used.map((u) => u.senderId),
        used.map((u) => u.next),
        used.map((u) => u.segments),
        used.map((u) => u.day),
      ],
    );
  }
  if (!short) return null;
  const soonest = Math.min(...uses.map((u) => u.next.getTime() - burstMs + u.intervalMs));
  return new Date(Math.max(realNow.getTime(), soonest));
}
