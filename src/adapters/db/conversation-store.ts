import type {
  ConversationStore,
  InboundMessage,
  Label,
  RecordedInbound,
  ReplyNotice,
} from '../../features/conversations/index.ts';
import { maskPhone } from '../../shared/phone.ts';
import { appendAudit } from './audit-log.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

/** Inbound texts, and what they say about the messages they answer. */
export function conversationStore(db: Database): ConversationStore {
  return {
    async isHandled(carrierId) {
      const { rowCount } = await db.pool.query(
        `select 1 from phone_communications
          where direction = 'inbound' and carrier_id = $1 and final_at is not null`,
        [carrierId],
      );
      return rowCount === 1;
    },
    record: (inbound, label) => inTransaction(db, (sql) => record(sql, inbound, label)),
    finish: (id, answer, at) => inTransaction(db, (sql) => finish(sql, id, answer, at)),
    unannounced: (limit) => unannounced(db, limit),
    async markAnnounced(ids, at) {
      await db.pool.query(
        'update phone_communications set announced_at = $2 where id = any($1::uuid[])',
        [ids, at],
      );
    },
    async phoneOf(id) {
      const { rows } = await db.pool.query<{ phone: string }>(
        `select phone from phone_communications where id = $1 and direction = 'inbound'`,
        [id],
      );
      return rows[0]?.phone ?? null;
    },
    notices: (ids) => noticesWhere(db, 'i.id = any($1::uuid[])', [ids]),
    relabel: (id, from, to, { userId, at }) =>
      inTransaction(db, async (sql) => {
        const { rows } = await sql.query<{ phone: string }>(
          `update phone_communications set label = $3
            where id = $1 and direction = 'inbound' and label = any($2) returning phone`,
          [id, from, to],
        );
        const [row] = rows;
        if (!row) return false;
        await refreshReview(sql, row.phone, at);
        const subject = `reply:${id}`;
        const detail = { label: to };
        await appendAudit(sql, { at, actor: userId, action: 'reply.read', subject, detail });
        return true;
      }),
  };
}

type Answered = {
  id: string;
  campaign_id: string | null;
  message: string | null;
};

async function record(
  sql: Sql,
  { carrierId, channel, from, body, at }: InboundMessage,
  label: Label,
): Promise<RecordedInbound> {
  const answered = await latestOutbound(sql, from);
  const { rows: inserted } = await sql.query<{ id: string }>(
    `insert into phone_communications
            (phone_contact_id, campaign_id, type, direction, purpose, status, phone, message, label,
             reply_to, carrier_id, created_at)
     values ((select id from phone_contacts where phone = $1), $2, $3, 'inbound', 'reply', 'received',
             $1, $4, $5, $6, $7, $8)
     on conflict (carrier_id) where direction = 'inbound' do nothing
     returning id`,
    [
      from,
      answered?.campaign_id ?? null,
      channel,
      body,
      label,
      answered?.id ?? null,
      carrierId,
      at,
    ],
  );
  const [row] = inserted;
  if (row) {
    if (answered && label !== 'opt_out') await markReplied(sql, answered.id, body, at);
    await touchContact(sql, from, at);
    if (label === 'unclear') await refreshReview(sql, from, at);
    return seen(row.id, at, answered);
  }
  const { rows } = await sql.query<Answered & { inbound: string; first_at: Date }>(
    `select i.id as inbound, i.created_at as first_at, o.id, o.campaign_id, o.message
       from phone_communications i left join phone_communications o on o.id = i.reply_to
      where i.direction = 'inbound' and i.carrier_id = $1`,
    [carrierId],
  );
  const [known] = rows;
  if (!known) throw new Error('an inbound text that is neither new nor there');
  return seen(known.inbound, known.first_at, known.id ? known : null);
}

const seen = (id: string, at: Date, answered: Answered | null): RecordedInbound => ({
  id,
  at,
  replyTo: answered?.id ?? null,
  campaignId: answered?.campaign_id ?? null,
  lastOutbound: answered?.message ?? null,
});

