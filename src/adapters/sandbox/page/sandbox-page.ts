import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import express, { type Request, type Response, type Router } from 'express';

/** Only what the page brings itself may run, load or be called: nothing leaves the machine. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const assets = join(import.meta.dirname, 'assets');
const fonts = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/inter/LICENSE')),
  'files',
);

/** Modules import modules: named at once, they are fetched at once. */
const preloads = readdirSync(assets, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.js'))
  .map((name) => `<link rel="modulepreload" href="/page/${name.replaceAll(sep, '/')}" />`)
  .join('\n    ');

function harden(_request: Request, response: Response, next: () => void): void {
  response.set({
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  next();
}

export type SandboxPageOptions = {
  /** Slack user id of whom a newcomer is, until they choose somebody else. */
  firstPerson: string;
};

/**
 * The browser side of the sandbox: `/` is the workspace, `/page/*` its modules, styles and fonts.
 * It talks with `/sandbox/api/*` on the same origin (see the page contract) and with nobody else.
 */
export function sandboxPage({ firstPerson }: SandboxPageOptions): Router {
  if (!/^\w+$/.test(firstPerson)) throw new TypeError(`not a user id: ${firstPerson}`);
  const page = readFileSync(join(assets, 'index.html'), 'utf8')
    .replace('{{firstPerson}}', firstPerson)
    .replace('<!-- modules -->', preloads);
  const router = express.Router();
  const revalidate = { index: false, cacheControl: true, maxAge: 0, etag: true } as const;

  router.get('/', harden, (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(page);
  });
  router.use('/page/fonts', harden, express.static(fonts, { ...revalidate, maxAge: '1d' }));
  router.use('/page', harden, express.static(assets, revalidate));
  router.get('/favicon.ico', (_request, response) => {
    response.redirect(301, '/page/icon.svg');
  });
  return router;
}
