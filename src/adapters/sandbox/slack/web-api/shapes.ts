import type { Person } from '../page-contract.ts';
import { type Conversation, handleOf } from '../state/directory.ts';
import type { StoredFile } from '../state/files.ts';
import type { StoredMessage } from '../state/messages.ts';
import type { Json } from '../state/rendered.ts';
import type { World } from '../world.ts';

/** Things of the workspace in the shapes of Slack's Web API. */

export function wireFile(world: World, file: StoredFile): Json {
  const { baseUrl } = world.options;
  const { team, bot, conversation } = world.directory;
  const ready = world.files.isReady(file);
  const path = `${baseUrl}/sandbox/slack/files-pri/${team.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  const shared = (dm: boolean) =>
    file.shares.map((s) => s.channel).filter((c) => (conversation(c)?.kind === 'dm') === dm);
  return {
    id: file.id,
    created: Math.floor(file.createdAt / 1000),
    timestamp: Math.floor(file.createdAt / 1000),
    name: file.name,
    title: file.title,
    mimetype: ready ? file.kind?.mimetype : '',
    filetype: ready ? file.kind?.filetype : '',
    pretty_type: ready ? file.kind?.pretty : '',
    user: file.user,
    user_team: team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: shared(false).length > 0,
    public_url_shared: false,
    display_as_bot: file.user === bot.userId,
    username: '',
    url_private: `${path}/${name}`,
    url_private_download: `${path}/download/${name}`,
    permalink: `${baseUrl}/sandbox/api/files/${file.id}/${name}`,
    alt_txt: file.altText ?? '',
    comments_count: 0,
    is_starred: false,
    shares: { public: sharesByChannel(world, file) },
    channels: shared(false),
    groups: [],
    ims: shared(true),
    has_rich_preview: false,
    file_access: 'visible',
  };
}

function sharesByChannel(world: World, file: StoredFile): Record<string, Json[]> {
  const byChannel: Record<string, Json[]> = {};
  for (const { channel, ts, threadTs } of file.shares) {
    const share = {
      ts,
      ...(threadTs ? { thread_ts: threadTs } : {}),
      channel_name: world.directory.conversation(channel)?.name,
      team_id: world.directory.team.id,
      reply_count: 0,
    };
    byChannel[channel] = [...(byChannel[channel] ?? []), share];
  }
  return byChannel;
}

export function wireMessage(world: World, message: StoredMessage, withMetadata = false): Json {
  const { team, bot } = world.directory;
  const replies =
    message.threadTs === null ? world.messages.replies(message.channel, message.ts) : [];
  const thread = message.threadTs ?? (replies.length > 0 ? message.ts : null);
  const files = message.fileIds.flatMap((id) => world.files.find(id) ?? []);
  return {
    type: 'message',
    ...(files.length > 0 && !message.byApp ? { subtype: 'file_share' } : {}),
    user: message.user,
    ...(message.byApp ? { bot_id: bot.botId, app_id: bot.appId } : {}),
    team: team.id,
    ts: message.ts,
    text: message.text,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(files.length > 0 ? { files: files.map((file) => wireFile(world, file)) } : {}),
    ...(thread ? { thread_ts: thread } : {}),
    ...(replies.length > 0
      ? { reply_count: replies.length, latest_reply: replies.at(-1)?.ts, subscribed: false }
      : {}),
    ...(message.editedTs ? { edited: { user: message.user, ts: message.editedTs } } : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

/** Seconds east of UTC in a zone at a moment, and the zone's name in words. */
function zoneAt(tz: string, at: Date): { offset: number; label: string } {
  const part = (style: 'longOffset' | 'long') =>
    new Intl.DateTimeFormat('en-US', { timeZone: tz, timeZoneName: style })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(part('longOffset')) ?? [];
  const seconds = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60;
  return { offset: sign === '-' ? -seconds : seconds, label: part('long') };
}

export function wireUser(world: World, person: Person, includeLocale = false): Json {
  const { offset, label } = zoneAt(person.tz, world.clock.now());
  const [first, ...rest] = person.name.split(' ');
  const isAdmin = person.title === 'admin';
  return {
    id: person.id,
    team_id: world.directory.team.id,
    name: handleOf(person),
    deleted: false,
    color: '9f69e7',
    real_name: person.name,
    tz: person.tz,
    tz_label: label,
    tz_offset: offset,
    profile: {
      title: person.title,
      real_name: person.name,
      real_name_normalized: person.name,
      display_name: person.name,
      display_name_normalized: person.name,
      first_name: first,
      last_name: rest.join(' '),
      email: `${handleOf(person)}@fly2any.example`,
      team: world.directory.team.id,
    },
    is_admin: isAdmin,
    is_owner: isAdmin,
    is_primary_owner: isAdmin,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: false,
    is_app_user: false,
    updated: 1_760_000_000,
    ...(includeLocale ? { locale: person.locale } : {}),
  };
}

export function wireBotUser(world: World): Json {
  const { bot, team } = world.directory;
  return {
    id: bot.userId,
    team_id: team.id,
    name: bot.name,
    deleted: false,
    real_name: world.options.app.name,
    profile: { real_name: world.options.app.name, bot_id: bot.botId, api_app_id: bot.appId },
    is_bot: true,
    is_app_user: false,
    is_restricted: false,
  };
}

export function wireConversation(world: World, conversation: Conversation): Json {
  const { people, bot, botIsIn } = world.directory;
  if (conversation.kind === 'dm') {
    return {
      id: conversation.id,
      created: 1_760_000_000,
      is_im: true,
      is_org_shared: false,
      user: conversation.person?.id,
      is_archived: false,
      is_open: true,
    };
  }
  const isPrivate = conversation.kind === 'private';
  return {
    id: conversation.id,
    name: conversation.name,
    name_normalized: conversation.name,
    created: 1_760_000_000,
    creator: people[0]?.id ?? bot.userId,
    is_channel: !isPrivate,
    is_group: isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    is_archived: false,
    is_general: conversation.name === 'general',
    is_shared: false,
    is_member: botIsIn(conversation),
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    num_members: people.length + (botIsIn(conversation) ? 1 : 0),
  };
}
