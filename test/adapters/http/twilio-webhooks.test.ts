import express from 'express';
import twilio from 'twilio';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { twilioWebhooks } from '../../../src/adapters/http/index.ts';
import { carrierStatus, twilioSignatureCheck } from '../../../src/adapters/twilio/index.ts';
import type { InboundMessage } from '../../../src/features/conversations/index.ts';
import type { Receipt } from '../../../src/features/delivery/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { serve, type TestServer } from '../../support/http-server.ts';

const authToken = 'the-auth-token';
const publicUrl = 'https://bot.example/app';
const now = new Date('2026-11-24T15:05:00Z');

let server: TestServer;
let receipts: Receipt[];
let texts: InboundMessage[];
let logged: string[];
let failure: Error | null;
let reply: string | null;

beforeEach(async () => {
  [receipts, texts, logged, failure, reply] = [[], [], [], null, null];
  const note = (details: object, text: string) => {
    logged.push(JSON.stringify({ ...details, text }));
  };
  const app = express();
  app.use(
    '/app/webhooks/twilio',
    twilioWebhooks({
      verify: twilioSignatureCheck({ authToken, publicUrl: 'https://bot.example' }),
      statusOf: carrierStatus,
      delivery: {
        async receive(receipt) {
          if (failure) throw failure;
          receipts.push(receipt);
        },
      },
      conversations: {
        async receive(message) {
          if (failure) throw failure;
          texts.push(message);
          return { reply };
        },
      },
      clock: { now: () => now },
      log: { info: note, warn: note, error: note },
    }),
  );
  server = await serve(app);
});
afterEach(() => server.close());

const signature = (path: string, params: Record<string, string>, token = authToken) =>
  twilio.getExpectedTwilioSignature(token, `${publicUrl}${path}`, params);

const post = (path: string, params: Record<string, string>, signed = signature(path, params)) =>
  fetch(`${server.url}/app${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': signed,
    },
    body: new URLSearchParams(params).toString(),
  });

const status = { MessageSid: 'SM1', MessageStatus: 'undelivered', ErrorCode: '30005' };
const inbound = { MessageSid: 'SM9', From: '+12035550123', To: '+18605550100', Body: 'PARE!' };

it('hands a receipt on with the token of the attempt', async () => {
  const response = await post('/webhooks/twilio/status?t=tok%26en', status);
  expect(response.status).toBe(204);
  expect(receipts).toEqual([
    { token: 'tok&en', carrierId: 'SM1', status: 'failed', errorCode: '30005' },
  ]);
});

it('answers a text with what the conversation says, as TwiML', async () => {
  reply = 'A & B <3 "ok"';
  const response = await post('/webhooks/twilio/inbound', inbound);
  expect(response.headers.get('content-type')).toContain('text/xml');
  expect(await response.text()).toContain(
    '<Response><Message>A &amp; B &lt;3 &quot;ok&quot;</Message></Response>',
  );
  expect(texts).toEqual([
    {
      carrierId: 'SM9',
      channel: 'sms',
      from: '+12035550123',
      to: '+18605550100',
      body: 'PARE!',
      optOutType: null,
      at: now,
    },
  ]);
});

it('answers with an empty TwiML when there is nothing to say', async () => {
  const response = await post('/webhooks/twilio/inbound', { ...inbound, OptOutType: 'STOP' });
  expect(await response.text()).toContain('<Response></Response>');
  expect(texts[0]?.optOutType).toBe('STOP');
});

it('reads WhatsApp addresses as numbers', async () => {
  await post('/webhooks/twilio/inbound', { ...inbound, From: 'whatsapp:+5511987654321' });
  expect(texts[0]).toMatchObject({ channel: 'whatsapp', from: '+5511987654321' });
});

it.each([
  ['no signature', ''],
  ['a made-up signature', 'Zm9yZ2Vk'],
  ['the signature of another token', 'other'],
  ['the signature of another address', 'address'],
])('turns away a text with %s and says nothing of it', async (_name, kind) => {
  const path = '/webhooks/twilio/inbound';
  const signed =
    kind === 'other'
      ? signature(path, inbound, 'stolen')
      : kind === 'address'
        ? signature('/webhooks/twilio/status', inbound)
        : kind;
  const response = await post(path, inbound, signed);
  expect(response.status).toBe(403);
  expect(texts).toEqual([]);
  expect(logged.join()).not.toContain('PARE');
  expect(logged.join()).not.toContain('5550123');
  expect(logged).toHaveLength(1);
});

it('turns away a text that was changed on the way', async () => {
  const signed = signature('/webhooks/twilio/inbound', inbound);
  const response = await post('/webhooks/twilio/inbound', { ...inbound, Body: 'START' }, signed);
  expect(response.status).toBe(403);
});

it.each([
  [new Refusal('unavailable', 'x.y'), 503],
  [new Refusal('not-found', 'x.y'), 200],
  [new Refusal('invalid', 'x.y'), 400],
  [new Error('a bug'), 500],
])('lets the carrier come again where that can help: %s', async (error, expected) => {
  failure = error;
  expect((await post('/webhooks/twilio/status?t=1', status)).status).toBe(expected);
});

it('does not let the carrier come again for what we cannot read', async () => {
  const strange = { ...status, MessageStatus: 'teleported' };
  expect((await post('/webhooks/twilio/status?t=1', strange)).status).toBe(204);
  const shortCode = { ...inbound, From: '22395' };
  expect((await post('/webhooks/twilio/inbound', shortCode)).status).toBe(204);
  expect([receipts, texts]).toEqual([[], []]);
});

it('refuses a body that is far too large', async () => {
  const response = await post('/webhooks/twilio/inbound', { ...inbound, Body: 'x'.repeat(90_000) });
  expect(response.status).toBe(413);
});
