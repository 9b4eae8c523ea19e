import { timingSafeEqual } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { World } from '../world.ts';
import { readBody } from './body.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { type Call, type Method, type Reply, readArguments, refuse } from './method.ts';
import { peopleMethods } from './people.ts';
import { createRateLimits } from './rate-limits.ts';
import { viewMethods } from './views.ts';

const methods: Readonly<Record<string, Method>> = {
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...peopleMethods,
  ...viewMethods,
};

export const methodNames: readonly string[] = Object.keys(methods);

/** The bearer token of a request, from the header or the body. */
export function tokenOf(request: Request, body: Readonly<Record<string, unknown>>): string {
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return header ?? (typeof body.token === 'string' ? body.token : '');
}

export function isToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function mayCall(call: Call, method: Method): Reply | null {
  const { scopes } = call.world.options.app;
  const needed = typeof method.scopes === 'function' ? method.scopes(call) : method.scopes;
  if (needed.length === 0 || needed.some((scope) => scopes.includes(scope))) return null;
  return refuse('missing_scope', { needed: needed.join(','), provided: scopes.join(',') });
}

/** Slack's Web API below `/sandbox/slack/api/`: always HTTP 200, except 429 for too many calls. */
export function webApi(world: World): Router {
  const limits = createRateLimits(world.clock, world.options.rateLimits);

  function answer(name: string, request: Request, body: Record<string, unknown>): Reply {
    const args = readArguments(body);
    if (name === 'api.test') {
      const error = args.text('error');
      return error ? refuse(error, { args: body }) : { ok: true, args: body };
    }
    const method = methods[name];
    if (!method) return refuse('unknown_method', { req_method: name });
    const token = tokenOf(request, body);
    if (token === '') return refuse('not_authed');
    if (!isToken(token, world.options.botToken)) return refuse('invalid_auth');
    const refused = mayCall({ world, args }, method);
    if (refused) return refused;
    const key = method.tier === 'post' ? `${name} ${args.text('channel')}` : name;
    const wait = limits.take(method.tier, key);
    return wait > 0 ? refuse('ratelimited', { retryAfter: wait }) : method.answer({ world, args });
  }

  function send(name: string, response: Response, { retryAfter, ...reply }: Reply): void {
    response.setHeader('x-oauth-scopes', world.options.app.scopes.join(','));
    if (!reply.ok)
      world.options.log.info({ method: name, error: reply.error }, 'Slack API refused');
    if (typeof retryAfter === 'number') {
      response.setHeader('retry-after', String(retryAfter));
      response.status(429);
    }
    response.json(reply);
  }

  const router = Router();
  router.all('/sandbox/slack/api/:method', async (request, response) => {
    const { method } = request.params;
    const body = await readBody(request);
    send(method, response, answer(method, request, body));
  });
  return router;
}
