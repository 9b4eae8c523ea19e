import type { Campaign, CampaignStore, DraftPatch } from '../../features/campaigns/index.ts';
import { appendAudit } from './audit-log.ts';
import { approvalStore } from './campaign-approval-store.ts';
import { audienceStore, deleteStaged } from './campaign-audience-store.ts';
import { budgetStore } from './campaign-budget-store.ts';
import { addEvent, addEventOnce } from './campaign-events.ts';
import { lifeStore } from './campaign-life-store.ts';
import { type CampaignRow, campaignOf, digestSql } from './campaign-rows.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

/** Campaigns in PostgreSQL. The parts are split by what they are about; together they are one port. */
export function createCampaignStore(db: Database): CampaignStore {
  return {
    ...draftStore(db),
    ...audienceStore(db),
    ...approvalStore(db),
    ...lifeStore(db),
    ...budgetStore(db),
  };
}

type DraftPart = Pick<
  CampaignStore,
  | 'create'
  | 'discard'
  | 'find'
  | 'list'
  | 'saveDraft'
  | 'submit'
  | 'returnToDraft'
  | 'digest'
  | 'record'
  | 'recordOnce'
>;

function draftStore(db: Database): DraftPart {
  return {
    async create({ name, createdBy, schedule, at }) {
      return inTransaction(db, async (sql) => {
        const { rows } = await sql.query<CampaignRow>(
          `insert into phone_campaigns (name, created_by, editors, schedule_config, created_at, updated_at)
           values ($1, $2::text, array[$2::text], $3, $4, $4) returning *`,
          [name, createdBy, JSON.stringify(schedule), at],
        );
        const campaign = one(rows);
        await audit(sql, campaign, 'campaign.created', createdBy, at);
        return campaign;
      });
    },

    async discard(id, version, by, at) {
      await inTransaction(db, async (sql) => {
        const { rows } = await sql.query<CampaignRow>(
          `delete from phone_campaigns where id = $1 and version = $2 and status = 'draft' returning *`,
          [id, version],
        );
        if (rows[0]) await audit(sql, campaignOf(rows[0]), 'campaign.discarded', by, at);
      });
    },

    async find(id) {
      const { rows } = await db.pool.query<CampaignRow>(
        'select * from phone_campaigns where id = $1',
        [id],
      );
      return rows[0] ? campaignOf(rows[0]) : null;
    },

    async list({ statuses, limit }) {
      const { rows } = await db.pool.query<CampaignRow>(
        `select * from phone_campaigns where $1::text[] is null or status = any($1)
          order by updated_at desc, id limit $2`,
        [statuses ?? null, limit],
      );
      return rows.map(campaignOf);
    },

    saveDraft: (id, version, patch, by, at, from) =>
      inTransaction(db, (sql) => saveDraft(sql, { id, version, patch, by, at, from })),

    async submit(id, version, by, { at, endsAt }) {
      return inTransaction(db, async (sql) => {
        const { rows } = await sql.query<CampaignRow>(
          `update phone_campaigns
              set status = 'submitted', submitted_by = $3, submitted_at = $4::timestamptz, content_hash = null,
                  ends_at = $5, updated_at = $4::timestamptz
            where id = $1 and version = $2 and status = 'draft' returning *`,
          [id, version, by, at, endsAt],
        );
        if (!rows[0]) return null;
        await audit(sql, campaignOf(rows[0]), 'campaign.submitted', by, at);
        return campaignOf(rows[0]);
      });
    },

    async returnToDraft(id, version, detail, at) {
      await inTransaction(db, async (sql) => {
        const { rowCount } = await sql.query(
          `update phone_campaigns set status = 'draft', updated_at = $3
            where id = $1 and version = $2 and status = 'submitted' and content_hash is null`,
          [id, version, at],
        );
        if (rowCount)
          await addEvent(sql, { campaignId: id, kind: 'submit-failed', detail, actor: null, at });
      });
    },

    async digest(id) {
      const { rows } = await db.pool.query<{ rows: number; digest: string }>(digestSql, [id]);
      return rows[0] ?? { rows: 0, digest: '' };
    },

    record: (event) => addEvent(db.pool, event),
    recordOnce: (event) => addEventOnce(db.pool, event),
  };
}

