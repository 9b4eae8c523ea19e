import type { Database } from '../../src/adapters/db/database.ts';

export type AMessage = {
  phone: string;
  campaign?: string | null;
  status?: string;
  sentAt?: string | null;
  deliveredAt?: string | null;
  finalAt?: string | null;
  /** When its last call to the carrier started; without one there is no attempt. */
  calledAt?: string | null;
  cost?: string | null;
  reserved?: string;
  outcome?: string;
  segments?: number;
  purpose?: string;
  channel?: string;
};

/** Rows of the past, written by hand. Times are ISO instants. */
export function history(db: Database) {
  let tokens = 0;
  const one = async (sql: string, params: unknown[]): Promise<string> => {
    const { rows } = await db.pool.query<{ id: string }>(`${sql} returning id`, params);
    const [row] = rows;
    if (!row) throw new Error('nothing was inserted');
    return row.id;
  };

  return {
    person: (
      phone: string,
      state = 'CT',
      columns: { validated?: boolean; erased?: boolean } = {},
    ) =>
      one(
        `insert into phone_contacts (phone, name, state, area_code, line_type, erased_at)
         values ($1, 'Ana', $2, '203', $3, $4)`,
        [
          phone,
          state,
          columns.validated ? 'mobile' : null,
          columns.erased ? '2026-01-01T00:00:00Z' : null,
        ],
      ),

    campaign: (name = 'Verão', status = 'running') =>
      one(`insert into phone_campaigns (name, status, created_by) values ($1, $2, 'U1')`, [
        name,
        status,
      ]),

    async message(row: AMessage): Promise<string> {
      const id = await one(
        `insert into phone_communications
           (phone_contact_id, campaign_id, type, direction, purpose, status, phone, segments, sent_at,
            delivered_at, final_at)
         values ((select id from phone_contacts where phone = $1), $2, $3, 'outbound', $4, $5, $1, $6,
                 $7, $8, $9)`,
        [
          row.phone,
          row.campaign ?? null,
          row.channel ?? 'sms',
          row.purpose ?? 'marketing',
          row.status ?? 'sent',
          row.segments ?? 1,
          row.sentAt ?? null,
          row.deliveredAt ?? null,
          row.finalAt ?? row.deliveredAt ?? null,
        ],
      );
      const calledAt = row.calledAt ?? row.sentAt;
      if (calledAt) {
        tokens += 1;
        await db.pool.query(
          `insert into delivery_attempts
             (communication_id, n, campaign_id, phone, channel, sender_id, token, outcome, reserved,
              cost, attempted_at, call_started_at)
           values ($1, 1, $2, $3, $4, 'S1', $5, $6, $7, $8, $9, $9)`,
          [
            id,
            row.campaign ?? null,
            row.phone,
            row.channel ?? 'sms',
            `token-${tokens}`,
            row.outcome ?? 'accepted',
            row.reserved ?? '0.0124',
            row.cost ?? null,
            calledAt,
          ],
        );
      }
      return id;
    },

    reply: (phone: string, to: string | null, at: string, label = 'reply') =>
      one(
        `insert into phone_communications
           (phone_contact_id, type, direction, purpose, status, phone, message, label, reply_to,
            carrier_id, created_at)
         values ((select id from phone_contacts where phone = $1), 'sms', 'inbound', 'reply',
                 'received', $1, 'Sim', $2, $3, gen_random_uuid()::text, $4)`,
        [phone, label, to, at],
      ),

    optOut: (phone: string, at: string, reason = 'opt-out', source = 'reply') =>
      one(
        `insert into suppressions (phone, reason, source, created_by, created_at)
         values ($1, $2, $3, 'test', $4)`,
        [phone, reason, source, at],
      ),

    conversion: (phone: string, campaign: string, at: string) =>
      one(
        `insert into conversions
           (phone_contact_id, campaign_id, amount, converted_at, recorded_at, recorded_by)
         values ((select id from phone_contacts where phone = $1), $2, 900, $3, $3, 'U1')`,
        [phone, campaign, at],
      ),
  };
}

export type History = ReturnType<typeof history>;
