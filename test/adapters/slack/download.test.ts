import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { maxFileBytes, withDownload } from '../../../src/adapters/slack/download.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(
    servers.splice(0).map(
      (server) =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(resolve);
        }),
    ),
  );
});

async function host(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const token = 'xoxb-secret';

const download = (
  clients: { token: string; apiUrl: string },
  file: { url: string; size: number },
  maxBytes = maxFileBytes,
) => withDownload(clients, file, maxBytes, ({ pieces }) => buffer(pieces()));

describe('a download from Slack', () => {
  it('carries the token to the configured host', async () => {
    const seen: unknown[] = [];
    const base = await host((request, response) => {
      seen.push(request.headers.authorization);
      response.end('a;b\n');
    });
    const content = await download(
      { token, apiUrl: `${base}/api/` },
      { url: `${base}/f`, size: 4 },
    );
    expect(Buffer.from(content).toString()).toBe('a;b\n');
    expect(seen).toEqual(['Bearer xoxb-secret']);
  });

  it.each([
    'http://files.slack.com/x',
    'https://files.slack.com.evil.example/x',
    'https://evil.example/files.slack.com',
    'https://user@files.slack.com/x',
    'file:///etc/passwd',
    'http://169.254.169.254/latest/meta-data',
    'nonsense',
  ])('never goes to %s', async (url) => {
    await expect(
      download({ token, apiUrl: 'https://slack.com/api/' }, { url, size: 1 }),
    ).rejects.toMatchObject({ code: 'upload.untrusted' });
  });

  it('never follows a redirect', async () => {
    const seen: unknown[] = [];
    const elsewhere = await host((request, response) => {
      seen.push(request.headers);
      response.end('stolen');
    });
    const base = await host((_request, response) => {
      response.writeHead(302, { location: `${elsewhere}/x` }).end();
    });
    await expect(
      download({ token, apiUrl: `${base}/` }, { url: `${base}/f`, size: 1 }),
    ).rejects.toMatchObject({ code: 'upload.unreachable' });
    expect(seen).toEqual([]);
  });

  it('takes no login page for a file', async () => {
    const base = await host((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<html>Sign in');
    });
    await expect(
      download({ token, apiUrl: `${base}/` }, { url: `${base}/f`, size: 1 }),
    ).rejects.toMatchObject({ code: 'upload.unreachable' });
  });

  it('stops at the size limit, whatever size was said', async () => {
    const base = await host((_request, response) => {
      response.end(Buffer.alloc(5_000));
    });
    const from = { token, apiUrl: `${base}/` };
    const url = `${base}/f`;
    await expect(download(from, { url, size: 1 }, 4_000)).rejects.toMatchObject({
      code: 'upload.too-large',
    });
    await expect(download(from, { url, size: 5_000 }, 4_000)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'upload.too-large',
    });
    expect(await download(from, { url, size: 5_000 }, 5_000)).toHaveLength(5_000);
  });
});
