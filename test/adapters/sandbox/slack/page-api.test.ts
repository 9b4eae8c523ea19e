import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { sandboxChannels, sandboxPeople } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { folderPersistence } from '../../../../src/adapters/sandbox/slack/persistence.ts';
import { movableClock, type WorkspaceWithApp, workspaceWithApp } from './workspace-with-app.ts';

const channel = sandboxChannels.digest.id;
const as = sandboxPeople.ana.id;

const post = (world: WorkspaceWithApp, path: string, body: object) =>
  fetch(`${world.baseUrl}/sandbox/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('what the page asks of the workspace', () => {
  const cleanUp: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const step of cleanUp.splice(0).reverse()) await step();
  });
  const start = async (options: Parameters<typeof workspaceWithApp>[0] = {}) => {
    const world = await workspaceWithApp(options);
    cleanUp.push(() => world.close());
    return world;
  };

  it('lists people, channels, commands and shortcuts', async () => {
    const world = await start();
    const state = await world.ana.state();
    expect(state.me.name).toBe('Ana Ribeiro');
    expect(state.people.map(({ title }) => title)).toEqual([
      'operator',
      'approver',
      'viewer',
      'admin',
    ]);
    expect(state.channels.map(({ name }) => name)).toContain('campaigns-digest');
    expect(state.channels.filter(({ kind }) => kind === 'dm')).toHaveLength(1);
    expect(state.commands[0]).toEqual({
      command: '/campaign',
      description: 'Campaigns',
      usageHint: 'new | list',
    });
    expect(state.globalShortcuts).toEqual([{ callbackId: 'campaigns.new', name: 'New campaign' }]);
  });

  it('answers malformed and unknown requests without breaking', async () => {
    const world = await start();
    expect((await post(world, 'command', { as, text: 1 })).status).toBe(400);
    expect((await post(world, 'command', { as: 'U0', channel, text: '/x' })).status).toBe(404);
    expect((await post(world, 'command', { as, channel: 'C0', text: '/x' })).status).toBe(404);
    const broken = await fetch(`${world.baseUrl}/sandbox/api/command`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{',
    });
    expect(broken.status).toBe(400);
    expect((await fetch(`${world.baseUrl}/sandbox/api/files/F0/x`)).status).toBe(404);
  });

  it('streams what changed', async () => {
    const world = await start();
    const abort = new AbortController();
    const stream = await fetch(`${world.baseUrl}/sandbox/api/stream?as=${as}`, {
      signal: abort.signal,
    });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const heard: string[] = [];
    const listening = (async () => {
      for await (const chunk of stream.body ?? []) heard.push(Buffer.from(chunk).toString());
    })().catch(() => {});
    await world.client.chat.postMessage({ channel, text: 'news' });
    await expect
      .poll(() => heard.join(''))
      .toContain(`event: change\ndata: {"what":"messages","channel":"${channel}"}`);
    abort.abort();
    await listening;
  });

  it('moves the clock forward only, and passes the phones on', async () => {
    let now = new Date('2026-11-24T15:05:00Z');
    const state = () => ({ now: now.toISOString(), offsetMs: 0, timeZone: 'America/New_York' });
    const replies: string[] = [];
    const world = await start({
      clock: {
        state,
        advance: (ms) => {
          now = new Date(now.getTime() + ms);
          return state();
        },
        to: (date) => {
          now = date;
          return state();
        },
        toNextWindow: state,
      },
      phones: {
        list: (q) => [{ phone: '+12035550100', name: q, last: 'Oi', at: now.toISOString() }],
        thread: () => [],
        reply: (phone, text) => {
          replies.push(`${phone} ${text}`);
        },
      },
    });
    expect(await (await post(world, 'clock', { advanceMs: 60_000 })).json()).toMatchObject({
      now: '2026-11-24T15:06:00.000Z',
    });
    expect((await post(world, 'clock', { to: '2026-11-24T10:00:00Z' })).status).toBe(400);
    expect((await post(world, 'clock', { advanceMs: -1 })).status).toBe(400);
    await post(world, 'phones/+12035550100/reply', { text: 'PARE' });
    expect(replies).toEqual(['+12035550100 PARE']);
    const found = await fetch(`${world.baseUrl}/sandbox/api/phones?q=Maria`);
    expect(await found.json()).toMatchObject([{ name: 'Maria' }]);
  });

  it('remembers messages, files and App Home over a restart, and goes on after them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'workspace-'));
    cleanUp.push(() => rm(folder, { recursive: true }));
    const options = { persist: folderPersistence(folder), realClock: movableClock(new Date(0)) };

    const before = await workspaceWithApp(options);
    const metadata = { event_type: 'digest', event_payload: { day: '2026-11-24' } };
    const { ts = '' } = await before.client.chat.postMessage({ channel, text: 'Digest', metadata });
    await before.ana.upload('contatos.csv', Buffer.from('telefone'), 'campaigns-digest');
    await before.client.views.publish({ user_id: as, view: { type: 'home', blocks: [] } });
    await before.close();
    expect((await stat(join(folder, 'workspace.json'))).mode & 0o777).toBe(0o600);

    const after = await start(options);
    const [digest, shared] = await after.ana.messages('campaigns-digest');
    expect(digest).toMatchObject({ ts, text: 'Digest' });
    const file = shared?.files[0];
    expect(file && (await after.ana.download(file)).toString()).toBe('telefone');
    expect(await after.ana.home()).toMatchObject({ type: 'home' });
    await after.client.chat.update({ channel, ts, text: 'Digest, corrected' });
    const history = await after.client.conversations.history({
      channel,
      include_all_metadata: true,
    });
    expect(history.messages?.at(-1)?.metadata).toEqual(metadata);
    const next = await after.client.chat.postMessage({ channel, text: 'Next' });
    expect(Number(next.ts)).toBeGreaterThan(Number(shared?.ts));
  });

  it('starts empty when what was saved cannot be read', async () => {
    const saved: unknown[] = [];
    const persist = {
      load: async () => ({ version: 99 }),
      save: async (state: unknown) => void saved.push(state),
    };
    const world = await start({ persist });
    expect(await world.ana.messages('campaigns-digest')).toEqual([]);
    await world.client.chat.postMessage({ channel, text: 'x' });
    await expect.poll(() => saved.length).toBe(1);
  });
});
