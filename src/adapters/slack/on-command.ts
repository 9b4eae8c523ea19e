import { includes, type Role } from '../../features/team/index.ts';
import type { Locale } from '../../shared/locale.ts';
import { answerCommand } from './answer.ts';
import type { Slack } from './app.ts';
import { context, header, message, type SlackMessage, section } from './blocks.ts';
import { explain } from './errors.ts';
import { nearest } from './nearest.ts';
import type { CommandArgs } from './routes.ts';
import { cleanTyped } from './text.ts';
import { type Visit, visit } from './visit.ts';
import type { Reader, WordKey } from './words/words.ts';

export type CommandVisit = Visit & {
  /** What stands after the sub-word, and its words. */
  readonly rest: string;
  readonly args: readonly string[];
  readonly channelId: string;
  /** More than one answer; what `run` returns is answered by itself. */
  answer(message: SlackMessage): Promise<void>;
};

export type SubCommand = {
  role: Role;
  /** One line: what it does. */
  help: WordKey;
  /** What to type after the sub-word, for the help (`@user operator`). */
  usage?: string | Readonly<Record<Locale, string>>;
  /** A returned message is shown to the person only. */
  run(visit: CommandVisit): Promise<SlackMessage | undefined>;
};

/** What a command's help adds below its list, as mrkdwn. */
export type HelpFooter = (words: Reader) => Promise<string>;

type Registered = {
  command: string;
  table: Readonly<Record<string, SubCommand>>;
  empty: string | undefined;
  footer: HelpFooter | undefined;
};

/**
 * One slash command and its sub-words, read as a table. `help`, an empty text and an unknown word
 * answer with the list; `empty` names the sub-word that runs without one.
 */
export function onCommand(
  slack: Slack,
  command: `/${string}`,
  table: Readonly<Record<string, SubCommand>>,
  { empty, footer }: { empty?: string; footer?: HelpFooter } = {},
): void {
  slack.routes.commands.add(command);
  slack.app.command(command, async (args) => {
    await args.ack();
    const userId = args.command.user_id;
    try {
      await answer(slack, args, { command, table, empty, footer });
    } catch (error) {
      const words = await slack.readerOf(userId);
      const text = explain(error, { words, log: slack.log, at: { command, userId } });
      await answerCommand(slack, args, message(text));
    }
  });
}

async function answer(
  slack: Slack,
  args: CommandArgs,
  { command, table, empty, footer }: Registered,
): Promise<void> {
  const { command: typed } = args;
  const text = cleanTyped(typed.text).trim();
  const [first = '', ...rest] = text.split(/\s+/);
  const word = first.toLowerCase() || (empty ?? 'help');
  const sub = Object.hasOwn(table, word) ? table[word] : undefined;
  if (!sub) {
    const words = await slack.readerOf(typed.user_id);
    const unknown = word === 'help' ? null : first;
    const below = footer ? await footer(words) : null;
    const member = await slack.team.member(typed.user_id);
    const role = member?.role ?? 'viewer';
    await answerCommand(slack, args, helpFor(words, command, table, { role, unknown, below }));
    return;
  }
  const base = await visit(slack, {
    userId: typed.user_id,
    triggerId: typed.trigger_id,
    role: sub.role,
  });
  const reply = (shown: SlackMessage) => answerCommand(slack, args, shown);
  const shown = await sub.run({
    ...base,
    args: rest,
    rest: text.slice(first.length).trim(),
    channelId: typed.channel_id,
    answer: reply,
  });
  if (shown) await reply(shown);
}

/** The list of sub-words with examples; after an unknown word with what was probably meant. */
export function helpFor(
  words: Reader,
  command: string,
  table: Readonly<Record<string, Pick<SubCommand, 'role' | 'help' | 'usage'>>>,
  {
    role = 'admin',
    unknown = null,
    below = null,
  }: { role?: Role; unknown?: string | null; below?: string | null } = {},
): SlackMessage {
  const offered = Object.entries(table).filter(([, sub]) => includes(role, sub.role));
  const lines = offered.map(([word, { help, usage }]) => {
    const shown = typeof usage === 'object' ? usage[words.locale] : usage;
    const example = [command, word, shown].filter(Boolean).join(' ');
    return `• \`${example}\`  ${words.mrkdwn(help)}`;
  });
  const close =
    unknown === null ? null : nearest(unknown, [...offered.map(([word]) => word), 'help']);
  const typed = (unknown ?? '').replaceAll('`', '').slice(0, 40);
  const sorry =
    unknown === null ? [] : [words.mrkdwn('base.unknown-word', { command, word: typed })];
  if (close) sorry.push(words.mrkdwn('base.nearest', { command, nearest: close }));
  const title = words.say('base.help-title', { command });
  const example = `${command} ${close ?? offered[0]?.[0] ?? 'help'}`;
  const parts = [...sorry, title, ...lines, ...(below ? [below] : [])];
  return message(parts.join('\n'), [
    ...(sorry.length > 0 ? [section(sorry.join('\n'))] : []),
    header(title),
    section(lines.join('\n')),
    ...(below ? [section(below)] : []),
    context(words.mrkdwn('base.help-hint', { example })),
  ]);
}
