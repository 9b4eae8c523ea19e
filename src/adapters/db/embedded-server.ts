import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { serverAccount } from './embedded-account.ts';
import { installedBinaries, isCode, usableBinaries } from './embedded-binaries.ts';
import { type Cluster, openCluster, superuser } from './embedded-cluster.ts';
import {
  dropStalePidFile,
  findServer,
  freePort,
  lastPort,
  type StartNeeds,
  spawnServer,
  stopServer,
} from './embedded-process.ts';

export type EmbeddedOptions = {
  dataDir: string;
  /** Where root keeps what "nobody" must reach when the project stands under a closed folder. */
  elsewhere?: string;
  /** False only for throw-away data (tests): a power cut may lose it. */
  durable?: boolean;
  /** The server died and could not be brought back on its port: nothing works any more. */
  onLost?: (error: Error) => void;
};

export type EmbeddedServer = {
  url: string;
  /** Leaves; the last process to do so stops the server and waits until it has gone. */
  leave(): Promise<void>;
};

/**
 * Held in shared mode by every process that uses the server, on a connection of its own: the
 * kernel lets go of it however a process ends. Who gets it alone is the last.
 */
const useLock = 60_112_026;

/**
 * The project's own PostgreSQL on this data folder: joined when it runs already (another process,
 * the orphan of a killed one), else started. Should the server die, it is started again on the
 * same port, where the pools of this process find it.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { dataDir, elsewhere = '/var/lib/fly2any-phone', durable = true } = options;
  const account = serverAccount();
  const installed = await installedBinaries();
  const copies = account ? elsewhere : resolve(dataDir);
  const binaries = await usableBinaries(installed, account, copies);
  const cluster = await openCluster({ dataDir, binaries, account, elsewhere, durable });
  const needs = { cluster, binaries, account, durable };

  let leaving = false;
  let lease = await join(needs, await lastPort(cluster));
  const guard = (held: Lease) => {
    held.client.once('end', () => {
      if (!leaving) back = recover(held.port);
    });
  };
  const recover = async (port: number) => {
    try {
      const next = await join(needs, port);
      if (next.port !== port)
        throw new Error(`Port ${port} was taken while the database was away.`);
      lease = next;
      guard(next);
    } catch (error) {
      if (!leaving) options.onLost?.(error instanceof Error ? error : new Error(String(error)));
    }
  };
  let back: Promise<void> = Promise.resolve();
  guard(lease);

  return {
    url: urlOf(cluster, lease.port),
    async leave() {
      if (leaving) return;
      leaving = true;
      await back;
      await release(lease, cluster);
    },
  };
}

type Lease = { client: pg.Client; port: number };

/** Longer than any recovery after a crash should take. */
const patience = 60_000;

async function join(needs: Omit<StartNeeds, 'port'>, preferred: number | null): Promise<Lease> {
  const { cluster } = needs;
  const end = performance.now() + patience;
  let port = preferred || (await freePort());
  while (performance.now() < end) {
    const server = await findServer(cluster);
    if (server) {
      const lease = server.ready ? await takeLease(cluster, server.port) : null;
      if (lease) return lease;
      await wait(25);
      continue;
    }
    await dropStalePidFile(cluster);
    port = await startOn({ ...needs, port }, end);
  }
  throw new Error('The database does not start, see the log in the data folder.');
}

/** Answers the port to try next: another one when this was taken. */
async function startOn(needs: StartNeeds, end: number): Promise<number> {
  const attempt = await spawnServer(needs);
  while (!attempt.exited() && performance.now() < end) {
    const server = await findServer(needs.cluster);
    if (server?.pid === attempt.pid && server.ready) break;
    await wait(10);
  }
  if (!attempt.exited()) {
    await attempt.accept();
    return needs.port;
  }
  const words = await attempt.lastWords();
  await attempt.forget();
  if (/could not create any TCP\/IP sockets|Address already in use/.test(words)) return freePort();
  // Another process was faster, or what a killed server left behind is still going away.
  if (/lock file|shared memory block/.test(words)) {
    await wait(50);
    return needs.port;
  }
  throw new Error(`The database does not start:\n${words}`);
}

const answersWithinMs = 5_000;

/** Null when the server is just starting or stopping. */
async function takeLease(cluster: Cluster, port: number): Promise<Lease | null> {
  const client = new pg.Client({
    connectionString: urlOf(cluster, port),
    application_name: 'fly2any lease',
    keepAlive: true,
    // A server that is just dying or being born may take a connection and never say a word.
    connectionTimeoutMillis: answersWithinMs,
    query_timeout: answersWithinMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [useLock]);
    return { client, port };
  } catch (error) {
    await client.end().catch(() => {});
    if (isCode(error, '28P01')) {
      throw new Error('The password kept in the data folder is not that of its database.');
    }
    return null;
  }
}

async function release({ client }: Lease, cluster: Cluster): Promise<void> {
  // A server that died with our connection needs no stopping.
  if (await isLast(client).catch(() => false)) await stopServer(cluster);
  await client.end().catch(() => {});
}

async function isLast(client: pg.Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [useLock]);
  const { rows } = await client.query<{ last: boolean }>(
    'select pg_try_advisory_lock($1) as last',
    [useLock],
  );
  return rows[0]?.last === true;
}

const urlOf = ({ password }: Cluster, port: number): string =>
  `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
