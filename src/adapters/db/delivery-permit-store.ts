import { randomBytes } from 'node:crypto';
import { narrowerOf, scheduleSchema } from '../../features/campaigns/index.ts';
import type {
  BudgetRoom,
  Decision,
  DeliveryStore,
  DueRow,
  PastAttempt,
  PermitResult,
  Ticket,
} from '../../features/delivery/index.ts';
import type { Channel } from '../../shared/channel.ts';
import { Decimal } from '../../shared/money.ts';
import { type Database, inTransaction, type Sql } from './database.ts';
import {
  budgetDaysOf,
  lockBudgets,
  lockSenders,
  reserveBudgets,
  useSenders,
} from './delivery-limits.ts';

const dayMs = 24 * 3600_000;

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
        await sql.query(
          `update phone_communications set status = 'queued' where id = any($1) and status = 'calling'`,
          [rows.map((row) => row.communication_id)],
        );
        await sql.query(
          `update campaign_budgets b set reserved = b.reserved - r.amount, day_spent = greatest(0, b.day_spent - r.amount)
             from (select campaign_id, sum(amount) as amount
                     from unnest($1::uuid[], $2::numeric[]) as u (campaign_id, amount)
                    where campaign_id is not null group by campaign_id) r
            where b.campaign_id = r.campaign_id`,
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

type FactRow = {
  id: string;
  campaign_id: string | null;
  phone: string;
  type: Channel;
  purpose: DueRow['purpose'];
  segments: number;
  sender_id: string;
  erased: boolean | null;
  opted_out: boolean;
  do_not_call: boolean | null;
  dead: boolean | null;
  consent_sms: DueRow['standing']['consentSms'] | null;
  consent_whatsapp: DueRow['standing']['consentSms'] | null;
  consent_call: DueRow['standing']['consentSms'] | null;
  line_type: string | null;
  rule_states: string[] | null;
  zones: string[] | null;
  last_inbound_at: Date | null;
  campaign_status: string | null;
  ends_at: Date | null;
  schedule_config: unknown;
};

/** Reads suppressions by number, not by contact: that table is the truth the contact's columns follow. */
async function readRows(sql: Sql, ids: readonly string[]): Promise<DueRow[]> {
  const { rows } = await sql.query<FactRow>(
    `select c.id, c.campaign_id, c.phone, c.type, c.purpose, c.segments, coalesce(c.sender_id, c.type) as sender_id,
            p.erased_at is not null as erased,
            coalesce(p.opted_out, false) or exists (
              select 1 from suppressions s where s.phone = c.phone and s.lifted_at is null) as opted_out,
            p.do_not_call, p.dead, p.consent_sms, p.consent_whatsapp, p.consent_call, p.line_type,
            p.rule_states, p.zones, p.last_inbound_at,
            k.status as campaign_status, k.ends_at, k.schedule_config
       from phone_communications c
       left join phone_contacts p on p.id = c.phone_contact_id
       left join phone_campaigns k on k.id = c.campaign_id
      where c.id = any($1) order by c.due_at, c.id`,
    [ids],
  );
  return rows.map(dueRowOf);
}

const dueRowOf = (row: FactRow): DueRow => ({
  id: row.id,
  campaignId: row.campaign_id,
  phone: row.phone,
  channel: row.type,
  purpose: row.purpose,
  segments: row.segments,
  senderId: row.sender_id,
  standing: {
    erased: row.erased ?? false,
    optedOut: row.opted_out,
    doNotCall: row.do_not_call ?? false,
    dead: row.dead ?? false,
    consentSms: row.consent_sms ?? 'none',
    consentWhatsapp: row.consent_whatsapp ?? 'none',
    consentCall: row.consent_call ?? 'none',
    lineType: row.line_type,
  },
  place: { states: row.rule_states ?? [], zones: row.zones ?? [] },
  narrower: row.campaign_id ? narrowerOf(scheduleSchema.parse(row.schedule_config)) : {},
  lastInboundAt: row.last_inbound_at,
  campaign: row.campaign_id
    ? { approved: true, paused: row.campaign_status !== 'running', endsAt: row.ends_at }
    : null,
});

/** Refused calls never reached the person and released ones were never made; all others count. */
async function readAttempts(sql: Sql, rows: readonly DueRow[], now: Date): Promise<PastAttempt[]> {
  const found = await sql.query<PastAttempt>(
    `select phone, channel, attempted_at as at from delivery_attempts
      where phone = any($1) and attempted_at > $2 and outcome not in ('released', 'refused')`,
    [rows.map(({ phone }) => phone), new Date(now.getTime() - dayMs)],
  );
  return found.rows;
}

type Granted = { ticket: Ticket; reserve: Decimal };

async function grant(
  sql: Sql,
  rows: readonly DueRow[],
  decisions: readonly Decision[],
  now: Date,
  realNow: Date,
): Promise<Granted[]> {
  const calls = decisions.flatMap((decision) => (decision.do === 'call' ? [decision] : []));
  if (calls.length === 0) return [];
  const { rows: written } = await sql.query<Omit<Ticket, 'until'> & { reserved: string }>(
    `with granted as (
       update phone_communications c set status = 'calling', window_end = g.until
         from unnest($1::uuid[], $2::timestamptz[]) as g (id, until) where c.id = g.id returning c.*)
     , called as (
       insert into delivery_attempts
         (communication_id, n, campaign_id, phone, channel, sender_id, token, reserved, attempted_at, call_started_at)
       select c.id, 1 + (select count(*) from delivery_attempts a where a.communication_id = c.id),
              c.campaign_id, c.phone, c.type, coalesce(c.sender_id, c.type), g.token, g.reserve, $5, $6
         from granted c join unnest($1::uuid[], $3::text[], $4::numeric[]) as g (id, token, reserve) on g.id = c.id
       returning *)
     select a.id as "attemptId", a.communication_id as "communicationId", a.campaign_id as "campaignId",
            a.phone, a.channel, c.message as text, a.token, a.reserved
       from called a join granted c on c.id = a.communication_id`,
    [
      calls.map(({ id }) => id),
      calls.map(({ until }) => until),
      calls.map(() => randomBytes(18).toString('base64url')),
      calls.map(({ reserve }) => reserve.toFixed(6)),
      now,
      realNow,
    ],
  );
  const until = new Map(calls.map((call) => [call.id, call.until]));
  const order = new Map(rows.map(({ id }, at) => [id, at]));
  return written
    .sort((a, b) => (order.get(a.communicationId) ?? 0) - (order.get(b.communicationId) ?? 0))
    .map(({ reserved, ...ticket }) => ({
      ticket: { ...ticket, until: until.get(ticket.communicationId) ?? now },
      reserve: new Decimal(reserved),
    }));
}

async function holdAndSkip(sql: Sql, decisions: readonly Decision[], now: Date): Promise<void> {
  const holds = decisions.flatMap((decision) => (decision.do === 'hold' ? [decision] : []));
  const skips = decisions.flatMap((decision) => (decision.do === 'skip' ? [decision] : []));
  if (holds.length > 0) {
    await sql.query(
      `update phone_communications c set due_at = h.until, reasons = string_to_array(h.reasons, ',')
         from unnest($1::uuid[], $2::timestamptz[], $3::text[]) as h (id, until, reasons) where c.id = h.id`,
      [
        holds.map(({ id }) => id),
        holds.map(({ until }) => until),
        holds.map(({ reasons }) => reasons.join(',')),
      ],
    );
  }
  if (skips.length > 0) {
    await sql.query(
      `update phone_communications c set status = 'skipped', final_at = $3, reasons = string_to_array(s.reasons, ',')
         from unnest($1::uuid[], $2::text[]) as s (id, reasons) where c.id = s.id`,
      [skips.map(({ id }) => id), skips.map(({ reasons }) => reasons.join(',')), now],
    );
  }
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
