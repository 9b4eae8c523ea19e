import type {
  ValidationBatch,
  ValidationReport,
  ValidationStore,
} from '../../features/contacts/index.ts';
import { isLineType, type LineType, offlineProvider } from '../../features/validation/index.ts';
import { Decimal } from '../../shared/money.ts';
import { appendAudit } from './audit-log.ts';
import { compileFilter, resolveFilter } from './contact-filter.ts';
import { claimLookups, recordAsked } from './contact-validation-asking.ts';
import { providerRecords } from './contact-validation-providers.ts';
import { concludeTurns, nextTargets } from './contact-validation-rows.ts';
import { type Database, inTransaction } from './database.ts';
import { holdSessionLock } from './session-lock.ts';

type BatchRow = Omit<ValidationBatch, 'maxCost' | 'spent'> & { maxCost: string; spent: string };

const batchColumns = `id, kind, status, filter, providers, total, max_cost as "maxCost", checked,
  unsettled, spent, error_code as "errorCode", error_provider as "errorProvider",
  resume_at as "resumeAt", channel, message_ts as "messageTs", created_by as "createdBy",
  created_at as "createdAt", completed_at as "completedAt"`;
const open = `status in ('queued', 'running', 'paused')`;

const batchOf = (row: BatchRow): ValidationBatch => ({
  ...row,
  maxCost: new Decimal(row.maxCost),
  spent: new Decimal(row.spent),
});

export function validationStore(db: Database): ValidationStore {
  async function one(condition: string, params: readonly unknown[]) {
    const { rows } = await db.pool.query<BatchRow>(
      `select ${batchColumns} from validation_batches where ${condition}`,
      [...params],
    );
    return rows[0] ? batchOf(rows[0]) : null;
  }

  return {
    ...providerRecords(db),

    async countStale({ filter, freshSince, providers }) {
      const { where, params } = compileFilter(await resolveFilter(db.pool, filter));
      const since = `$${params.push(freshSince)}`;
      const asked = `$${params.push(providers)}`;
      const { rows } = await db.pool.query<{ what: string; count: number }>(
        `with meant as (
           select id, unreachable_since,
                  validated_at is null or validated_at <= greatest(${since}::timestamptz, unreachable_since) as stale
             from phone_contacts c where ${where} and not dead and erased_at is null
         ), answered as (
           select v.provider, count(distinct m.id)::int as count
             from meant m join phone_validations v on v.phone_contact_id = m.id
            where m.stale and v.answered_at > greatest(${since}::timestamptz, m.unreachable_since)
            group by 1
         )
         select '*matching' as what, count(*)::int as count from meant
         union all select '*stale', count(*)::int from meant where stale
         union all
         select p, (select count(*)::int from meant where stale) - coalesce(a.count, 0)
           from unnest(${asked}::text[]) p left join answered a on a.provider = p`,
        params,
      );
      const counts = Object.fromEntries(rows.map(({ what, count }) => [what, count]));
      return {
        matching: counts['*matching'] ?? 0,
        stale: counts['*stale'] ?? 0,
        byProvider: counts,
      };
    },

    create: ({ kind, filter, providers, total, maxCost, createdBy, createdAt, night = null }) =>
      inTransaction(db, async (sql) => {
        const { rows } = await sql.query<BatchRow>(
          `insert into validation_batches
             (kind, status, filter, providers, total, max_cost, created_by, created_at, night)
           values ($1, 'queued', $2, $3, $4, $5, $6, $7, $8)
           on conflict do nothing returning ${batchColumns}`,
          [
            kind,
            JSON.stringify(filter),
            providers,
            total,
            maxCost.toFixed(),
            createdBy,
            createdAt,
            night,
          ],
        );
        const [row] = rows;
        if (!row) return null;
        await appendAudit(sql, {
          at: createdAt,
          actor: kind === 'nightly' ? 'system:nightly' : createdBy,
          action: 'contacts.validation-confirmed',
          subject: `validation:${row.id}`,
          detail: { providers, total, maxCost: maxCost.toFixed(4) },
        });
        return batchOf(row);
      }),

    current: () => one(open, []),
    get: (id) => one('id = $1', [id]),

    async unfinished() {
      const { rows } = await db.pool.query<{ id: string }>(
        `select id from validation_batches where status in ('queued', 'running') order by created_at`,
      );
      return rows.map((row) => row.id);
    },

    async wake(now) {
      const { rows } = await db.pool.query<{ id: string }>(
        `update validation_batches set status = 'queued', error_code = null, error_provider = null,
                resume_at = null
          where status = 'paused' and resume_at <= $1 returning id`,
        [now],
      );
      return rows.map((row) => row.id);
    },

    move: (id, from, to, { errorCode = null, errorProvider = null, resumeAt = null, at, by }) =>
      inTransaction(db, async (sql) => {
        const { rowCount } = await sql.query(
          `update validation_batches
              set status = $3, error_code = $4, error_provider = $6, resume_at = $7,
                  completed_at = case when $3 in ('completed', 'stopped', 'failed') then $5::timestamptz end
            where id = $1 and status = any($2)`,
          [id, from, to, errorCode, at, errorProvider, resumeAt],
        );
        if (rowCount !== 1) return false;
        if (by !== undefined) {
          await appendAudit(sql, {
            at,
            actor: by,
            action: 'contacts.validation-stopped',
            subject: `validation:${id}`,
          });
        }
        return true;
      }),

    async setMessage(id, channel, messageTs) {
      await db.pool.query(
        'update validation_batches set channel = $2, message_ts = $3 where id = $1',
        [id, channel, messageTs],
      );
    },

    next: (batch, options) => nextTargets(db.pool, batch, options),

    claim: (batch, provider, contactIds, options) =>
      inTransaction(db, (sql) => claimLookups(sql, batch, provider, contactIds, options)),

    record: (batch, provider, asked, options) =>
      inTransaction(db, (sql) => recordAsked(sql, batch, provider, asked, options)),

    conclude: (batch, results, at) =>
      inTransaction(db, (sql) => concludeTurns(sql, batch, results, at)),

    report: (id) => reportOf(db, id),

    hold: (id) => holdSessionLock(db, `fly2any:validation:${id}`),
  };
}

