/** `call` is a prerecorded marketing call. */
export const channels = ['sms', 'whatsapp', 'call'] as const;
export type Channel = (typeof channels)[number];
