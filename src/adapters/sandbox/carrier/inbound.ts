import { randomBytes } from 'node:crypto';
import { countSms } from '../../../features/campaigns/index.ts';
import type { Clock } from '../../../shared/clock.ts';
import type { CarrierLog } from './carrier-log.ts';
import type { OptOutHandling } from './carrier-options.ts';
import { carrierAnswers, carrierKeyword } from './people.ts';
import type { CarrierRecord } from './record.ts';
import type { WebhookCaller } from './webhook-caller.ts';

export const newSid = (): string => `SM${randomBytes(16).toString('hex')}`;

export type InboundNeeds = {
  log: CarrierLog;
  caller: WebhookCaller;
  accountSid: string;
  inboundUrl: string;
  from: string;
  handling: OptOutHandling;
  realClock: Clock;
  clock: Clock;
};

/** Texts from people to us: the signed webhook, and what its answer sends back. */
export function createInbound(needs: InboundNeeds) {
  const { log, caller, handling, from: ourNumber } = needs;
  const blocked = new Set<string>();

  function record(part: Pick<CarrierRecord, 'direction' | 'to' | 'from' | 'body' | 'status'>) {
    const now = needs.realClock.now().toISOString();
    const full: CarrierRecord = {
      ...part,
      sid: newSid(),
      messagingServiceSid: null,
      errorCode: null,
      segments: countSms(part.body).segments,
      price: null,
      statusCallback: null,
      validForSeconds: null,
      createdAt: now,
      updatedAt: now,
      sentAt: now,
      shownAt: needs.clock.now().toISOString(),
    };
    log.add(full);
    return full;
  }

  const answer = (phone: string, body: string) =>
    record({ direction: 'outbound-reply', to: phone, from: ourNumber, body, status: 'delivered' });

  /** STOP blocks the number at the carrier, START frees it. True when the number can be written to. */
  function heed(phone: string, body: string): void {
    const keyword = handling === 'none' ? null : carrierKeyword(body);
    if (keyword === 'STOP') blocked.add(phone);
    if (keyword === 'START') blocked.delete(phone);
  }

  return {
    isBlocked: (phone: string): boolean => blocked.has(phone),

    /** After a restart: who had opted out at the carrier. */
    restore(records: readonly CarrierRecord[]): void {
      for (const one of records) {
        if (one.direction === 'inbound') heed(one.from ?? '', one.body);
      }
    },

    /** Resolves when the app has answered (or all retries failed). */
    async receive(phone: string, body: string): Promise<void> {
      const keyword = handling === 'none' ? null : carrierKeyword(body);
      const text = record({
        direction: 'inbound',
        to: ourNumber,
        from: phone,
        body,
        status: 'received',
      });
      heed(phone, body);
      if (keyword) answer(phone, carrierAnswers[keyword]);
      const params: Record<string, string> = {
        MessageSid: text.sid,
        SmsSid: text.sid,
        SmsMessageSid: text.sid,
        AccountSid: needs.accountSid,
        From: phone,
        To: ourNumber,
        Body: body,
        NumMedia: '0',
        NumSegments: String(text.segments),
        FromCountry: 'US',
        ToCountry: 'US',
        ApiVersion: '2010-04-01',
      };
      if (handling === 'advanced' && keyword) params.OptOutType = keyword;
      const response = await caller.call(needs.inboundUrl, params);
      if (blocked.has(phone)) return;
      for (const reply of messagesIn(response?.body ?? '')) answer(phone, reply);
    },
  };
}

/** The texts in a TwiML answer: `<Response><Message>…</Message></Response>`. */
export const messagesIn = (twiml: string): string[] =>
  [...twiml.matchAll(/<Message\b[^>]*>(?:\s*<Body>)?([\s\S]*?)(?:<\/Body>\s*)?<\/Message>/g)].map(
    ([, text]) => unescaped(text ?? '').trim(),
  );

const unescaped = (xml: string): string =>
  xml
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
