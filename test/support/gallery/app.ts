import type { Receiver } from '@slack/bolt';
import { App } from '@slack/bolt';
import { everyInputModal, home, reviewModal, stackModal } from './modal-blocks.ts';

/** What arrived at the app: for tests to look at. */
export type Heard = { what: string; body: unknown }[];

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** A small app of its own that uses everything the page must be able to show and send. */
export function galleryApp(receiver: Receiver, slackApiUrl: string, token: string, heard: Heard) {
  const app = new App({
    token,
    receiver,
    convoStore: false,
    deferInitialization: true,
    clientOptions: { slackApiUrl, retryConfig: { retries: 0 }, allowAbsoluteUrls: true },
  });

  app.command('/gallery', async ({ command, ack, client, respond }) => {
    heard.push({ what: 'command', body: command });
    const open = (view: Parameters<typeof client.views.open>[0]['view']) =>
      client.views.open({ trigger_id: command.trigger_id, view });
    switch (command.text) {
      case 'modal':
        await ack();
        await open(everyInputModal());
        break;
      case 'short':
        await ack();
        await open(everyInputModal('3,247', ['name', 'kind', 'reach']));
        break;
      case 'stack':
        await ack();
        await open(stackModal(1));
        break;
      case 'late':
        await new Promise((resolve) => setTimeout(resolve, 700));
        await ack();
        break;
      case 'broken':
        await ack();
        await client.chat
          .postMessage({
            channel: command.channel_id,
            text: 'broken',
            blocks: [{ type: 'header', text: plain('x'.repeat(200)) }],
          })
          .catch(() => undefined);
        break;
      case 'expired':
        await ack();
        await client.views
          .open({ trigger_id: '1.2.3', view: stackModal(1) })
          .catch(() => undefined);
        break;
      default:
        await ack();
        await respond({
          response_type: 'ephemeral',
          text: `*Try* \`/gallery modal\`, \`/gallery stack\`: you said “${command.text}”`,
        });
    }
  });

  app.event('app_home_opened', async ({ event, client }) => {
    const { user } = await client.users.info({ user: event.user });
    await client.views.publish({ user_id: event.user, view: home(`Olá, ${user?.real_name}!`) });
  });

  app.action('go_deeper', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    const [action] = body.actions;
    const depth = Number(action && 'value' in action ? action.value : 0);
    await client.views
      .push({ trigger_id: body.trigger_id, view: stackModal(depth + 1) })
      .catch(() => undefined);
  });

  app.action('kind_field', async ({ ack, body, client, action }) => {
    await ack();
    heard.push({ what: 'action', body: action });
    if (body.type !== 'block_actions' || !body.view) return;
    const only = body.view.blocks.map((block) => String(block.block_id));
    await client.views.update({
      view_id: body.view.id,
      hash: body.view.hash,
      view: everyInputModal('1,024', only.length < 8 ? ['name', 'kind', 'reach'] : undefined),
    });
  });

  app.action(/^(?!go_deeper$|kind_field$)/, async ({ ack, action, body, respond }) => {
    await ack();
    heard.push({ what: 'action', body: action });
    if (body.type === 'block_actions' && body.message && 'action_id' in action) {
      await respond({
        response_type: 'ephemeral',
        replace_original: false,
        text: `You used \`${action.action_id}\``,
      });
    }
  });

  app.options('contact_field', async ({ ack, payload }) => {
    const names = ['João Silva', 'Maria Santos', 'Carlos Oliveira', 'Ana Costa'];
    const fits = names.filter((name) => name.toLowerCase().includes(payload.value.toLowerCase()));
    await ack({ options: fits.map((name) => ({ text: plain(name), value: name })) });
  });

  app.view('every_input', async ({ ack, view }) => {
    heard.push({ what: 'submit', body: view.state.values });
    const name = view.state.values.name?.name_field?.value ?? '';
    if (name.includes('taken')) {
      await ack({
        response_action: 'errors',
        errors: { name: 'There is a campaign of that name.' },
      });
    } else {
      const text = JSON.stringify(view.state.values, null, 1);
      await ack({ response_action: 'push', view: reviewModal(text) });
    }
  });

  app.view({ callback_id: 'every_input', type: 'view_closed' }, async ({ ack, view }) => {
    await ack();
    heard.push({ what: 'closed', body: view.callback_id });
  });

  app.shortcut('gallery_open', async ({ ack, body, client }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: stackModal(1) });
  });

  app.message(/.*/, async ({ message }) => {
    heard.push({ what: 'message', body: message });
  });

  return app;
}
