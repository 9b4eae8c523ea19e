import { type Request, type Response, Router } from 'express';
import { edit, post, remove, threadOf } from '../posting.ts';
import type { Json } from '../state/rendered.ts';
import type { ResponseTarget } from '../state/response-urls.ts';
import type { World } from '../world.ts';
import { readBody, readBytes, readMultipart } from './body.ts';
import { acceptMessage } from './content.ts';
import { readArguments } from './method.ts';
import { isToken, tokenOf } from './router.ts';

const maxBytes = 64 * 1024 * 1024;

/** Addresses Slack hands out: upload URLs, private file URLs, response URLs. */
export function transfers(world: World): Router {
  const router = Router();

  router.post('/sandbox/slack/upload/:file', async (request, response) => {
    const type = request.headers['content-type'] ?? '';
    const bytes = type.startsWith('multipart/form-data')
      ? (await readMultipart(request, maxBytes)).files[0]
      : await readBytes(request, maxBytes);
    const stored = bytes !== undefined && world.files.receive(request.params.file, bytes);
    if (stored) response.type('text/plain').send(`OK - ${bytes.length}`);
    else response.status(400).type('text/plain').send('not the announced file');
  });

  function privateFile(request: Request, response: Response): void {
    const id = /-(F[A-Z0-9]+)$/.exec(String(request.params.file))?.[1] ?? '';
    const mayRead = world.options.app.scopes.includes('files:read');
    if (!mayRead || !isToken(tokenOf(request, {}), world.options.botToken)) {
      // Slack does not say 401 here: it leads to its login page, which answers 200 with HTML.
      response.redirect(302, '/sandbox/slack/login');
      return;
    }
    const content = world.files.content(id);
    const kind = world.files.find(id)?.kind;
    if (!content || !kind) response.status(404).type('text/plain').send('not found');
    else response.setHeader('content-type', kind.mimetype).end(content);
  }
  router.get('/sandbox/slack/files-pri/:file/:name', privateFile);
  router.get('/sandbox/slack/files-pri/:file/download/:name', privateFile);
  router.get('/sandbox/slack/login', (_request, response) => {
    response.type('html').send('<!doctype html><title>Sign in</title><p>Sign in to see this file.');
  });

  router.post('/sandbox/slack/response/:token', async (request, response) => {
    const body = await readBody(request);
    const target = world.responseUrls.use(request.params.token);
    if (typeof target === 'string') {
      world.observations.fault(null, target, 'an answer to a response_url was refused');
      response.status(404).json({ ok: false, error: target });
      return;
    }
    const error = respond(world, target, body);
    if (error) response.status(400).json(error);
    else response.json({ ok: true });
  });

  return router;
}

/** Ephemeral unless `in_channel`; may replace or delete the message that was clicked. */
export function respond(world: World, target: ResponseTarget, body: Json): Json | null {
  const channel = world.directory.conversation(target.channel);
  if (!channel) return { ok: false, error: 'channel_not_found' };
  const original = target.message && world.messages.find(target.channel, target.message.ts);
  if (body.delete_original === true) {
    if (original) remove(world, original);
    return original ? null : { ok: false, error: 'message_not_found' };
  }
  const args = readArguments(body);
  const accepted = acceptMessage(world, 'response_url', args);
  if ('error' in accepted) return accepted.error;
  if (body.replace_original === true) {
    if (!original) return { ok: false, error: 'message_not_found' };
    edit(world, original, accepted.content);
    return null;
  }
  const threadTs = args.text('thread_ts');
  post(world, {
    channel,
    user: null,
    ...accepted.content,
    threadTs: threadTs ? (threadOf(world, channel.id, threadTs) ?? null) : null,
    ephemeralTo: body.response_type === 'in_channel' ? null : target.person,
  });
  return null;
}
