import { answerAction } from './answer.ts';
import type { Slack } from './app.ts';
import { context, modal, section } from './blocks.ts';
import type { ActionArgs, SubmitArgs } from './routes.ts';

/** Buttons live for ever. One that nobody answers any more says so instead of doing nothing. */
export async function outdatedAction(slack: Slack, args: ActionArgs): Promise<void> {
  await args.ack();
  const { action, body } = args;
  // A link opens by itself; an input that only reports a change asks for nothing.
  if ('url' in action || action.type !== 'button') return;
  slack.log.warn({ action: action.action_id }, 'a click that no handler knows');
  const words = await slack.readerOf(body.user.id);
  await answerAction(slack, args, { text: words.mrkdwn('base.outdated-button') });
}

export async function outdatedForm(slack: Slack, { ack, body, view }: SubmitArgs): Promise<void> {
  slack.log.warn({ view: view.callback_id }, 'a form that no handler knows');
  const words = await slack.readerOf(body.user.id);
  await ack({
    response_action: 'update',
    view: modal({
      id: 'base.outdated',
      title: words.say('base.error-title'),
      close: words.say('base.close'),
      blocks: [
        section(words.mrkdwn('base.outdated-form')),
        context(words.mrkdwn('base.shown-only-to-you')),
      ],
    }),
  });
}
