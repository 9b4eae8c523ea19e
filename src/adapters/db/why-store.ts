import type { PastRow, PersonFacts, WhyStore } from '../../features/delivery/index.ts';
import type { Channel } from '../../shared/channel.ts';
import type { Database } from './database.ts';

type ContactRow = {
  name: string | null;
  known: boolean;
  erased: boolean;
  optedOut: boolean;
  doNotCall: boolean;
  inReview: boolean;
  dead: boolean;
  unreachable: boolean;
  consentSms: PersonFacts['standing']['consentSms'];
  consentWhatsapp: PersonFacts['standing']['consentSms'];
  consentCall: PersonFacts['standing']['consentSms'];
  lineType: string | null;
  states: string[];
  zones: string[];
  lastInboundAt: Date | null;
  killSwitch: boolean;
};

/** The facts a permit reads, for one number. */
const contactSql = `
  select p.name, p.id is not null as known, p.erased_at is not null as erased,
         coalesce(p.opted_out, false) or exists (
           select 1 from suppressions s where s.phone = n.phone and s.lifted_at is null) as "optedOut",
         coalesce(p.do_not_call, false) as "doNotCall", coalesce(p.dead, false) as dead,
         coalesce(p.in_review, false) as "inReview",
         p.unreachable_since is not null as unreachable,
         coalesce(p.consent_sms, 'none') as "consentSms",
         coalesce(p.consent_whatsapp, 'none') as "consentWhatsapp",
         coalesce(p.consent_call, 'none') as "consentCall", p.line_type as "lineType",
         coalesce(p.rule_states, '{}') as states, coalesce(p.zones, '{}') as zones,
         p.last_inbound_at as "lastInboundAt", (select engaged from kill_switch) as "killSwitch"
    from (select $1::text as phone) n left join phone_contacts p on p.phone = n.phone`;

const attemptsSql = `
  select attempted_at as at, channel from delivery_attempts
   where phone = $1 and attempted_at > $2::timestamptz - interval '24 hours' and attempted_at <= $2
     and outcome not in ('released', 'refused')
   order by attempted_at`;

const rowsSql = `
  select k.name as "campaignName", c.status, c.reasons, c.error_code as "errorCode",
         c.due_at as "dueAt", c.sent_at as "sentAt", c.final_at as "finalAt"
    from phone_communications c join phone_campaigns k on k.id = c.campaign_id
   where c.phone = $1 and c.direction = 'outbound' and c.purpose = 'marketing'
   order by c.created_at desc, c.step desc limit $2`;

export function createWhyStore(db: Database): WhyStore {
  return {
    async person(phone, now, campaigns) {
      const [contact, attempts, rows] = await Promise.all([
        db.pool.query<ContactRow>(contactSql, [phone]),
        db.pool.query<{ at: Date; channel: Channel }>(attemptsSql, [phone, now]),
        db.pool.query<PastRow>(rowsSql, [phone, campaigns]),
      ]);
      const [row] = contact.rows;
      if (!row) throw new Error('one number is one row');
      const { name, known, states, zones, lastInboundAt, killSwitch, ...standing } = row;
      return {
        phone,
        contact: known ? { name: name ?? '' } : null,
        facts: {
          standing,
          place: { states, zones },
          lastInboundAt,
          killSwitch,
          attempts: attempts.rows,
        },
        rows: rows.rows,
      };
    },
  };
}
