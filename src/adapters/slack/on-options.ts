import type { Member, Role } from '../../features/team/index.ts';
import type { Slack } from './app.ts';
import { type Choice, option } from './blocks.ts';
import { put } from './routes.ts';
import { cleanTyped } from './text.ts';

/** Who asks, and what they have typed so far. */
export type OptionsAsked = { member: Member; userId: string; typed: string; suffix: string };

/**
 * What an external select offers for what was typed. Nobody without the role is offered anything;
 * a failure offers nothing and is logged, since Slack shows no text here.
 */
export function onOptions(
  slack: Slack,
  id: string,
  { role }: { role: Role },
  run: (asked: OptionsAsked) => Promise<readonly Choice[]>,
): void {
  put(slack.routes.options, id, async ({ ack, payload }) => {
    const userId = payload.user.id;
    let choices: readonly Choice[] = [];
    try {
      const member = await slack.team.require(userId, role);
      const suffix = payload.action_id.split(':').slice(1).join(':');
      choices = await run({ member, userId, typed: cleanTyped(payload.value), suffix });
    } catch (error) {
      slack.log.warn({ err: error, options: id, userId }, 'no options could be offered');
    }
    await ack({ options: choices.slice(0, 100).map(option) });
  });
}
