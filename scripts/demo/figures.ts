import type { Database } from '../../src/adapters/db/database.ts';
import type { CarrierRecord } from '../../src/adapters/sandbox/carrier/index.ts';
import type { AckRecord } from '../../src/adapters/sandbox/slack/page-contract.ts';

/** Everything here is read back: from the database, and from the carrier's own log. */

export async function importFigures(db: Database) {
  const { rows } = await db.pool.query(
    `select counts, extract(epoch from completed_at - started_at) * 1000 as ms from imports
      where status = 'completed' order by created_at desc limit 1`,
  );
  const counts = rows[0]?.counts ?? {};
  const contacts = await db.pool.query<{ state: string; n: number }>(
    'select state, count(*)::int as n from phone_contacts group by state order by n desc',
  );
  const consent = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from phone_contacts where consent_sms in ('asserted', 'documented')`,
  );
  return {
    rows: Number(counts.rows ?? 0),
    created: Number(counts.created ?? 0),
    merged: Number(counts.merged ?? 0),
    rejected: await count(db, 'select count(*)::int as n from import_rejects'),
    with_consent: consent.rows[0]?.n ?? 0,
    by_state: Object.fromEntries(contacts.rows.map(({ state, n }) => [state, n])),
    ms: Math.round(Number(rows[0]?.ms ?? 0)),
  };
}

/** Numbers of which a provider said something, what is believed of them, and what all answers cost. */
export async function validationFigures(db: Database) {
  const { rows } = await db.pool.query<{ line_type: string; n: number; valid: number }>(
    `select coalesce(line_type, 'unknown') as line_type, count(*)::int as n,
            (count(*) filter (where not dead and validation_result -> 'valid' ->> 'value' = 'true'))::int as valid
       from phone_contacts where is_validated group by 1 order by n desc`,
  );
  const paid = await db.pool.query<{ cost: string }>(
    'select coalesce(sum(validation_cost), 0) as cost from phone_validations',
  );
  return {
    checked: rows.reduce((sum, row) => sum + row.n, 0),
    valid: rows.reduce((sum, row) => sum + row.valid, 0),
    by_line_type: Object.fromEntries(rows.map(({ line_type, n }) => [line_type, n])),
    cost: Number(paid.rows[0]?.cost ?? 0).toFixed(4),
  };
}

export type CampaignFigures = Awaited<ReturnType<typeof campaignFigures>>;

export async function campaignFigures(db: Database, name: string, log: readonly CarrierRecord[]) {
  const campaign = await db.pool.query(
    `select k.id, k.approved_by, k.status, a.snapshot, b.spent::text, b.reserved::text
       from phone_campaigns k
       left join approvals a on a.campaign_id = k.id and a.version = k.version
       left join campaign_budgets b on b.campaign_id = k.id
      where k.name = $1 order by k.created_at desc limit 1`,
    [name],
  );
  const { id, approved_by, snapshot, spent, reserved, status } = campaign.rows[0] ?? {};
  const { rows } = await db.pool.query(
    `select count(*)::int as rows,
            count(*) filter (where sent_at is not null)::int as sent,
            count(*) filter (where delivered_at is not null)::int as delivered,
            count(*) filter (where status = 'failed')::int as failed,
            count(*) filter (where status = 'unconfirmed')::int as unconfirmed,
            count(*) filter (where status in ('queued', 'calling', 'staged'))::int as open,
            count(*) filter (where sent_at is null
                               and status not in ('failed', 'unconfirmed', 'skipped', 'canceled'))::int as lost,
            count(*) filter (where replied_at is not null)::int as replied,
            coalesce(sum(segments) filter (where sent_at is not null), 0)::int as segments
       from phone_communications where campaign_id = $1 and direction = 'outbound' and purpose = 'marketing'`,
    [id],
  );
  const out = await count(
    db,
    `select count(distinct phone)::int as n from phone_communications
      where campaign_id = $1 and direction = 'inbound' and label = 'opt_out'`,
    [id],
  );
  const bodies = await db.pool.query<{ phone: string; message: string; attempts: number }>(
    `select c.phone, c.message, count(a.*)::int as attempts from phone_communications c
       left join delivery_attempts a on a.communication_id = c.id and a.outcome in ('refused', 'failed')
      where c.campaign_id = $1 and c.direction = 'outbound' group by c.id`,
    [id],
  );
  const got = new Map<string, number>();
  for (const { to, body, direction } of log) {
    if (direction === 'outbound-api') got.set(`${to} ${body}`, (got.get(`${to} ${body}`) ?? 0) + 1);
  }
  // A message that the carrier reported as undelivered may be tried once more; that is no duplicate.
  const duplicates = bodies.rows.reduce(
    (sum, { phone, message, attempts }) =>
      sum + Math.max(0, (got.get(`${phone} ${message}`) ?? 0) - 1 - attempts),
    0,
  );
  const accepted = bodies.rows.filter(({ phone, message }) =>
    got.has(`${phone} ${message}`),
  ).length;
  return {
    id: String(id),
    status: String(status),
    summary: {
      reach: {
        matched: snapshot?.matched ?? 0,
        excluded: snapshot?.excluded ?? {},
        final: snapshot?.final ?? 0,
      },
      approved_by: String(approved_by),
      queued: rows[0].rows as number,
      sent: rows[0].sent as number,
      delivered: rows[0].delivered as number,
      failed: rows[0].failed as number,
      unconfirmed: rows[0].unconfirmed as number,
      replied: rows[0].replied as number,
      opted_out: out,
      segments: rows[0].segments as number,
      spent: String(spent),
      duplicates,
    },
    /** Rows that were neither sent nor refused nor skipped for a reason. */
    lost: rows[0].lost as number,
    acceptedByCarrier: accepted,
    open: rows[0].open as number,
    reserved: String(reserved),
  };
}

export function ackFigures(acks: readonly AckRecord[]) {
  const ms = acks.map((ack) => ack.ms).sort((a, b) => a - b);
  const at = Math.min(ms.length - 1, Math.floor(ms.length * 0.99));
  return {
    requests: ms.length,
    p99_ack_ms: Math.round(ms[at] ?? 0),
    slowest_ack_ms: Math.round(ms.at(-1) ?? 0),
  };
}

async function count(db: Database, sql: string, params: unknown[] = []): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(sql, params);
  return rows[0]?.n ?? 0;
}
