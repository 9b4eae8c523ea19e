import type { Conversation } from './directory.ts';
import type { Messages, StoredMessage } from './messages.ts';

/** How far each person has read each channel. */
export function createReads(messages: Messages) {
  const lastRead = new Map<string, string>();
  const key = (person: string, channel: string) => `${person} ${channel}`;

  const isNews = (person: string, since: string) => (message: StoredMessage) =>
    message.ts > since &&
    message.user !== person &&
    (message.ephemeralTo === null || message.ephemeralTo === person);

  return {
    /** Returns whether anything was unread. */
    read(person: string, channel: string, latest: string): boolean {
      const before = lastRead.get(key(person, channel)) ?? '';
      if (latest <= before) return false;
      lastRead.set(key(person, channel), latest);
      return messages.inChannel(channel).some(isNews(person, before));
    },
    unread(person: string, conversations: readonly Conversation[]): Record<string, number> {
      const counts: Record<string, number> = {};
      for (const { id } of conversations) {
        const since = lastRead.get(key(person, id)) ?? '';
        const count = messages.inChannel(id).filter(isNews(person, since)).length;
        if (count > 0) counts[id] = count;
      }
      return counts;
    },
    entries: (): [string, string][] => [...lastRead],
    restore(entries: readonly (readonly [string, string])[]): void {
      for (const [name, ts] of entries) lastRead.set(name, ts);
    },
  };
}

export type Reads = ReturnType<typeof createReads>;
