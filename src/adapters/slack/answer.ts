import type { Slack } from './app.ts';
import { modal, type SlackMessage, section } from './blocks.ts';
import type { ActionArgs, CommandArgs } from './routes.ts';
import { withWarning } from './warning.ts';

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

async function warnInModal(
  slack: Slack,
  { body }: ActionArgs,
  { text }: SlackMessage,
): Promise<boolean> {
  if (!body.view) return false;
  const view = withWarning(body.view, text);
  return slack.clients.quick.views.update({ view_id: body.view.id, view }).then(
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
