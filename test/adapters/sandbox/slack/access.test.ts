import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LogLevel, WebClient } from '@slack/web-api';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxChannels, sandboxPeople } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { loopbackOnly } from '../../../../src/adapters/sandbox/slack/loopback-only.ts';
import { readManifest } from '../../../../src/adapters/sandbox/slack/manifest.ts';
import {
  movableClock,
  refusalOf,
  testManifest,
  type WorkspaceWithApp,
  workspaceWithApp,
} from './workspace-with-app.ts';

const channel = sandboxChannels.alerts.id;

describe('who may do what in the pretend workspace', () => {
  const clock = movableClock();
  let world: WorkspaceWithApp;
  beforeEach(async () => {
    world = await workspaceWithApp({
      realClock: clock,
      rateLimits: { postsPerSecond: 1, postsBurst: 2, tier2: 1 },
      app: { ...testManifest, scopes: testManifest.scopes.filter((s) => s !== 'team:read') },
      channels: [{ ...sandboxChannels.alerts, botIsMember: false }, sandboxChannels.general],
      userGroups: { S0APPROVERS: [sandboxPeople.marcus.id] },
    });
  });
  afterEach(() => world.close());

  const clientWith = (token?: string) =>
    new WebClient(token, { slackApiUrl: world.workspace.apiUrl, logLevel: LogLevel.ERROR });

  it('knows the app by its token', async () => {
    expect(await world.client.auth.test()).toMatchObject({
      ok: true,
      user_id: 'U0FLY2ANYBT',
      bot_id: 'B0FLY2ANY01',
      team_id: 'T0FLY2ANY01',
    });
    expect(await refusalOf(clientWith().auth.test())).toMatchObject({ error: 'not_authed' });
    expect(await refusalOf(clientWith('xoxb-other').auth.test())).toMatchObject({
      error: 'invalid_auth',
    });
  });

  it('holds the app to the scopes of its manifest', async () => {
    const refused = world.client.team.info();
    await expect(refused).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'team:read' },
    });
  });

  it('lets the app post where it is a member, and join', async () => {
    const post = () => world.client.chat.postMessage({ channel, text: 'x' });
    expect(await refusalOf(post())).toMatchObject({ error: 'not_in_channel' });
    await world.client.conversations.join({ channel });
    await post();
    const { channels } = await world.client.conversations.list();
    expect(channels?.map(({ name, is_member }) => [name, is_member])).toEqual([
      ['alerts', true],
      ['general', true],
    ]);
  });

  it('slows the app down with 429 and Retry-After, per channel and per method', async () => {
    const post = (where: string) => world.client.chat.postMessage({ channel: where, text: 'x' });
    const general = sandboxChannels.general.id;
    await world.client.conversations.join({ channel });
    await post(general);
    await post(general);
    await expect(post(general)).rejects.toMatchObject({ retryAfter: 1 });
    await post(channel);
    clock.forward(1_000);
    await post(general);
    await world.client.users.list({});
    await expect(world.client.users.list({})).rejects.toMatchObject({ retryAfter: 60 });
  });

  it('tells who people are, with zone, and language only when asked', async () => {
    const user = sandboxPeople.ana.id;
    const { user: without } = await world.client.users.info({ user });
    const { user: ana } = await world.client.users.info({ user, include_locale: true });
    expect(without).not.toHaveProperty('locale');
    expect(ana).toMatchObject({
      locale: 'pt-BR',
      tz: 'America/New_York',
      tz_offset: expect.any(Number),
      real_name: 'Ana Ribeiro',
      is_bot: false,
    });
    expect([-18_000, -14_400]).toContain(ana?.tz_offset);
    const group = await world.client.usergroups.users.list({ usergroup: 'S0APPROVERS' });
    expect(group.users).toEqual([sandboxPeople.marcus.id]);
    const dm = await world.client.conversations.open({ users: user });
    await world.client.chat.postMessage({ channel: user, text: 'to your DM' });
    expect((await world.ana.latestMessage('dm'))?.channel).toBe(dm.channel?.id);
    await expect(world.marcus.messages(dm.channel?.id ?? '')).rejects.toThrow(/sees no channel/);
  });
});

describe('the doors of the sandbox', () => {
  it('open only for this machine, under its own name and origin', async () => {
    const web = express();
    const server = createServer(web);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    web.use(loopbackOnly(port));
    web.use((_request, response) => {
      response.send('in');
    });

    const ask = (method: string, headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.on('error', reject);
        asked.end();
      });
    const host = `127.0.0.1:${port}`;
    expect(await ask('GET', { host })).toBe(200);
    expect(
      await ask('POST', { host: `localhost:${port}`, origin: `http://localhost:${port}` }),
    ).toBe(200);
    expect(await ask('GET', { host: `evil.example:${port}` })).toBe(403);
    expect(await ask('GET', { host: '127.0.0.1:1' })).toBe(403);
    expect(await ask('POST', { host, origin: 'https://evil.example' })).toBe(403);
    expect(await ask('POST', { host, origin: 'null' })).toBe(403);
    expect(await ask('POST', { host, 'sec-fetch-site': 'cross-site' })).toBe(403);
    server.closeAllConnections();
    server.close();
  });
});

describe('the manifest', () => {
  it('is read for what the workspace needs', () => {
    const manifest = readManifest({
      display_information: { name: 'Fly2Any Phone' },
      features: {
        slash_commands: [{ command: '/fly', description: 'Dashboard', should_escape: true }],
        shortcuts: [{ name: 'New', type: 'global', callback_id: 'c.new', description: 'x' }],
      },
      oauth_config: { scopes: { bot: ['chat:write'] } },
    });
    expect(manifest).toEqual({
      name: 'Fly2Any Phone',
      commands: [{ command: '/fly', description: 'Dashboard', usageHint: '', shouldEscape: true }],
      shortcuts: [{ type: 'global', callbackId: 'c.new', name: 'New' }],
      scopes: ['chat:write'],
      events: [],
    });
    expect(() => readManifest({})).toThrow();
  });
});
