import type { KnownBlock, ModalView } from '@slack/types';
import { type MemberRow, type Role, roles } from '../../../features/team/index.ts';
import {
  actions,
  button,
  type Choice,
  context,
  header,
  input,
  message,
  modal,
  personBox,
  type SlackMessage,
  section,
  select,
} from '../blocks.ts';
import { mention } from '../text.ts';
import type { Reader } from '../words/words.ts';
import { teamIds } from './ids.ts';

const shown = 40;

/** Who holds which role, each with a select to change it. */
export function teamList(members: readonly MemberRow[], words: Reader): SlackMessage {
  const title = words.say('fly.team.title');
  const lines = members.map((member) =>
    words.mrkdwn('fly.team.line', { user: mention(member.userId), role: member.role }),
  );
  const rows: KnownBlock[] = members.slice(0, shown).map((member, i) =>
    section(lines[i] ?? '', {
      accessory: select(`${teamIds.setRole}:${member.userId}`, roleChoices(words), {
        initial: member.role,
      }),
    }),
  );
  return message([title, ...lines].join('\n'), [
    header(title),
    ...(members.length === 0 ? [section(words.mrkdwn('fly.team.nobody'))] : rows),
    ...(members.length > shown
      ? [context(words.mrkdwn('fly.team.more', { shown, total: members.length }))]
      : []),
    actions([button({ id: teamIds.openForm, label: words.say('fly.team.add') })]),
    context(words.mrkdwn('fly.team.hint')),
  ]);
}

export const teamForm = (words: Reader): ModalView =>
  modal({
    id: teamIds.form,
    title: words.say('fly.team.form-title'),
    submit: words.say('fly.team.form-submit'),
    close: words.say('base.close'),
    blocks: [
      input({
        field: 'user',
        label: words.say('fly.team.form-person'),
        element: personBox('user'),
      }),
      input({
        field: 'role',
        label: words.say('fly.team.form-role'),
        element: select('role', roleChoices(words), { initial: 'viewer' }),
        hint: words.say('fly.team.hint'),
      }),
    ],
  });

export const roleWasSet = (words: Reader, userId: string, role: Role | 'none'): SlackMessage =>
  message(words.mrkdwn('fly.team.changed', { user: mention(userId), role }));

const roleChoices = (words: Reader): Choice[] =>
  [...roles, 'none'].map((role) => ({ label: words.say('team.role', { role }), value: role }));
