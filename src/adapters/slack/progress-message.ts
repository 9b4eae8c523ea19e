import type { SlackMessage } from './blocks.ts';
import type { Log } from './log.ts';
import type { Post, PostedAt } from './post.ts';

export type ProgressMessage = {
  /** Shows this soon; what is outdated by then is never sent. Never fails: progress is a courtesy. */
  show(message: SlackMessage): void;
  /** Shows this last, after everything that is under way. Posts anew when the message is gone. */
  finish(message: SlackMessage): Promise<PostedAt>;
};

/** One message that is kept current, with at least `gapMs` between two changes (Slack allows about one a second). */
export function progressMessage(
  post: Post,
  at: PostedAt,
  { log, gapMs = 1_200 }: { log: Log; gapMs?: number },
): ProgressMessage {
  let waiting: SlackMessage | null = null;
  let timer: NodeJS.Timeout | null = null;
  let lastSentAt = Number.NEGATIVE_INFINITY;
  let sending: Promise<unknown> = Promise.resolve();

  function send(): void {
    timer = null;
    const message = waiting;
    waiting = null;
    if (!message) return;
    lastSentAt = performance.now();
    sending = post.update(at, message).catch((error: unknown) => {
      log.info({ err: error }, 'a progress message could not be updated');
    });
  }

  return {
    show(message) {
      waiting = message;
      timer ??= setTimeout(send, Math.max(0, lastSentAt + gapMs - performance.now()));
    },
    async finish(message) {
      if (timer) clearTimeout(timer);
      timer = null;
      waiting = null;
      await sending;
      return (await post.update(at, message)) ? at : post.toChannel(at.channel, message);
    },
  };
}
