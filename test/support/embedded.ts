import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { isAlive } from '../../src/adapters/db/embedded-cluster.ts';
import { openEmbedded } from '../../src/adapters/db/embedded-server.ts';
import { quickestFolder } from './quickest-folder.ts';

const child = join(import.meta.dirname, 'embedded-child.ts');
const waiting = { timeout: 40_000, interval: 10 };

const children = new Set<ChildProcess>();

export type Process = {
  url: string;
  /** Rows that were told to be safe. */
  acks(): number[];
  lines(): string[];
  kill(): Promise<void>;
  /** Asks it to leave, and waits until it has. */
  leave(): Promise<void>;
};

/** A real process on this data folder, once it has its database. */
export async function startProcess(
  dataDir: string,
  { writer = false, as }: { writer?: boolean; as?: { uid: number; gid: number } } = {},
): Promise<Process> {
  const args = ['--import', 'tsx', child, dataDir, ...(writer ? ['writer'] : [])];
  const running = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], ...as });
  children.add(running);
  let said = '';
  let complaint = '';
  running.stdout.on('data', (text) => {
    said += text;
  });
  running.stderr.on('data', (text) => {
    complaint += text;
  });
  const lines = () => said.split('\n').slice(0, -1);
  const url = () =>
    lines()
      .find((line) => line.startsWith('url '))
      ?.slice(4);
  const ended = new Promise<void>((done) => running.once('exit', () => done()));
  await expect.poll(() => Boolean(url()) || running.exitCode !== null, waiting).toBe(true);
  if (!url()) throw new Error(`the process ended: ${complaint}`);
  return {
    url: url() ?? '',
    lines,
    acks: () => lines().flatMap((line) => (line.startsWith('ack ') ? [Number(line.slice(4))] : [])),
    kill: () => signal(running, 'SIGKILL', ended),
    async leave() {
      await signal(running, 'SIGTERM', ended);
      expect(complaint).toBe('');
      expect(lines().at(-1)).toBe('left');
    },
  };
}

async function signal(running: ChildProcess, name: 'SIGKILL' | 'SIGTERM', ended: Promise<void>) {
  running.kill(name);
  await ended;
}

export type DataFolder = { dataDir: string; serverPid(): Promise<number>; drop(): Promise<void> };

/** A data folder that the server's account can reach, and that takes its server with it. */
export async function dataFolder(): Promise<DataFolder> {
  const parent = await mkdtemp(join(await quickestFolder(), 'fly2any-embedded-'));
  await chmod(parent, 0o711);
  const dataDir = join(parent, 'data');
  const serverPid = async () => {
    const file = join(dataDir, 'postgres/data/postmaster.pid');
    return Number((await readFile(file, 'utf8').catch(() => '0')).split('\n')[0]);
  };
  return {
    dataDir,
    serverPid,
    async drop() {
      // Of a test that failed half-way.
      for (const child of children) child.kill('SIGKILL');
      children.clear();
      const pid = await serverPid();
      if (pid && isAlive(pid)) {
        const server = await openEmbedded({ dataDir }).catch(() => null);
        await server?.leave();
      }
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** Nothing answers on the port any more. */
export const isClosed = (url: string): Promise<boolean> =>
  new Promise((answer) => {
    const socket = createConnection(Number(new URL(url).port), '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      answer(false);
    });
    socket.once('error', () => answer(true));
  });
