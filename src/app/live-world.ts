import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Application } from 'express';
import { createSandboxCarrier, fileJournal } from '../adapters/sandbox/carrier/index.ts';
import { loopbackOnly } from '../adapters/sandbox/slack/loopback-only.ts';
import { twilioLookup, twilioSignatureCheck, twilioSms } from '../adapters/twilio/index.ts';
import type { Clock } from '../shared/clock.ts';
import type { LiveConfig } from './config.ts';
import { otherLookups, pretendLookups } from './lookups.ts';
import type { World } from './world.ts';

type CarrierSide = Pick<
  World,
  'carrier' | 'lookups' | 'verifyTwilio' | 'sender' | 'simulated' | 'begin' | 'close'
>;

export type LiveNeeds = {
  express: Application;
  port: number;
  clock: Clock;
  log: { warn(details: object, text: string): void };
};

/** Slack as configured, and the carrier: Twilio only when that is said explicitly. */
export function liveWorld(config: LiveConfig, needs: LiveNeeds): World {
  const { slack, role } = config;
  const { door } = slack;
  return {
    ...(config.carrier.kind === 'twilio'
      ? twilioSide(config, config.carrier, needs)
      : pretendSide(config, needs)),
    slack: { token: slack.botToken, apiUrl: slack.apiUrl, channels: slack.channels },
    door:
      role === 'worker'
        ? null
        : (express) => (door.kind === 'socket' ? door : { ...door, express }),
    members: slack.admins.map((userId) => ({ userId, role: 'admin' as const })),
  };
}

function twilioSide(
  config: LiveConfig,
  { twilio, publicUrl }: Extract<LiveConfig['carrier'], { kind: 'twilio' }>,
  { log }: LiveNeeds,
): CarrierSide {
  const account = {
    accountSid: twilio.accountSid,
    authToken: twilio.authToken,
    apiUrl: twilio.apiUrl,
  };
  return {
    carrier: twilioSms({
      ...account,
      messagingServiceSid: twilio.messagingServiceSid,
      from: twilio.smsFrom,
      publicUrl,
      simulated: false,
    }),
    lookups: [
      twilioLookup({ ...account, simulated: false, packages: twilio.lookupPackages }),
      ...otherLookups(config, log),
    ],
    verifyTwilio: twilioSignatureCheck({ authToken: twilio.authToken, publicUrl }),
    // A low-volume 10DLC brand: 3.75 segments a second over all carriers, 2,000 a day at T-Mobile.
    sender: { perSecond: 3.75, dayLimit: 2_000 },
    simulated: false,
    begin: async () => {},
    close: async () => {},
  };
}

/** A real Slack with a pretend carrier on this machine: every card and figure says so. */
function pretendSide(config: LiveConfig, { express, port, clock, log }: LiveNeeds): CarrierSide {
  if (config.role !== 'all') {
    throw new Error(
      'Cannot start: the simulated carrier needs ROLE=all. Set CARRIER=twilio to split the process.',
    );
  }
  const publicUrl = `http://127.0.0.1:${port}`;
  const accountSid = `AC${randomBytes(16).toString('hex')}`;
  const authToken = randomBytes(16).toString('hex');
  const account = { accountSid, authToken, apiUrl: `${publicUrl}/sandbox/carrier` };
  const carrier = createSandboxCarrier({
    accountSid,
    authToken,
    inboundUrl: `${publicUrl}/webhooks/twilio/inbound`,
    journal: fileJournal(join(config.dataDir, 'sandbox', 'carrier.jsonl')),
    clock,
    queuedCallbacks: false,
    log,
  });
  express.use('/sandbox/carrier', loopbackOnly(port), carrier.router);
  return {
    carrier: twilioSms({
      ...account,
      messagingServiceSid: 'MG00000000000000000000000000000001',
      from: null,
      publicUrl,
      simulated: true,
    }),
    lookups: [...pretendLookups(account).slice(0, 1), ...otherLookups(config, log)],
    verifyTwilio: twilioSignatureCheck({ authToken, publicUrl }),
    sender: { perSecond: 400, dayLimit: null },
    simulated: true,
    begin: () => carrier.start(),
    close: () => carrier.close(),
  };
}
