import type { ValidationStore } from '../../features/contacts/index.ts';
import {
  type BreakerState,
  isLineType,
  offlineProvider,
  type Tested,
} from '../../features/validation/index.ts';
import { Decimal } from '../../shared/money.ts';
import { appendAudit } from './audit-log.ts';
import { evidenceFor } from './contact-evidence.ts';
import { type Database, inTransaction } from './database.ts';

/** What is known about the providers themselves, and what they may cost at night. */
export function providerRecords(
  db: Database,
): Pick<
  ValidationStore,
  | 'breakers'
  | 'saveBreaker'
  | 'known'
  | 'tested'
  | 'usage'
  | 'budget'
  | 'setBudget'
  | 'nightlySpent'
> {
  return {
    async breakers() {
      const { rows } = await db.pool.query<BreakerState & { provider: string }>(
        `select provider, failures, left_out as "leftOut", left_out_until as "leftOutUntil",
                error_code as "errorCode" from validation_providers`,
      );
      return new Map(rows.map(({ provider, ...state }) => [provider, state]));
    },

    async saveBreaker(provider, { failures, leftOut, leftOutUntil, errorCode }, at) {
      await db.pool.query(
        `insert into validation_providers (provider, failures, left_out, left_out_until, error_code, updated_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (provider) do update
           set failures = $2, left_out = $3, left_out_until = $4, error_code = $5, updated_at = $6`,
        [provider, failures, leftOut, leftOutUntil, errorCode, at],
      );
    },

    async known(contactId) {
      const { rows } = await db.pool.query<{ phone: string }>(
        'select phone from phone_contacts where id = $1 and erased_at is null',
        [contactId],
      );
      const known = (await evidenceFor(db.pool, [contactId])).get(contactId);
      return rows[0] && known ? { phone: rows[0].phone, ...known } : null;
    },

    async tested() {
      const { rows } = await db.pool.query<Omit<Tested, 'lineType'> & { lineType: string | null }>(
        `with outcomes as (
           select id as phone_contact_id, 'delivered' as outcome, last_contact_date as at
             from phone_contacts
           union all select phone_contact_id, 'dead', dead_at from phone_send_refusals
           union all select phone_contact_id, 'no-sms', no_sms_at from phone_send_refusals
         )
         select provider, is_valid as valid, is_active as active, line_type as "lineType", outcome,
                count(*)::int as count
           from (
             select distinct on (o.phone_contact_id, o.outcome, v.provider)
                    v.provider, v.is_valid, v.is_active, v.line_type, o.outcome
               from outcomes o join phone_validations v on v.phone_contact_id = o.phone_contact_id
              where o.at is not null and v.provider <> '${offlineProvider}' and v.answered_at <= o.at
              order by o.phone_contact_id, o.outcome, v.provider, v.answered_at desc
           ) newest
          group by 1, 2, 3, 4, 5`,
      );
      return rows.map((row) => ({
        ...row,
        lineType: row.lineType !== null && isLineType(row.lineType) ? row.lineType : null,
      }));
    },

    async usage(since) {
      const { rows } = await db.pool.query<{ provider: string; answered: number; cost: string }>(
        `select provider, count(answered_at)::int as answered, sum(validation_cost) as cost
           from phone_validations
          where validated_at >= $1 and provider <> '${offlineProvider}' group by 1`,
        [since],
      );
      return rows.map((row) => ({ ...row, cost: new Decimal(row.cost) }));
    },

    async budget() {
      const { rows } = await db.pool.query<{ monthly: string; setBy: string | null }>(
        'select monthly_budget as monthly, set_by as "setBy" from validation_settings',
      );
      return { monthly: new Decimal(rows[0]?.monthly ?? 0), setBy: rows[0]?.setBy ?? null };
    },

    setBudget: (monthly, by, at) =>
      inTransaction(db, async (sql) => {
        await sql.query(
          'update validation_settings set monthly_budget = $1::numeric, set_by = $2, set_at = $3',
          [monthly.toFixed(2), by, at],
        );
        await appendAudit(sql, {
          at,
          actor: by,
          action: 'contacts.validation-budget-set',
          subject: 'settings:validation',
          detail: { monthly: monthly.toFixed(2) },
        });
      }),

    async nightlySpent(since) {
      const { rows } = await db.pool.query<{ spent: string }>(
        `select coalesce(sum(case when status in ('queued', 'running', 'paused')
                               then greatest(max_cost, spent) else spent end), 0) as spent
           from validation_batches where kind = 'nightly' and created_at >= $1`,
        [since],
      );
      return new Decimal(rows[0]?.spent ?? 0);
    },
  };
}
