import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messyList } from './messy-list.ts';
import { type OutsideDouble, outsideDouble } from './outside-double.ts';
import {
  lawfulTuesday,
  nextMorning,
  type RunningProduct,
  runningProduct,
} from './running-product.ts';

const floridians = 15;
const name = 'Natal em casa';
const template =
  'Ola {{firstName}}! Aqui e a Fly2Any, Natal em casa por $620. Responda SIM, ou SAIR para parar.';

/** The live mode against a Slack and a Twilio that were not written by us. */
describe('the whole path with an independent double of Slack and of Twilio', () => {
  let shift = lawfulTuesday().getTime() - Date.now();
  let outside: OutsideDouble;
  let product: RunningProduct;
  let ana: ReturnType<OutsideDouble['slack']['person']>;
  let marcus: typeof ana;
  const admin = { id: 'U000000001', handle: 'admin' };
  const channel = (name: string) => ({ id: outside.channels[name] ?? '', name });

  beforeAll(async () => {
    outside = await outsideDouble(['marcus']);
    const clock = { now: () => new Date(Date.now() + shift) };
    product = await runningProduct({ env: outside.env, clock });
    ana = outside.slack.person(admin);
    marcus = outside.slack.person({ id: await outside.personId('marcus'), handle: 'marcus' });
  });
  afterAll(async () => {
    await product?.close();
    await outside?.close();
  });

  it('gives a second person the role to approve', async () => {
    const before = await marcus.command(channel('approvals'), '/campaign list');
    await expect.poll(() => JSON.stringify(outside.slack.responses)).toContain('You have no role');
    expect(before.status).toBe(200);
    await ana.command(channel('approvals'), `/fly team <@${marcus.id}|marcus> approver`);
    await expect
      .poll(() =>
        product.rows('select role from team_members where slack_user_id = $1', [marcus.id]),
      )
      .toEqual([{ role: 'approver' }]);
  });

  it('imports a list that was dropped into the conversation', async () => {
    await outside.drop(admin, messyList.fileName, messyList.content);
    const dm = { id: await outside.dmOf(admin), name: 'directmessage' };
    const newest = async () => (await outside.slack.history(dm.id))[0] ?? {};
    await expect.poll(async () => JSON.stringify(await newest())).toContain('confirm-import');
    await ana.actOn(await newest(), dm, 'contacts.confirm-import');
    await expect.poll(() => ana.top().content.callback_id).toBe('contacts.attest-form');
    await ana.submit({
      seller: 'Fly2Any',
      channels: ['sms'],
      textKept: 'Paper forms in the shop',
      sure: ['yes'],
    });
    await expect
      .poll(() => product.rows(`select status from imports`), { timeout: 10_000 })
      .toEqual([{ status: 'completed' }]);
    expect(await product.rows('select 1 from phone_contacts')).toHaveLength(messyList.created);
  });

  it('builds a campaign in the wizard and has the second person approve it', async () => {
    await ana.command(channel('approvals'), '/campaign new');
    const step = () => JSON.parse(String(ana.top().content.private_metadata ?? '{}')).s;
    await expect.poll(step).toBe(1);
    await ana.submit({ 'campaigns.name': name });
    await ana.act('campaigns.states', ['FL']);
    await ana.submit();
    await ana.submit({ 'campaigns.template': template });
    await ana.submit();
    expect(step()).toBe(5);
    await ana.submit({ 'campaigns.total': '20' });
    const card = async () =>
      (await outside.slack.history(channel('approvals').id)).find((one) =>
        JSON.stringify(one.blocks).includes(name),
      ) ?? {};
    await expect.poll(async () => JSON.stringify(await card())).toContain('campaigns.approve');

    await ana.actOn(await card(), channel('approvals'), 'Approve');
    await expect
      .poll(() => JSON.stringify(outside.slack.responses.at(-1)))
      .toContain('somebody else has to decide');
    expect(await outside.sent()).toEqual([]);
    await marcus.actOn(await card(), channel('approvals'), 'Approve');
    await expect.poll(async () => JSON.stringify(await card())).not.toContain('campaigns.approve"');
    await expect
      .poll(async () => (await outside.sent()).length, { timeout: 20_000 })
      .toBe(floridians);
    const bodies = (await outside.sent()).map(({ body }) => body);
    expect(bodies.every((body) => body.startsWith('Ola ') && !body.includes('{'))).toBe(true);
    expect(new Set((await outside.sent()).map(({ to }) => to)).size).toBe(floridians);
  }, 40_000);

  it('follows what the carrier says of each message', async () => {
    const [first, second, ...others] = await outside.sent();
    if (!first || !second) throw new Error('nothing was sent');
    for (const { sid } of [second, ...others]) await outside.report(sid, 'delivered');
    await outside.report(first.sid, 'undelivered');
    await outside.report(second.sid, 'sent');
    const states = () =>
      product.rows<{ status: string; n: number }>(
        `select status, count(*)::int as n from phone_communications
          where purpose = 'marketing' group by status order by status`,
      );
    await expect.poll(states).toEqual([
      { status: 'delivered', n: floridians - 1 },
      { status: 'failed', n: 1 },
    ]);
  });

  it('hears replies and opt-outs, and answers an opt-out once', async () => {
    const [, willing, leaving] = await outside.sent();
    if (!willing || !leaving) throw new Error('nothing was sent');
    await outside.write(willing.to, 'Quanto fica para dois?');
    await outside.write(leaving.to, 'PARE');
    await expect
      .poll(async () => JSON.stringify(await outside.slack.history(channel('replies').id)), {
        timeout: 10_000,
      })
      .toContain('Quanto fica para dois?');
    expect(await product.rows('select phone from suppressions')).toEqual([{ phone: leaving.to }]);
    await outside.write(leaving.to, 'PARE');
    const confirmations = `select 1 from phone_communications where purpose = 'confirmation'`;
    expect(await product.rows(confirmations)).toHaveLength(1);
  });

  it('posts the digest of the day with its charts the next morning', async () => {
    shift += nextMorning(lawfulTuesday(), 8, 45).getTime() - lawfulTuesday().getTime();
    const digest = async () => (await outside.slack.history(channel('campaigns-digest').id))[0];
    await expect
      .poll(async () => JSON.stringify(await digest()), { timeout: 30_000 })
      .toContain(name);
    const images = JSON.stringify((await digest())?.blocks).match(/"slack_file":\{"id":"F\w+"/g);
    expect(images).toHaveLength(2);
    expect(JSON.stringify(await digest())).not.toMatch(/simulated/i);
    expect(product.troubles()).toEqual([]);
  }, 40_000);
});
