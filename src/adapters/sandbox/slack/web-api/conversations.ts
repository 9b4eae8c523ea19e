import type { Conversation } from '../state/directory.ts';
import type { StoredMessage } from '../state/messages.ts';
import type { World } from '../world.ts';
import { type Arguments, type Call, done, type Method, type Reply, refuse } from './method.ts';
import { wireConversation, wireMessage } from './shapes.ts';

const families = { channel: 'channels', private: 'groups', dm: 'im' } as const;
const types = { channel: 'public_channel', private: 'private_channel', dm: 'im' } as const;

/** `channels:history` for a public channel, `groups:history` for a private one, and so on. */
const forKind =
  (right: 'read' | 'history') =>
  (call: Call): string[] => {
    const kind = at(call)?.kind;
    return kind
      ? [`${families[kind]}:${right}`]
      : Object.values(families).map((f) => `${f}:${right}`);
  };

const typesAsked = (args: Arguments): string[] =>
  (args.text('types') ?? 'public_channel').split(',').map((type) => type.trim());

const forTypes = ({ args }: Call): string[] => {
  const kinds = (['channel', 'private', 'dm'] as const).filter((kind) =>
    typesAsked(args).includes(types[kind]),
  );
  return kinds.map((kind) => `${families[kind]}:read`);
};

const at = ({ world, args }: Call): Conversation | undefined =>
  world.directory.conversation(args.text('channel') ?? '');

/** A page of a list by an opaque cursor. */
function page<T>(all: readonly T[], args: Arguments, usual: number, most: number) {
  const size = Math.min(Math.max(args.whole('limit') ?? usual, 1), most);
  const start = Number(Buffer.from(args.text('cursor') ?? '', 'base64').toString() || 0);
  const end = start + size;
  const next = end < all.length ? Buffer.from(String(end)).toString('base64') : '';
  return { items: all.slice(start, end), metadata: { next_cursor: next }, more: next !== '' };
}

function list({ world, args }: Call): Reply {
  const asked = typesAsked(args);
  const wanted = world.directory.conversations.filter(
    (c) => asked.includes(types[c.kind]) && (c.kind === 'channel' || world.directory.botIsIn(c)),
  );
  const { items, metadata } = page(wanted, args, 100, 1000);
  return done({
    channels: items.map((conversation) => wireConversation(world, conversation)),
    response_metadata: metadata,
  });
}

function info(call: Call): Reply {
  const conversation = at(call);
  if (!conversation) return refuse('channel_not_found');
  return done({ channel: wireConversation(call.world, conversation) });
}

function members(call: Call): Reply {
  const { world, args } = call;
  const conversation = at(call);
  if (!conversation) return refuse('channel_not_found');
  const { people, bot, botIsIn } = world.directory;
  const inside = conversation.person ? [conversation.person] : people;
  const ids = [...inside.map(({ id }) => id), ...(botIsIn(conversation) ? [bot.userId] : [])];
  const { items, metadata } = page(ids, args, 100, 1000);
  return done({ members: items, response_metadata: metadata });
}

function open({ world, args }: Call): Reply {
  const given = args.text('channel') ?? args.text('users');
  if (given === undefined) return refuse('users_list_not_supplied');
  if (given.includes(',')) return refuse('method_not_supported_for_channel_type');
  const conversation = world.directory.resolve(given);
  if (conversation?.kind !== 'dm') {
    return refuse(args.text('channel') ? 'channel_not_found' : 'user_not_found');
  }
  const full = args.flag('return_im');
  return done({
    no_op: true,
    already_open: true,
    channel: full ? wireConversation(world, conversation) : { id: conversation.id },
  });
}

function join(call: Call): Reply {
  const conversation = at(call);
  if (!conversation) return refuse('channel_not_found');
  if (conversation.kind !== 'channel') return refuse('method_not_supported_for_channel_type');
  const already = call.world.directory.botIsIn(conversation);
  call.world.directory.join(conversation);
  return done({
    channel: wireConversation(call.world, conversation),
    ...(already ? { warning: 'already_in_channel' } : {}),
  });
}

/** Messages between `oldest` and `latest`; the bounds themselves only with `inclusive`. */
function between(messages: readonly StoredMessage[], args: Arguments): StoredMessage[] {
  const oldest = Number(args.text('oldest') ?? 0);
  const latest = Number(args.text('latest') ?? Number.POSITIVE_INFINITY);
  const inclusive = args.flag('inclusive');
  return messages.filter(({ ts, ephemeralTo }) => {
    if (ephemeralTo !== null) return false;
    const moment = Number(ts);
    return inclusive ? moment >= oldest && moment <= latest : moment > oldest && moment < latest;
  });
}

const reveal = (world: World, args: Arguments, messages: readonly StoredMessage[]) =>
  messages.map((message) => wireMessage(world, message, args.flag('include_all_metadata')));

function history(call: Call): Reply {
  const { world, args } = call;
  const conversation = at(call);
  if (!conversation) return refuse('channel_not_found');
  if (!world.directory.botIsIn(conversation)) return refuse('not_in_channel');
  const newestFirst = between(world.messages.inChannel(conversation.id), args).reverse();
  const { items, metadata, more } = page(newestFirst, args, 100, 999);
  return done({
    messages: reveal(world, args, items),
    has_more: more,
    pin_count: 0,
    response_metadata: metadata,
  });
}

function replies(call: Call): Reply {
  const { world, args } = call;
  const conversation = at(call);
  if (!conversation) return refuse('channel_not_found');
  const parent = world.messages.find(conversation.id, args.text('ts') ?? '');
  if (!parent) return refuse('thread_not_found');
  const all = [parent, ...between(world.messages.replies(conversation.id, parent.ts), args)];
  const { items, metadata, more } = page(all, args, 100, 1000);
  return done({
    messages: reveal(world, args, items),
    has_more: more,
    response_metadata: metadata,
  });
}

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.list': { tier: 'tier2', scopes: forTypes, answer: list },
  'conversations.info': { tier: 'tier3', scopes: forKind('read'), answer: info },
  'conversations.members': { tier: 'tier4', scopes: forKind('read'), answer: members },
  'conversations.open': { tier: 'tier3', scopes: ['im:write', 'mpim:write'], answer: open },
  'conversations.join': { tier: 'tier3', scopes: ['channels:join'], answer: join },
  'conversations.history': { tier: 'tier3', scopes: forKind('history'), answer: history },
  'conversations.replies': { tier: 'tier3', scopes: forKind('history'), answer: replies },
};
