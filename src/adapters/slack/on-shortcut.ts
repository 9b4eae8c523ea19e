import type { Role } from '../../features/team/index.ts';
import type { Slack } from './app.ts';
import { message, type SlackMessage } from './blocks.ts';
import { explain } from './errors.ts';
import type { PostedAt } from './post.ts';
import { put } from './routes.ts';
import { type Visit, visit } from './visit.ts';

export type ShortcutVisit = Visit & {
  /** Of a message shortcut: the message it was used on. */
  readonly on: (PostedAt & { text: string }) | null;
};

/** A global or message shortcut. It opens a modal and never acts by itself. */
export function onShortcut(
  slack: Slack,
  id: string,
  { role }: { role: Role },
  run: (visit: ShortcutVisit) => Promise<SlackMessage | undefined>,
): void {
  put(slack.routes.shortcuts, id, async ({ ack, shortcut }) => {
    await ack();
    const userId = shortcut.user.id;
    try {
      const base = await visit(slack, { userId, triggerId: shortcut.trigger_id, role });
      const on =
        shortcut.type === 'message_action'
          ? {
              channel: shortcut.channel.id,
              ts: shortcut.message.ts,
              text: shortcut.message.text ?? '',
            }
          : null;
      const shown = await run({ ...base, on });
      if (shown) await slack.post.toPerson(userId, shown);
    } catch (error) {
      const words = await slack.readerOf(userId);
      const text = explain(error, { words, log: slack.log, at: { shortcut: id, userId } });
      await slack.post.toPerson(userId, message(text));
    }
  });
}
