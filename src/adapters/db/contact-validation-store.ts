import type {
  LookupTarget,
  ValidationBatch,
  ValidationReport,
  ValidationStore,
} from '../../features/contacts/index.ts';
import { isLineType, type LineType } from '../../features/validation/index.ts';
import { Decimal } from '../../shared/money.ts';
import { appendAudit } from './audit-log.ts';
import { compileFilter } from './contact-filter.ts';
import { claimLookups, releaseLookups, saveAnswers } from './contact-validation-rows.ts';
import { type Database, inTransaction } from './database.ts';

type BatchRow = Omit<ValidationBatch, 'maxCost' | 'spent'> & { maxCost: string; spent: string };

const batchColumns = `id, status, filter, provider, total, max_cost as "maxCost", checked, spent,
  error_code as "errorCode", channel, message_ts as "messageTs", created_by as "createdBy",
  created_at as "createdAt", completed_at as "completedAt"`;

const batchOf = (row: BatchRow): ValidationBatch => ({
  ...row,
  maxCost: new Decimal(row.maxCost),
  spent: new Decimal(row.spent),
});

export function validationStore(db: Database): ValidationStore {
  return {
    async countStale({ filter, provider, freshSince }) {
      const { where, params } = compileFilter(filter);
      const { rows } = await db.pool.query<{ count: number }>(
        `select count(*)::int as count from phone_contacts c
          where ${where} and not dead and erased_at is null
            and not exists (select from phone_validations v
              where v.phone_contact_id = c.id and v.provider = $${params.length + 1}
                and v.is_valid is not null 
                and v.validated_at > greatest($${params.length + 2}::timestamptz, c.unreachable_since))`,
        [...params, provider, freshSince],
      );
      return rows[0]?.count ?? 0;
    },

    create: ({ filter, provider, total, maxCost, createdBy, createdAt }) =>
      inTransaction(db, async (sql) => {
        const { rows } = await sql.query<BatchRow>(
          `insert into validation_batches
             (status, filter, provider, total, max_cost, created_by, created_at)
           values ('queued', $1, $2, $3, $4, $5, $6) returning ${batchColumns}`,
          [JSON.stringify(filter), provider, total, maxCost.toFixed(), createdBy, createdAt],
        );
        const [row] = rows;
        if (!row) throw new Error('the batch was not created');
        await appendAudit(sql, {
          at: createdAt,
          actor: createdBy,
          action: 'contacts.validation-confirmed',
          subject: `validation:${row.id}`,
          detail: { provider, total, maxCost: maxCost.toFixed(4) },
        });
        return batchOf(row);
      }),

    async get(id) {
      const { rows } = await db.pool.query<BatchRow>(
        `select ${batchColumns} from validation_batches where id = $1`,
        [id],
      );
      return rows[0] ? batchOf(rows[0]) : null;
    },

    async unfinished() {
      const { rows } = await db.pool.query<{ id: string }>(
        `select id from validation_batches where status in ('queued', 'running') order by created_at`,
      );
      return rows.map((row) => row.id);
    },

    move: (id, from, to, { errorCode = null, at, by }) =>
      inTransaction(db, async (sql) => {
        const { rowCount } = await sql.query(
          `update validation_batches
              set status = $3, error_code = $4,
                  completed_at = case when $3 in ('completed', 'stopped', 'failed') then $5::timestamptz end
            where id = $1 and status = any($2)`,
          [id, from, to, errorCode, at],
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

    claim: (batch, options): Promise<LookupTarget[]> =>
      inTransaction(db, (sql) => claimLookups(sql, batch, options)),

    answer: (batch, results, options) =>
      inTransaction(db, (sql) => saveAnswers(sql, batch, results, options)),

    release: (batch, targets, options) =>
      inTransaction(db, (sql) => releaseLookups(sql, batch, targets, options)),

    async asked(id) {
      const { rows } = await db.pool.query<{ asked: number }>(
        'select count(*)::int as asked from phone_validations where batch_id = $1',
        [id],
      );
      return rows[0]?.asked ?? 0;
    },

    async report(id) {
      const { rows } = await db.pool.query<{
        valid: boolean;
        lineType: string | null;
        count: number;
      }>(
        `select is_valid as valid, line_type as "lineType", count(*)::int as count
           from phone_validations where batch_id = $1 and is_valid is not null
          group by 1, 2`,
        [id],
      );
      return summary(rows);
    },

    async hold(id) {
      const client = await db.pool.connect();
      const { rows } = await client.query<{ free: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as free',
        [`fly2any:validation:${id}`],
      );
      // The connection goes with the lock, however this ends.
      if (rows[0]?.free) return { release: async () => client.release(true) };
      client.release();
      return null;
    },
  };
}

function summary(
  rows: readonly { valid: boolean; lineType: string | null; count: number }[],
): Omit<ValidationReport, 'batch'> {
  const byLineType: Partial<Record<LineType, number>> = {};
  let valid = 0;
  let invalid = 0;
  for (const row of rows) {
    if (row.valid) valid += row.count;
    else invalid += row.count;
    const type = row.lineType !== null && isLineType(row.lineType) ? row.lineType : 'unknown';
    if (row.valid) byLineType[type] = (byLineType[type] ?? 0) + row.count;
  }
  return { valid, invalid, byLineType };
}
