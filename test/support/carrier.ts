import express from 'express';
import {
  calmOdds,
  createSandboxCarrier,
  instantPace,
  type SandboxCarrier,
  type SandboxCarrierOptions,
} from '../../src/adapters/sandbox/carrier/index.ts';
import { twilioSms } from '../../src/adapters/twilio/index.ts';
import type { Carrier, OutboundMessage } from '../../src/features/delivery/index.ts';
import { serve } from './http-server.ts';

export const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'a-test-token' };

export type Webhook = {
  path: string;
  params: Record<string, string>;
  signature: string;
};

export type CarrierDesk = {
  url: string;
  carrier: SandboxCarrier;
  sms: Carrier;
  /** What the carrier called back, in the order in which it arrived. */
  webhooks: Webhook[];
  /** What the app says to the next webhooks; default 204 and an empty TwiML. */
  answers: { status: number; body?: string }[];
  close(): Promise<void>;
};

/** The pretend carrier on a port of its own, and the real client that talks to it. */
export async function carrierDesk(
  options: Partial<SandboxCarrierOptions> & { timeoutMs?: number; from?: string | undefined } = {},
): Promise<CarrierDesk> {
  const webhooks: Webhook[] = [];
  const answers: { status: number; body?: string }[] = [];
  const app = express();
  const served = await serve(app);
  const { timeoutMs, ...rest } = options;
  const carrier = createSandboxCarrier({
    ...account,
    inboundUrl: `${served.url}/webhooks/twilio/inbound`,
    odds: calmOdds,
    pace: instantPace,
    retryDelaysMs: [10, 20, 40],
    ...rest,
  });
  app.use('/sandbox/carrier', carrier.router);
  app.use('/webhooks/twilio', express.urlencoded({ extended: false }), (request, response) => {
    webhooks.push({
      path: request.originalUrl,
      params: request.body,
      signature: request.header('x-twilio-signature') ?? '',
    });
    const { status, body } = answers.shift() ?? { status: 200 };
    response
      .status(status)
      .type('text/xml')
      .send(body ?? '<Response/>');
  });
  const sms = twilioSms({
    ...account,
    apiUrl: `${served.url}/sandbox/carrier`,
    messagingServiceSid: `MG${'2'.repeat(32)}`,
    from: null,
    publicUrl: served.url,
    simulated: true,
    ...(timeoutMs ? { timeoutMs } : {}),
  });
  return {
    url: served.url,
    carrier,
    sms,
    webhooks,
    answers,
    async close() {
      await carrier.close();
      await served.close();
    },
  };
}

let sent = 0;

export function aMessage(part: Partial<OutboundMessage> = {}): OutboundMessage {
  sent += 1;
  return {
    channel: 'sms',
    to: '+12035550123',
    body: `Fly2Any: Lisboa ${sent}`,
    callbackToken: `token-${sent}`,
    validForSeconds: 3_600,
    ...part,
  };
}
