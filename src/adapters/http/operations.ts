import { type Request, type Response, Router } from 'express';
import { collectDefaultMetrics, Registry } from 'prom-client';

export type Health = { ok: boolean; parts: Readonly<Record<string, boolean>> };

/** Process figures; others register theirs on it. */
export function createMetrics(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** `GET /health` for whoever watches the process; `GET /metrics` for this machine only. */
export function operations(needs: { health: () => Promise<Health>; metrics: Registry }): Router {
  const router = Router();
  router.get('/health', async (_request, response) => {
    const health = await needs.health().catch((): Health => ({ ok: false, parts: {} }));
    response.status(health.ok ? 200 : 503).json(health);
  });
  router.get('/metrics', async (request: Request, response: Response) => {
    if (!isLocal(request)) {
      response.status(404).end();
      return;
    }
    response.type(needs.metrics.contentType).send(await needs.metrics.metrics());
  });
  return router;
}

/** A proxy on this machine also connects from loopback, but says for whom. */
function isLocal(request: Request): boolean {
  const { headers, socket } = request;
  if (headers['x-forwarded-for'] || headers.forwarded || headers['x-real-ip']) return false;
  const from = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  return from === '::1' || from.startsWith('127.');
}
