import type { Express } from 'express';
import type { Logger } from 'pino';
import { createMetrics, operations, twilioWebhooks } from '../adapters/http/index.ts';
import { carrierStatus } from '../adapters/twilio/index.ts';
import type { Services } from './services.ts';
import type { Storage } from './storage.ts';
import type { World } from './world.ts';

/** What carriers and watchers of the process may call. Slack's own door is Bolt's. */
export function mountDoors(
  app: Express,
  {
    services,
    world,
    storage: { db, clock },
    log,
  }: { services: Services; world: World; storage: Storage; log: Logger },
): void {
  app.use(
    '/webhooks/twilio',
    twilioWebhooks({
      verify: world.verifyTwilio,
      statusOf: carrierStatus,
      delivery: services.receipts,
      conversations: services.conversations,
      clock,
      log,
    }),
  );
  app.use(
    operations({
      metrics: createMetrics(),
      health: async () => {
        const database = await db.pool.query('select 1').then(
          () => true,
          () => false,
        );
        return { ok: database, parts: { database } };
      },
    }),
  );
}
