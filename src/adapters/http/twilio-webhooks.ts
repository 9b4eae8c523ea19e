import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { InboundMessage } from '../../features/conversations/index.ts';
import type { CarrierStatus, Receipt } from '../../features/delivery/index.ts';
import type { Clock } from '../../shared/clock.ts';
import { type HttpLog, webhookErrors } from './errors.ts';

type Params = Readonly<Record<string, string | string[]>>;

export type TwilioWebhookNeeds = {
  /** Whether the carrier itself sent this to our public address. */
  verify(request: { signature: string; pathAndQuery: string; params: Params }): boolean;
  /** Null for a state that says nothing about an outbound message. */
  statusOf(text: string): CarrierStatus | null;
  delivery: { receive(receipt: Receipt): Promise<void> };
  conversations: { receive(message: InboundMessage): Promise<{ reply: string | null }> };
  /** Product clock: what is said now counts from now. */
  clock: Clock;
  log: HttpLog;
};

const statusForm = z.object({
  MessageSid: z.string().min(1).max(64),
  MessageStatus: z.string().min(1).max(40),
  ErrorCode: z.string().max(12).optional(),
});

const inboundForm = z.object({
  MessageSid: z.string().min(1).max(64),
  From: z.string().regex(/^(whatsapp:)?\+[1-9]\d{6,14}$/),
  To: z.string().max(80).default(''),
  Body: z.string().max(20_000).default(''),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).optional().catch(undefined),
});

/**
 * `/status` and `/inbound`, to be mounted at `/webhooks/twilio`. Each is one service call that
 * may be repeated; anything but a 2xx makes Twilio send it again.
 */
export function twilioWebhooks(needs: TwilioWebhookNeeds): Router {
  const router = Router();
  router.use(express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 200 }));
  router.use(signed(needs));

  router.post('/status', async (request, response) => {
    const form = statusForm.safeParse(request.body);
    const status = form.success ? needs.statusOf(form.data.MessageStatus) : null;
    if (!form.success || status === null) {
      unread(needs.log, request, response, form.error);
      return;
    }
    const { t: token } = request.query;
    await needs.delivery.receive({
      token: typeof token === 'string' && token !== '' ? token : null,
      carrierId: form.data.MessageSid,
      status,
      errorCode: form.data.ErrorCode ?? null,
    });
    response.status(204).end();
  });

  router.post('/inbound', async (request, response) => {
    const form = inboundForm.safeParse(request.body);
    if (!form.success) {
      unread(needs.log, request, response, form.error);
      return;
    }
    const { MessageSid, From, To, Body, OptOutType } = form.data;
    const { reply } = await needs.conversations.receive({
      carrierId: MessageSid,
      channel: From.startsWith('whatsapp:') ? 'whatsapp' : 'sms',
      from: From.replace('whatsapp:', ''),
      to: To,
      body: Body,
      optOutType: OptOutType ?? null,
      at: needs.clock.now(),
    });
    response.type('text/xml').send(twiml(reply));
  });

  router.use(webhookErrors(needs.log));
  return router;
}

function signed({ verify, log }: TwilioWebhookNeeds) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const genuine = verify({
      signature: request.header('x-twilio-signature') ?? '',
      pathAndQuery: request.originalUrl,
      params: formOf(request.body),
    });
    if (genuine) {
      next();
      return;
    }
    log.warn({ path: request.path, ip: request.ip }, 'webhook with a wrong signature');
    response.status(403).end();
  };
}

/** Genuine, but not something we know how to read (a short code writes, a new state): not to be resent. */
function unread(log: HttpLog, request: Request, response: Response, error?: z.ZodError): void {
  const fields = error?.issues.map(({ path }) => path.join('.')) ?? ['MessageStatus'];
  log.warn({ path: request.path, fields }, 'webhook ignored');
  response.status(204).end();
}

const formOf = (body: unknown): Params =>
  typeof body === 'object' && body !== null
    ? Object.fromEntries(
        Object.entries(body).filter(
          (entry): entry is [string, string | string[]] =>
            typeof entry[1] === 'string' || Array.isArray(entry[1]),
        ),
      )
    : {};

const twiml = (reply: string | null): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${
    reply === null ? '' : `<Message>${escapeXml(reply)}</Message>`
  }</Response>`;

const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
