import type {
  BudgetRoom,
  Decision,
  DeliveryStore,
  DueRow,
  PermitResult,
} from '../../features/delivery/index.ts';
import { lockCampaigns as lockForQueue } from './campaign-locks.ts';
import { type Database, inTransaction, type Sql } from './database.ts';
import { readAttempts, readRows } from './delivery-facts.ts';
import { grant, holdAndSkip } from './delivery-grant.ts';
import {
  budgetDaysOf,
  lockBudgets,
  lockSenders,
  reserveBudgets,
  useSenders,
} from './delivery-limits.ts';

type PermitPart = Pick<DeliveryStore, 'permit' | 'release'>;

/**
 * The permit of DESIGN 5.3, one short transaction. Order of locks, everywhere: communications,
 * contacts by id, campaigns and kill switch (shared), budgets, senders. READ COMMITTED matters: what
 * is read after the locks sees everything that was committed before they were granted.
 */
export function permitStore(db: Database): PermitPart {
  return {
    permit: ({ limit, now, realNow }, decide) =>
      inTransaction(db, async (sql) => {
        const nothing: PermitResult = {
          tickets: [],
          seen: 0,
          held: 0,
          skipped: 0,
          broke: [],
          senderFreeAt: null,
        };
        const due = await lockDue(sql, now, limit);
        if (due.length === 0) return nothing;
        await lockContacts(sql, due);
        const killSwitch = await lockCampaigns(sql, due);
        const rows = await readRows(
          sql,
          due.map(({ id }) => id),
        );
        const attempts = await readAttempts(sql, rows, now);
        const budgets = await lockBudgets(sql, rows, now);
        const senders = await lockSenders(sql, rows, now, realNow);
        const decisions = decide(rows, {
          now,
          killSwitch,
          attempts,
          budgets: budgets.map(roomOf),
          senders,
          newBudgetDay: budgetDaysOf(budgets),
        });
        const tickets = await grant(sql, rows, decisions, now, realNow);
        await holdAndSkip(sql, decisions, now);
        await reserveBudgets(sql, budgets, tickets);
        const senderFreeAt = await useSenders(sql, senders, rows, decisions, { now, realNow });
        return {
          tickets: tickets.map(({ ticket }) => ticket),
          seen: rows.length,
          held: decisions.filter((d) => d.do === 'hold').length,
          skipped: decisions.filter((d) => d.do === 'skip').length,
          broke: brokeCampaigns(rows, decisions),
          senderFreeAt,
        };
      }),

    async release(attemptIds) {
      if (attemptIds.length === 0) return;
      await inTransaction(db, async (sql) => {
        await sql.query(
          `select c.id from phone_communications c join delivery_attempts a on a.communication_id = c.id
            where a.id = any($1) order by c.id for no key update of c`,
          [attemptIds],
        );
        const { rows } = await sql.query<{
          communication_id: string;
          campaign_id: string | null;
          reserved: string;
        }>(
          `update delivery_attempts set outcome = 'released', settled_at = now(), cost = 0
            where id = any($1) and outcome = 'calling' returning communication_id, campaign_id, reserved`,
          [attemptIds],
        );
        await lockForQueue(
          sql,
          rows.map((row) => row.campaign_id),
        );
        await sql.query(
          `update phone_communications c
              set status = case when k.status = 'canceled' then 'canceled' else 'queued' end
             from phone_communications r left join phone_campaigns k on k.id = r.campaign_id
            where r.id = any($1) and c.id = r.id and c.status = 'calling'`,
          [rows.map((row) => row.communication_id)],
        );
        await sql.query(
          `with sums as (
             select campaign_id, sum(amount) as amount
               from unnest($1::uuid[], $2::numeric[]) as u (campaign_id, amount) group by campaign_id)
           , locked as (
             select b.campaign_id from campaign_budgets b join sums using (campaign_id)
              order by b.campaign_id for update of b)
           update campaign_budgets b
              set reserved = b.reserved - s.amount, day_spent = greatest(0, b.day_spent - s.amount)
             from sums s join locked using (campaign_id) where b.campaign_id = s.campaign_id`,
          [rows.map((row) => row.campaign_id), rows.map((row) => row.reserved)],
        );
      });
    },
  };
}

type Due = { id: string; contactId: string | null; campaignId: string | null };

async function lockDue(sql: Sql, now: Date, limit: number): Promise<Due[]> {
  const { rows } = await sql.query<Due>(
    `select c.id, c.phone_contact_id as "contactId", c.campaign_id as "campaignId"
       from phone_communications c
       left join phone_campaigns k on k.id = c.campaign_id
      where c.status = 'queued' and c.due_at <= $1 and (c.campaign_id is null or k.status = 'running')
        and not exists (select 1 from kill_switch where engaged)
      order by c.due_at, c.id limit $2
        for no key update of c skip locked`,
    [now, limit],
  );
  return rows;
}

/** Whoever opts out locks the contact first, so either this permit sees it or it waits for us. */
const lockContacts = (sql: Sql, due: readonly Due[]) =>
  sql.query('select id from phone_contacts where id = any($1) order by id for no key update', [
    due.flatMap(({ contactId }) => contactId ?? []),
  ]);

async function lockCampaigns(sql: Sql, due: readonly Due[]): Promise<boolean> {
  const ids = [...new Set(due.flatMap(({ campaignId }) => campaignId ?? []))];
  await sql.query('select id from phone_campaigns where id = any($1) order by id for share', [ids]);
  const { rows } = await sql.query<{ engaged: boolean }>(
    'select engaged from kill_switch for share',
  );
  return rows[0]?.engaged ?? true;
}

function brokeCampaigns(rows: readonly DueRow[], decisions: readonly Decision[]): string[] {
  const short = new Set(
    decisions.flatMap((d) => (d.do === 'wait' && d.reasons.includes('budget') ? [d.id] : [])),
  );
  return [
    ...new Set(
      rows.flatMap((row) => (short.has(row.id) && row.campaignId ? [row.campaignId] : [])),
    ),
  ];
}

const roomOf = ({ campaignId, left, leftToday }: BudgetRoom): BudgetRoom => ({
  campaignId,
  left,
  leftToday,
});
