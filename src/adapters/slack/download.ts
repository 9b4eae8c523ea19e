import { Refusal } from '../../shared/errors.ts';
import type { Clients } from './clients.ts';

/** Slack's own limit for a file in a form. */
export const maxFileBytes = 10 * 1024 * 1024;
const timeoutMs = 20_000;

/**
 * Fetches an uploaded file with our token. Only from Slack's file host (or the host of the
 * configured API), never along a redirect, never more than `maxBytes`.
 * Throws `Refusal('invalid', 'upload.too-large' | 'upload.untrusted')` and
 * `Refusal('unavailable', 'upload.unreachable')`.
 */
export async function download(
  { token, apiUrl }: Pick<Clients, 'token' | 'apiUrl'>,
  file: { url: string; size: number },
  maxBytes = maxFileBytes,
): Promise<Uint8Array> {
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
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => null);
  // A login page instead of the file means that the token may not read it.
  const html = response?.headers.get('content-type')?.startsWith('text/html');
  if (!response?.ok || !response.body || html) {
    await response?.body?.cancel();
    throw new Refusal('unavailable', 'upload.unreachable');
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body) {
      size += part.length;
      if (size > maxBytes) throw tooLarge;
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('unavailable', 'upload.unreachable');
  }
  return Buffer.concat(parts);
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
