import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type Clock, realClock as computerClock } from '../../../shared/clock.ts';
import { sandboxBot, sandboxTeam } from './cast.ts';
import { createSignedDriver } from './signed-driver.ts';
import { createChanges } from './state/changes.ts';
import { createDirectory } from './state/directory.ts';
import { createFiles } from './state/files.ts';
import { createIdentifiers } from './state/identifiers.ts';
import { createMessages } from './state/messages.ts';
import { createObservations } from './state/observations.ts';
import { createReads } from './state/reads.ts';
import { createResponseUrls } from './state/response-urls.ts';
import { createTriggers } from './state/triggers.ts';
import { createViews } from './state/views.ts';
import type { WorkspaceOptions } from './workspace-options.ts';

const fileCapacityBytes = 128 * 1024 * 1024;

/** Everything a workspace remembers, and its way to the app. */
export function createWorld(options: WorkspaceOptions) {
  const { team = sandboxTeam, bot = sandboxBot, log, persist } = options;
  const clock: Clock = options.realClock ?? computerClock;
  const randomHex = options.randomHex ?? ((bytes: number) => randomBytes(bytes).toString('hex'));
  const ids = createIdentifiers(options.messageClock ?? clock, randomHex);
  const changes = createChanges();
  const observations = createObservations(clock, log, changes);
  const messages = createMessages();

  const files = createFiles({
    clock,
    processingMs: options.fileProcessingMs ?? 150,
    capacity: fileCapacityBytes,
    onStored: (id, content) => keepSafe(persist?.saveFile?.(id, content)),
    onDropped: (id) => keepSafe(persist?.removeFile?.(id)),
  });

  function keepSafe(work: Promise<void> | undefined): void {
    work?.catch((error: unknown) => {
      log.warn({ error: String(error) }, 'sandbox workspace: a file could not be kept');
    });
  }

  const driver = createSignedDriver({
    url: `${options.appUrl}/slack/events`,
    signingSecret: options.signingSecret,
    clock,
    sender: { team, bot, verificationToken: ids.secret() },
    ...(options.ackLimitMs === undefined ? {} : { ackLimitMs: options.ackLimitMs }),
    onAck: (what, { ms, status, late }) => {
      observations.ack({ what, ms, status });
      if (late) log.warn({ what, ms, status }, 'sandbox workspace: acknowledged too late');
    },
  });

  return {
    options,
    clock,
    ids,
    changes,
    observations,
    messages,
    files,
    driver,
    /** Open event streams of pages. */
    streams: new Set<ServerResponse>(),
    directory: createDirectory({ team, bot, people: options.people, channels: options.channels }),
    reads: createReads(messages),
    triggers: createTriggers(clock, ids.secret),
    responseUrls: createResponseUrls(clock, options.baseUrl, ids.secret),
    views: createViews({ team, bot, ids }),
  };
}

export type World = ReturnType<typeof createWorld>;
