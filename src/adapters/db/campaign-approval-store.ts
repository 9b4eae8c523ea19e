import {
  type Approval,
  type AttestationCount,
  type CampaignStore,
  type StagedRow,
  snapshotSchema,
} from '../../features/campaigns/index.ts';
import { appendAudit } from './audit-log.ts';
import {
  deleteStaged,
  insertFollowUps,
  insertStaged,
  membersOf,
  waterfallOf,
} from './campaign-audience-store.ts';
import { addEvent } from './campaign-events.ts';
import { type CampaignRow, campaignOf, digestSql } from './campaign-rows.ts';
import { type Database, inTransaction, type Sql } from './database.ts';

type ApprovalRow = {
  campaign_id: string;
  version: number;
  content_hash: string;
  snapshot: unknown;
  requested_by: string;
  requested_at: Date;
  editors: string[];
  decision: Approval['decision'];
  decided_by: string | null;
  decided_at: Date | null;
  reason: string | null;
};

const approvalOf = (row: ApprovalRow): Approval => ({
  campaignId: row.campaign_id,
  version: row.version,
  contentHash: row.content_hash,
  snapshot: snapshotSchema.parse(row.snapshot),
  requestedBy: row.requested_by,
  requestedAt: row.requested_at,
  editors: row.editors,
  decision: row.decision,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  reason: row.reason,
});

type ApprovalPart = Pick<
  CampaignStore,
  'stage' | 'unstaged' | 'findApproval' | 'approve' | 'reject'
>;

