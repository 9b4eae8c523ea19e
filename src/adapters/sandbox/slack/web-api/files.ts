import { post } from '../posting.ts';
import type { Json } from '../state/rendered.ts';
import { threadAsked, whereToPost } from './chat.ts';
import { acceptBlocks } from './content.ts';
import {
  type Call,
  done,
  type Method,
  malformed,
  type Reply,
  refuse,
  refuseArguments,
} from './method.ts';
import { wireFile } from './shapes.ts';

const maxBytes = 64 * 1024 * 1024;

/** First of three calls: announces a file; its bytes then go to `upload_url`. */
function getUploadUrl({ world, args }: Call): Reply {
  const name = args.text('filename');
  const size = args.whole('length');
  const altText = args.text('alt_txt') ?? null;
  if (name === undefined) return refuseArguments('missing required field: filename');
  if (size === undefined || size <= 0) return refuseArguments('missing required field: length');
  if (size > maxBytes) return refuse('file_upload_size_restricted');
  if ((altText?.length ?? 0) > 1000) return refuse('alt_txt_too_large');
  const id = world.ids.id('F');
  const { bot } = world.directory;
  world.files.announce({ id, name, size, user: bot.userId, altText });
  const uploadUrl = `${world.options.baseUrl}/sandbox/slack/upload/${id}`;
  return done({ file_id: id, upload_url: uploadUrl });
}

/** Third call: makes the files real and, with a channel, posts them. */
function complete({ world, args }: Call): Reply {
  const given = args.json('files');
  if (given === malformed || !Array.isArray(given)) {
    return refuseArguments('missing required field: files');
  }
  const wanted = given.map((entry: Json) => ({ id: String(entry?.id), title: entry?.title }));
  if (wanted.some(({ id }) => world.files.content(id) === undefined)) {
    return refuse('file_not_found');
  }
  const channelGiven = args.text('channel_id') ?? args.text('channels')?.split(',')[0];
  const channel = channelGiven === undefined ? null : whereToPost(world, channelGiven);
  if (channel && 'ok' in channel) return channel;
  const accepted = acceptBlocks(world, 'files.completeUploadExternal', args.json('blocks'));
  if ('error' in accepted) return accepted.error;
  const thread = channel && threadAsked(world, channel.id, args.text('thread_ts'));
  if (channel && thread === null) return refuse('thread_not_found');

  const files = wanted.flatMap(({ id, title }) => {
    return world.files.complete(id, typeof title === 'string' ? title : undefined) ?? [];
  });
  if (channel) {
    const comment = args.text('initial_comment');
    post(world, {
      channel,
      user: null,
      text: comment ?? '',
      blocks: comment === undefined ? accepted.blocks : [],
      fileIds: files.map(({ id }) => id),
      threadTs: thread ?? null,
    });
  }
  return done({ files: files.map((file) => wireFile(world, file)) });
}

function info({ world, args }: Call): Reply {
  const file = world.files.find(args.text('file') ?? '');
  if (!file || file.readyAt === null) return refuse('file_not_found');
  return done({
    file: wireFile(world, file),
    comments: [],
    response_metadata: { next_cursor: '' },
  });
}

/** Gone for everybody; the messages it was in stay, without it. */
function remove({ world, args }: Call): Reply {
  const file = world.files.find(args.text('file') ?? '');
  if (!file || file.readyAt === null) return refuse('file_not_found');
  if (file.user !== world.directory.bot.userId) return refuse('cant_delete_file');
  world.files.remove(file.id);
  return done({});
}

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': { tier: 'tier4', scopes: ['files:write'], answer: getUploadUrl },
  'files.completeUploadExternal': { tier: 'tier4', scopes: ['files:write'], answer: complete },
  'files.delete': { tier: 'tier3', scopes: ['files:write'], answer: remove },
  'files.info': { tier: 'tier4', scopes: ['files:read'], answer: info },
};
