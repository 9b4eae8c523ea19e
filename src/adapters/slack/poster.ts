import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownBlock } from '@slack/types';
import { type Clock, realClock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Clients } from './clients.ts';
import type { Log } from './log.ts';
import { findPost } from './poster/find-post.ts';
import {
  createPauses,
  type Failure,
  failureOf,
  isThreadGone,
  type Patience,
  patiently,
  singleTryClient,
} from './poster/patience.ts';
import { createQueues } from './poster/queues.ts';
import { upload, waitUntilShown } from './poster/upload.ts';
import type { ChannelMessage, Posted, Poster, PostRequest, PostStore } from './posting.ts';

/** Longer than a call may take (20 s), so that a living holder never loses it in the middle. */
const leaseMs = 60_000;
/** Pictures that Slack has not looked through yet. */
const pictureWaitsMs = [500, 1000, 2000, 4000];

export type PosterNeeds = {
  clients: Pick<Clients, 'token' | 'apiUrl'>;
  store: PostStore;
  log: Log;
  clock?: Clock;
  patience?: Partial<Patience>;
};

/** See `Poster` for what is promised. */
export function createPoster({
  clients,
  store,
  log,
  clock = realClock,
  patience: chosen = {},
}: PosterNeeds): Poster {
  const client = singleTryClient(clients, log);
  const patience: Patience = {
    totalMs: 10 * 60_000,
    firstPauseMs: 1_000,
    sleep: (ms) => sleep(ms),
    elapsed: () => performance.now(),
    ...chosen,
  };
  const inTurn = createQueues();

  /** `since` is null when nobody can have posted this key before. */
  async function call(
    { key, channel, message, event = 'posted' }: PostRequest,
    token: string,
    since: Date | null,
    startedAt: Date,
  ): Promise<Posted> {
    const wait = createPauses(patience);
    const waits = [...pictureWaitsMs];
    let lookSince = since;
    let { blocks, threadTs } = message;
    for (;;) {
      if (!(await store.renew(key, token, clock.now())))
        throw new Refusal('unavailable', 'posting.busy');
      let failure: Failure | null;
      try {
        if (lookSince) {
          const ts = await findPost(client, {
            key,
            channel,
            threadTs,
            since: lookSince,
          });
          if (ts) return { channel, ts, first: false, imagesLeftOut: false };
          lookSince = null;
        }
        const answer = await client.chat.postMessage({
          channel,
          text: message.text,
          blocks,
          ...(threadTs && { thread_ts: threadTs }),
          metadata: { event_type: event, event_payload: { key } },
          unfurl_links: false,
          unfurl_media: false,
        });
        if (!answer.ts || !answer.channel)
          throw new Error('chat.postMessage answered without a place');
        const imagesLeftOut = blocks.length < message.blocks.length;
        return { channel: answer.channel, ts: answer.ts, first: true, imagesLeftOut };
      } catch (error) {
        failure = failureOf(error);
        if (!failure) throw error;
        if (failure.kind === 'no') {
          // The message above was deleted: better beside it than not at all.
          if (threadTs && isThreadGone(failure)) {
            threadTs = undefined;
            continue;
          }
          if (!isPictureTrouble(failure)) {
            await store.release(key, token);
            throw refusalFor(failure.code, channel) ?? error;
          }
          const pause = waits.shift();
          if (pause === undefined) blocks = withoutPictures(blocks);
          else await patience.sleep(pause);
          continue;
        }
        if (failure.kind === 'unknown') lookSince = since ?? startedAt;
      }
      await wait(failure);
    }
  }

  /** Ours to post, posted by somebody, or (after a while) still in somebody's hands. */
  async function claim(request: PostRequest) {
    const start = patience.elapsed();
    for (;;) {
      const claimed = await store.claim({
        key: request.key,
        channel: request.channel,
        at: clock.now(),
        leaseMs,
      });
      if (claimed.kind !== 'busy') return claimed;
      if (patience.elapsed() - start > 15_000) throw new Refusal('unavailable', 'posting.busy');
      await patience.sleep(250);
    }
  }

  async function post(request: PostRequest): Promise<Posted & { contentHash: string | null }> {
    const claimed = await claim(request);
    if (claimed.kind === 'posted') return { ...claimed, first: false, imagesLeftOut: false };
    const since = claimed.fresh ? null : claimed.since;
    const posted = await call(request, claimed.token, since, clock.now());
    // What an earlier holder posted may differ from what we were asked for.
    const contentHash = posted.first ? hashOf(request.message) : '';
    await store.record(request.key, { ...posted, contentHash, at: clock.now() });
    return { ...posted, contentHash };
  }

  /** Null when the message is gone from Slack. */
  async function edit(
    key: string,
    at: { channel: string; ts: string },
    message: ChannelMessage,
  ): Promise<Posted | null> {
    const waits = [...pictureWaitsMs];
    let { blocks } = message;
    for (;;) {
      try {
        const { channel, ts } = at;
        await patiently(patience, () =>
          client.chat.update({ channel, ts, text: message.text, blocks }),
        );
        const contentHash = hashOf(message);
        await store.record(key, { channel, ts, contentHash, at: clock.now() });
        return { channel, ts, first: false, imagesLeftOut: blocks.length < message.blocks.length };
      } catch (error) {
        const failure = failureOf(error);
        if (failure?.kind !== 'no') throw error;
        if (gone.includes(failure.code)) {
          await store.forget(key, at.ts);
          return null;
        }
        if (!isPictureTrouble(failure)) throw refusalFor(failure.code, at.channel) ?? error;
        const pause = waits.shift();
        if (pause === undefined) blocks = withoutPictures(blocks);
        else await patience.sleep(pause);
      }
    }
  }

  return {
    post: (request) => inTurn(request.key, () => post(request)),

    keep: (request) =>
      inTurn(request.key, async () => {
        const posted = await post(request);
        if (posted.first || posted.contentHash === hashOf(request.message)) return posted;
        return (await edit(request.key, posted, request.message)) ?? post(request);
      }),

    update: (key, message) =>
      inTurn(key, async () => {
        const at = await store.find(key);
        if (!at) return null;
        if (at.contentHash === hashOf(message))
          return { ...at, first: false, imagesLeftOut: false };
        return (await edit(key, at, message)) ?? post({ key, channel: at.channel, message });
      }),

    find: (key) => store.find(key),

    async permalink({ channel, ts }) {
      try {
        const answer = await patiently({ ...patience, totalMs: 5_000 }, () =>
          client.chat.getPermalink({ channel, message_ts: ts }),
        );
        return answer.permalink ?? null;
      } catch (error) {
        if (failureOf(error) || error instanceof Refusal) return null;
        throw error;
      }
    },

    async uploadImage(image) {
      const fileId = await upload(client, image, null, patience);
      await waitUntilShown(client, fileId, patience);
      return { fileId };
    },

    async shareImage(image, where) {
      try {
        await upload(client, image, where, patience);
      } catch (error) {
        if (!isThreadGone(failureOf(error))) throw error;
        await upload(client, image, { channel: where.channel }, patience);
      }
    },
  };
}

const gone = ['message_not_found', 'edit_window_closed', 'cant_update_message'];

const hashOf = ({ text, blocks }: ChannelMessage): string =>
  createHash('sha256')
    .update(JSON.stringify([text, blocks]))
    .digest('hex');

/** Slack has not looked through the file yet, or will not show it in a block at all. */
const isPictureTrouble = (failure: Failure): boolean =>
  failure.kind === 'no' &&
  failure.code === 'invalid_blocks' &&
  failure.messages.some((message) => /slack.?file/i.test(message));

const withoutPictures = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.filter((block) => block.type !== 'image');

const closed = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'missing_scope',
];

const refusalFor = (code: string, channel: string): Refusal | null =>
  closed.includes(code) ? new Refusal('conflict', 'posting.channel', { channel, code }) : null;