/** The last message that reached or may have reached the number; one under way is the newest. */
async function latestOutbound(sql: Sql, phone: string): Promise<Answered | null> {
  const { rows } = await sql.query<Answered>(
    `select id, campaign_id, message from phone_communications
      where phone = $1 and direction = 'outbound' and purpose in ('marketing', 'reply')
        and status in ('calling', 'unconfirmed', 'sent', 'delivered', 'read', 'replied')
      order by sent_at desc nulls first, created_at desc limit 1`,
    [phone],
  );
  return rows[0] ?? null;
}

/** The first answer counts for the response time, the latest text is kept; the status only moves up. */
async function markReplied(sql: Sql, id: string, body: string, at: Date): Promise<void> {
  await sql.query(
    `update phone_communications
        set status = case when status in ('canceled', 'skipped') then status else 'replied' end,
            response = $2, replied_at = coalesce(replied_at, $3),
            response_time = coalesce(response_time, $3 - coalesce(sent_at, $3))
      where id = $1`,
    [id, body, at],
  );
}

const touchContact = (sql: Sql, phone: string, at: Date) =>
  sql.query(
    `update phone_contacts
        set last_inbound_at = greatest(last_inbound_at, $2), unreachable_since = null
      where phone = $1`,
    [phone, at],
  );

/** Whether a text of theirs waits to be read is a standing fact, and changes with the text. */
async function refreshReview(sql: Sql, phone: string, at: Date): Promise<void> {
  await sql.query('select 1 from phone_contacts where phone = $1 for no key update', [phone]);
  await sql.query(
    `update phone_contacts c set in_review = r.waits, updated_at = $2
       from (select exists (select 1 from phone_communications
                             where phone = $1 and direction = 'inbound' and label = 'unclear') as waits) r
      where c.phone = $1 and c.in_review <> r.waits`,
    [phone, at],
  );
}

async function finish(
  sql: Sql,
  id: string,
  answer: { text: string; purpose: string } | null,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    'update phone_communications set final_at = $2 where id = $1 and final_at is null',
    [id, at],
  );
  if (rowCount !== 1) return false;
  if (answer) {
    await sql.query(
      `insert into phone_communications
              (phone_contact_id, type, direction, purpose, status, phone, message, reply_to,
               created_at, sent_at, final_at)
       select phone_contact_id, type, 'outbound', $2, 'sent', phone, $3, id, $4, $4, $4
         from phone_communications where id = $1`,
      [id, answer.purpose, answer.text, at],
    );
  }
  return true;
}

type NoticeRow = {
  id: string;
  contact_id: string | null;
  phone: string;
  name: string | null;
  label: Label;
  message: string | null;
  type: 'sms' | 'whatsapp';
  campaign_id: string | null;
  campaign_name: string | null;
  opted_out: boolean;
  created_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
};

const unannounced = (db: Database, limit: number): Promise<ReplyNotice[]> =>
  noticesWhere(db, `i.announced_at is null and i.label in ('reply', 'unclear')`, [], limit);

async function noticesWhere(
  db: Database,
  where: string,
  params: unknown[],
  limit = 100,
): Promise<ReplyNotice[]> {
  const { rows } = await db.pool.query<NoticeRow>(
    `select i.id, i.phone_contact_id as contact_id, i.phone, p.name, i.label, i.message, i.type,
            i.campaign_id, k.name as campaign_name, coalesce(p.opted_out, false) as opted_out,
            i.created_at, d.actor as decided_by, d.at as decided_at
       from phone_communications i
       left join phone_contacts p on p.id = i.phone_contact_id
       left join phone_campaigns k on k.id = i.campaign_id
       left join lateral (select actor, at from audit_log
                           where subject = 'reply:' || i.id and action = 'reply.read'
                           order by seq desc limit 1) d on true
      where i.direction = 'inbound' and ${where}
      order by i.created_at, i.id limit ${Number(limit)}`,
    params,
  );
  return rows.map(noticeOf);
}

const noticeOf = (row: NoticeRow): ReplyNotice => ({
  id: row.id,
  contactId: row.contact_id,
  maskedPhone: maskPhone(row.phone),
  name: row.name ?? '',
  label: row.label,
  text: row.message ?? '',
  channel: row.type,
  campaignId: row.campaign_id,
  campaignName: row.campaign_name,
  optedOut: row.opted_out,
  receivedAt: row.created_at,
  decided: row.decided_by && row.decided_at ? { by: row.decided_by, at: row.decided_at } : null,
});
