import { Decimal } from '../../../shared/money.ts';

/** A text the pretend carrier took, in either direction: its own log. */
export type CarrierRecord = {
  sid: string;
  direction: 'outbound-api' | 'outbound-reply' | 'inbound';
  to: string;
  from: string | null;
  messagingServiceSid: string | null;
  body: string;
  status: string;
  errorCode: string | null;
  segments: number;
  /** Dollars; null until the carrier has made its bill. */
  price: string | null;
  statusCallback: string | null;
  validForSeconds: number | null;
  /** Real clock, ISO. */
  createdAt: string;
  updatedAt: string;
  sentAt: string | null;
  /** What the product's clock showed, for the page. */
  shownAt: string;
};

export const isFinalStatus = (status: string): boolean =>
  ['delivered', 'undelivered', 'failed', 'read', 'received', 'canceled'].includes(status);

/** Twilio dates resources like e-mail: `Thu, 24 Aug 2023 05:01:45 +0000`. */
const rfc2822 = (iso: string | null): string | null =>
  iso === null ? null : new Date(iso).toUTCString().replace('GMT', '+0000');

/** A message as Twilio's API shows it. A service's message has 0 segments until it is under way. */
export function asResource(record: CarrierRecord, accountSid: string) {
  const waiting = record.status === 'accepted' || record.status === 'queued';
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${record.sid}.json`;
  return {
    sid: record.sid,
    account_sid: accountSid,
    messaging_service_sid: record.messagingServiceSid,
    api_version: '2010-04-01',
    to: record.to,
    from: record.from,
    body: record.body,
    status: record.status,
    direction: record.direction,
    num_segments: record.messagingServiceSid && waiting ? '0' : String(record.segments),
    num_media: '0',
    price: record.price === null ? null : new Decimal(record.price).neg().toFixed(5),
    price_unit: 'USD',
    error_code: record.errorCode === null ? null : Number(record.errorCode),
    error_message: null,
    date_created: rfc2822(record.createdAt),
    date_updated: rfc2822(record.updatedAt),
    date_sent: rfc2822(record.sentAt),
    uri,
    subresource_uris: { media: uri.replace('.json', '/Media.json') },
  };
}
