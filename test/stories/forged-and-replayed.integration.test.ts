import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from '../../scripts/demo/script.ts';
import { dmOf, sandboxPeople } from '../../src/adapters/sandbox/slack/cast.ts';
import { createSignedDriver } from '../../src/adapters/sandbox/slack/signed-driver.ts';
import { serve } from '../support/http-server.ts';
import { messyList } from './messy-list.ts';
import { lawfulTuesday, type RunningProduct, runningProduct } from './running-product.ts';
import { actor, importList, secretsOf, type Team, team, webhook } from './sandbox-team.ts';

describe('requests that are not what they say', () => {
  let product: RunningProduct;
  let cast: Team;
  let secrets: Awaited<ReturnType<typeof secretsOf>>;
  const { ana } = sandboxPeople;

  beforeAll(async () => {
    product = await runningProduct();
    await product.moveClock(lawfulTuesday());
    cast = team(product.url);
    secrets = await secretsOf(product);
    await importList(product, cast);
  });
  afterAll(() => product?.close());

  const slack = (signingSecret: string, ageMs = 0) =>
    createSignedDriver({
      url: `${product.url}/slack/events`,
      signingSecret,
      clock: { now: () => new Date(Date.now() - ageMs) },
    });
  const list = (triggerId = '1.1.none', text = 'new') => ({
    actor: actor(ana),
    channel: { id: dmOf(ana.id), name: 'directmessage' },
    command: '/campaign',
    text,
    triggerId,
    responseUrl: `${product.url}/nowhere`,
  });
  const drafts = () => product.rows('select id from phone_campaigns');
  const inbound = (sid: string, from: string, text: string) => ({
    MessageSid: sid,
    AccountSid: secrets.accountSid,
    From: from,
    To: '+18605550100',
    Body: text,
  });

  it.each([
    ['a wrong secret', () => slack('somebody else')],
    ['a signature of six minutes ago', () => slack(secrets.signingSecret, 6 * 60_000)],
  ])('refuses a request of Slack with %s, and does nothing', async (_, driver) => {
    const ack = await driver().command(list());
    expect(ack.status).toBe(401);
    expect(await drafts()).toEqual([]);
  });

  it.each(['/inbound', '/status?t=abc'])('refuses a forged webhook to %s', async (path) => {
    const before = await product.rows(
      'select status, count(*) from phone_communications group by 1',
    );
    const forged = await webhook(product, path, inbound('SM1', '+12035551201', 'PARE'), 'guessed');
    expect(forged.status).toBe(403);
    expect(await product.rows('select 1 from suppressions')).toEqual([]);
    expect(
      await product.rows('select status, count(*) from phone_communications group by 1'),
    ).toEqual(before);
  });

  it('hears a text that comes twice, also at the same time, once', async () => {
    const stop = inbound('SMstop', '+12035551201', 'PARE');
    const send = () => webhook(product, '/inbound', stop, secrets.authToken);
    const answers = [...(await Promise.all([send(), send()])), await send()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.filter(({ body }) => body.includes('<Message>'))).toHaveLength(1);
    const rows = (sql: string) => product.rows(sql, ['+12035551201']);
    expect(await rows('select 1 from suppressions where phone = $1')).toHaveLength(1);
    expect(
      await rows(`select 1 from consent_events where phone = $1 and kind = 'revoke'`),
    ).toHaveLength(1);
    expect(
      await rows(`select 1 from phone_communications where phone = $1 and direction = 'inbound'`),
    ).toHaveLength(1);
    expect(
      await rows(
        `select 1 from phone_communications where phone = $1 and purpose = 'confirmation'`,
      ),
    ).toHaveLength(1);

    const reply = inbound('SMreply', '+12035551204', 'Quanto custa?');
    for (const _ of [1, 2]) await webhook(product, '/inbound', reply, secrets.authToken);
    await cast.ana.waitForMessage('replies', (m) => read(m).includes('Quanto custa?'));
    expect(
      (await cast.ana.messages('replies')).filter((m) => read(m).includes('Quanto custa?')),
    ).toHaveLength(1);
  });

  it('acts once on an event that Slack sends again', async () => {
    const file = await cast.ana.upload(messyList.fileName, messyList.content, 'dm');
    const dm = dmOf(ana.id);
    await expect.poll(() => product.rows('select 1 from imports')).toHaveLength(2);
    const event = {
      type: 'file_shared',
      file_id: file.id,
      user_id: ana.id,
      channel_id: dm,
      event_ts: '1.1',
    };
    const again = { event, eventId: 'Ev0SAMEEVENT', eventTime: Math.floor(Date.now() / 1000) };
    const driver = slack(secrets.signingSecret);
    const first = await driver.event(again);
    await expect.poll(() => product.rows('select 1 from imports')).toHaveLength(3);
    const second = await driver.event(again, { number: 1, reason: 'http_timeout' });
    expect([first.status, second.status]).toEqual([200, 200]);
    const third = await driver.event({ ...again, eventId: 'Ev0OTHEREVENT' });
    expect(third.status).toBe(200);
    await expect.poll(() => product.rows('select 1 from imports')).toHaveLength(4);
  });

  it('asks to do it again when a click came too late for its window, and begins nothing', async () => {
    const heard: string[] = [];
    const desk = await serve((request, response) => {
      request.on('data', (part: Buffer) => heard.push(part.toString()));
      request.on('end', () => response.end('ok'));
    });
    const late = { ...list('12.34.expired'), responseUrl: desk.url };
    expect((await slack(secrets.signingSecret).command(late)).status).toBe(200);
    await expect.poll(() => heard.join('')).toContain('faça mais uma vez');
    await desk.close();
    expect(await drafts()).toEqual([]);
    expect(product.troubles()).toEqual([]);
  });
});
