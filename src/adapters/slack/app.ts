import { App, ExpressReceiver, type Receiver } from '@slack/bolt';
import type { Application } from 'express';
import type { Directory, TeamService } from '../../features/team/index.ts';
import type { Clock } from '../../shared/clock.ts';
import { type Locale, localeOf } from '../../shared/locale.ts';
import { boltLogger } from './bolt-logger.ts';
import type { Clients } from './clients.ts';
import { explain } from './errors.ts';
import type { Log } from './log.ts';
import { onEvent } from './on-event.ts';
import { createPost, type Post } from './post.ts';
import { createRoutes, type Routes } from './routes.ts';
import { socketReceiver } from './socket/receiver.ts';
import type { Reader, Words } from './words/words.ts';

/** Which events were seen already; Slack repeats what it believes we missed. */
export type SeenEvents = {
  /** True the first time an id is shown. */
  firstTime(eventId: string, at: Date): Promise<boolean>;
};

/** How Slack reaches us. `http`: on `/slack/events` of the given Express application. */
export type Door =
  | { kind: 'http'; signingSecret: string; express: Application }
  | { kind: 'socket'; appToken: string }
  | { kind: 'custom'; receiver: Receiver };

export type SlackNeeds = {
  door: Door;
  clients: Clients;
  team: TeamService;
  directory: Directory;
  words: Words;
  seen: SeenEvents;
  log: Log;
  /** The product's clock. */
  clock: Clock;
  /** Language and zone of what is posted in channels. */
  channel: { locale: Locale; timeZone: string };
};

/** What every handler file is given. */
export type Slack = {
  readonly app: App;
  readonly clients: Clients;
  readonly post: Post;
  readonly team: TeamService;
  readonly log: Log;
  readonly clock: Clock;
  readonly seen: SeenEvents;
  readonly routes: Routes;
  /** The language and zone of one person; the channels' when Slack does not say. */
  readerOf(userId: string): Promise<Reader>;
  readonly channelReader: Reader;
  /** Asks Slack who we are; nothing is answered before. Throws when the token is refused. */
  init(): Promise<void>;
};

/** Nothing is opened or called here; `init` does the first call. */
export function createSlackApp(needs: SlackNeeds): Slack {
  const { clients, log, words } = needs;
  const app = new App({
    token: clients.token,
    receiver: receiverOf(needs),
    clientOptions: { slackApiUrl: clients.apiUrl, retryConfig: { retries: 1 }, timeout: 2_500 },
    convoStore: false,
    deferInitialization: true,
    extendedErrorHandler: true,
    logger: boltLogger(log),
  });
  const channelReader = words.in(needs.channel.locale, needs.channel.timeZone);
  const slack: Slack = {
    app,
    clients,
    post: createPost(clients),
    team: needs.team,
    log,
    clock: needs.clock,
    seen: needs.seen,
    routes: createRoutes(),
    channelReader,
    async readerOf(userId) {
      try {
        const person = await needs.directory.person(userId);
        if (!person) return channelReader;
        return words.in(
          person.locale ? localeOf(person.locale) : needs.channel.locale,
          person.timeZone ?? needs.channel.timeZone,
        );
      } catch {
        // The language is no reason to fail: whoever needs the role will say that Slack is silent.
        return channelReader;
      }
    },
    init: () => app.init(),
  };
  const tellWhoAsked = async ({ error, body }: { error: unknown; body: unknown }) => {
    const userId = whoIn(body);
    const text = explain(error, {
      words: userId ? await slack.readerOf(userId) : channelReader,
      log,
      at: { listener: 'uncaught' },
    });
    if (userId) await slack.post.toPerson(userId, { text }).catch(() => {});
  };
  app.error(tellWhoAsked);
  slack.routes.listen(slack);
  onEvent(
    slack,
    'app_uninstalled',
    (event) => ({ event }),
    async () => {
      log.error({}, 'the app was removed from the workspace: nothing can be posted any more');
    },
  );
  onEvent(
    slack,
    'tokens_revoked',
    (event) => ({ event }),
    async () => {
      log.error({}, "Slack revoked the app's token: install it again and set the new one");
    },
  );
  return slack;
}

function receiverOf({ door, clients, log }: SlackNeeds): Receiver {
  if (door.kind === 'custom') return door.receiver;
  if (door.kind === 'socket') {
    return socketReceiver({ appToken: door.appToken, apiUrl: clients.apiUrl, log });
  }
  return new ExpressReceiver({
    signingSecret: door.signingSecret,
    app: door.express,
    endpoints: '/slack/events',
    logger: boltLogger(log),
  });
}

function whoIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  if ('user' in body && typeof body.user === 'object' && body.user !== null && 'id' in body.user) {
    return typeof body.user.id === 'string' ? body.user.id : null;
  }
  return 'user_id' in body && typeof body.user_id === 'string' ? body.user_id : null;
}