export function approvalStore(db: Database): ApprovalPart {
  return {
    stage: (id, version, at, rowOf, agree) =>
      inTransaction(db, async (sql) => {
        const campaign = await locked(sql, id, version, 'submitted');
        if (!campaign) return 'gone';
        if (campaign.contentHash) return 'already';
        const waterfall = await waterfallOf(sql, campaign.filter, campaign.channel);
        const members = await membersOf(sql, campaign.filter, campaign.channel);
        const rows: StagedRow[] = members.map(rowOf);
        const sender = { senderId: campaign.channel, channel: campaign.channel };
        await insertStaged(sql, { id, version, at, ...sender }, rows);
        await insertFollowUps(sql, id, rows);
        const written = await digestOf(sql, id);
        const { contentHash, snapshot, ceiling } = agree({
          rows,
          digest: written.digest,
          waterfall,
          attestations: await attestationsOf(sql, id),
        });
        await sql.query(
          `insert into approvals (campaign_id, version, content_hash, snapshot, requested_by, requested_at, editors)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            id,
            version,
            contentHash,
            JSON.stringify(snapshot),
            campaign.submittedBy,
            at,
            campaign.editors,
          ],
        );
        await sql.query(
          'update phone_campaigns set content_hash = $2, rules_version = $3, updated_at = $4 where id = $1',
          [id, contentHash, snapshot.rulesVersion, at],
        );
        const detail = { version, people: snapshot.final, ceiling: ceiling.toFixed(6) };
        await addEvent(sql, {
          campaignId: id,
          kind: 'submitted',
          detail,
          actor: campaign.submittedBy,
          at,
        });
        return 'staged';
      }),

    async unstaged(before) {
      const { rows } = await db.pool.query<{ id: string; version: number }>(
        `select id, version from phone_campaigns
          where status = 'submitted' and content_hash is null and submitted_at < $1`,
        [before],
      );
      return rows;
    },

    async findApproval(id, version) {
      const { rows } = await db.pool.query<ApprovalRow>(
        `select * from approvals where campaign_id = $1 and ($2::int is null or version = $2)
          order by version desc limit 1`,
        [id, version ?? null],
      );
      return rows[0] ? approvalOf(rows[0]) : null;
    },

    approve: (id, version, by, at, check) =>
      inTransaction(db, async (sql) => {
        const campaign = await locked(sql, id, version, 'submitted');
        const approval = campaign && (await open(sql, id, version));
        if (!campaign || !approval) return null;
        check(approval, await digestOf(sql, id));
        await decide(sql, { id, version, decision: 'approved', by, at, reason: null });
        await sql.query(
          `insert into campaign_budgets (campaign_id, ceiling, daily_ceiling) values ($1, $2, $3)`,
          [id, approval.snapshot.ceiling, approval.snapshot.dailyBudget],
        );
        await sql.query(
          `update phone_communications set status = 'queued' where campaign_id = $1 and status = 'staged'`,
          [id],
        );
        const { rows } = await sql.query<CampaignRow>(
          `update phone_campaigns k set status = 'scheduled', approved_by = $2, approved_at = $3::timestamptz, updated_at = $3::timestamptz,
                  starts_at = greatest($3::timestamptz, (select min(due_at) from phone_communications c
                                             where c.campaign_id = k.id and c.status = 'queued'))
            where id = $1 returning *`,
          [id, by, at],
        );
        await addEvent(sql, {
          campaignId: id,
          kind: 'approved',
          detail: { version },
          actor: by,
          at,
        });
        await auditDecision(sql, 'campaign.approved', { id, version, by, at });
        return rows[0] ? campaignOf(rows[0]) : null;
      }),

    reject: (id, version, by, reason, at, check) =>
      inTransaction(db, async (sql) => {
        const campaign = await locked(sql, id, version, 'submitted');
        const approval = campaign && (await open(sql, id, version));
        if (!campaign || !approval) return null;
        check(approval);
        await decide(sql, { id, version, decision: 'rejected', by, at, reason });
        await deleteStaged(sql, id);
        const { rows } = await sql.query<CampaignRow>(
          `update phone_campaigns set status = 'draft', content_hash = null, version = version + 1, updated_at = $2
            where id = $1 returning *`,
          [id, at],
        );
        await addEvent(sql, {
          campaignId: id,
          kind: 'rejected',
          detail: { version, reason },
          actor: by,
          at,
        });
        await auditDecision(sql, 'campaign.rejected', { id, version, by, at });
        return rows[0] ? campaignOf(rows[0]) : null;
      }),
  };
}

async function locked(sql: Sql, id: string, version: number, status: string) {
  const { rows } = await sql.query<CampaignRow>(
    'select * from phone_campaigns where id = $1 and version = $2 and status = $3 for no key update',
    [id, version, status],
  );
  return rows[0] ? campaignOf(rows[0]) : null;
}

async function open(sql: Sql, id: string, version: number): Promise<Approval | null> {
  const { rows } = await sql.query<ApprovalRow>(
    'select * from approvals where campaign_id = $1 and version = $2 and decision is null for update',
    [id, version],
  );
  return rows[0] ? approvalOf(rows[0]) : null;
}

async function digestOf(sql: Sql, id: string): Promise<{ digest: string; rows: number }> {
  const { rows } = await sql.query<{ rows: number; digest: string }>(digestSql, [id]);
  return rows[0] ?? { rows: 0, digest: '' };
}

type DecisionRow = {
  id: string;
  version: number;
  by: string;
  at: Date;
};

const decide = (sql: Sql, d: DecisionRow & { decision: string; reason: string | null }) =>
  sql.query(
    `update approvals set decision = $3, decided_by = $4, decided_at = $5, reason = $6
      where campaign_id = $1 and version = $2 and decision is null`,
    [d.id, d.version, d.decision, d.by, d.at, d.reason],
  );

const auditDecision = (sql: Sql, action: string, { id, version, by, at }: DecisionRow) =>
  appendAudit(sql, { at, actor: by, action, subject: `campaign:${id}`, detail: { version } });

/** Whose word the consent of the staged people rests on, by import. */
async function attestationsOf(sql: Sql, campaignId: string): Promise<AttestationCount[]> {
  const { rows } = await sql.query<AttestationCount>(
    `select i.id as "importId", i.file_name as "fileName",
            coalesce(i.attestation ->> 'seller', '') as seller,
            coalesce(i.attestation ->> 'signedBy', i.created_by) as "signedBy",
            coalesce(i.attestation ->> 'signedAt', i.created_at::text) as "signedAt",
            count(*)::int as people
       from phone_communications c
       join phone_contacts p on p.id = c.phone_contact_id
       join imports i on i.id = p.import_id
      where c.campaign_id = $1 and i.attestation is not null
      group by i.id order by people desc`,
    [campaignId],
  );
  return rows;
}
