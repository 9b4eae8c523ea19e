import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignedDriver } from '../../src/adapters/sandbox/slack/signed-driver.ts';
import { type SocketSlack, socketSlack } from '../support/socket-slack.ts';
import { type OutsideDouble, outsideDouble } from './outside-double.ts';
import { type RunningProduct, runningProduct } from './running-product.ts';

const admin = { id: 'U000000001', handle: 'admin' };

/** The live mode, reached through a WebSocket that it opened itself. */
describe('Socket Mode', () => {
  let socket: SocketSlack;
  let outside: OutsideDouble;
  let product: RunningProduct;
  let ana: ReturnType<OutsideDouble['slack']['person']>;

  beforeAll(async () => {
    socket = await socketSlack();
    outside = await outsideDouble([], socket);
    product = await runningProduct({ env: outside.env });
    ana = outside.slack.person(admin);
  });
  afterAll(async () => {
    await product?.close();
    await outside?.close();
    await socket?.close();
  });

  const channel = () => ({ id: outside.channels.approvals ?? '', name: 'approvals' });
  const responses = () => JSON.stringify(outside.slack.responses);
  const called = (method: string) =>
    outside.slack.requests.filter((request) => request.method === method).length;
  const drafts = () => product.rows('select name, step from phone_campaigns order by created_at');
  const reconnected = () => expect.poll(() => socket.connections(), { interval: 20 }).toBe(1);
  const inTime = { status: 200, late: false, body: '' };

  it('has one connection, said hello to, by the time that it is ready', () => {
    expect(socket.connections()).toBe(1);
    expect(socket.opened()).toBe(1);
  });

  it('acknowledges a command with nothing, and answers it', async () => {
    expect(await ana.command(channel(), '/fly help')).toMatchObject(inTime);
    await expect.poll(responses).toContain('/fly team');
  });

  it('opens a form, complains in it, goes on in it, and hears its buttons', async () => {
    expect(await ana.command(channel(), '/campaign new')).toMatchObject(inTime);
    await expect.poll(() => ana.top().content.callback_id).toBe('campaigns.wizard');
    const refused = await ana.submit({ 'campaigns.name': ' ' });
    expect(refused).toMatchObject({ response_action: 'errors' });
    expect(Object.keys(Object(refused.errors))).toEqual(['campaigns.name']);
    const next = await ana.submit({ 'campaigns.name': 'Por um fio' });
    expect(next).toMatchObject({ response_action: 'update' });
    const step = () => JSON.parse(String(ana.top().content.private_metadata)).s;
    expect(step()).toBe(2);
    expect(await ana.act('campaigns.back')).toMatchObject(inTime);
    await expect.poll(step).toBe(1);
    expect(await drafts()).toMatchObject([{ name: 'Por um fio' }]);
  });

  it('hears an event, and once only when Slack sends it again in another envelope', async () => {
    const event = { type: 'app_home_opened', user: admin.id, channel: 'D1', tab: 'home' };
    const opened = { event, eventId: 'Ev0HOME', eventTime: Math.floor(Date.now() / 1000) };
    expect(await outside.slack.driver.event(opened)).toMatchObject(inTime);
    await expect.poll(() => called('views.publish')).toBe(1);
    const again = await outside.slack.driver.event(opened, { number: 1, reason: 'timeout' });
    expect(again).toMatchObject(inTime);
    expect(await outside.slack.driver.event({ ...opened, eventId: 'Ev1HOME' })).toMatchObject(
      inTime,
    );
    await expect.poll(() => called('views.publish')).toBe(2);
  });

  it('does nothing twice for an envelope that comes twice, and answers it the same', async () => {
    const before = await drafts();
    await ana.command(channel(), '/campaign new');
    await expect.poll(drafts).toHaveLength(before.length + 1);
    const [command] = socket.sent.slice(-1);
    if (!command) throw new Error('nothing was sent');
    expect(await socket.deliver(command)).toMatchObject(inTime);
    await ana.command(channel(), '/fly help');
    expect(await drafts()).toHaveLength(before.length + 1);

    const first = await ana.submit({ 'campaigns.name': 'Uma vez' });
    const [submission] = socket.sent.slice(-1);
    if (!submission) throw new Error('nothing was sent');
    const again = await socket.deliver(submission);
    expect(JSON.parse(again.body)).toEqual(first);
    expect(JSON.parse(again.body)).toMatchObject({ response_action: 'update' });
  });

  it('connects again when Slack says goodbye, and when the wire is cut without a word', async () => {
    socket.disconnect('refresh_requested');
    await expect.poll(() => socket.opened(), { interval: 20 }).toBe(2);
    await reconnected();
    expect(socket.closed.at(-1)).toEqual({ code: 1000 });
    expect(await ana.command(channel(), '/campaign list')).toMatchObject(inTime);
    socket.drop();
    await expect.poll(() => socket.opened(), { interval: 20 }).toBe(3);
    await reconnected();
    expect(await ana.command(channel(), '/campaign list')).toMatchObject(inTime);
  });

  it('outlives a Slack that gives no connection for a while', async () => {
    socket.setTrouble({ status: 200, body: { ok: false, error: 'internal_error' } });
    socket.drop();
    await expect.poll(() => socket.opened()).toBeGreaterThan(4);
    socket.setTrouble({ status: 503, body: { ok: false, error: 'service_unavailable' } });
    const before = socket.opened();
    await expect.poll(() => socket.opened()).toBeGreaterThan(before);
    socket.setTrouble(null);
    await reconnected();
    expect(await ana.command(channel(), '/fly help')).toMatchObject(inTime);
  }, 40_000);

  it('takes nothing from Slack over HTTP, whatever it is signed with', async () => {
    const before = await drafts();
    for (const signingSecret of ['', 'a-signing-secret-of-the-double', socket.appToken]) {
      const driver = createSignedDriver({ url: `${product.url}/slack/events`, signingSecret });
      const forged = await driver.command({
        actor: ana,
        channel: channel(),
        command: '/campaign',
        text: 'new',
        triggerId: '1.1.forged',
        responseUrl: `${product.url}/nowhere`,
      });
      expect(forged.status).toBe(404);
    }
    expect(await drafts()).toEqual(before);
  });

  it('hears the carrier over HTTP all the same, and believes no forged one', async () => {
    await outside.write('+12035551234', 'PARE');
    await expect
      .poll(() => product.rows('select phone from suppressions'))
      .toEqual([{ phone: '+12035551234' }]);
    const forged = await fetch(`${product.url}/webhooks/twilio/inbound`, {
      method: 'POST',
      body: new URLSearchParams({ From: '+12035559999', Body: 'PARE', MessageSid: 'SM1' }),
    });
    expect(forged.status).toBe(403);
    expect(await product.rows('select phone from suppressions')).toHaveLength(1);
  });

  it('leaves with a goodbye, does not come back, and found nothing to complain about', async () => {
    expect(product.troubles()).toEqual([]);
    expect(socket.stray).toEqual([]);
    const opened = socket.opened();
    await product.close();
    expect(socket.connections()).toBe(0);
    expect(socket.closed.at(-1)).toEqual({ code: 1000 });
    expect(socket.opened()).toBe(opened);
  });
});
