import type { Request, Response } from 'express';
import { countSms, maxBodyLength } from '../../../features/campaigns/index.ts';
import type { Clock } from '../../../shared/clock.ts';
import { fail } from './api.ts';
import type { CarrierLog } from './carrier-log.ts';
import type { CreateFault, Faults } from './faults.ts';
import { newSid } from './inbound.ts';
import { asResource, type CarrierRecord } from './record.ts';

type Params = Readonly<Record<string, string>>;
type Problem = readonly [status: number, code: number, message: string];

export type CreateNeeds = {
  accountSid: string;
  log: CarrierLog;
  realClock: Clock;
  clock: Clock;
  faults: () => Faults;
  isBlocked: (phone: string) => boolean;
  /** Resolves when the message is final and all is told. */
  run: (record: CarrierRecord) => Promise<void>;
};

/** Accepts or refuses a message, with the faults a test asked for. */
export function createMessages(needs: CreateNeeds) {
  const { log } = needs;
  let calls = 0;

  function accept(params: Params): CarrierRecord {
    const now = needs.realClock.now().toISOString();
    const service = params.MessagingServiceSid ?? null;
    const validity = Number(params.ValidityPeriod ?? '');
    const record: CarrierRecord = {
      sid: newSid(),
      direction: 'outbound-api',
      to: params.To ?? '',
      from: service ? null : (params.From ?? null),
      messagingServiceSid: service,
      body: params.Body ?? '',
      status: service ? 'accepted' : 'queued',
      errorCode: null,
      segments: countSms(params.Body ?? '').segments,
      price: null,
      statusCallback: params.StatusCallback ?? null,
      validForSeconds: Number.isFinite(validity) && validity > 0 ? validity : null,
      createdAt: now,
      updatedAt: now,
      sentAt: null,
      shownAt: needs.clock.now().toISOString(),
    };
    log.add(record);
    return record;
  }

  return async (params: Params, request: Request, response: Response): Promise<void> => {
    calls += 1;
    const fault = needs.faults().onCreate?.(calls, params) ?? 'ok';
    if (refusedByFault(fault, request, response)) return;
    const problem =
      problemOf(params) ?? (needs.isBlocked(params.To ?? '') ? blocked(params) : null);
    if (problem) {
      fail(response, ...problem);
      return;
    }
    const record = accept(params);
    const asAccepted = asResource(record, needs.accountSid);
    if (fault === 'callbacks-first') await needs.run(record);
    else void needs.run(record);
    if (fault === 'timeout-after-accept') return;
    if (fault === 'reset-after-accept') request.socket.destroy();
    else if (fault === '500-after-accept') fail(response, 500, 20500, 'Internal Server Error');
    else {
      if (typeof fault === 'object' && 'delayMs' in fault) await later(fault.delayMs);
      response.status(201).json(asAccepted);
    }
  };
}

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

function refusedByFault(fault: CreateFault, request: Request, response: Response): boolean {
  if (fault === 'reset-before-accept') {
    request.socket.destroy();
    return true;
  }
  if (fault === '500-not-accepted') {
    fail(response, 500, 20500, 'Internal Server Error');
    return true;
  }
  if (fault === '429') {
    response.setHeader('Retry-After', '1');
    fail(response, 429, 20429, 'Too Many Requests');
    return true;
  }
  if (typeof fault === 'object' && 'status' in fault) {
    fail(response, fault.status, fault.code, 'A fault of the test');
    return true;
  }
  return false;
}

const blocked = (params: Params): Problem => [
  400,
  21610,
  `Message cannot be sent with the current combination of 'To' (${params.To}) and/or 'From' parameters because the recipient has opted out`,
];

function problemOf(params: Params): Problem | null {
  const { To: to, Body: body = '', From: from, MessagingServiceSid: service } = params;
  const validity = params.ValidityPeriod;
  if (!to) return [400, 21604, "A 'To' phone number is required."];
  if (!from && !service) return [400, 21603, "A 'From' phone number is required."];
  if (!/^\+[1-9]\d{6,14}$/.test(to) || (to.startsWith('+1') && to.length !== 12)) {
    return [400, 21211, `Invalid 'To' Phone Number: ${to}`];
  }
  if (body === '') return [400, 21602, 'Message body is required.'];
  if (body.length > maxBodyLength) {
    return [400, 21617, 'The concatenated message body exceeds the 1600 character limit'];
  }
  if (validity !== undefined && !(Number(validity) >= 1 && Number(validity) <= 36_000)) {
    return [400, 21621, 'ValidityPeriod must be between 1 and 36000'];
  }
  if (params.StatusCallback && !URL.canParse(params.StatusCallback)) {
    return [400, 21609, "The 'StatusCallback' URL is not a valid URL."];
  }
  return null;
}
