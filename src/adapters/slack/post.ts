import { WebAPIPlatformError } from '@slack/web-api';
import type { SlackMessage } from './blocks.ts';
import type { Clients } from './clients.ts';

/** Where a message stands. Both are strings, always. */
export type PostedAt = { channel: string; ts: string };

export type Post = {
  /** In the person's own conversation with the app. */
  toPerson(userId: string, message: SlackMessage, threadTs?: string): Promise<PostedAt>;
  toChannel(channel: string, message: SlackMessage, threadTs?: string): Promise<PostedAt>;
  /** False when it is gone or too old to edit: post a new one then. */
  update(at: PostedAt, message: SlackMessage): Promise<boolean>;
  /** Seen by one person in a channel; falls back to their conversation with the app. */
  ephemeral(channel: string, userId: string, message: SlackMessage): Promise<void>;
  conversationWith(userId: string): Promise<string>;
};

/** Messages the app sends by itself, patiently; links in them are never unfolded. */
export function createPost({ patient, quick }: Clients): Post {
  const opened = new Map<string, string>();

  async function conversationWith(userId: string): Promise<string> {
    const known = opened.get(userId);
    if (known) return known;
    const { channel } = await patient.conversations.open({ users: userId });
    if (!channel?.id) throw new Error('conversations.open answered without a channel');
    opened.set(userId, channel.id);
    return channel.id;
  }

  async function toChannel(
    channel: string,
    message: SlackMessage,
    threadTs?: string,
  ): Promise<PostedAt> {
    const posted = await patient.chat.postMessage({
      channel,
      ...message,
      ...(threadTs && { thread_ts: threadTs }),
      unfurl_links: false,
      unfurl_media: false,
    });
    if (!posted.channel || !posted.ts) throw new Error('chat.postMessage answered without a place');
    return { channel: posted.channel, ts: posted.ts };
  }

  return {
    conversationWith,
    toChannel,
    async toPerson(userId, message, threadTs) {
      return toChannel(await conversationWith(userId), message, threadTs);
    },
    async update(at, message) {
      try {
        await patient.chat.update({ ...at, ...message });
        return true;
      } catch (error) {
        if (platformError(error, 'message_not_found', 'edit_window_closed', 'cant_update_message'))
          return false;
        throw error;
      }
    },
    async ephemeral(channel, userId, message) {
      try {
        await quick.chat.postEphemeral({ channel, user: userId, ...message });
      } catch {
        await this.toPerson(userId, message);
      }
    },
  };
}

/** Is this Slack saying no, with one of these codes? */
export const platformError = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof WebAPIPlatformError && codes.includes(error.data.error);
