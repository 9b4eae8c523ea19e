import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { CarrierLog } from './carrier-log.ts';
import { type LookupNeeds, otherProviders, twilioLookups } from './lookups.ts';
import { asResource, type CarrierRecord } from './record.ts';

export type ApiNeeds = LookupNeeds & {
  log: CarrierLog;
  create: (params: Readonly<Record<string, string>>, request: Request, response: Response) => void;
};

/**
 * Twilio's HTTP API, as far as the product uses it, the other providers of lookups, and the
 * carrier's own log for those who count.
 */
export function carrierApi(needs: ApiNeeds): Router {
  const { log, accountSid } = needs;
  const router = Router();
  const account = '/2010-04-01/Accounts/:account';
  otherProviders(router, needs);
  router.use(authorised(needs));
  router.use(express.urlencoded({ extended: false, limit: '64kb' }));
  router.use('/2010-04-01/Accounts/:account', (request, response, next) => {
    if (request.params.account === accountSid) next();
    else fail(response, 404, 20404, `The requested resource ${request.originalUrl} was not found`);
  });

  router.post(`${account}/Messages.json`, (request, response) => {
    needs.create(formOf(request.body), request, response);
  });
  router.get(`${account}/Messages.json`, (request, response) => {
    response.json(page(log, accountSid, queryOf(request)));
  });
  router.get(`${account}/Messages/:sid.json`, (request, response) => {
    const record = log.get(request.params.sid);
    if (record) response.json(asResource(record, accountSid));
    else fail(response, 404, 20404, `The requested resource ${request.originalUrl} was not found`);
  });
  twilioLookups(router, needs);
  router.get('/log', (_request, response) => {
    response.json(log.stats());
  });
  router.get('/log/messages', (_request, response) => {
    response.json(log.all());
  });
  router.use((request, response) => {
    fail(response, 404, 20404, `The requested resource ${request.originalUrl} was not found`);
  });
  return router;
}

/** Twilio's error body. */
export function fail(response: Response, status: number, code: number, message: string): void {
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  response.status(status).json({ code, message, more_info, status });
}

function authorised({ accountSid, authToken }: ApiNeeds) {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(`Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`);
  return (request: Request, response: Response, next: NextFunction): void => {
    if (timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) next();
    else fail(response, 401, 20003, 'Authenticate');
  };
}

const formOf = (body: unknown): Record<string, string> =>
  typeof body === 'object' && body !== null
    ? Object.fromEntries(Object.entries(body).map(([key, value]) => [key, String(value)]))
    : {};

const queryOf = (request: Request): URLSearchParams =>
  new URL(request.originalUrl, 'http://carrier').searchParams;

/** Newest first. Dates filter by when a message was sent; one that still waits has no such date. */
function page(log: CarrierLog, accountSid: string, query: URLSearchParams) {
  const to = query.get('To');
  const size = Math.min(1000, Math.max(1, Number(query.get('PageSize') ?? 50) || 50));
  const number = Math.max(0, Number(query.get('Page') ?? 0) || 0);
  const all = (to ? [...log.thread(to)] : log.all())
    .filter((record) => fits(record, query))
    .reverse();
  const path = `/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const uriOf = (wanted: number) => {
    const next = new URLSearchParams(query);
    next.set('Page', String(wanted));
    next.set('PageSize', String(size));
    return `${path}?${next}`;
  };
  const messages = all.slice(number * size, (number + 1) * size);
  return {
    messages: messages.map((record) => asResource(record, accountSid)),
    page: number,
    page_size: size,
    start: number * size,
    end: number * size + messages.length - 1,
    uri: uriOf(number),
    first_page_uri: uriOf(0),
    previous_page_uri: number > 0 ? uriOf(number - 1) : null,
    next_page_uri: (number + 1) * size < all.length ? uriOf(number + 1) : null,
  };
}

function fits(record: CarrierRecord, query: URLSearchParams): boolean {
  const { sentAt } = record;
  const from = query.get('From');
  const after = query.get('DateSent>');
  const before = query.get('DateSent<');
  const day = query.get('DateSent');
  if (query.has('To') && record.to !== query.get('To')) return false;
  if (from && record.from !== from) return false;
  if (after && (sentAt === null || new Date(sentAt) < new Date(after))) return false;
  if (before && (sentAt === null || new Date(sentAt) > new Date(before))) return false;
  return !day || sentAt?.slice(0, 10) === day.slice(0, 10);
}
