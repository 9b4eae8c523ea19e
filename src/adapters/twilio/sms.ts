import type { MessageInstance } from 'twilio/lib/rest/api/v2010/account/message.js';
import type { CallAnswer, Carrier, CarrierMessage } from '../../features/delivery/index.ts';
import { Refusal } from '../../shared/errors.ts';
import { Decimal } from '../../shared/money.ts';
import {
  createTwilioClient,
  type TwilioAccount,
  type TwilioConnection,
  type TwilioFailure,
  twilioFailure,
} from './client.ts';
import { carrierStatus } from './status.ts';

export type TwilioSmsOptions = TwilioAccount &
  TwilioConnection & {
    /** The service wins when both are given. */
    messagingServiceSid: string | null;
    from: string | null;
    /** Where Twilio reaches us, without a slash at the end. */
    publicUrl: string;
    /** True when `apiUrl` is a pretend carrier. */
    simulated: boolean;
  };

/** Twilio takes 1 to 36,000 seconds. */
const longestValidity = 36_000;
const pageSize = 50;
const mostPages = 10;

/** Texts through Twilio's Messages API. */
export function twilioSms(options: TwilioSmsOptions): Carrier {
  const client = createTwilioClient(options, options);
  const sender = options.messagingServiceSid
    ? { messagingServiceSid: options.messagingServiceSid }
    : { from: options.from ?? '' };

  return {
    simulated: options.simulated,

    async send({ to, body, callbackToken, validForSeconds }): Promise<CallAnswer> {
      try {
        const message = await client.messages.create({
          ...sender,
          to,
          body,
          statusCallback: `${options.publicUrl}/webhooks/twilio/status?t=${encodeURIComponent(callbackToken)}`,
          validityPeriod: Math.min(longestValidity, Math.max(1, Math.floor(validForSeconds))),
        });
        // A 2xx without an id: something was accepted by somebody.
        if (!message.sid) return { kind: 'unknown', cause: 'server-error', httpStatus: null };
        return {
          kind: 'accepted',
          carrierId: message.sid,
          carrierStatus: message.status,
          segments: segmentsOf(message.numSegments),
        };
      } catch (error) {
        return answerOf(twilioFailure(error));
      }
    },

    async fetch(carrierId) {
      try {
        return messageOf(await client.messages(carrierId).fetch());
      } catch (error) {
        const failure = twilioFailure(error);
        if (failure?.kind === 'answered' && failure.httpStatus === 404) return null;
        throw unavailable(error, failure);
      }
    },

    /**
     * By recipient alone, newest first: Twilio's date filters go by the day it was *sent*, which a
     * message that still waits does not have.
     */
    async list({ to, after, before }) {
      try {
        const found: MessageInstance[] = [];
        let page: Paged = await client.messages.page({ to, pageSize });
        for (let pages = 1; ; pages++) {
          found.push(...page.instances);
          const oldest = page.instances.at(-1)?.dateCreated;
          const next = oldest && oldest >= after ? await page.nextPage() : undefined;
          if (!next || pages === mostPages) break;
          page = next;
        }
        return found
          .filter(({ direction }) => direction === 'outbound-api')
          .map(messageOf)
          .filter(({ createdAt }) => createdAt >= wholeSecond(after) && createdAt <= before);
      } catch (error) {
        throw unavailable(error, twilioFailure(error));
      }
    },
  };
}

type Paged = { instances: MessageInstance[]; nextPage(): Promise<Paged> | undefined };

/** Twilio dates a message by the second. */
const wholeSecond = (moment: Date): Date => new Date(Math.floor(moment.getTime() / 1000) * 1000);

function answerOf(failure: TwilioFailure | null): CallAnswer {
  // An error of our own, thrown after we handed the request over: nobody knows.
  if (failure === null) return { kind: 'unknown', cause: 'reset', httpStatus: null };
  if (failure.kind === 'never-opened') {
    return { kind: 'refused', httpStatus: null, errorCode: null, retryAfterMs: null };
  }
  if (failure.kind === 'lost') return { kind: 'unknown', cause: failure.cause, httpStatus: null };
  const { httpStatus, errorCode, retryAfterMs } = failure;
  // 408 is a time-out somewhere in between, and a redirect says nothing about the message.
  if (httpStatus < 400 || httpStatus >= 500 || httpStatus === 408) {
    return { kind: 'unknown', cause: 'server-error', httpStatus };
  }
  return { kind: 'refused', httpStatus, errorCode, retryAfterMs };
}

function messageOf(message: MessageInstance): CarrierMessage {
  return {
    carrierId: message.sid,
    to: message.to,
    body: message.body,
    status: carrierStatus(message.status) ?? 'accepted',
    errorCode: message.errorCode ? String(message.errorCode) : null,
    price: message.price ? new Decimal(message.price).abs() : null,
    segments: segmentsOf(message.numSegments),
    createdAt: message.dateCreated,
  };
}

/** Through a Messaging Service the count is 0 until the message is under way. */
function segmentsOf(count: string | null | undefined): number | null {
  const segments = Number(count ?? 0);
  return Number.isInteger(segments) && segments > 0 ? segments : null;
}

function unavailable(error: unknown, failure: TwilioFailure | null): unknown {
  if (failure === null) return error;
  return new Refusal('unavailable', 'delivery.carrier-unavailable', { carrier: 'Twilio' });
}
