import type { Status } from '../../features/campaigns/index.ts';
import type { Sql } from './database.ts';

export type LockedCampaign = { id: string; status: Status };

/**
 * Whoever puts a row back into the queue locks its campaign first, after the row itself: then none
 * is completed or canceled over a row that still waits. In id order, once each.
 */
export async function lockCampaigns(
  sql: Sql,
  ids: readonly (string | null)[],
): Promise<LockedCampaign[]> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return [];
  const { rows } = await sql.query<LockedCampaign>(
    'select id, status from phone_campaigns where id = any($1) order by id for no key update',
    [wanted],
  );
  return rows;
}

/** Completed was a little early: a message of it is tried once more. */
export async function reopenCompleted(
  sql: Sql,
  campaigns: readonly LockedCampaign[],
  at: Date,
): Promise<void> {
  const ids = campaigns.flatMap(({ id, status }) => (status === 'completed' ? [id] : []));
  if (ids.length === 0) return;
  await sql.query(
    `update phone_campaigns set status = 'running', completed_at = null, updated_at = $2
      where id = any($1)`,
    [ids, at],
  );
}
