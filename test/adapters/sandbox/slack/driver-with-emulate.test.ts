import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, ExpressReceiver } from '@slack/bolt';
import { LogLevel } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emulatedSlack } from '../../../support/emulated-slack.ts';
import { plain } from './workspace-with-app.ts';

const signingSecret = 'a-secret-for-the-double';

const wizard = (step: number) => ({
  type: 'modal' as const,
  callback_id: 'wizard',
  title: plain(`Step ${step}`),
  submit: plain('Next'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
});

describe('the signed driver beside an independent Web API', () => {
  const receiver = () => new ExpressReceiver({ signingSecret, logLevel: LogLevel.ERROR });
  let slack: Awaited<ReturnType<typeof emulatedSlack>>;
  let app: App;
  let stop: () => void;

  beforeEach(async () => {
    const door = receiver();
    const server = createServer(door.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const appUrl = `http://127.0.0.1:${port}`;
    slack = await emulatedSlack({ appUrl, signingSecret, channels: ['approvals'] });
    app = new App({
      token: slack.token,
      receiver: door,
      deferInitialization: true,
      convoStore: false,
      clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
      logLevel: LogLevel.ERROR,
    });
    await app.init();
    stop = () => {
      server.closeAllConnections();
      server.close();
    };
  });
  afterEach(async () => {
    stop();
    await slack.close();
  });

  it('goes through a wizard, posts its card and clicks on it', async () => {
    const channel = { id: await slack.channelId('approvals'), name: 'approvals' };
    app.command('/campaign', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: wizard(1) });
    });
    app.view('wizard', async ({ ack, view, client }) => {
      const name = view.state.values.name?.text?.value ?? '';
      if (view.title.text === 'Step 1') {
        await ack(
          name === 'taken'
            ? { response_action: 'errors', errors: { name: 'Taken.' } }
            : { response_action: 'update', view: wizard(2) },
        );
        return;
      }
      await ack({ response_action: 'clear' });
      const button = { type: 'button' as const, action_id: 'approve', text: plain('Approve') };
      await client.chat.postMessage({
        channel: channel.id,
        text: `Campaign ${name}`,
        blocks: [{ type: 'actions', block_id: 'decision', elements: [button] }],
      });
    });
    const clicked: string[] = [];
    app.action('approve', async ({ ack, body, respond }) => {
      await ack();
      clicked.push(body.user.id);
      await respond({ text: 'Approved', replace_original: true });
    });

    const ana = slack.person({ id: 'U000000001', handle: 'admin' });
    expect((await ana.command(channel, '/campaign new')).status).toBe(200);
    await expect.poll(() => ana.top().content.callback_id).toBe('wizard');
    expect(await ana.submit({ Name: 'taken' })).toMatchObject({ errors: { name: 'Taken.' } });
    expect(await ana.submit({ Name: 'Natal' })).toMatchObject({ response_action: 'update' });
    expect(await ana.submit()).toEqual({ response_action: 'clear' });
    await expect
      .poll(async () => (await slack.history(channel.id))[0]?.text)
      .toBe('Campaign Natal');
    const [card] = await slack.history(channel.id);
    expect((await ana.actOn(card ?? {}, channel, 'Approve')).status).toBe(200);
    await expect
      .poll(() => slack.responses)
      .toEqual([{ text: 'Approved', replace_original: true }]);
    expect(clicked).toEqual(['U000000001']);
    await expect(ana.actOn(card ?? {}, channel, 'Reject')).rejects.toThrow(/not rendered/);
  });
});
