import type { KnownBlock } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlackPostStore } from '../../../src/adapters/db/slack-post-store.ts';
import { createPoster } from '../../../src/adapters/slack/poster.ts';
import type { PostStore } from '../../../src/adapters/slack/posting.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { type SlackChannels, slackChannels } from '../../support/slack-channel.ts';

let database: FreshDatabase;
let slack: SlackChannels;
let store: PostStore;
let now: Date;

beforeEach(async () => {
  database = await freshDatabase();
  slack = await slackChannels();
  store = createSlackPostStore(database.db);
  now = new Date('2026-11-25T13:30:00Z');
});
afterEach(async () => {
  await slack.close();
  await database.close();
});

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const slept: number[] = [];
function poster(parts: Partial<PostStore> = {}) {
  slept.length = 0;
  let elapsed = 0;
  return createPoster({
    clients: slack.clients,
    store: { ...store, ...parts },
    log: quiet,
    clock: { now: () => now },
    patience: {
      elapsed: () => elapsed,
      sleep: async (ms) => {
        slept.push(ms);
        elapsed += ms;
      },
    },
  });
}

const picture: KnownBlock = { type: 'image', slack_file: { id: 'F1' }, alt_text: 'a chart' };
const words = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });
const request = (text = 'the digest', blocks: KnownBlock[] = [words(text)]) => ({
  key: 'report:daily:C1:2026-11-24',
  channel: 'C1',
  event: 'report_posted',
  message: { text, blocks },
});
const minutes = (n: number) => new Date(now.getTime() + n * 60_000);

describe('posting once per key', () => {
  it('posts with the key in the metadata and says where it stands', async () => {
    const posted = await poster().post(request());
    expect(posted).toMatchObject({ channel: 'C1', ts: slack.messages[0]?.ts, first: true });
    expect(slack.messages[0]?.metadata).toEqual({
      event_type: 'report_posted',
      event_payload: { key: 'report:daily:C1:2026-11-24' },
    });
  });

  it('posts beside a message that was deleted, where its thread is gone', async () => {
    slack.troubles.push({ error: 'thread_not_found' });
    const message = { ...request().message, threadTs: '1700000000.000100' };
    const posted = await poster().post({ ...request(), message });
    expect(posted.first).toBe(true);
    expect(slack.messages).toMatchObject([{ text: 'the digest', thread: undefined }]);
  });

  it('answers a second time with the first message', async () => {
    const first = await poster().post(request());
    const second = await poster().post(request('other words'));
    expect(second).toMatchObject({ ts: first.ts, first: false });
    expect(slack.messages.map(({ text }) => text)).toEqual(['the digest']);
  });

  it('posts once when many processes do it at the same moment', async () => {
    const waitALittle = {
      sleep: (ms: number) => new Promise<void>((go) => setTimeout(go, ms / 10)),
    };
    const posters = Array.from({ length: 6 }, () =>
      createPoster({
        clients: slack.clients,
        store,
        log: quiet,
        clock: { now: () => now },
        patience: waitALittle,
      }),
    );
    const posted = await Promise.all(posters.map((one) => one.post(request())));
    expect(slack.messages).toHaveLength(1);
    expect(new Set(posted.map(({ ts }) => ts)).size).toBe(1);
    expect(posted.filter(({ first }) => first)).toHaveLength(1);
  });

  it('finds its message again when the process died before writing down where it is', async () => {
    const dying = poster({ record: () => Promise.reject(new Error('killed')) });
    await expect(dying.post(request())).rejects.toThrow('killed');
    now = minutes(2);
    const posted = await poster().post(request());
    expect(slack.messages).toHaveLength(1);
    expect(posted).toMatchObject({ ts: slack.messages[0]?.ts, first: false });
  });

  it('finds a reply in its thread again', async () => {
    const parent = await poster().post({ ...request('card'), key: 'card' });
    const reply = {
      ...request('40 %'),
      message: { ...request('40 %').message, threadTs: parent.ts },
    };
    const dying = poster({ record: () => Promise.reject(new Error('killed')) });
    await expect(dying.post(reply)).rejects.toThrow('killed');
    now = minutes(2);
    await poster().post(reply);
    expect(slack.messages.map(({ text }) => text)).toEqual(['card', '40 %']);
  });

  it('posts after a process that died before it called Slack', async () => {
    await store.claim({ key: request().key, channel: 'C1', at: now, leaseMs: 60_000 });
    now = minutes(2);
    expect(await poster().post(request())).toMatchObject({ first: true });
    expect(slack.api.callsOf('conversations.history')).toHaveLength(1);
  });

  it('waits for a living holder and then says that it is busy', async () => {
    await store.claim({ key: request().key, channel: 'C1', at: now, leaseMs: 60_000 });
    await expect(poster().post(request())).rejects.toMatchObject({ code: 'posting.busy' });
    expect(slack.messages).toHaveLength(0);
  });

  it('does not call Slack once its lease went to somebody else', async () => {
    const late = poster({ renew: async () => false });
    await expect(late.post(request())).rejects.toMatchObject({ code: 'posting.busy' });
    expect(slack.messages).toHaveLength(0);
  });

  it('looks before it posts again when the answer was lost', async () => {
    slack.troubles.push('lost-answer');
    const posted = await poster().post(request());
    expect(slack.messages).toHaveLength(1);
    expect(posted.ts).toBe(slack.messages[0]?.ts);
  });

  it('tries again after an error of Slack and after a rate limit', async () => {
    slack.troubles.push('server-error', 'rate-limit');
    expect(await poster().post(request())).toMatchObject({ first: true });
    expect(slept).toEqual([1000, 30_000]);
    expect(slack.messages).toHaveLength(1);
  });

  it('does not post when it cannot find out whether it has', async () => {
    const dying = poster({ record: () => Promise.reject(new Error('killed')) });
    await expect(dying.post(request())).rejects.toThrow('killed');
    now = minutes(2);
    slack.api.answer('conversations.history', () => ({ status: 500 }));
    await expect(poster().post(request())).rejects.toMatchObject({ code: 'posting.slack' });
    expect(slack.messages).toHaveLength(1);
  });

  it('joins a channel to look there', async () => {
    await store.claim({ key: request().key, channel: 'C1', at: now, leaseMs: 60_000 });
    now = minutes(2);
    let joined = false;
    slack.api.answer('conversations.join', () => {
      joined = true;
      return {};
    });
    slack.api.answer('conversations.history', () =>
      joined ? { messages: [] } : { error: 'not_in_channel' },
    );
    expect(await poster().post(request())).toMatchObject({ first: true });
  });

  it('says at once that a channel is closed to the app, and may be asked again', async () => {
    slack.troubles.push({ error: 'is_archived' });
    await expect(poster().post(request())).rejects.toMatchObject({
      code: 'posting.channel',
      values: { channel: 'C1', code: 'is_archived' },
    });
    expect(await poster().post(request())).toMatchObject({ first: true });
  });
});

