import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm start` or `npm run import` gives to node, its limits of memory included. */
export function nodeArguments(script: 'start' | 'import'): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [node, ...args] = String(scripts[script]).split(' ');
  if (node !== 'node') throw new Error(`the script "${script}" does not begin with node any more`);
  return args;
}

export type Running = {
  child: ChildProcess;
  pid: number;
  /** From the start of the process to the line that says it is ready, in milliseconds. */
  readyMs: number;
};

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** The real product as a process of its own, ready to be used. Its log goes to `log`. */
export async function startProduct(
  env: Record<string, string>,
  log: (line: string) => void,
): Promise<Running> {
  const began = performance.now();
  const child = spawn(process.execPath, nodeArguments('start'), {
    cwd: root,
    env: { ...cleanEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  await new Promise<void>((ready, failed) => {
    const hear = (data: Buffer) => {
      for (const line of data.toString().split('\n').filter(Boolean)) {
        said.push(line);
        log(line);
        if (line.includes(' is ready')) ready();
      }
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) =>
      failed(new Error(`the product ended with ${code}:\n${said.join('\n')}`)),
    );
  });
  return { child, pid: child.pid ?? 0, readyMs: performance.now() - began };
}

/** Nothing of the caller's own configuration reaches the demo. */
function cleanEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(SLACK|TWILIO|WHATSAPP|NUMVERIFY|NEUSTAR|OPENAI|SMTP|MAIL)_/.test(name) &&
      !['DATABASE_URL', 'MONGODB_URI', 'ROLE', 'PORT', 'DATA_DIR', 'NODE_ENV', 'CARRIER'].includes(
        name,
      ),
  );
  return Object.fromEntries(kept);
}

export const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((done) => child.once('exit', () => done()));

export async function stopProduct({ child }: Running): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended(child);
  clearTimeout(timer);
}
