import type { NextFunction, Request, RequestHandler, Response } from 'express';

const loopbackAddresses = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Lets through only what a program or a page of this very machine asked for: the connection comes
 * from loopback, `Host` names this server (so that a rebound DNS name is refused), and a browser's
 * `Origin` is this server's own.
 */
export function loopbackOnly(port: number): RequestHandler {
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${port}`);
  const origins = hosts.map((host) => `http://${host}`);

  function isAllowed({ socket, headers, method }: Request): boolean {
    if (!loopbackAddresses.test(socket.remoteAddress ?? '')) return false;
    if (!hosts.includes(headers.host ?? '')) return false;
    if (headers.origin !== undefined && !origins.includes(headers.origin)) return false;
    const site = headers['sec-fetch-site'];
    const reads = method === 'GET' || method === 'HEAD';
    return reads || site === undefined || site === 'same-origin' || site === 'none';
  }

  return (request: Request, response: Response, next: NextFunction): void => {
    if (isAllowed(request)) next();
    else response.status(403).json({ error: 'only from this machine' });
  };
}
