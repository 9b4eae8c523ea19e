export type { HttpLog } from './errors.ts';
export { createMetrics, type Health, operations } from './operations.ts';
export { type TwilioWebhookNeeds, twilioWebhooks } from './twilio-webhooks.ts';
