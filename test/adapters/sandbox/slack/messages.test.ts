import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxChannels, sandboxPeople } from '../../../../src/adapters/sandbox/slack/cast.ts';
import { succeeded } from '../../../../src/adapters/sandbox/slack/client.ts';
import {
  movableClock,
  plain,
  refusalOf,
  type WorkspaceWithApp,
  workspaceWithApp,
} from './workspace-with-app.ts';

const channel = sandboxChannels.approvals.id;

const card = (text: string, ...elements: object[]) => [
  { type: 'section' as const, text: { type: 'mrkdwn' as const, text } },
  ...(elements.length > 0
    ? [{ type: 'actions' as const, block_id: 'decision', elements: elements as [] }]
    : []),
];
const approve = {
  type: 'button',
  action_id: 'campaigns.approve',
  text: plain('Approve'),
  value: 'c-17',
  style: 'primary',
};

describe('messages of the pretend workspace', () => {
  const clock = movableClock();
  let world: WorkspaceWithApp;
  beforeEach(async () => {
    world = await workspaceWithApp({ realClock: clock });
  });
  afterEach(() => world.close());

  it('posts, updates with Slack’s rules for text and blocks, and deletes', async () => {
    const { client, ana } = world;
    const metadata = { event_type: 'campaign', event_payload: { id: 'c-17' } };
    const posted = await client.chat.postMessage({
      channel: '#approvals',
      text: 'Card',
      blocks: card('*Natal*'),
      metadata,
    });
    const ts = posted.ts ?? '';
    expect(posted).toMatchObject({ channel, message: { user: 'U0FLY2ANYBT', text: 'Card' } });

    await client.chat.update({ channel, ts, text: 'Only text' });
    const [shown] = await ana.messages('approvals');
    expect(shown).toMatchObject({ text: 'Only text', blocks: [], edited: true, user: null });

    const history = await client.conversations.history({ channel, include_all_metadata: true });
    expect(history.messages?.[0]?.metadata).toEqual(metadata);

    await client.chat.delete({ channel, ts });
    expect(await ana.messages('approvals')).toEqual([]);
    const late = client.chat.update({ channel, ts, text: 'x' });
    expect(await refusalOf(late)).toMatchObject({ error: 'message_not_found' });
  });

  it('answers with Slack’s errors', async () => {
    const { client, ana } = world;
    const post = (args: object) => refusalOf(client.apiCall('chat.postMessage', { ...args }));
    expect(await post({ channel: 'C0NOWHERE', text: 'x' })).toMatchObject({
      error: 'channel_not_found',
    });
    expect(await post({ channel })).toMatchObject({ error: 'no_text' });
    expect(await post({ channel, text: 'x', metadata: { event_type: 'a' } })).toMatchObject({
      error: 'invalid_metadata_format',
    });
    expect(await post({ channel, text: 'x', thread_ts: '1.000001' })).toMatchObject({
      error: 'thread_not_found',
    });
    expect(await post({ channel, text: 'x', blocks: card('y'.repeat(3001)) })).toEqual({
      error: 'invalid_blocks',
      why: expect.stringContaining(
        '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
      ),
    });
    const many = Array.from({ length: 5 }, () => card('y'.repeat(2900))[0]);
    expect(await post({ channel, text: 'x', blocks: many })).toMatchObject({
      error: 'msg_blocks_too_long',
    });
    const said = await ana.say('approvals', 'hello');
    expect(said.ok).toBe(true);
    const ts = (await ana.latestMessage('approvals'))?.ts ?? '';
    expect(await refusalOf(client.chat.update({ channel, ts, text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    });
    const own = await client.chat.postMessage({ channel, text: 'x' });
    const tooLong = client.chat.update({ channel, ts: own.ts ?? '', text: 'x'.repeat(4001) });
    expect(await refusalOf(tooLong)).toMatchObject({ error: 'msg_too_long' });
    expect(await refusalOf(client.apiCall('chat.shout', {}))).toMatchObject({
      error: 'unknown_method',
    });
  });

  it('sends the click on a rendered button and refuses one that is gone', async () => {
    const seen: unknown[] = [];
    world.app.action('campaigns.approve', async ({ ack, action, body, respond }) => {
      await ack();
      seen.push({ action, user: body.user.id });
      await respond({ replace_original: true, text: 'Approved', blocks: card('Approved') });
    });
    await world.client.chat.postMessage({ channel, text: 'Card', blocks: card('x', approve) });
    const message = await world.marcus.waitForMessage('approvals', (m) => m.text === 'Card');

    await expect(world.marcus.click('Reject', message)).rejects.toThrow(/not rendered.*"Approve"/);
    succeeded(await world.marcus.click('Approve', message));
    await world.marcus.waitForMessage('approvals', (m) => m.text === 'Approved');
    expect(seen).toEqual([
      {
        user: sandboxPeople.marcus.id,
        action: {
          ...approve,
          text: plain('Approve'),
          block_id: 'decision',
          action_ts: expect.any(String),
        },
      },
    ]);
    await expect(world.marcus.click('Approve', message)).rejects.toThrow(/not rendered/);

    const stale = await fetch(`${world.baseUrl}/sandbox/api/act`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        as: sandboxPeople.marcus.id,
        in: { message: { channel, ts: message.ts } },
        blockId: 'decision',
        actionId: 'campaigns.approve',
        payload: { value: 'forged' },
        state: {},
      }),
    });
    expect(await stale.json()).toMatchObject({ ok: false, fault: { kind: 'stale_element' } });
    expect(seen).toHaveLength(1);
  });

  it('shows an ephemeral message to one person only, and leaves it out of payloads and history', async () => {
    const bodies: Record<string, unknown>[] = [];
    world.app.action('campaigns.approve', async ({ ack, body, respond }) => {
      bodies.push({ ...body });
      await ack();
      await respond({ delete_original: true });
    });
    await world.client.chat.postEphemeral({
      channel,
      user: sandboxPeople.ana.id,
      text: 'Only you',
      blocks: card('Only you', approve),
    });
    const message = await world.ana.waitForMessage('approvals', (m) => m.ephemeralTo !== null);
    expect(await world.marcus.messages('approvals')).toEqual([]);
    expect((await world.client.conversations.history({ channel })).messages).toEqual([]);
    succeeded(await world.ana.click('campaigns.approve', message));
    expect(bodies[0]).toMatchObject({ container: { is_ephemeral: true } });
    expect(bodies[0]).not.toHaveProperty('message');
    await expect.poll(() => world.ana.messages('approvals')).toEqual([]);
  });

  it('lets a response_url be used five times within thirty minutes', async () => {
    const urls: string[] = [];
    world.app.command('/campaign', async ({ ack, body }) => {
      urls.push(body.response_url);
      await ack({ response_type: 'ephemeral', text: 'Working on it' });
    });
    succeeded(await world.ana.command('general', '/campaign list'));
    expect((await world.ana.latestMessage('general'))?.text).toBe('Working on it');

    const answer = (url = '') =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: 'Answer' }),
      });
    for (let use = 1; use <= 5; use++) expect((await answer(urls[0])).status).toBe(200);
    const sixth = await answer(urls[0]);
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
    expect(await world.marcus.messages('general')).toEqual([]);
    expect(await world.ana.messages('general')).toHaveLength(6);

    succeeded(await world.ana.command('general', '/campaign list'));
    clock.forward(31 * 60_000);
    expect(await (await answer(urls[1])).json()).toEqual({ ok: false, error: 'expired_url' });
  });

  it('keeps threads apart from the channel, counts replies and unread messages', async () => {
    const { client, ana } = world;
    const parent = await client.chat.postMessage({ channel, text: 'Parent' });
    const thread_ts = parent.ts ?? '';
    await client.chat.postMessage({ channel, text: 'Reply', thread_ts });
    await client.chat.postMessage({ channel, text: 'Loud', thread_ts, reply_broadcast: true });
    const inChannel = await ana.messages('approvals');
    expect(inChannel.map((m) => [m.text, m.replyCount])).toEqual([
      ['Parent', 2],
      ['Loud', 0],
    ]);
    expect((await ana.messages('approvals', thread_ts)).map((m) => m.text)).toEqual([
      'Parent',
      'Reply',
      'Loud',
    ]);
    const replies = await client.conversations.replies({ channel, ts: thread_ts });
    expect(replies.messages).toHaveLength(3);
    expect((await ana.state()).unread).toEqual({ [channel]: 2 });
    await fetch(`${world.baseUrl}/sandbox/api/read`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: sandboxPeople.ana.id, channel }),
    });
    expect((await ana.state()).unread).toEqual({});
  });

  it('pages and bounds the history', async () => {
    const { client } = world;
    const stamps: string[] = [];
    for (const text of ['1', '2', '3', '4']) {
      stamps.push((await client.chat.postMessage({ channel, text })).ts ?? '');
    }
    const texts = (found: { messages?: { text?: string }[] }) => found.messages?.map((m) => m.text);
    const [first = '', second = '', third = '', fourth = ''] = stamps;
    const page = await client.conversations.history({ channel, limit: 3 });
    expect([texts(page), page.has_more]).toEqual([['4', '3', '2'], true]);
    const cursor = page.response_metadata?.next_cursor ?? '';
    expect(texts(await client.conversations.history({ channel, limit: 3, cursor }))).toEqual(['1']);
    const open = await client.conversations.history({ channel, oldest: first, latest: fourth });
    expect(texts(open)).toEqual(['3', '2']);
    const closed = { channel, oldest: second, latest: third, inclusive: true };
    expect(texts(await client.conversations.history(closed))).toEqual(['3', '2']);
  });

  it('gives permalinks that lead to the page', async () => {
    const { ts = '' } = await world.client.chat.postMessage({ channel, text: 'x' });
    const { permalink = '' } = await world.client.chat.getPermalink({ channel, message_ts: ts });
    const response = await fetch(permalink, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe(`/?channel=${channel}&message=${ts}`);
  });
});
