import type { Slack } from '../app.ts';
import { message, type SlackMessage } from '../blocks.ts';
import { dashboard, type HomeNeeds } from '../home/handlers.ts';
import { homeIds } from '../home/ids.ts';
import { onButton } from '../on-action.ts';
import { helpFor, onCommand, type SubCommand } from '../on-command.ts';
import { mention } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { teamCommand } from './team-handlers.ts';

/** `/fly`: the dashboard, the team, and where everything else is. */
export function registerFly(slack: Slack, needs: HomeNeeds): void {
  const table: Readonly<Record<string, SubCommand>> = {
    dashboard: {
      role: 'viewer',
      help: 'fly.help.dashboard',
      run: ({ userId }) => dashboard(slack, needs, userId),
    },
    team: {
      role: 'admin',
      help: 'fly.help.team',
      usage: '@ana operator',
      run: (visit) => teamCommand(slack, visit),
    },
  };
  onCommand(slack, '/fly', table, {
    empty: 'dashboard',
    footer: (words) => whereToGo(slack, words),
  });
  onButton(
    slack,
    homeIds.help,
    { role: 'viewer' },
    async ({ member, words }): Promise<SlackMessage> => {
      const help = helpFor(words, '/fly', table, {
        role: member.role,
        below: await whereToGo(slack, words),
      });
      return message(help.text, help.blocks);
    },
  );
}

/** The other commands, and who can give a role. */
async function whereToGo(slack: Slack, words: Reader): Promise<string> {
  const admins = (await slack.team.list())
    .filter(({ role }) => role === 'admin')
    .map(({ userId }) => mention(userId).mrkdwn);
  return [
    words.mrkdwn('fly.help.others'),
    ...(admins.length > 0
      ? [
          `${words.mrkdwn('fly.help.admins', { n: admins.length })} ${words.list(admins.slice(0, 10))}`,
        ]
      : []),
  ].join('\n');
}
