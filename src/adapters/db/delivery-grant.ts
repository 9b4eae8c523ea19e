import { randomBytes } from 'node:crypto';
import type { Decision, DueRow, Ticket } from '../../features/delivery/index.ts';
import { Decimal } from '../../shared/money.ts';
import type { Sql } from './database.ts';

export type Granted = { ticket: Ticket; reserve: Decimal };

export async function grant(
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

export async function holdAndSkip(
  sql: Sql,
  decisions: readonly Decision[],
  now: Date,
): Promise<void> {
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
