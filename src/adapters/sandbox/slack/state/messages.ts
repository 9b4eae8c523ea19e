import type { KnownBlock } from '@slack/types';

export type Metadata = { event_type: string; event_payload: Record<string, unknown> };

export type StoredMessage = {
  channel: string;
  ts: string;
  threadTs: string | null;
  /** The person, or the app's bot user. */
  user: string;
  byApp: boolean;
  text: string;
  blocks: KnownBlock[];
  fileIds: string[];
  ephemeralTo: string | null;
  editedTs: string | null;
  metadata: Metadata | null;
  /** A reply that is shown in the channel too. */
  broadcast: boolean;
};

const keptPerChannel = 2_000;

/** All messages, per channel and oldest first; the oldest go when a channel holds too many. */
export function createMessages() {
  const channels = new Map<string, StoredMessage[]>();

  const of = (channel: string): StoredMessage[] => {
    const known = channels.get(channel);
    if (known) return known;
    const created: StoredMessage[] = [];
    channels.set(channel, created);
    return created;
  };

  const find = (channel: string, ts: string) => of(channel).find((m) => m.ts === ts);

  return {
    add(message: StoredMessage): StoredMessage {
      const all = of(message.channel);
      all.push(message);
      if (all.length > keptPerChannel) all.shift();
      return message;
    },
    find,
    remove(channel: string, ts: string): boolean {
      const all = of(channel);
      const index = all.findIndex((m) => m.ts === ts);
      if (index < 0) return false;
      all.splice(index, 1);
      return true;
    },
    /** Parents and broadcast replies: what the channel itself shows. */
    inChannel: (channel: string): StoredMessage[] =>
      of(channel).filter((m) => m.threadTs === null || m.broadcast),
    replies: (channel: string, threadTs: string): StoredMessage[] =>
      of(channel).filter((m) => m.threadTs === threadTs && m.ts !== threadTs),
    all: (): StoredMessage[] => [...channels.values()].flat(),
  };
}

export type Messages = ReturnType<typeof createMessages>;
