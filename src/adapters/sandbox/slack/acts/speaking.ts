import type { ActResult } from '../page-contract.ts';
import { post, threadOf } from '../posting.ts';
import type { Conversation } from '../state/directory.ts';
import type { StoredFile } from '../state/files.ts';
import type { StoredMessage } from '../state/messages.ts';
import type { Json } from '../state/rendered.ts';
import { wireMessage } from '../web-api/shapes.ts';
import type { Events } from './events.ts';
import type { Acting } from './outcome.ts';
import { typedText } from './typed-text.ts';

const channelTypes = { channel: 'channel', private: 'group', dm: 'im' } as const;

function messageEvent(acting: Acting, channel: Conversation, message: StoredMessage): Json {
  return {
    ...wireMessage(acting.world, message),
    channel: channel.id,
    channel_type: channelTypes[channel.kind],
    event_ts: message.ts,
  };
}

/** A person writes into a channel, a thread, or to the app. */
export async function say(
  acting: Acting,
  channel: Conversation,
  said: { text: string; threadTs?: string | null | undefined },
  events: Events,
): Promise<ActResult> {
  const { world, person } = acting;
  const message = post(world, {
    channel,
    user: person.id,
    text: typedText(world.directory, said.text),
    threadTs: said.threadTs ? (threadOf(world, channel.id, said.threadTs) ?? null) : null,
  });
  const event = messageEvent(acting, channel, message);
  const result = await events.send(acting, event);
  if (channel.kind !== 'dm' && message.text.includes(`<@${world.directory.bot.userId}>`)) {
    return events.send(acting, { ...event, type: 'app_mention' });
  }
  return result;
}

export type Upload = { name: string; content: Buffer };

/** A person's file: alone for a file input, or shared in a channel. */
export async function upload(
  acting: Acting,
  { name, content }: Upload,
  shared: { channel: Conversation; threadTs?: string | undefined } | null,
  events: Events,
): Promise<StoredFile | undefined> {
  const { world, person } = acting;
  const id = world.ids.id('F');
  world.files.announce({ id, name, size: content.length, user: person.id, altText: null });
  world.files.receive(id, content);
  const file = world.files.complete(id, undefined, 0);
  if (!file || !shared) return file;
  const { channel, threadTs } = shared;
  const message = post(world, {
    channel,
    user: person.id,
    text: '',
    fileIds: [id],
    threadTs: threadTs ? (threadOf(world, channel.id, threadTs) ?? null) : null,
  });
  await events.send(acting, {
    type: 'file_shared',
    file_id: id,
    user_id: person.id,
    file: { id },
    channel_id: channel.id,
    event_ts: message.ts,
  });
  await events.send(acting, messageEvent(acting, channel, message));
  return file;
}

/** A person opens the app's Home. */
export function openHome(acting: Acting, dm: Conversation, events: Events): Promise<ActResult> {
  const { world, person } = acting;
  const home = world.views.home(person.id);
  return events.send(acting, {
    type: 'app_home_opened',
    user: person.id,
    channel: dm.id,
    tab: 'home',
    ...(home ? { view: world.views.wire(home) } : {}),
    event_ts: world.ids.stamp(),
  });
}
