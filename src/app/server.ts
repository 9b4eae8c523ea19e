import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** Listens, or throws a message that says what to do about it. */
export async function listen(express: Express, port: number, host: string): Promise<Server> {
  return new Promise((done, failed) => {
    const server = express.listen(port, host, (error?: Error) =>
      error ? refuse(error) : done(server),
    );
    const refuse = (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${port} is taken by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
            )
          : error,
      );
    server.once('error', refuse);
    // Kept connections of the pretend carrier must not be closed under a webhook on its way.
    server.keepAliveTimeout = 30_000;
  });
}

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

export const closeServer = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