/** An edit of what was submitted or scheduled voids the approval and takes its rows away. */
async function saveDraft(
  sql: Sql,
  {
    id,
    version,
    patch,
    by,
    at,
    from,
  }: {
    id: string;
    version: number;
    patch: DraftPatch;
    by: string;
    at: Date;
    from: readonly string[];
  },
): Promise<Campaign | null> {
  const before = await sql.query<{ status: string; begun: boolean }>(
    `select status, exists (select 1 from phone_communications c where c.campaign_id = k.id
                              and c.status not in ('staged', 'queued', 'skipped')) as begun
       from phone_campaigns k where id = $1 and version = $2 and status = any($3) for no key update`,
    [id, version, from],
  );
  const present = before.rows[0];
  if (!present || present.begun) return null;
  const { rows } = await sql.query<CampaignRow>(
    `update phone_campaigns set
       name = coalesce($3::text, name), type = coalesce($4::text, type), objective = coalesce($5::text, objective),
       target_filter = coalesce($6::jsonb, target_filter),
       target_states = coalesce($6::jsonb -> 'states', case when $6::jsonb is null then target_states else '[]' end),
       target_segments = coalesce($6::jsonb -> 'segments', case when $6::jsonb is null then target_segments else '[]' end),
       message_template = coalesce($7::text, message_template),
       schedule_config = coalesce($8::jsonb, schedule_config),
       total_budget = case when $9::boolean then $10::numeric else total_budget end,
       max_daily_spend = case when $9::boolean then $11::numeric else max_daily_spend end,
       stop_on_budget_reached = case when $9::boolean then $12::boolean else stop_on_budget_reached end,
       step = greatest(step, coalesce($13::int, step)),
       editors = (select array_agg(distinct e order by e) from unnest(editors || $14::text) e),
       status = 'draft', version = version + 1, content_hash = null, updated_at = $15
     where id = $1 and version = $2 returning *`,
    [
      id,
      version,
      patch.name ?? null,
      patch.channel ?? null,
      patch.objective ?? null,
      patch.filter ? JSON.stringify(patch.filter) : null,
      patch.template ?? null,
      patch.schedule ? JSON.stringify(patch.schedule) : null,
      patch.budget !== undefined,
      patch.budget?.total?.toFixed(6) ?? null,
      patch.budget?.daily?.toFixed(6) ?? null,
      patch.budget?.stopWhenReached ?? true,
      patch.step ?? null,
      by,
      at,
    ],
  );
  if (!rows[0]) return null;
  if (present.status !== 'draft') await voidApproval(sql, id, version, by, at);
  return campaignOf(rows[0]);
}

async function voidApproval(sql: Sql, id: string, version: number, by: string, at: Date) {
  await sql.query(
    `update approvals set decision = 'void', decided_by = $3, decided_at = $4
      where campaign_id = $1 and version = $2 and decision is distinct from 'rejected'`,
    [id, version, by, at],
  );
  await deleteStaged(sql, id);
  await sql.query('delete from campaign_budgets where campaign_id = $1', [id]);
  await addEvent(sql, { campaignId: id, kind: 'voided', detail: { version }, actor: by, at });
  await appendAudit(sql, {
    at,
    actor: by,
    action: 'campaign.voided',
    subject: `campaign:${id}`,
    detail: { version },
  });
}

const one = (rows: CampaignRow[]): Campaign => {
  const [row] = rows;
  if (!row) throw new Error('the insert returned no row');
  return campaignOf(row);
};

const audit = (sql: Sql, campaign: Campaign, action: string, actor: string, at: Date) =>
  appendAudit(sql, {
    at,
    actor,
    action,
    subject: `campaign:${campaign.id}`,
    detail: { version: campaign.version },
  });
