export type { TwilioAccount, TwilioConnection } from './client.ts';
export {
  type LookupPackage,
  lookupPackages,
  type TwilioLookupOptions,
  twilioLookup,
} from './lookup.ts';
export { twilioSignatureCheck, type WebhookSignature } from './signature.ts';
export { type TwilioSmsOptions, twilioSms } from './sms.ts';
export { carrierStatus } from './status.ts';
