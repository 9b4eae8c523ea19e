import type { ContactDeskStore, Evidence } from '../../features/contacts/index.ts';
import { appendAudit } from './audit-log.ts';
import { appendEvents, ownReasons } from './consent-ledger.ts';
import { refreshStanding } from './consent-standing.ts';
import { eraseContact } from './contact-erasure.ts';
import { optOutContacts } from './contact-opt-out.ts';
import { type ContactRow, contactColumns, contactOf } from './contact-rows.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

async function locked(sql: Sql, id: string) {
  const { rows } = await sql.query<ContactRow>(
    `select ${contactColumns} from phone_contacts where id = $1 for no key update`,
    [id],
  );
  return rows[0] ? contactOf(rows[0]) : null;
}

export function contactDeskStore(db: Database): ContactDeskStore {
  return {
    edit: (id, by, at, change) =>
      inTransaction(db, async (sql) => {
        const before = await locked(sql, id);
        if (!before) return null;
        const { contact: c, changed } = change(before);
        if (changed.length === 0) return { changed };
        await sql.query(
          `update phone_contacts
              set name = $2, address_state = $3, city = $4, zip = $5, segment = $6, tags = $7::jsonb,
                  state = $8, timezone = $9, rule_states = $10, zones = $11, other_names = $12::jsonb,
                  first_name_conflict = $13, updated_at = $14
            where id = $1`,
          [
            id,
            c.name,
            c.addressState,
            c.city,
            c.zip,
            c.segment,
            JSON.stringify(c.tags),
            c.state,
            c.timezone,
            c.ruleStates,
            c.zones,
            JSON.stringify(c.otherNames),
            c.firstNameConflict,
            at,
          ],
        );
        await audit(sql, id, 'contacts.edited', by, at, { fields: changed });
        return { changed };
      }),

    optOut: (id, by, at) =>
      inTransaction(db, async (sql) => {
        const contact = await locked(sql, id);
        if (!contact) return null;
        const { phone } = contact;
        const [first] = await optOutContacts(sql, [phone], { by, at, sourceRef: by });
        if (first) await audit(sql, id, 'contacts.opted-out', by, at);
        return { phone, first: first !== undefined };
      }),

    optIn: (id, evidence, by, at) =>
      inTransaction(db, async (sql) => {
        const contact = await locked(sql, id);
        if (!contact) return null;
        const { phone } = contact;
        const refused = await againstOptIn(sql, phone, evidence);
        if (refused) return refused;
        if (!contact.optedOut && contact.consentSms === 'documented') {
          return { refused: 'agreed-already' as const };
        }
        await grant(sql, phone, evidence, by, at);
        await audit(sql, id, 'contacts.opted-in', by, at, {
          givenAt: evidence.givenAt.toISOString(),
        });
        return { phone, refused: null };
      }),

    forget: (id, by, at) =>
      inTransaction(db, async (sql) => {
        const erased = await eraseContact(sql, id, by, at);
        if (!erased) return null;
        await audit(sql, id, 'contacts.erased', by, at, {
          messages: erased.messages,
          followUps: erased.followUps,
          importRows: erased.importRows,
        });
        return erased;
      }),

    async waiting(id) {
      const { rows } = await db.pool.query<{ n: number }>(
        `select ((select count(*) from phone_communications c
                   where c.phone = p.phone and c.direction = 'outbound' and c.status = 'queued')
               + (select count(*) from campaign_follow_ups f
                   where f.phone = p.phone and not exists (
                         select from phone_communications c
                          where c.campaign_id = f.campaign_id and c.phone = f.phone and c.step = f.step)))::int as n
           from phone_contacts p where p.id = $1`,
        [id],
      );
      return rows[0]?.n ?? 0;
    },
  };
}

const audit = (
  sql: Sql,
  id: string,
  action: string,
  actor: string,
  at: Date,
  detail: Parameters<typeof appendAudit>[1]['detail'] = {},
) => appendAudit(sql, { at, actor, action, subject: `contact:${id}`, detail });

/** Lists and erasures are not theirs to lift, and an older "yes" never beats a "no". */
async function againstOptIn(sql: Sql, phone: string, { givenAt }: Evidence) {
  const standing = await sql.query<{ reason: 'dnc-national' }>(
    `select reason from suppressions
      where phone = $1 and lifted_at is null and reason <> all($2) order by created_at limit 1`,
    [phone, ownReasons],
  );
  const reason = standing.rows[0]?.reason;
  if (reason) return { refused: 'standing' as const, reason };
  const said = await sql.query<{ at: Date | null }>(
    `select max(at) as at from (
       select coalesce(given_at, recorded_at) as at from consent_events
        where phone = $1 and kind <> 'grant'
       union all
       select created_at from suppressions where phone = $1 and lifted_at is null) no`,
    [phone],
  );
  const saidNoAt = said.rows[0]?.at;
  return saidNoAt && saidNoAt >= givenAt ? { refused: 'older' as const, saidNoAt } : null;
}

async function grant(sql: Sql, phone: string, { text, givenAt }: Evidence, by: string, at: Date) {
  await sql.query(
    `update suppressions set lifted_at = $2, lifted_by = $3, lifted_evidence = $4
      where phone = $1 and reason = any($5) and lifted_at is null`,
    [phone, at, by, JSON.stringify({ source: 'slack', ref: by, text, givenAt }), ownReasons],
  );
  await appendEvents(sql, [
    {
      phone,
      kind: 'grant',
      basis: 'documented',
      channels: ['sms', 'whatsapp'],
      source: 'slack',
      sourceRef: by,
      textShown: text,
      language: null,
      evidence: {},
      givenAt,
      recordedAt: at,
      recordedBy: by,
    },
  ]);
  await refreshStanding(sql, [phone], at);
}
