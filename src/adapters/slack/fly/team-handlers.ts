import { isRole } from '../../../features/team/index.ts';
import type { Slack } from '../app.ts';
import type { SlackMessage } from '../blocks.ts';
import { onAction, onButton } from '../on-action.ts';
import type { CommandVisit } from '../on-command.ts';
import { onSubmit } from '../on-submit.ts';
import type { Reader } from '../words/words.ts';
import { teamIds } from './ids.ts';
import { roleWasSet, teamForm, teamList } from './team-views.ts';

export function registerTeam(slack: Slack): void {
  onAction(
    slack,
    teamIds.setRole,
    { role: 'admin' },
    async ({ userId, words, action, value, replace }) => {
      const whom = action.action_id.split(':')[1] ?? '';
      const done = await setRole(slack, userId, whom, value, words);
      await replace(teamList(await slack.team.list(), words));
      return done;
    },
  );
  onButton(slack, teamIds.openForm, { role: 'admin' }, async ({ words, openModal }) => {
    await openModal(teamForm(words));
    return undefined;
  });
  onSubmit(slack, teamIds.form, { role: 'admin' }, async ({ userId, words, fields, tell }) => {
    await tell(await setRole(slack, userId, fields.text('user'), fields.text('role'), words));
    return undefined;
  });
}

/** `/fly team` shows the list; `/fly team @person role` sets a role. */
export async function teamCommand(
  slack: Slack,
  { userId, words, args }: CommandVisit,
): Promise<SlackMessage> {
  const [whom, role] = args;
  if (whom === undefined) return teamList(await slack.team.list(), words);
  // With should_escape Slack sends a mention as <@U…|name>.
  const mentioned = /^<@([UW][A-Z0-9_]+)(?:\|[^>]*)?>$/.exec(whom)?.[1];
  return setRole(slack, userId, mentioned ?? whom, role?.toLowerCase() ?? '', words);
}

async function setRole(
  slack: Slack,
  by: string,
  whom: string,
  wanted: string,
  words: Reader,
): Promise<SlackMessage> {
  await slack.team.setRole(by, whom, wanted);
  return roleWasSet(words, whom, isRole(wanted) ? wanted : 'none');
}
