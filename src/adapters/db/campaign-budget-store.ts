import type { CampaignStore } from '../../features/campaigns/index.ts';
import { type Database, inTransaction } from './database.ts';

/** One process at a time, so that each campaign is warned about once. */
const lockKey = 4_207_011;

export function budgetStore(db: Database): Pick<CampaignStore, 'warnBudgets'> {
  return {
    warnBudgets: (at) =>
      inTransaction(db, async (sql) => {
        await sql.query('select pg_advisory_xact_lock($1)', [lockKey]);
        const { rows } = await sql.query<{ id: string }>(
          `insert into campaign_events (campaign_id, kind, detail, at)
           select k.id, 'budget-warning',
                  jsonb_build_object('budget', k.total_budget::text, 'used', (b.spent + b.reserved)::text), $1
             from phone_campaigns k join campaign_budgets b on b.campaign_id = k.id
            where not k.stop_on_budget_reached and b.spent + b.reserved > k.total_budget
              and k.status in ('running', 'paused', 'completed', 'canceled')
              and not exists (select 1 from campaign_events e
                               where e.campaign_id = k.id and e.kind = 'budget-warning')
           returning campaign_id as id`,
          [at],
        );
        return rows.map(({ id }) => id);
      }),
  };
}
