import type { Acting } from '../acts/outcome.ts';
import type { FileInfo, Message, WorkspaceState } from '../page-contract.ts';
import type { Conversation } from '../state/directory.ts';
import type { StoredFile } from '../state/files.ts';
import type { StoredMessage } from '../state/messages.ts';
import { viewOf } from '../state/views.ts';
import type { World } from '../world.ts';

/** What the page shows, in the shapes of its contract. */

export const shownFile = (file: StoredFile): FileInfo => ({
  id: file.id,
  name: file.name,
  mimetype: file.kind?.mimetype ?? 'application/octet-stream',
  size: file.size,
  altText: file.altText,
  url: `/sandbox/api/files/${file.id}/${encodeURIComponent(file.name)}`,
});

function shownMessage(world: World, message: StoredMessage): Message {
  const { channel, ts, threadTs, text, blocks, ephemeralTo } = message;
  return {
    channel,
    ts,
    threadTs,
    user: message.byApp ? null : message.user,
    text,
    blocks,
    files: message.fileIds.flatMap((id) => {
      const file = world.files.find(id);
      return file ? [shownFile(file)] : [];
    }),
    ephemeralTo,
    edited: message.editedTs !== null,
    replyCount:
      threadTs === null
        ? world.messages.replies(channel, ts).filter((reply) => reply.ephemeralTo === null).length
        : 0,
  };
}

/** Oldest first. With `thread`: the parent and its replies. */
export function shownMessages(
  { world, person }: Acting,
  channel: Conversation,
  thread: string | undefined,
): Message[] {
  const parent = thread === undefined ? undefined : world.messages.find(channel.id, thread);
  const all =
    thread === undefined
      ? world.messages.inChannel(channel.id)
      : [...(parent ? [parent] : []), ...world.messages.replies(channel.id, thread)];
  return all
    .filter(({ ephemeralTo }) => ephemeralTo === null || ephemeralTo === person.id)
    .map((message) => shownMessage(world, message));
}

export function shownState({ world, person }: Acting): WorkspaceState {
  const { directory, views, options, reads, observations } = world;
  const home = views.home(person.id);
  const shortcuts = (type: 'global' | 'message') =>
    options.app.shortcuts
      .filter((shortcut) => shortcut.type === type)
      .map(({ callbackId, name }) => ({ callbackId, name }));
  return {
    me: person,
    people: [...directory.people],
    channels: directory.channelsFor(person),
    commands: options.app.commands.map(({ command, description, usageHint }) => {
      return { command, description, usageHint };
    }),
    globalShortcuts: shortcuts('global'),
    messageShortcuts: shortcuts('message'),
    unread: reads.unread(
      person.id,
      directory.conversations.filter((c) => directory.mayRead(person, c)),
    ),
    home: home ? viewOf(home) : null,
    homeValues: home?.values ?? {},
    views: views.stackOf(person.id).map(views.shown),
    faults: observations.faultsFor(person.id),
  };
}
