import express from 'express';
import {
  calmOdds,
  createSandboxCarrier,
  instantPace,
} from '../../src/adapters/sandbox/carrier/index.ts';
import { listening } from './http.ts';

/** The pretend carrier in a process of its own; its callbacks end in a handler that does nothing. */
const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'a-token-of-the-bench' };
const app = express();
const { url } = await listening(app);
const carrier = createSandboxCarrier({
  ...account,
  inboundUrl: `${url}/webhooks/twilio/inbound`,
  odds: calmOdds,
  // Callbacks begin when a round is over: what they cost the carrier is not part of sending.
  pace: { ...instantPace, sent: [4_000, 4_500] },
});
app.use('/carrier', carrier.router);
app.post('/webhooks/twilio/status', (_request, response) => void response.status(204).end());
app.get('/stats', (_request, response) => void response.json(carrier.stats()));
process.send?.({ ...account, url, apiUrl: `${url}/carrier` });
