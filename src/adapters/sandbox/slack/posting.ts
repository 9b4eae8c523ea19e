import type { KnownBlock } from '@slack/types';
import type { Conversation } from './state/directory.ts';
import type { Metadata, StoredMessage } from './state/messages.ts';
import type { World } from './world.ts';

export type NewMessage = {
  channel: Conversation;
  /** Null: the app. */
  user: string | null;
  text: string;
  blocks?: KnownBlock[];
  fileIds?: string[];
  threadTs?: string | null;
  ephemeralTo?: string | null;
  metadata?: Metadata | null;
  broadcast?: boolean;
};

/** Puts a message into the workspace, files included, and tells the page. */
export function post(world: World, message: NewMessage): StoredMessage {
  const { channel, user, text, fileIds = [] } = message;
  const stored = world.messages.add({
    channel: channel.id,
    ts: world.ids.stamp(),
    threadTs: message.threadTs ?? null,
    user: user ?? world.directory.bot.userId,
    byApp: user === null,
    text,
    blocks: message.blocks ?? [],
    fileIds,
    ephemeralTo: message.ephemeralTo ?? null,
    editedTs: null,
    metadata: message.metadata ?? null,
    broadcast: message.broadcast ?? false,
  });
  for (const id of fileIds) {
    world.files.share(id, { channel: channel.id, ts: stored.ts, threadTs: stored.threadTs });
  }
  world.changes.announce({ what: 'messages', channel: channel.id });
  return stored;
}

export type MessageEdit = { text: string; blocks: KnownBlock[]; metadata: Metadata | null };

export function edit(world: World, message: StoredMessage, change: MessageEdit): void {
  Object.assign(message, change);
  message.editedTs = world.ids.stamp();
  world.changes.announce({ what: 'messages', channel: message.channel });
}

export function remove(world: World, message: StoredMessage): void {
  world.messages.remove(message.channel, message.ts);
  world.changes.announce({ what: 'messages', channel: message.channel });
}

/** The thread a reply belongs to: replies to a reply go to the parent, as in Slack. */
export function threadOf(world: World, channel: string, given: string): string | undefined {
  const parent = world.messages.find(channel, given);
  return parent && (parent.threadTs ?? parent.ts);
}
