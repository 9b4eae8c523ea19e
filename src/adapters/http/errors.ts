import type { NextFunction, Request, Response } from 'express';
import { type ErrorKind, Refusal } from '../../shared/errors.ts';

export type HttpLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

/** `not-found` is no reason for a carrier to send the same webhook again. */
const statusOf: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  'not-found': 200,
  forbidden: 403,
  conflict: 409,
  unavailable: 503,
};

/** The last handler of a webhook's router: a code for us to read, and nothing of the request. */
export function webhookErrors(log: HttpLog) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const path = request.path;
    if (error instanceof Refusal) {
      log.warn({ path, code: error.code }, 'webhook refused');
      response.status(statusOf[error.kind]).end();
      return;
    }
    const status = badRequestStatus(error);
    if (status !== null) {
      log.warn({ path, status }, 'webhook not readable');
      response.status(status).end();
      return;
    }
    log.error({ path, err: error }, 'webhook failed');
    response.status(500).end();
  };
}

/** What the body parser throws: too large, cut off, a wrong encoding. */
function badRequestStatus(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
