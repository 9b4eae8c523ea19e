import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type TestServer = { url: string; server: Server; close(): Promise<void> };

/** On a free port of this machine, until it is closed. */
export async function serve(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** A port on which nobody listens. */
export async function deadPort(): Promise<number> {
  const { url, close } = await serve(() => {});
  await close();
  return Number(new URL(url).port);
}
