import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dmOf, sandboxPeople } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { succeeded } from '../../../../src/adapters/sandbox/slack/client.ts';
import {
  createSignedRequests,
  signature,
} from '../../../../src/adapters/sandbox/slack/signed-requests.ts';
import {
  plain,
  signingSecret,
  type WorkspaceWithApp,
  workspaceWithApp,
} from './workspace-with-app.ts';

const { ana } = sandboxPeople;

describe('people acting in the pretend workspace', () => {
  let world: WorkspaceWithApp;
  beforeEach(async () => {
    world = await workspaceWithApp();
  });
  afterEach(() => world.close());

  it('sends a command with the fields of Slack and with linked names', async () => {
    let seen: unknown;
    world.app.command('/campaign', async ({ ack, body }) => {
      seen = body;
      await ack();
    });
    succeeded(await world.ana.command('general', '/campaign ask @Marcus Reed in #approvals'));
    expect(seen).toMatchObject({
      command: '/campaign',
      text: 'ask <@U01MARCUSRE> in <#C01APPROVAL|approvals>',
      user_id: ana.id,
      user_name: 'ana.ribeiro',
      channel_name: 'general',
      api_app_id: 'A0FLY2ANY01',
      trigger_id: expect.stringMatching(/^\d+\.\d+\.[0-9a-f]+$/),
      response_url: expect.stringContaining(world.baseUrl),
    });
    const unknown = await world.ana.command('general', '/nonsense');
    expect(unknown).toMatchObject({ ok: false, status: 0, fault: { kind: 'unknown_command' } });
  });

  it('counts an acknowledgement after the limit as a fault, and still measures it', async () => {
    await world.close();
    world = await workspaceWithApp({ ackLimitMs: 150 });
    let release = () => {};
    const waiting = new Promise<void>((resolve) => {
      release = resolve;
    });
    world.app.command('/campaign', async ({ ack }) => {
      await waiting;
      await ack();
    });
    const late = await world.ana.command('general', '/campaign');
    expect(late).toMatchObject({ ok: false, fault: { kind: 'late_ack' } });
    release();
    await expect.poll(async () => (await world.ana.acks()).length).toBe(1);
    const [record] = await world.ana.acks();
    expect(record).toMatchObject({ what: '/campaign', status: 200 });
    expect(record?.ms).toBeGreaterThan(150);
    expect((await world.ana.state()).faults.at(-1)?.kind).toBe('late_ack');
  });

  it('is believed by Bolt, which refuses a forged or an old signature', async () => {
    const url = `${world.baseUrl}/slack/events`;
    const forged = createSignedRequests({ url, signingSecret: 'another secret' });
    expect((await forged.form('x', { command: '/campaign' })).status).toBe(401);
    const past = { now: () => new Date(Date.now() - 6 * 60_000) };
    const old = createSignedRequests({ url, signingSecret, clock: past });
    expect((await old.form('x', { command: '/campaign' })).status).toBe(401);
  });

  it('signs as Slack documents it', () => {
    const body = 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J';
    expect(signature('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toMatch(
      /^v0=[0-9a-f]{64}$/,
    );
    const all =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    expect(signature('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, all)).toBe(
      'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    );
  });

  it('opens App Home, shows what the app publishes, and clicks there', async () => {
    world.app.event('app_home_opened', async ({ event, client }) => {
      const button = { type: 'button' as const, action_id: 'home.refresh', text: plain('Refresh') };
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'actions', elements: [button] }] },
      });
    });
    const clicks: unknown[] = [];
    world.app.action('home.refresh', async ({ ack, body }) => {
      clicks.push(body);
      await ack();
    });
    succeeded(await world.ana.openHome());
    await world.ana.waitForHome(() => true);
    succeeded(await world.ana.click('Refresh', 'home'));
    expect(clicks[0]).toMatchObject({
      container: { type: 'view' },
      view: { type: 'home', hash: expect.any(String) },
    });
    expect((await world.marcus.state()).home).toBeNull();
  });

  it('sends messages to the app from its DM only, escaped', async () => {
    const texts: unknown[] = [];
    world.app.event('message', async ({ event }) => {
      texts.push('text' in event ? [event.text, event.channel, event.channel_type] : null);
    });
    succeeded(await world.ana.say('dm', 'a < b & c'));
    succeeded(await world.ana.say('general', 'not for the app'));
    await expect.poll(() => texts).toEqual([['a &lt; b &amp; c', dmOf(ana.id), 'im']]);
  });

  it('sends an event again, marked as a retry, until it is acknowledged', async () => {
    const attempts: unknown[] = [];
    const deaf = createServer((request, response) => {
      const { 'x-slack-retry-num': number, 'x-slack-retry-reason': reason } = request.headers;
      attempts.push([number, reason]);
      response.writeHead(attempts.length < 3 ? 500 : 200).end();
    });
    await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
    const { port } = deaf.address() as AddressInfo;
    const other = await workspaceWithApp({
      appUrl: `http://127.0.0.1:${port}`,
      eventRetryDelaysMs: [1, 1, 1],
    });
    expect((await other.ana.say('dm', 'hello')).fault?.kind).toBe('dispatch_failed');
    await expect
      .poll(() => attempts)
      .toEqual([
        [undefined, undefined],
        ['1', 'http_error'],
        ['2', 'http_error'],
      ]);
    await other.close();
    deaf.close();
  });

  it('asks the app for options of an external select and sends the chosen one', async () => {
    world.app.command('/campaign', async ({ ack, body, client }) => {
      await ack();
      const element = {
        type: 'external_select' as const,
        action_id: 'segments.pick',
        min_query_length: 1,
      };
      await client.views.open({
        trigger_id: body.trigger_id,
        view: {
          type: 'modal',
          callback_id: 'segments',
          title: plain('Segment'),
          submit: plain('Go'),
          blocks: [{ type: 'input', block_id: 'segment', label: plain('Segment'), element }],
        },
      });
    });
    world.app.options('segments.pick', async ({ ack, payload }) => {
      const names = ['família', 'negócios'].filter((name) => name.startsWith(payload.value));
      await ack({ options: names.map((name) => ({ text: plain(name), value: name })) });
    });
    const chosen: unknown[] = [];
    world.app.view('segments', async ({ ack, view }) => {
      chosen.push(view.state.values.segment?.['segments.pick']?.selected_option?.value);
      await ack();
    });
    succeeded(await world.ana.command('general', '/campaign'));
    await world.ana.waitForView(() => true);
    await expect(world.ana.fill({ segment: 'x' })).rejects.toThrow(/does not offer/);
    succeeded(await world.ana.submit({ segment: 'família' }));
    expect(chosen).toEqual(['família']);
  });

  it('runs a message shortcut on the message it was chosen for', async () => {
    const seen: unknown[] = [];
    world.app.shortcut('campaigns.use', async ({ ack, shortcut }) => {
      seen.push('message' in shortcut ? shortcut.message.text : null);
      await ack();
    });
    await world.ana.say('general', 'Oi {{firstName}}');
    const message = await world.ana.waitForMessage('general', () => true);
    succeeded(await world.ana.shortcut('campaigns.use', message));
    expect(seen).toEqual(['Oi {{firstName}}']);
    expect((await world.ana.shortcut('campaigns.gone')).fault?.kind).toBe('unknown_shortcut');
  });
});
