import type { Database } from '../../src/adapters/db/database.ts';

/**
 * The agency's 14,238 contacts, and a campaign of Tuesday, 24 November 2026, 10:00–19:00 in New
 * York: 3,200 messages, most of them delivered, some answered, a few refused or opted out of.
 */
export async function aBusyTuesday(db: Database): Promise<void> {
  await db.pool.query(
    `insert into phone_contacts (phone, name, state, area_code, is_validated)
     select '+1203' || lpad(n::text, 7, '0'), 'Ana', s.state, '203', n % 8 <> 0
       from (values ('CT', 8752, 0), ('FL', 4392, 8752), ('MA', 154, 13144), ('NJ', 142, 13298),
                    ('NY', 131, 13440), ('CA', 120, 13571), ('TX', 99, 13691), ('GA', 90, 13790),
                    ('PA', 84, 13880), ('NC', 70, 13964), ('RI', 64, 14034), ('IL', 52, 14098),
                    ('NV', 50, 14150), ('UNKNOWN', 38, 14200)) as s (state, people, first)
      cross join lateral generate_series(s.first, s.first + s.people - 1) n`,
  );
  await db.pool.query(
    `with campaign as (
       insert into phone_campaigns (name, status, created_by)
       values ('Férias na Flórida', 'running', 'U1') returning id),
     sent as (
       select p.id as contact, p.phone, row_number() over (order by md5(p.phone)) as n
         from phone_contacts p order by md5(p.phone) limit 3200)
     insert into phone_communications
       (phone_contact_id, campaign_id, type, direction, status, phone, segments, sent_at, delivered_at,
        final_at)
     select s.contact, c.id, 'sms', 'outbound',
            case when s.n % 25 = 0 then 'failed' when s.n % 20 = 7 then 'replied'
                 when s.n % 40 = 3 then 'sent' else 'delivered' end,
            s.phone, 2, t.at, case when s.n % 25 = 0 or s.n % 40 = 3 then null else t.at + interval '4 s' end,
            case when s.n % 40 = 3 then null else t.at + interval '4 s' end
       from sent s, campaign c
      cross join lateral (
        select timestamptz '2026-11-24T15:00:00Z'
               + make_interval(secs => 32400 * power(s.n / 3200.0, 1.6)) as at) t`,
  );
  await db.pool.query(
    `insert into delivery_attempts
       (communication_id, n, campaign_id, phone, channel, sender_id, token, outcome, reserved, cost,
        price_source, attempted_at, call_started_at, settled_at)
     select id, 1, campaign_id, phone, 'sms', 'S1', id::text, 'delivered', 0.0248,
            case when status <> 'sent' then 0.0158 end, 'table', sent_at, sent_at, final_at
       from phone_communications`,
  );
  await db.pool.query(
    `insert into phone_communications
       (phone_contact_id, campaign_id, type, direction, purpose, status, phone, message, label, reply_to,
        carrier_id, created_at)
     select phone_contact_id, campaign_id, 'sms', 'inbound', 'reply', 'received', phone, 'Sim', 'reply',
            id, id::text, sent_at + interval '40 minutes'
       from phone_communications where status = 'replied'`,
  );
  await db.pool.query(
    `insert into suppressions (phone, reason, source, created_by, created_at)
     select phone, 'opt-out', 'sms', 'test', sent_at + interval '5 minutes'
       from phone_communications where direction = 'outbound' and status = 'delivered'
      order by phone limit 9`,
  );
}
