import type { DeliveryStore } from '../../features/delivery/index.ts';
import type { Database } from './database.ts';
import { decisionStore } from './delivery-decision-store.ts';
import { permitStore } from './delivery-permit-store.ts';
import { recordStore } from './delivery-record-store.ts';
import { watchStore } from './delivery-watch-store.ts';

/** The send protocol in PostgreSQL. */
export const createDeliveryStore = (db: Database): DeliveryStore => ({
  ...permitStore(db),
  ...recordStore(db),
  ...watchStore(db),
  ...decisionStore(db),
});

/** Makes sure that a sender exists; its rate is set, its day and its queue stay as they are. */
export async function ensureSender(
  db: Database,
  sender: { id: string; channel: string; perSecond: number; dayLimit: number | null },
): Promise<void> {
  await db.pool.query(
    `insert into senders (id, channel, per_second, day_limit) values ($1, $2, $3, $4)
     on conflict (id) do update set per_second = excluded.per_second, day_limit = excluded.day_limit`,
    [sender.id, sender.channel, sender.perSecond, sender.dayLimit],
  );
}
