import { type Answer, type FakeSlackApi, fakeSlackApi } from './slack-api.ts';

export type ShownMessage = {
  channel: string;
  ts: string;
  thread: string | undefined;
  text: string;
  blocks: { type: string; [key: string]: unknown }[];
  metadata: unknown;
};

/** A Web API whose channels remember what was posted, edited and uploaded. */
export async function slackChannels() {
  const api: FakeSlackApi = await fakeSlackApi();
  const messages: ShownMessage[] = [];
  const uploads: { id: string; name: string; bytes: number; altText: string; channel: unknown }[] =
    [];
  /** Taken one by one by the next posts: what goes wrong instead of, or after, posting. */
  const troubles: ('lost-answer' | 'server-error' | 'rate-limit' | Answer)[] = [];
  let lastTs = 1_800_000_000;

  api.answer('chat.postMessage', (args) => {
    const trouble = troubles.shift();
    if (trouble === 'server-error') return { status: 503 };
    if (trouble === 'rate-limit') return { error: 'ratelimited' };
    if (typeof trouble === 'object') return trouble;
    lastTs += 1;
    const ts = `${lastTs}.000100`;
    messages.push({
      channel: String(args.channel),
      ts,
      thread: typeof args.thread_ts === 'string' ? args.thread_ts : undefined,
      text: String(args.text),
      blocks: args.blocks as ShownMessage['blocks'],
      metadata: args.metadata,
    });
    return trouble === 'lost-answer' ? { status: 502 } : { channel: args.channel, ts };
  });
  const shown = (args: Record<string, unknown>) =>
    messages.find(({ channel, ts }) => channel === args.channel && ts === args.ts);
  api.answer('chat.update', (args) => {
    const message = shown(args);
    if (!message) return { error: 'message_not_found' };
    message.text = String(args.text);
    message.blocks = args.blocks as ShownMessage['blocks'];
    return { channel: message.channel, ts: message.ts };
  });
  const since = (args: Record<string, unknown>, thread: string | undefined) => ({
    messages: messages.filter(
      (message) =>
        message.channel === args.channel &&
        message.thread === thread &&
        Number(message.ts) > Number(args.oldest ?? 0),
    ),
  });
  api.answer('conversations.history', (args) => since(args, undefined));
  api.answer('conversations.replies', (args) => since(args, String(args.ts)));
  api.answer('chat.getPermalink', (args) => ({
    permalink: `https://fly.slack.com/archives/${args.channel}/p${String(args.message_ts).replace('.', '')}`,
  }));
  api.answer('files.getUploadURLExternal', (args) => {
    const id = `F${uploads.length + 1}`;
    uploads.push({
      id,
      name: String(args.filename),
      bytes: Number(args.length),
      altText: String(args.alt_txt),
      channel: undefined,
    });
    return { file_id: id, upload_url: `${api.url}upload/${id}` };
  });
  api.answer('files.completeUploadExternal', (args) => {
    const [{ id }] = args.files as [{ id: string }];
    const upload = uploads.find((one) => one.id === id);
    if (upload) upload.channel = args.channel_id;
    return { files: [{ id }] };
  });
  api.answer('files.info', (args) => ({
    file: { id: args.file, mimetype: 'image/png', filetype: 'png' },
  }));

  return {
    api,
    messages,
    uploads,
    troubles,
    clients: { token: 'xoxb-test', apiUrl: api.url },
    remove: (ts: string) =>
      messages.splice(
        messages.findIndex((message) => message.ts === ts),
        1,
      ),
    close: () => api.close(),
  };
}

export type SlackChannels = Awaited<ReturnType<typeof slackChannels>>;
