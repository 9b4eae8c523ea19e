import type { KnownBlock, ModalView } from '@slack/types';
import type { Slack } from './app.ts';
import { alert, modal, type SlackMessage, section } from './blocks.ts';
import { unformatted } from './errors.ts';
import type { ActionArgs, CommandArgs } from './routes.ts';

/** Tells one person something about the command they typed; nobody else sees it. */
export async function answerCommand(
  slack: Slack,
  { respond, command }: Pick<CommandArgs, 'respond' | 'command'>,
  message: SlackMessage,
): Promise<void> {
  try {
    await respond({ response_type: 'ephemeral', replace_original: false, ...message });
  } catch (error) {
    slack.log.info({ err: error }, 'response_url did not take the answer');
    await slack.post.ephemeral(command.channel_id, command.user_id, message);
  }
}

/** Tells one person something about what they clicked: in the modal, beside the message, or on top of Home. */
export async function answerAction(
  slack: Slack,
  args: ActionArgs,
  message: SlackMessage,
): Promise<void> {
  const { body, respond } = args;
  const userId = body.user.id;
  if (body.view) {
    const shown =
      body.view.type === 'modal'
        ? await warnInModal(slack, args, message)
        : await overHome(slack, args, message);
    if (!shown) await slack.post.toPerson(userId, message);
    return;
  }
  try {
    await respond({ response_type: 'ephemeral', replace_original: false, ...message });
  } catch (error) {
    slack.log.info({ err: error }, 'response_url did not take the answer');
    const channel = body.channel?.id;
    if (channel) await slack.post.ephemeral(channel, userId, message);
    else await slack.post.toPerson(userId, message);
  }
}

const warningId = 'base.warning';

async function warnInModal(
  slack: Slack,
  { body }: ActionArgs,
  { text }: SlackMessage,
): Promise<boolean> {
  const view = body.view;
  if (!view) return false;
  const kept = view.blocks.filter((block) => block.block_id !== warningId) as KnownBlock[];
  const warning = { ...alert(unformatted(text), 'error'), block_id: warningId };
  const updated: ModalView = {
    type: 'modal',
    callback_id: view.callback_id,
    title: view.title,
    ...(view.close && { close: view.close }),
    ...(view.submit && { submit: view.submit }),
    blocks: [warning, ...kept].slice(0, 100),
    private_metadata: view.private_metadata,
    notify_on_close: view.notify_on_close,
    clear_on_close: view.clear_on_close,
  };
  return slack.clients.quick.views.update({ view_id: view.id, view: updated }).then(
    () => true,
    () => false,
  );
}

async function overHome(
  slack: Slack,
  { body }: ActionArgs,
  message: SlackMessage,
): Promise<boolean> {
  const words = await slack.readerOf(body.user.id);
  const view = modal({
    id: 'base.notice',
    title: words.say('base.error-title'),
    close: words.say('base.close'),
    blocks: message.blocks ?? [section(message.text)],
  });
  return slack.clients.quick.views.open({ trigger_id: body.trigger_id, view }).then(
    () => true,
    () => false,
  );
}