/** Of the numbers that had their turn: what is believed about them now, and who answered. */
async function reportOf(db: Database, id: string): Promise<Omit<ValidationReport, 'batch'>> {
  const { rows } = await db.pool.query<{
    state: 'valid' | 'invalid' | 'unknown';
    lineType: string | null;
    torn: number;
    count: number;
  }>(
    `select case when not c.is_validated then 'unknown'
                 when c.dead or c.validation_result -> 'valid' ->> 'value' = 'false' then 'invalid'
                 else 'valid' end as state,
            c.line_type as "lineType", count(*)::int as count,
            (count(*) filter (where jsonb_array_length(
               case jsonb_typeof(c.validation_result -> 'disagreements') when 'array'
                 then c.validation_result -> 'disagreements' else '[]' end) > 0))::int as torn
       from phone_validations v join phone_contacts c on c.id = v.phone_contact_id
      where v.batch_id = $1 and v.provider = '${offlineProvider}' group by 1, 2`,
    [id],
  );
  const providers = await db.pool.query<{
    provider: string;
    answered: number;
    unanswered: number;
    cost: string;
  }>(
    `select provider, count(answered_at)::int as answered,
            (count(*) filter (where answered_at is null))::int as unanswered,
            sum(validation_cost) as cost
       from phone_validations where batch_id = $1 and provider <> '${offlineProvider}'
      group by 1 order by 1`,
    [id],
  );
  const byLineType: Partial<Record<LineType, number>> = {};
  const sums = { valid: 0, invalid: 0, unknown: 0, torn: 0 };
  for (const { state, lineType, torn, count } of rows) {
    sums[state] += count;
    sums.torn += torn;
    if (state !== 'valid') continue;
    const type = lineType !== null && isLineType(lineType) ? lineType : 'unknown';
    byLineType[type] = (byLineType[type] ?? 0) + count;
  }
  return {
    ...sums,
    byLineType,
    byProvider: providers.rows.map((row) => ({ ...row, cost: new Decimal(row.cost) })),
  };
}
