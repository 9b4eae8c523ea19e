import { edit, post, remove, threadOf } from '../posting.ts';
import type { Conversation } from '../state/directory.ts';
import type { StoredMessage } from '../state/messages.ts';
import type { World } from '../world.ts';
import { acceptBlocks, acceptMessage, acceptMetadata } from './content.ts';
import { type Arguments, type Call, done, type Method, type Reply, refuse } from './method.ts';
import { wireMessage } from './shapes.ts';

const updateLimit = 4_000;
const write = ['chat:write'];

/** The conversation the app may post to, or Slack's error. */
export function whereToPost(world: World, given: string | undefined): Conversation | Reply {
  const { directory, options } = world;
  const conversation = given === undefined ? undefined : directory.resolve(given);
  if (!conversation) return refuse('channel_not_found');
  const mayPost =
    directory.botIsIn(conversation) ||
    (conversation.kind === 'channel' && options.app.scopes.includes('chat:write.public'));
  return mayPost ? conversation : refuse('not_in_channel');
}

/** `undefined`: no thread asked for; `null`: there is no such message. */
export function threadAsked(world: World, channel: string, given: string | undefined) {
  if (given === undefined) return undefined;
  return threadOf(world, channel, given) ?? null;
}

function postMessage({ world, args }: Call): Reply {
  const channel = whereToPost(world, args.text('channel'));
  if ('ok' in channel) return channel;
  const thread = threadAsked(world, channel.id, args.text('thread_ts'));
  if (thread === null) return refuse('thread_not_found');
  const accepted = acceptMessage(world, 'chat.postMessage', args);
  if ('error' in accepted) return accepted.error;
  const message = post(world, {
    channel,
    user: null,
    ...accepted.content,
    threadTs: thread ?? null,
    broadcast: args.flag('reply_broadcast'),
  });
  return done({ channel: channel.id, ts: message.ts, message: wireMessage(world, message, true) });
}

function postEphemeral({ world, args }: Call): Reply {
  const channel = whereToPost(world, args.text('channel'));
  if ('ok' in channel) return channel;
  const person = world.directory.person(args.text('user') ?? '');
  if (!person || !world.directory.mayRead(person, channel)) return refuse('user_not_in_channel');
  const thread = threadAsked(world, channel.id, args.text('thread_ts'));
  const accepted = acceptMessage(world, 'chat.postEphemeral', args);
  if ('error' in accepted) return accepted.error;
  const { text, blocks } = accepted.content;
  const message = post(world, {
    channel,
    user: null,
    text,
    blocks,
    threadTs: thread ?? null,
    ephemeralTo: person.id,
  });
  return done({ message_ts: message.ts });
}

/** A message of the app's own; ephemeral ones cannot be found. */
function ownMessage(world: World, args: Arguments, notOurs: string): StoredMessage | Reply {
  const channel = world.directory.resolve(args.text('channel') ?? '');
  if (!channel) return refuse('channel_not_found');
  const message = world.messages.find(channel.id, args.text('ts') ?? '');
  if (!message || message.ephemeralTo !== null) return refuse('message_not_found');
  return message.byApp ? message : refuse(notOurs);
}

/** Text without blocks deletes the blocks; without text and blocks they stay; so does metadata. */
function update({ world, args }: Call): Reply {
  const message = ownMessage(world, args, 'cant_update_message');
  if ('ok' in message) return message;
  const text = args.text('text');
  if ((text?.length ?? 0) > updateLimit) return refuse('msg_too_long');
  const accepted = acceptBlocks(world, 'chat.update', args.json('blocks'));
  if ('error' in accepted) return accepted.error;
  const metadata = acceptMetadata(args.json('metadata'));
  if ('error' in metadata) return metadata.error;
  const untouched = text === undefined && !args.has('blocks');
  if (untouched && !args.has('metadata')) return refuse('no_text');
  const blocks = untouched ? message.blocks : accepted.blocks;
  const newText = untouched ? message.text : (text ?? '');
  if (newText === '' && blocks.length === 0 && message.fileIds.length === 0) {
    return refuse('no_text');
  }
  edit(world, message, { text: newText, blocks, metadata: metadata.metadata ?? message.metadata });
  return done({
    channel: message.channel,
    ts: message.ts,
    text: message.text,
    message: wireMessage(world, message, true),
  });
}

function deleteMessage({ world, args }: Call): Reply {
  const message = ownMessage(world, args, 'cant_delete_message');
  if ('ok' in message) return message;
  remove(world, message);
  return done({ channel: message.channel, ts: message.ts });
}

function getPermalink({ world, args }: Call): Reply {
  const channel = world.directory.conversation(args.text('channel') ?? '');
  if (!channel) return refuse('channel_not_found');
  const message = world.messages.find(channel.id, args.text('message_ts') ?? '');
  if (!message || message.ephemeralTo !== null) return refuse('message_not_found');
  const { baseUrl } = world.options;
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  const permalink = `${baseUrl}/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
  return done({ channel: channel.id, permalink });
}

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': { tier: 'post', scopes: write, answer: postMessage },
  'chat.postEphemeral': { tier: 'tier4', scopes: write, answer: postEphemeral },
  'chat.update': { tier: 'tier3', scopes: write, answer: update },
  'chat.delete': { tier: 'tier3', scopes: write, answer: deleteMessage },
  'chat.getPermalink': { tier: 'special', scopes: [], answer: getPermalink },
};
