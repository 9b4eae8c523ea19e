import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { twilioSms } from '../../../src/adapters/twilio/index.ts';
import { account, aMessage, type CarrierDesk, carrierDesk } from '../../support/carrier.ts';
import { deadPort, serve } from '../../support/http-server.ts';

let desk: CarrierDesk;
beforeEach(async () => {
  desk = await carrierDesk({ timeoutMs: 400 });
});
afterEach(() => desk.close());

const smsAt = (apiUrl: string, timeoutMs = 400) =>
  twilioSms({
    ...account,
    apiUrl,
    messagingServiceSid: null,
    from: '+18605550100',
    publicUrl: 'https://bot.example',
    simulated: false,
    timeoutMs,
  });

it.each([
  ['timeout-after-accept', { kind: 'unknown', cause: 'timeout', httpStatus: null }, 1],
  ['reset-after-accept', { kind: 'unknown', cause: 'reset', httpStatus: null }, 1],
  ['reset-before-accept', { kind: 'unknown', cause: 'reset', httpStatus: null }, 0],
  ['500-after-accept', { kind: 'unknown', cause: 'server-error', httpStatus: 500 }, 1],
  ['500-not-accepted', { kind: 'unknown', cause: 'server-error', httpStatus: 500 }, 0],
  ['429', { kind: 'refused', httpStatus: 429, errorCode: '20429', retryAfterMs: 1_000 }, 0],
] as const)('says after %s only what it knows', async (fault, answer, accepted) => {
  desk.carrier.setFaults({ onCreate: () => fault });
  expect(await desk.sms.send(aMessage())).toEqual(answer);
  expect(desk.carrier.stats().accepted).toBe(accepted);
});

it('calls a definite no of the carrier by its code', async () => {
  desk.carrier.setFaults({ onCreate: () => ({ status: 400, code: 21610 }) });
  expect(await desk.sms.send(aMessage())).toEqual({
    kind: 'refused',
    httpStatus: 400,
    errorCode: '21610',
    retryAfterMs: null,
  });
});

it.each([
  [{ 'retry-after': '7' }, 7_000],
  [
    { 'retry-after': 'Tue, 24 Nov 2026 15:06:30 GMT', date: 'Tue, 24 Nov 2026 15:05:00 GMT' },
    90_000,
  ],
  [{ 'retry-after': 'soon' }, null],
  [{}, null],
])('reads how long it was asked to wait: %j', async (headers, retryAfterMs) => {
  const busy = await serve((_request, response) => {
    response.writeHead(429, { 'content-type': 'application/json', ...headers });
    response.end('{"code":20429}');
  });
  expect(await smsAt(busy.url).send(aMessage())).toMatchObject({ kind: 'refused', retryAfterMs });
  await busy.close();
});

it('knows that nothing was sent when nobody listens there', async () => {
  const nobody = { kind: 'refused', httpStatus: null, errorCode: null, retryAfterMs: null };
  const port = await deadPort();
  expect(await smsAt(`http://127.0.0.1:${port}`).send(aMessage())).toEqual(nobody);
  expect(await smsAt('http://no-such-host.invalid').send(aMessage())).toEqual(nobody);
});

it('knows that nothing was sent when the secure connection never came about', async () => {
  const rude = createServer((socket) => socket.destroy());
  await new Promise<void>((done) => rude.listen(0, '127.0.0.1', done));
  const address = rude.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await smsAt(`https://127.0.0.1:${port}`).send(aMessage())).toMatchObject({
    kind: 'refused',
    httpStatus: null,
  });
  await new Promise((done) => rude.close(done));
});

it('does not take its credentials along a redirect', async () => {
  const visits: string[] = [];
  const elsewhere = await serve((request, response) => {
    visits.push(request.headers.authorization ?? '');
    response.writeHead(201).end('{}');
  });
  const moved = await serve((_request, response) => {
    response.writeHead(307, { location: elsewhere.url }).end();
  });
  expect(await smsAt(moved.url).send(aMessage())).toEqual({
    kind: 'unknown',
    cause: 'server-error',
    httpStatus: 307,
  });
  expect(visits).toEqual([]);
  await Promise.all([moved.close(), elsewhere.close()]);
});

it('counts on nothing when a proxy answers in its own words', async () => {
  const proxy = await serve((_request, response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
  });
  expect(await smsAt(proxy.url).send(aMessage())).toEqual({
    kind: 'unknown',
    cause: 'server-error',
    httpStatus: 502,
  });
  await proxy.close();
});

it('sends what the carrier needs and nothing about the person', async () => {
  const seen: Record<string, string>[] = [];
  desk.carrier.setFaults({
    onCreate: (_n, params) => {
      seen.push({ ...params });
      return 'ok';
    },
  });
  await desk.sms.send(
    aMessage({ body: 'Olá, não!', validForSeconds: 90_000, callbackToken: 'a&b' }),
  );
  expect(seen).toEqual([
    {
      To: '+12035550123',
      MessagingServiceSid: `MG${'2'.repeat(32)}`,
      Body: 'Olá, não!',
      StatusCallback: `${desk.url}/webhooks/twilio/status?t=a%26b`,
      ValidityPeriod: '36000',
    },
  ]);
});

it('knows the price and the segments once the carrier does', async () => {
  const answer = await desk.sms.send(aMessage({ body: 'ã'.repeat(71) }));
  if (answer.kind !== 'accepted') throw new Error('not accepted');
  expect(answer.segments).toBeNull();
  await expect
    .poll(async () => (await desk.sms.fetch(answer.carrierId))?.price?.toFixed(4))
    .toBe('0.0218');
  expect(await desk.sms.fetch(answer.carrierId)).toMatchObject({
    status: 'delivered',
    segments: 2,
  });
});

it('says that the carrier cannot be asked, and does not mistake that for an unknown id', async () => {
  const sms = smsAt(`http://127.0.0.1:${await deadPort()}`);
  await expect(sms.fetch(`SM${'0'.repeat(32)}`)).rejects.toMatchObject({ kind: 'unavailable' });
});

it('keeps apart what waits for a connection from what was sent', async () => {
  let received = 0;
  const hanging = await serve(() => {
    received += 1;
  });
  const sms = twilioSms({
    ...account,
    apiUrl: hanging.url,
    messagingServiceSid: null,
    from: '+18605550100',
    publicUrl: 'https://bot.example',
    simulated: false,
    timeoutMs: 300,
    maxSockets: 1,
  });
  const answers = await Promise.all(Array.from({ length: 6 }, () => sms.send(aMessage())));
  const unknown = answers.filter(({ kind }) => kind === 'unknown');
  const refused = answers.filter(({ kind }) => kind === 'refused');
  // The connection that the first one gives up may still be had by another just before its own end.
  expect(unknown.length).toBeGreaterThanOrEqual(Math.max(1, received));
  expect(refused.length).toBeGreaterThanOrEqual(1);
  expect(unknown.length + refused.length).toBe(6);
  await hanging.close();
});
