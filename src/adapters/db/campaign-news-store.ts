import type { CampaignEvent, CampaignNews, NewsStore } from '../../features/campaigns/index.ts';
import type { Database } from './database.ts';

type EventRow = {
  id: string;
  campaign_id: string;
  version: number | null;
  kind: string;
  detail: Record<string, unknown>;
  actor: string | null;
  at: Date;
};

/** Receipts and replies still change the numbers of a finished campaign for a while. */
const lingers = `interval '3 days'`;

export function createNewsStore(db: Database): NewsStore {
  return {
    async unposted(limit) {
      const { rows } = await db.pool.query<EventRow>(
        `select e.id, e.campaign_id, e.kind, e.detail, e.actor, e.at,
                coalesce((e.detail ->> 'version')::int,
                         (select max(a.version) from approvals a where a.campaign_id = e.campaign_id)) as version
           from campaign_events e where e.posted_at is null order by e.id limit $1`,
        [limit],
      );
      const news = new Map<string, CampaignNews>();
      for (const row of rows) {
        const version = row.version ?? 0;
        const key = `${row.campaign_id}:${version}`;
        const known = news.get(key) ?? { campaignId: row.campaign_id, version, events: [] };
        known.events.push(eventOf(row));
        news.set(key, known);
      }
      return [...news.values()];
    },

    async markPosted(eventIds, at) {
      await db.pool.query(
        'update campaign_events set posted_at = $2 where id = any($1) and posted_at is null',
        [eventIds, at],
      );
    },

    async lively(now) {
      const { rows } = await db.pool.query<{ campaignId: string; version: number }>(
        `select k.id as "campaignId", k.version
           from phone_campaigns k
          where exists (select 1 from approvals a where a.campaign_id = k.id and a.version = k.version)
            and (k.status in ('submitted', 'scheduled', 'running', 'paused')
                 or (k.status in ('completed', 'canceled') and k.updated_at > $1::timestamptz - ${lingers}))`,
        [now],
      );
      return rows;
    },
  };
}

const eventOf = ({ id, campaign_id, kind, detail, actor, at }: EventRow): CampaignEvent => ({
  id,
  campaignId: campaign_id,
  kind,
  detail,
  actor,
  at,
});