describe('keeping a message current', () => {
  it('edits what stands there, and leaves it alone when nothing changed', async () => {
    const first = await poster().keep(request('12 sent'));
    await poster().keep(request('12 sent'));
    expect(slack.api.callsOf('chat.update')).toHaveLength(0);
    const second = await poster().keep(request('13 sent'));
    expect(second.ts).toBe(first.ts);
    expect(slack.messages.map(({ text }) => text)).toEqual(['13 sent']);
  });

  it('posts anew when somebody deleted it', async () => {
    const first = await poster().keep(request('12 sent'));
    slack.remove(first.ts);
    const second = await poster().update(request().key, request('13 sent').message);
    expect(second?.ts).not.toBe(first.ts);
    expect(slack.messages.map(({ text }) => text)).toEqual(['13 sent']);
    expect(await poster().find(request().key)).toMatchObject({ ts: second?.ts });
  });

  it('does not invent a message that was never posted', async () => {
    expect(await poster().update('never', request().message)).toBeNull();
  });

  it('brings up to date what an earlier process posted with older words', async () => {
    const dying = poster({ record: () => Promise.reject(new Error('killed')) });
    await expect(dying.keep(request('12 sent'))).rejects.toThrow('killed');
    now = minutes(2);
    await poster().keep(request('13 sent'));
    expect(slack.messages.map(({ text }) => text)).toEqual(['13 sent']);
  });

  it('edits in the order it was asked', async () => {
    const one = poster();
    await one.keep(request('0'));
    await Promise.all(['1', '2', '3', '4'].map((text) => one.keep(request(text))));
    expect(slack.messages.map(({ text }) => text)).toEqual(['4']);
  });
});

describe('pictures', () => {
  const notReady = {
    error: 'invalid_blocks',
    response_metadata: {
      messages: ['[ERROR] invalid slack file [json-pointer:/blocks/1/slack_file]'],
    },
  };

  it('uploads without a channel and with its alternative text', async () => {
    const png = Buffer.from('png');
    const { fileId } = await poster().uploadImage({
      name: 'a.png',
      png,
      title: 'A',
      altText: 'two bars',
    });
    expect(fileId).toBe('F1');
    expect(slack.uploads).toEqual([
      { id: 'F1', name: 'a.png', bytes: 3, altText: 'two bars', channel: undefined },
    ]);
  });

  it('waits until Slack has looked through the file', async () => {
    slack.troubles.push(notReady, notReady);
    const posted = await poster().post(request('digest', [words('digest'), picture]));
    expect(posted.imagesLeftOut).toBe(false);
    expect(slept).toEqual([500, 1000]);
    expect(slack.messages[0]?.blocks).toHaveLength(2);
  });

  it('posts without pictures when Slack never takes them, and says so', async () => {
    slack.troubles.push(...Array.from({ length: 5 }, () => notReady));
    const posted = await poster().post(request('digest', [words('digest'), picture]));
    expect(posted.imagesLeftOut).toBe(true);
    expect(slack.messages[0]?.blocks.map(({ type }) => type)).toEqual(['section']);
  });

  it('shares one in a thread', async () => {
    const png = Buffer.from('png');
    await poster().shareImage(
      { name: 'a.png', png, title: 'A', altText: 'two bars' },
      { channel: 'C1', threadTs: '1.2' },
    );
    expect(slack.uploads[0]?.channel).toBe('C1');
    expect(slack.api.last('files.completeUploadExternal')?.thread_ts).toBe('1.2');
  });
});
