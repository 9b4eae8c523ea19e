import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../shared/errors.ts';
import type { Clients } from './clients.ts';

/** Slack's own limit for a file in a form. */
export const maxFileBytes = 10 * 1024 * 1024;
/** Of a file dropped into the conversation: a million rows are 70 to 100 MB. */
export const maxDroppedBytes = 128 * 1024 * 1024;
const timeoutMs = 20_000;
const largeTimeoutMs = 5 * 60_000;

type Wanted = { url: string; size: number };

/**
 * Fetches an uploaded file with our token, into a temporary file that is there for as long as `work`
 * takes: a large list must not lie in memory. Only from Slack's file host (or the host of the
 * configured API), never along a redirect, never more than `maxBytes`.
 * Throws `Refusal('invalid', 'upload.too-large' | 'upload.untrusted')` and
 * `Refusal('unavailable', 'upload.unreachable')`.
 */
export async function withDownload<T>(
  clients: Pick<Clients, 'token' | 'apiUrl'>,
  file: Wanted,
  maxBytes: number,
  work: (content: { size: number; pieces(): AsyncIterable<Uint8Array> }) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'fly2any-upload-'));
  const path = join(folder, 'file');
  try {
    const ms = maxBytes > maxFileBytes ? largeTimeoutMs : timeoutMs;
    const pieces = piecesOf(clients, file, { maxBytes, ms });
    await pipeline(pieces, createWriteStream(path, { mode: 0o600 }));
    const { size } = await stat(path);
    return await work({ size, pieces: () => createReadStream(path) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* piecesOf(
  { token, apiUrl }: Pick<Clients, 'token' | 'apiUrl'>,
  file: Wanted,
  { maxBytes, ms }: { maxBytes: number; ms: number },
): AsyncGenerator<Uint8Array> {
  const tooLarge = new Refusal(
    'invalid',
    'upload.too-large',
    { megabytes: maxBytes / 1024 / 1024 },
    { file: 'upload.too-large' },
  );
  if (file.size > maxBytes) throw tooLarge;
  if (!isTrusted(file.url, apiUrl)) throw new Refusal('invalid', 'upload.untrusted');
  const response = await fetch(file.url, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(ms),
  }).catch(() => null);
  // A login page instead of the file means that the token may not read it.
  const html = response?.headers.get('content-type')?.startsWith('text/html');
  if (!response?.ok || !response.body || html) {
    await response?.body?.cancel();
    throw new Refusal('unavailable', 'upload.unreachable');
  }
  let size = 0;
  try {
    for await (const part of response.body) {
      size += part.length;
      if (size > maxBytes) throw tooLarge;
      yield part;
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('unavailable', 'upload.unreachable');
  }
}

function isTrusted(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username } = new URL(url);
  const api = new URL(apiUrl);
  if (username !== '') return false;
  return (
    (protocol === 'https:' && host === 'files.slack.com') ||
    (host === api.host && protocol === api.protocol && api.host !== 'slack.com')
  );
}
