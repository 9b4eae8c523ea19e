import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import twilio from 'twilio';
import { afterEach, expect, it } from 'vitest';
import { fileJournal, usualOdds } from '../../../../src/adapters/sandbox/carrier/index.ts';
import { account, aMessage, type CarrierDesk, carrierDesk } from '../../../support/carrier.ts';

let desk: CarrierDesk | null = null;
afterEach(async () => {
  await desk?.close();
  desk = null;
});

const statuses = (from: CarrierDesk, token: string) =>
  from.webhooks
    .filter(({ path }) => path.endsWith(`t=${token}`))
    .map(({ params }) => params.MessageStatus);

it('tells every state of a message with a signature that the real validator accepts', async () => {
  desk = await carrierDesk();
  await desk.sms.send(aMessage({ callbackToken: 'abc' }));
  await expect.poll(() => desk && statuses(desk, 'abc')).toEqual(['queued', 'sent', 'delivered']);
  for (const { path, params, signature } of desk.webhooks) {
    expect(twilio.validateRequest(account.authToken, signature, `${desk.url}${path}`, params)).toBe(
      true,
    );
  }
});

it('calls again when the app did not take a callback', async () => {
  desk = await carrierDesk({ queuedCallbacks: false });
  desk.answers.push({ status: 500 }, { status: 503 });
  await desk.sms.send(aMessage({ callbackToken: 'again' }));
  await expect.poll(() => desk?.webhooks.length).toBe(4);
  expect(statuses(desk, 'again')).toContain('delivered');
});

it('can call back before it has answered, twice, or not at all', async () => {
  desk = await carrierDesk({ queuedCallbacks: false });
  desk.carrier.setFaults({
    onCreate: () => 'callbacks-first',
    onCallback: (n) => (n === 1 ? 'drop' : 'twice'),
  });
  await desk.sms.send(aMessage({ callbackToken: 'first' }));
  expect(statuses(desk, 'first')).toEqual(['delivered', 'delivered']);
});

it('makes the same of the same numbers, about as often as its odds say', async () => {
  const fates = async () => {
    const one = await carrierDesk({ odds: { ...usualOdds, replies: 0, optOuts: 0 } });
    const sent = Array.from({ length: 400 }, (_, n) => `+1203555${String(n).padStart(4, '0')}`);
    await Promise.all(sent.map((to) => one.sms.send(aMessage({ to, body: 'oi' }))));
    await expect
      .poll(() => one.carrier.log().every(({ status }) => /delivered/.test(status)), {
        timeout: 10_000,
      })
      .toBe(true);
    const fate = new Map(one.carrier.log().map(({ to, errorCode }) => [to, errorCode]));
    await one.close();
    return sent.map((to) => fate.get(to) ?? null);
  };
  const [first, second] = [await fates(), await fates()];
  expect(first).toEqual(second);
  const failed = first.filter((code) => code !== null).length;
  expect(failed / first.length).toBeGreaterThan(0.02);
  expect(failed / first.length).toBeLessThan(0.12);
});

it('carries what a person answers to the app, and the answer of the app to the person', async () => {
  desk = await carrierDesk();
  desk.answers.push({
    status: 200,
    body: '<Response><Message>A &amp; B &lt;3</Message></Response>',
  });
  await desk.carrier.phones.reply('+12035550123', 'PARE');
  const [inbound] = desk.webhooks;
  expect(inbound?.params).toMatchObject({ From: '+12035550123', Body: 'PARE', NumMedia: '0' });
  expect(
    desk.carrier.phones.thread('+12035550123').map(({ direction, body }) => [direction, body]),
  ).toEqual([
    ['out', 'PARE'],
    ['in', 'A & B <3'],
  ]);
});

it('lets simulated people answer by themselves, and go silent after an opt-out', async () => {
  desk = await carrierDesk({
    odds: {
      ...usualOdds,
      optOuts: 1,
      replies: 0,
      failures: { '30003': 0, '30005': 0, '30006': 0, '30007': 0, '30008': 0 },
      blocked: 0,
    },
  });
  await desk.sms.send(aMessage());
  await expect.poll(() => desk?.carrier.stats().inbound).toBe(1);
  await desk.sms.send(aMessage());
  await expect.poll(() => desk?.carrier.stats().byStatus.delivered).toBe(2);
  expect(desk.carrier.stats().inbound).toBe(1);
});

it('blocks a number that opted out at the carrier, and says so in the webhook', async () => {
  desk = await carrierDesk({ optOutHandling: 'advanced' });
  await desk.carrier.phones.reply('+12035550123', 'Stop');
  expect(desk.webhooks[0]?.params.OptOutType).toBe('STOP');
  expect(await desk.sms.send(aMessage())).toMatchObject({ kind: 'refused', errorCode: '21610' });
  await desk.carrier.phones.reply('+12035550123', 'START');
  expect(await desk.sms.send(aMessage())).toMatchObject({ kind: 'accepted' });
});

it('counts as a duplicate only what was accepted again without having failed', async () => {
  desk = await carrierDesk({
    odds: {
      ...usualOdds,
      blocked: 0,
      replies: 0,
      optOuts: 0,
      failures: { '30003': 1, '30005': 0, '30006': 0, '30007': 0, '30008': 0 },
    },
  });
  const message = aMessage();
  await desk.sms.send(message);
  await expect.poll(() => desk?.carrier.log()[0]?.status).toBe('undelivered');
  await desk.sms.send(message);
  expect(desk.carrier.stats().duplicates).toBe(0);
  await desk.close();
  desk = await carrierDesk();
  await desk.sms.send(message);
  await desk.sms.send(message);
  expect(desk.carrier.stats().duplicates).toBe(1);
});

it('goes on after a restart where it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'carrier-'));
  const journal = () => fileJournal(join(folder, 'carrier.jsonl'));
  const before = await carrierDesk({ journal: journal(), pace: { sent: [60_000, 60_000] } });
  const message = aMessage();
  await before.sms.send(message);
  await before.close();
  desk = await carrierDesk({ journal: journal() });
  await desk.carrier.start();
  expect(desk.carrier.log().map(({ body }) => body)).toEqual([message.body]);
  await expect.poll(() => desk?.carrier.log()[0]?.status).toBe('delivered');
  await desk.close();
  await rm(folder, { recursive: true });
});

it('answers nobody without the credentials', async () => {
  desk = await carrierDesk();
  const response = await fetch(`${desk.url}/sandbox/carrier/log`);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 20003, status: 401 });
});
