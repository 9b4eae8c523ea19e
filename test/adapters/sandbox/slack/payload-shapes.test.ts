import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxChannels } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { plain, type WorkspaceWithApp, workspaceWithApp } from './workspace-with-app.ts';

/** Field names of Slack's own samples (slackapi/java-slack-sdk @86ff7ca99, json-logs, MIT). */
const sampleKeys: Readonly<Record<string, string>> = {
  command:
    'api_app_id channel_id channel_name command enterprise_id enterprise_name is_enterprise_install response_url team_domain team_id text token trigger_id user_id user_name',
  block_actions:
    'actions api_app_id channel container enterprise is_enterprise_install message response_url state team token trigger_id type user view',
  view_submission:
    'api_app_id enterprise is_enterprise_install team token trigger_id type user view',
  view_closed: 'api_app_id enterprise is_cleared is_enterprise_install team token type user view',
  message_action:
    'action_ts callback_id channel enterprise is_enterprise_install message message_ts response_url team token trigger_id type user',
  view: 'app_id app_installed_team_id blocks bot_id callback_id clear_on_close close external_id hash id notify_on_close previous_view_id private_metadata root_view_id state submit team_id title type',
  container: 'channel_id is_ephemeral message_ts thread_ts type view_id',
  user: 'id name team_id username',
  action: 'action_id action_ts block_id style text type value',
};
/** In Slack's documentation and real payloads, though not in those samples. */
const documented: Readonly<Record<string, string[]>> = { view_submission: ['response_urls'] };

type Seen = { contentType: string | undefined; fields: Record<string, unknown> };

const record = (value: unknown): Record<string, unknown> => ({ ...Object(value) });

function expectKeys(kind: string, thing: unknown, without: string[] = []): void {
  const allowed = [...(sampleKeys[kind] ?? '').split(' '), ...(documented[kind] ?? [])];
  const keys = Object.keys(record(thing));
  expect(keys.filter((key) => !allowed.includes(key))).toEqual([]);
  expect(allowed.filter((key) => !keys.includes(key) && !without.includes(key))).toEqual([]);
}

describe('the requests of the pretend workspace', () => {
  const seen: Seen[] = [];
  let server: Server;
  let world: WorkspaceWithApp;
  beforeEach(async () => {
    seen.length = 0;
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
      const fields = form.payload ? record(JSON.parse(form.payload)) : form;
      seen.push({ contentType: request.headers['content-type'], fields });
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    world = await workspaceWithApp({ appUrl: `http://127.0.0.1:${port}` });
  });
  afterEach(async () => {
    await world.close();
    server.closeAllConnections();
    server.close();
  });

  const last = () => seen.at(-1)?.fields ?? {};

  it('have the fields of Slack’s samples and no others', async () => {
    const { ana, client } = world;
    await ana.command('general', '/campaign new');
    expectKeys('command', last(), ['enterprise_id', 'enterprise_name']);

    await client.views.open({
      trigger_id: String(last().trigger_id),
      view: {
        type: 'modal',
        callback_id: 'wizard',
        title: plain('Title'),
        submit: plain('Go'),
        notify_on_close: true,
        blocks: [
          {
            type: 'actions',
            elements: [{ type: 'button', action_id: 'back', text: plain('Back'), value: '1' }],
          },
        ],
      },
    });
    await ana.click('Back');
    expectKeys('block_actions', last(), ['channel', 'message', 'response_url', 'state']);
    expectKeys('container', last().container, [
      'channel_id',
      'is_ephemeral',
      'message_ts',
      'thread_ts',
    ]);
    expectKeys('view', last().view);
    expectKeys('user', last().user);
    await ana.close();
    expectKeys('view_closed', last());

    await ana.shortcut('campaigns.new');
    await client.views.open({
      trigger_id: String(last().trigger_id),
      view: {
        type: 'modal',
        title: plain('T'),
        submit: plain('Go'),
        blocks: [{ type: 'divider' }],
      },
    });
    await ana.submit();
    expectKeys('view_submission', last());

    await client.chat.postMessage({
      channel: sandboxChannels.general.id,
      text: 'Card',
      blocks: [
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'ok', text: plain('OK'), value: '1', style: 'primary' },
          ],
        },
      ],
    });
    const message = await ana.waitForMessage('general', (m) => m.text === 'Card');
    await ana.click('OK', message);
    expectKeys('block_actions', last(), ['view']);
    expectKeys('container', last().container, ['thread_ts', 'view_id']);
    const { actions } = last();
    expectKeys('action', Array.isArray(actions) ? actions[0] : null);
    await ana.shortcut('campaigns.use', message);
    expectKeys('message_action', last());

    const types = new Set(seen.map(({ contentType }) => contentType));
    expect([...types]).toEqual(['application/x-www-form-urlencoded']);
  });
});
