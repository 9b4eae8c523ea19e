import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver } from '@slack/bolt';
import { LogLevel, WebClient } from '@slack/web-api';
import express from 'express';
import { sandboxChannels, sandboxPeople } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { sandboxPerson } from '../../../../src/adapters/sandbox/slack/client.ts';
import type { AppManifest } from '../../../../src/adapters/sandbox/slack/manifest.ts';
import { createWorkspace } from '../../../../src/adapters/sandbox/slack/workspace.ts';
import type { WorkspaceOptions } from '../../../../src/adapters/sandbox/slack/workspace-options.ts';

export const signingSecret = 'a-signing-secret-of-this-test';
export const botToken = 'xoxb-sandbox-test';

export const testManifest: AppManifest = {
  name: 'Fly2Any Phone',
  commands: [
    { command: '/campaign', description: 'Campaigns', usageHint: 'new | list', shouldEscape: true },
    { command: '/silent', description: 'Nobody answers', usageHint: '', shouldEscape: false },
  ],
  shortcuts: [
    { type: 'global', callbackId: 'campaigns.new', name: 'New campaign' },
    { type: 'message', callbackId: 'campaigns.use', name: 'Use as campaign text' },
  ],
  scopes: [
    'commands',
    'chat:write',
    'files:read',
    'files:write',
    'users:read',
    'channels:read',
    'channels:history',
    'channels:join',
    'im:write',
    'im:history',
    'usergroups:read',
    'team:read',
  ],
  events: ['app_home_opened', 'message.im', 'file_shared', 'member_joined_channel'],
};

/** A clock that a test moves. */
export function movableClock(start = new Date()) {
  let offset = 0;
  return {
    now: () => new Date(start.getTime() + offset),
    forward: (ms: number) => {
      offset += ms;
    },
  };
}

export const quiet = { info: () => {}, warn: () => {} };

/** A workspace and a real Bolt app that talk over HTTP, on a port of their own. */
export async function workspaceWithApp(options: Partial<WorkspaceOptions> = {}) {
  const web = express();
  const server: Server = createServer(web);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;

  const workspace = await createWorkspace({
    appUrl: baseUrl,
    baseUrl,
    botToken,
    signingSecret,
    app: testManifest,
    people: Object.values(sandboxPeople),
    channels: Object.values(sandboxChannels),
    log: quiet,
    fileProcessingMs: 0,
    eventRetryDelaysMs: [],
    ...options,
  });
  const receiver = new ExpressReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  web.use(workspace.router);
  web.use(receiver.router);

  const clientOptions = { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } };
  const app = new App({
    token: botToken,
    receiver,
    deferInitialization: true,
    convoStore: false,
    clientOptions,
    logLevel: LogLevel.ERROR,
  });
  await app.init();

  return {
    workspace,
    app,
    baseUrl,
    port,
    client: new WebClient(botToken, {
      ...clientOptions,
      rejectRateLimitedCalls: true,
      logLevel: LogLevel.ERROR,
    }),
    ana: sandboxPerson(baseUrl, sandboxPeople.ana.id),
    marcus: sandboxPerson(baseUrl, sandboxPeople.marcus.id),
    async close() {
      await workspace.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type WorkspaceWithApp = Awaited<ReturnType<typeof workspaceWithApp>>;

/** The error code and messages that the real client raises for a refused call. */
export async function refusalOf(call: Promise<unknown>): Promise<{ error: string; why: string }> {
  try {
    await call;
  } catch (thrown) {
    const { data } = Object(thrown) as { data?: { error?: string; response_metadata?: unknown } };
    if (!data?.error) throw thrown;
    return { error: data.error, why: JSON.stringify(data.response_metadata ?? {}) };
  }
  throw new Error('the call was not refused');
}

export const plain = (text: string) => ({ type: 'plain_text' as const, text });
