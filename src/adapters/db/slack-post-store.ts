import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';

type PostRow = {
  channel: string;
  ts: string | null;
  contentHash: string | null;
  token: string | null;
  since: Date;
};

const columns = `channel, ts, content_hash as "contentHash", claim_token as token,
  first_claimed_at as since`;

/** Where a thing lives in Slack; each key is posted by one holder of a lease at a time. */
export function createSlackPostStore(db: Database) {
  return {
    async claim({
      key,
      channel,
      at,
      leaseMs,
    }: {
      key: string;
      channel: string;
      at: Date;
      leaseMs: number;
    }) {
      const token = randomUUID();
      const { rows } = await db.pool.query<PostRow & { fresh: boolean }>(
        `insert into slack_posts (key, channel, claimed_at, first_claimed_at, claim_token)
         values ($1, $2, $3, $3, $4)
         on conflict (key) do update set claimed_at = $3, claim_token = $4, channel = $2
           where slack_posts.ts is null and slack_posts.claimed_at <= $5
         returning ${columns}, first_claimed_at = $3 and xmax = 0 as fresh`,
        [key, channel, at, token, new Date(at.getTime() - leaseMs)],
      );
      const [mine] = rows;
      if (mine) return { kind: 'mine' as const, token, fresh: mine.fresh, since: mine.since };
      const there = await read(key);
      return there?.ts
        ? {
            kind: 'posted' as const,
            channel: there.channel,
            ts: there.ts,
            contentHash: there.contentHash,
          }
        : { kind: 'busy' as const };
    },

    async renew(key: string, token: string, at: Date): Promise<boolean> {
      const { rowCount } = await db.pool.query(
        'update slack_posts set claimed_at = $3 where key = $1 and claim_token = $2 and ts is null',
        [key, token, at],
      );
      return rowCount === 1;
    },

    async record(
      key: string,
      post: { channel: string; ts: string; contentHash: string; at: Date },
    ): Promise<void> {
      await db.pool.query(
        `update slack_posts set channel = $2, ts = $3, content_hash = $4, claim_token = null,
                posted_at = coalesce(posted_at, $5)
          where key = $1`,
        [key, post.channel, post.ts, post.contentHash, post.at],
      );
    },

    async release(key: string, token: string): Promise<void> {
      await db.pool.query(
        `update slack_posts set claimed_at = 'epoch' where key = $1 and claim_token = $2 and ts is null`,
        [key, token],
      );
    },

    async find(key: string) {
      const there = await read(key);
      return there?.ts
        ? { channel: there.channel, ts: there.ts, contentHash: there.contentHash }
        : null;
    },

    async forget(key: string, ts: string): Promise<void> {
      await db.pool.query('delete from slack_posts where key = $1 and ts = $2', [key, ts]);
    },
  };

  async function read(key: string): Promise<PostRow | undefined> {
    const { rows } = await db.pool.query<PostRow>(
      `select ${columns} from slack_posts where key = $1`,
      [key],
    );
    return rows[0];
  }
}
