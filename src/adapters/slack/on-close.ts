import type { z } from 'zod';
import type { Slack } from './app.ts';
import { message, type SlackMessage } from './blocks.ts';
import { explain } from './errors.ts';
import { type Fields, readFields } from './fields.ts';
import { put } from './routes.ts';
import type { Reader } from './words/words.ts';

export type CloseVisit = {
  readonly userId: string;
  readonly words: Reader;
  /** What was entered and never sent. */
  readonly fields: Fields;
  /** Null when the form remembers nothing that parses. */
  metadata<Schema extends z.ZodType>(schema: Schema): z.output<Schema> | null;
  tell(message: SlackMessage): Promise<void>;
};

/**
 * A modal with `notifyOnClose` was closed without a submit. No role is asked: whoever lost theirs
 * may still close a window.
 */
export function onClose(
  slack: Slack,
  id: string,
  run: (visit: CloseVisit) => Promise<SlackMessage | undefined>,
): void {
  put(slack.routes.closes, id, async ({ ack, body, view }) => {
    await ack();
    const userId = body.user.id;
    const words = await slack.readerOf(userId);
    const tell = async (shown: SlackMessage) => void (await slack.post.toPerson(userId, shown));
    try {
      const shown = await run({
        userId,
        words,
        fields: readFields(view.state.values),
        tell,
        metadata(schema) {
          try {
            return schema.parse(JSON.parse(view.private_metadata || '{}'));
          } catch {
            return null;
          }
        },
      });
      if (shown) await tell(shown);
    } catch (error) {
      await tell(message(explain(error, { words, log: slack.log, at: { closed: id, userId } })));
    }
  });
}
