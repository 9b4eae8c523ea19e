import type { Database } from './database.ts';

/** Which Slack events were handled already; Slack repeats what it believes lost, for about an hour. */
export function slackEventStore(db: Database) {
  return {
    /** True the first time an id is shown, whoever asks at the same time. */
    async firstTime(eventId: string, at: Date): Promise<boolean> {
      const { rowCount } = await db.pool.query(
        'insert into slack_events (event_id, received_at) values ($1, $2) on conflict do nothing',
        [eventId, at],
      );
      return rowCount === 1;
    },

    /** Forgets events older than a day. */
    async forgetOld(now: Date): Promise<void> {
      await db.pool.query(
        `delete from slack_events where received_at < $1::timestamptz - interval '1 day'`,
        [now],
      );
    },
  };
}
