import { type Request, type Response, Router } from 'express';
import type { Events } from '../acts/events.ts';
import type { Acting } from '../acts/outcome.ts';
import { upload } from '../acts/speaking.ts';
import { isPicture } from '../state/file-kind.ts';
import { readBytes } from '../web-api/body.ts';
import type { World } from '../world.ts';
import { channelFor, unknown } from './acts-router.ts';
import { shownFile, shownMessages, shownState } from './shown.ts';

const maxUploadBytes = 64 * 1024 * 1024;
const heartbeatMs = 25_000;

const one = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What the page reads: state, messages, files, acknowledgements, changes; and uploads, which are raw. */
export function readingRouter(world: World, events: Events): Router {
  const router = Router();

  function actingOf(request: Request, response: Response): Acting | undefined {
    const person = world.directory.person(one(request.query.as) ?? '');
    if (!person) unknown(response, 'person');
    return person && { world, person };
  }

  router.get('/sandbox/api/state', (request, response) => {
    const acting = actingOf(request, response);
    if (acting) response.json(shownState(acting));
  });

  router.get('/sandbox/api/messages', (request, response) => {
    const acting = actingOf(request, response);
    const channel = acting && channelFor(acting, one(request.query.channel) ?? '');
    if (acting && !channel) unknown(response, 'channel');
    if (acting && channel) {
      response.json(shownMessages(acting, channel, one(request.query.thread)));
    }
  });

  router.get('/sandbox/api/acks', (_request, response) => {
    response.json(world.observations.acks());
  });

  router.get('/sandbox/api/files/:id/:name', (request, response) => {
    const content = world.files.content(request.params.id);
    const file = world.files.find(request.params.id);
    if (!content || !file) return unknown(response, 'file');
    const { mimetype } = shownFile(file);
    // What somebody uploaded must never run as a page of this origin.
    response.setHeader('content-type', mimetype);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('content-security-policy', "sandbox; default-src 'none'");
    const shown = isPicture(mimetype) ? 'inline' : 'attachment';
    const name = encodeURIComponent(file.name);
    response.setHeader('content-disposition', `${shown}; filename*=UTF-8''${name}`);
    response.end(content);
  });

  router.post('/sandbox/api/upload', async (request, response) => {
    const acting = actingOf(request, response);
    if (!acting) return;
    const name = one(request.query.name);
    const wanted = one(request.query.channel);
    const channel = wanted === undefined ? null : channelFor(acting, wanted);
    if (!name) {
      response.status(400).json({ error: 'name is missing' });
      return;
    }
    if (channel === undefined) return unknown(response, 'channel');
    const content = await readBytes(request, maxUploadBytes);
    const shared = channel && { channel, threadTs: one(request.query.threadTs) };
    const file = await upload(acting, { name, content }, shared, events);
    if (file) response.json(shownFile(file));
    else response.status(507).json({ error: 'the file could not be kept' });
  });

  router.get('/archives/:channel/:stamp', (request, response) => {
    const digits = /^p(\d+)(\d{6})$/.exec(request.params.stamp);
    if (!digits) return unknown(response, 'message');
    const query = new URLSearchParams({
      channel: request.params.channel,
      message: `${digits[1]}.${digits[2]}`,
    });
    const thread = one(request.query.thread_ts);
    if (thread) query.set('thread', thread);
    response.redirect(302, `/?${query}`);
  });

  router.get('/sandbox/api/stream', (request, response) => {
    if (!actingOf(request, response)) return;
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    response.write('retry: 1000\n\n');
    const stop = world.changes.listen((change) => {
      response.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`);
    });
    const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
    response.on('close', () => {
      clearInterval(heartbeat);
      stop();
    });
    world.streams.add(response);
    response.on('close', () => world.streams.delete(response));
  });

  return router;
}
