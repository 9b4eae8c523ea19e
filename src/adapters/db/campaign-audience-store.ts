import type {
  CampaignStore,
  Member,
  StagedRow,
  Waterfall,
} from '../../features/campaigns/index.ts';
import { isReasonCode } from '../../features/compliance/index.ts';
import type { ContactFilter } from '../../features/contacts/index.ts';
import type { Channel } from '../../shared/channel.ts';
import { compileFilter, resolveFilter } from './contact-filter.ts';
import type { Database, Sql } from './database.ts';
import { standingReasonSql } from './standing.ts';

/** Everything that asks "who?" uses this one query: the filter's people, each with what stands against them. */
async function audienceSql(
  sql: Sql,
  filter: ContactFilter,
  channel: Channel,
): Promise<{ sql: string; params: unknown[] }> {
  const { where, params } = compileFilter(await resolveFilter(sql, filter));
  return {
    sql: `select id, phone, name, first_name_conflict, city, state, segment, rule_states, zones,
                 import_id, ${standingReasonSql(channel)} as reason
            from phone_contacts where ${where}`,
    params,
  };
}

type MemberRow = {
  id: string;
  phone: string;
  name: string;
  first_name_conflict: boolean;
  city: string | null;
  state: string;
  segment: string;
  rule_states: string[];
  zones: string[];
};

const memberOf = (row: MemberRow): Member => ({
  contactId: row.id,
  phone: row.phone,
  name: row.name,
  firstNameConflict: row.first_name_conflict,
  city: row.city,
  state: row.state,
  segment: row.segment,
  place: { states: row.rule_states, zones: row.zones },
});

export async function waterfallOf(
  sql: Sql,
  filter: ContactFilter,
  channel: Channel,
): Promise<Waterfall> {
  const audience = await audienceSql(sql, filter, channel);
  const { rows } = await sql.query<{ reason: string | null; people: number }>(
    `select reason, count(*)::int as people from (${audience.sql}) a group by reason`,
    audience.params,
  );
  const waterfall: Waterfall = { matched: 0, excluded: {}, final: 0 };
  for (const { reason, people } of rows) {
    waterfall.matched += people;
    if (reason === null) waterfall.final += people;
    else if (isReasonCode(reason)) waterfall.excluded[reason] = people;
  }
  return waterfall;
}

export async function membersOf(
  sql: Sql,
  filter: ContactFilter,
  channel: Channel,
): Promise<Member[]> {
  const audience = await audienceSql(sql, filter, channel);
  const { rows } = await sql.query<MemberRow>(
    `select * from (${audience.sql}) a where reason is null order by phone`,
    audience.params,
  );
  return rows.map(memberOf);
}

/** One insert for thousands of rows. */
export async function insertStaged(
  sql: Sql,
  campaign: { id: string; version: number; channel: Channel; senderId: string; at: Date },
  rows: readonly StagedRow[],
): Promise<void> {
  await sql.query(
    `insert into phone_communications
       (phone_contact_id, campaign_id, approval_version, type, direction, purpose, status, phone, step,
        sender_id, segments, message, due_at, window_end, reasons, created_at)
     select contact_id, $1, $2, $3, 'outbound', 'marketing',
            case when skip is null then 'staged' else 'skipped' end, phone, 1,
            $4, segments, message, due_at, window_end,
            case when skip is null then '{}' else array[skip] end, $5
       from unnest($6::uuid[], $7::text[], $8::text[], $9::int[], $10::timestamptz[], $11::timestamptz[], $12::text[])
         as r (contact_id, phone, message, segments, due_at, window_end, skip)`,
    [
      campaign.id,
      campaign.version,
      campaign.channel,
      campaign.senderId,
      campaign.at,
      rows.map((row) => row.contactId),
      rows.map((row) => row.phone),
      rows.map((row) => row.text),
      rows.map((row) => row.segments),
      rows.map((row) => row.dueAt),
      rows.map((row) => row.windowEnd),
      rows.map((row) => row.skip),
    ],
  );
}

/** What becomes a row of its own once the step before it is final. */
export async function insertFollowUps(
  sql: Sql,
  campaignId: string,
  rows: readonly StagedRow[],
): Promise<void> {
  const later = rows.flatMap(({ contactId, phone, followUps }) =>
    followUps.map((one) => ({ contactId, phone, ...one })),
  );
  if (later.length === 0) return;
  await sql.query(
    `insert into campaign_follow_ups
       (campaign_id, phone_contact_id, phone, step, after_days, segments, message)
     select $1, contact_id, phone, step, after_days, segments, message
       from unnest($2::uuid[], $3::text[], $4::int[], $5::int[], $6::int[], $7::text[])
         as r (contact_id, phone, step, after_days, segments, message)`,
    [
      campaignId,
      later.map((one) => one.contactId),
      later.map((one) => one.phone),
      later.map((one) => one.step),
      later.map((one) => one.afterDays),
      later.map((one) => one.segments),
      later.map((one) => one.text),
    ],
  );
}

/** All that was staged, when it is not asked for any more. */
export async function deleteStaged(sql: Sql, campaignId: string): Promise<void> {
  await sql.query('delete from phone_communications where campaign_id = $1', [campaignId]);
  await sql.query('delete from campaign_follow_ups where campaign_id = $1', [campaignId]);
}

export function audienceStore(db: Database): Pick<CampaignStore, 'reach' | 'sample'> {
  return {
    reach: (filter, channel) => waterfallOf(db.pool, filter, channel),

    async sample(filter, channel, limit) {
      const audience = await audienceSql(db.pool, filter, channel);
      const { rows } = await db.pool.query<MemberRow>(
        `select * from (${audience.sql}) a where reason is null
          order by md5(id::text) limit ${Number(limit)}`,
        audience.params,
      );
      return rows.map(memberOf);
    },
  };
}
