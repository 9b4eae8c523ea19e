import { Router } from 'express';
import { pageJson } from '../web-api/body.ts';
import type { World } from '../world.ts';
import { requests } from './requests.ts';

/** The product clock and the contacts' phones: kept by others, shown on the same page. */
export function siblingsRouter(world: World): Router {
  const router = Router();
  const { clock, phones } = world.options;
  router.use('/sandbox/api', pageJson());

  if (clock) {
    router.get('/sandbox/api/clock', async (_request, response) => {
      response.json(await clock.state());
    });
    router.post('/sandbox/api/clock', async (request, response) => {
      const body = requests.clock.safeParse(request.body);
      if (!body.success) {
        response.status(400).json({ error: 'advanceMs, to or toNextWindow is needed' });
        return;
      }
      const { data } = body;
      if ('to' in data && new Date(data.to) < new Date((await clock.state()).now)) {
        response.status(400).json({ error: 'the clock only goes forward' });
        return;
      }
      if ('advanceMs' in data) response.json(await clock.advance(data.advanceMs));
      else if ('to' in data) response.json(await clock.to(new Date(data.to)));
      else response.json(await clock.toNextWindow());
      world.changes.announce({ what: 'clock' });
    });
  }

  if (phones) {
    router.get('/sandbox/api/phones', async (request, response) => {
      const { q } = request.query;
      response.json(await phones.list(typeof q === 'string' ? q : ''));
    });
    router.get('/sandbox/api/phones/:phone', async (request, response) => {
      response.json(await phones.thread(request.params.phone));
    });
    router.post('/sandbox/api/phones/:phone/reply', async (request, response) => {
      const body = requests.reply.safeParse(request.body);
      if (!body.success) {
        response.status(400).json({ error: 'text is missing' });
        return;
      }
      await phones.reply(request.params.phone, body.data.text);
      world.changes.announce({ what: 'phones' });
      response.json({ ok: true });
    });
  }

  return router;
}
