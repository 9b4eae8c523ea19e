import { type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { act, suggest } from '../acts/block-actions.ts';
import { command, shortcut } from '../acts/commands.ts';
import type { Events } from '../acts/events.ts';
import type { Acting } from '../acts/outcome.ts';
import { openHome, say } from '../acts/speaking.ts';
import { close, submit } from '../acts/views.ts';
import { dmOf } from '../cast.ts';
import type { Conversation } from '../state/directory.ts';
import { pageJson } from '../web-api/body.ts';
import type { World } from '../world.ts';
import { requests } from './requests.ts';

/** A conversation that the acting person is in. */
export function channelFor({ world, person }: Acting, id: string): Conversation | undefined {
  const channel = world.directory.conversation(id);
  return channel && world.directory.mayRead(person, channel) ? channel : undefined;
}

export const unknown = (response: Response, what: string): void => {
  response.status(404).json({ error: `unknown ${what}` });
};

/** Every act of a person: read the body, find the person, do it, answer with what came back. */
export function actsRouter(world: World, events: Events): Router {
  const router = Router();
  router.use('/sandbox/api', pageJson());

  function on<Shape extends z.ZodType<{ as: string }>>(
    path: string,
    shape: Shape,
    perform: (acting: Acting, body: z.output<Shape>, response: Response) => unknown,
  ): void {
    router.post(path, async (request: Request, response: Response) => {
      const body = shape.safeParse(request.body);
      if (!body.success) {
        response.status(400).json({ error: body.error.issues.map((i) => i.message).join('; ') });
        return;
      }
      const person = world.directory.person(body.data.as);
      if (!person) return unknown(response, 'person');
      const result = await perform({ world, person }, body.data, response);
      if (!response.headersSent) response.json(result);
    });
  }

  on('/sandbox/api/command', requests.command, (acting, { channel, text }, response) => {
    const where = channelFor(acting, channel);
    return where ? command(acting, where, text, events) : unknown(response, 'channel');
  });
  on('/sandbox/api/shortcut', requests.shortcut, shortcut);
  on('/sandbox/api/act', requests.act, act);
  on('/sandbox/api/submit', requests.submit, submit);
  on('/sandbox/api/close', requests.close, close);
  on('/sandbox/api/options', requests.options, suggest);
  on('/sandbox/api/message', requests.message, (acting, body, response) => {
    const where = channelFor(acting, body.channel);
    return where ? say(acting, where, body, events) : unknown(response, 'channel');
  });
  on('/sandbox/api/open-home', requests.openHome, (acting, _body, response) => {
    const dm = channelFor(acting, dmOf(acting.person.id));
    return dm ? openHome(acting, dm, events) : unknown(response, 'channel');
  });
  on('/sandbox/api/read', requests.read, ({ person }, { channel }) => {
    const latest = world.messages.inChannel(channel).at(-1);
    const wasUnread = latest && world.reads.read(person.id, channel, latest.ts);
    if (wasUnread) world.changes.announce({ what: 'state' });
    return { ok: true };
  });
  on('/sandbox/api/dismiss', requests.dismiss, ({ person }, { channel, ts }) => {
    const message = world.messages.find(channel, ts);
    const ok = message?.ephemeralTo === person.id && world.messages.remove(channel, ts);
    if (ok) world.changes.announce({ what: 'messages', channel });
    return { ok };
  });

  return router;
}
