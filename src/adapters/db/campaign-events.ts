import type { Sql } from './database.ts';

/** Appends to a campaign's story, in the transaction of what happened; its thread is posted from it. */
export async function addEvent(
  sql: Sql,
  event: {
    campaignId: string;
    kind: string;
    detail: Record<string, unknown>;
    actor: string | null;
    at: Date;
  },
): Promise<void> {
  await sql.query(
    'insert into campaign_events (campaign_id, kind, detail, actor, at) values ($1, $2, $3, $4, $5)',
    [event.campaignId, event.kind, JSON.stringify(event.detail), event.actor, event.at],
  );
}

/** Two processes that notice at the same moment may both write: a hint, not a guarantee. */
export async function addEventOnce(sql: Sql, event: Parameters<typeof addEvent>[1]): Promise<void> {
  await sql.query(
    `insert into campaign_events (campaign_id, kind, detail, actor, at)
     select $1, $2::text, $3, $4, $5
      where not exists (select 1 from campaign_events where campaign_id = $1 and kind = $2::text)`,
    [event.campaignId, event.kind, JSON.stringify(event.detail), event.actor, event.at],
  );
}
