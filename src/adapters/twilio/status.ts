import type { CarrierStatus } from '../../features/delivery/index.ts';

/** Twilio's message states, folded. `canceled` is a message that Twilio will not send any more. */
const folded: Readonly<Record<string, CarrierStatus>> = {
  accepted: 'accepted',
  scheduled: 'accepted',
  queued: 'accepted',
  sending: 'accepted',
  sent: 'sent',
  delivered: 'delivered',
  partially_delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

/** Null for a state that says nothing about an outbound message (or that we do not know). */
export const carrierStatus = (status: string): CarrierStatus | null => folded[status] ?? null;
