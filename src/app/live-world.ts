import { twilioLookup, twilioSignatureCheck, twilioSms } from '../adapters/twilio/index.ts';
import type { LiveConfig } from './config.ts';
import type { World } from './world.ts';

/** Slack and Twilio as configured. Each `*_API_URL` may point at another server with the same API. */
export function liveWorld(config: LiveConfig, role: 'web' | 'worker' | 'all'): World {
  const { slack, carrier } = config;
  if (carrier.kind !== 'twilio') {
    throw new Error(
      'Cannot start: real Slack with the simulated carrier is not built yet. Set CARRIER=twilio, or leave the SLACK_* names out for the sandbox.',
    );
  }
  const { twilio, publicUrl } = carrier;
  const account = {
    accountSid: twilio.accountSid,
    authToken: twilio.authToken,
    apiUrl: twilio.apiUrl,
  };
  const { door } = slack;
  return {
    slack: { token: slack.botToken, apiUrl: slack.apiUrl, channels: slack.channels },
    door:
      role === 'worker'
        ? null
        : (express) => (door.kind === 'socket' ? door : { ...door, express }),
    carrier: twilioSms({
      ...account,
      messagingServiceSid: twilio.messagingServiceSid,
      from: twilio.smsFrom,
      publicUrl,
      simulated: false,
    }),
    lookup: twilioLookup({ ...account, simulated: false }),
    verifyTwilio: twilioSignatureCheck({ authToken: twilio.authToken, publicUrl }),
    // A low-volume 10DLC brand: 3.75 segments a second over all carriers, 2,000 a day at T-Mobile.
    sender: { perSecond: 3.75, dayLimit: 2_000 },
    members: slack.admins.map((userId) => ({ userId, role: 'admin' as const })),
    simulated: false,
    begin: async () => {},
    close: async () => {},
  };
}
