import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from './embedded-account.ts';
import type { Binaries } from './embedded-binaries.ts';
import { type Cluster, isAlive } from './embedded-cluster.ts';

/** What postmaster.pid says about the server of a cluster. */
export type Server = { pid: number; port: number; ready: boolean };

/** Small memory, full safety: 1 GB machines run bot and database together. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // What fails may hold a phone number: the log gets the complaint, not the statement or its values.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const throwAway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export type StartNeeds = {
  cluster: Cluster;
  binaries: Binaries;
  account: Account;
  port: number;
  durable: boolean;
};

/** One try to start the server. Others may be trying beside it; one of them wins. */
export type Attempt = {
  pid: number;
  exited(): boolean;
  /** The last lines that this attempt, and no other, has said. */
  lastWords(): Promise<string>;
  /** From now on its log is the log of the cluster. */
  accept(): Promise<void>;
  forget(): Promise<void>;
};

/** Starts the server in a session of its own (a Ctrl-C for us is not one for it). Answers at once. */
export async function spawnServer(needs: StartNeeds): Promise<Attempt> {
  const { cluster, binaries, account, port, durable } = needs;
  const all = { ...settings, ...(durable ? {} : throwAway), port: String(port) };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const file = `${cluster.log}-${process.pid}-${port}-${Date.now()}`;
  const log = openSync(file, 'a', 0o600);
  let gone = false;
  let pid = 0;
  try {
    const child = spawn(join(binaries.folder, 'bin/postgres'), ['-D', cluster.data, ...args], {
      ...account,
      cwd: '/',
      env: { LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', log, log],
    });
    await new Promise<void>((done, fail) => {
      child.once('spawn', done).once('error', fail);
    });
    child.once('exit', () => {
      gone = true;
    });
    pid = child.pid ?? 0;
    child.unref();
  } finally {
    closeSync(log);
  }
  return {
    pid,
    exited: () => gone,
    lastWords: async () => (await readFile(file, 'utf8')).trim().split('\n').slice(-5).join('\n'),
    async accept() {
      // What the server before it said last may be why it is not there any more.
      await rename(cluster.log, `${cluster.log}.before`).catch(() => {});
      await rename(file, cluster.log);
    },
    forget: () => rm(file, { force: true }),
  };
}

/** The server that runs on this cluster now, starting and stopping ones included; else null. */
export async function findServer(cluster: Cluster): Promise<Server | null> {
  const server = await readPidFile(join(cluster.data, 'postmaster.pid'));
  return server && (await isServerOf(server.pid, cluster)) ? server : null;
}

/** The port a server used before it was killed, so that open pools find the next one. */
export async function lastPort(cluster: Cluster): Promise<number | null> {
  return (await readPidFile(join(cluster.data, 'postmaster.pid')))?.port ?? null;
}

async function readPidFile(file: string): Promise<Server | null> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid) return null;
  return { pid, port: port || 0, ready: lines[7]?.trim() === 'ready' };
}

/**
 * A number of a process says little: after a kill or a reboot somebody else may have it. The command
 * line is what everybody may read, root in a container without ptrace included.
 */
async function isServerOf(pid: number, { data }: Cluster): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line.split('\0').includes(data);
  }
  const ps = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return ps.stdout.includes(data);
}

/**
 * Takes away a postmaster.pid whose number now belongs to a stranger: PostgreSQL would believe it.
 * Should a server have started in between, its file is put back.
 */
export async function dropStalePidFile(cluster: Cluster): Promise<void> {
  const file = join(cluster.data, 'postmaster.pid');
  const stale = await readPidFile(file);
  if (!stale || !isAlive(stale.pid) || (await isServerOf(stale.pid, cluster))) return;
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => {});
  const moved = await readPidFile(aside);
  if (moved && moved.pid !== stale.pid) await rename(aside, file);
  else await rm(aside, { force: true });
}

/** Asks the server to close its connections and write everything down; answers when it has gone. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const server = await findServer(cluster);
  if (!server) return;
  process.kill(server.pid, 'SIGINT');
  const patience = performance.now() + 60_000;
  // Somebody who joined too late may have started the next one already.
  while ((await findServer(cluster))?.pid === server.pid) {
    if (performance.now() > patience) throw new Error('The database does not stop, see its log.');
    await wait(20);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail).listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  await new Promise((done) => {
    server.close(done);
  });
  if (!address || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}
