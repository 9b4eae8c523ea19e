import { createEmulator } from 'emulate';
import { twilioSms } from '../../../src/adapters/twilio/index.ts';
import { describeCarrier } from '../../contracts/carrier.ts';
import { carrierDesk } from '../../support/carrier.ts';
import { deadPort } from '../../support/http-server.ts';

describeCarrier('the twilio client on the pretend carrier', async () => {
  const desk = await carrierDesk();
  return { carrier: desk.sms, close: desk.close };
});

describeCarrier('the twilio client on an independent double of Twilio', async () => {
  const emulator = await createEmulator({ service: 'twilio', port: await deadPort() });
  return {
    carrier: twilioSms({
      accountSid: `AC${'0'.repeat(32)}`,
      authToken: 'twilio_test_auth_token',
      apiUrl: emulator.url,
      messagingServiceSid: null,
      from: '+15551234567',
      publicUrl: 'https://bot.example',
      simulated: true,
    }),
    close: () => emulator.close(),
  };
});
