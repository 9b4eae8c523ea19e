import { type NextFunction, type Request, type Response, Router } from 'express';
import { createEvents } from './acts/events.ts';
import { actsRouter } from './page-api/acts-router.ts';
import { readingRouter } from './page-api/reading-router.ts';
import { siblingsRouter } from './page-api/siblings-router.ts';
import { keepOverRestarts } from './persistence.ts';
import type { Change } from './state/changes.ts';
import { webApi } from './web-api/router.ts';
import { transfers } from './web-api/transfers.ts';
import type { WorkspaceOptions } from './workspace-options.ts';
import { createWorld } from './world.ts';

/**
 * A pretend Slack workspace. `router` serves the Web API (`/sandbox/slack/api/`), the addresses it
 * hands out (`/sandbox/slack/…`, `/archives/…`) and the page's API (`/sandbox/api/`); mount it at
 * the root behind `loopbackOnly`, before any body parser. With `persist`, what was said before is
 * there again.
 */
export async function createWorkspace(options: WorkspaceOptions) {
  const world = createWorld(options);
  const events = createEvents(world);
  const kept = await keepOverRestarts(world);

  const router = Router();
  router.use(webApi(world));
  router.use(transfers(world));
  router.use(readingRouter(world, events));
  router.use(actsRouter(world, events));
  router.use(siblingsRouter(world));
  router.use(
    '/sandbox',
    (error: unknown, _request: Request, response: Response, next: NextFunction) => {
      if (response.headersSent) return next(error);
      options.log.warn({ error: String(error) }, 'sandbox workspace: malformed request');
      response.status(400).json({ ok: false, error: 'invalid_request' });
    },
  );

  return {
    router,
    /** Base of the Web API, for `SLACK_API_URL` or `clientOptions.slackApiUrl`. */
    apiUrl: `${options.baseUrl}/sandbox/slack/api/`,
    /** Tells open pages that something outside of the workspace changed. */
    announce: (change: Change): void => world.changes.announce(change),
    /** Every signed request sent to the app so far, with how long it took to acknowledge. */
    acks: () => world.observations.acks(),
    async close(): Promise<void> {
      events.close();
      for (const stream of world.streams) stream.end();
      await kept.close();
      world.changes.close();
    },
  };
}

export type Workspace = Awaited<ReturnType<typeof createWorkspace>>;
