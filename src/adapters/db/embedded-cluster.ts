import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Account, canEnter } from './embedded-account.ts';
import { type Binaries, isCode } from './embedded-binaries.ts';

/**
 * One database cluster on disk: `data` belongs to the server, `password` (0600) and `log` stand
 * beside it, out of its reach.
 */
export type Cluster = { folder: string; data: string; log: string; password: string };

export const superuser = 'fly2any';

export type ClusterNeeds = {
  dataDir: string;
  binaries: Binaries;
  account: Account;
  /** Where clusters stand when the server's account cannot enter `dataDir`. */
  elsewhere: string;
  /** False only for throw-away data: the files are not forced to disk. */
  durable: boolean;
};

/**
 * The cluster of this data folder, made when there is none. Two processes may try at once: each
 * prepares a folder of its own and the first rename wins, so a half-made cluster is never used.
 */
export async function openCluster(needs: ClusterNeeds): Promise<Cluster> {
  // The server's programs run in another working directory.
  const dataDir = resolve(needs.dataDir);
  const place = join(dataDir, 'postgres');
  if (!existsSync(place)) {
    await mkdir(dataDir, { recursive: true });
    await dropUnfinished(dataDir);
    if (canEnter(needs.account, dataDir)) await makeHere(place, { ...needs, dataDir });
    else await makeElsewhere(place, { ...needs, dataDir });
  }
  const folder = await realpath(place);
  const data = join(folder, 'data');
  await refuseOtherMajor(data, needs.binaries);
  const password = (await readFile(join(folder, 'password'), 'utf8')).trim();
  return { folder, data, log: join(folder, 'log'), password };
}

async function makeHere(place: string, needs: ClusterNeeds): Promise<void> {
  const unfinished = await mkdtemp(join(needs.dataDir, `unfinished-${process.pid}-`));
  try {
    await fill(unfinished, needs);
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  }
}

/** Under a closed folder such as /root the server's files stand elsewhere, and a link leads there. */
async function makeElsewhere(place: string, needs: ClusterNeeds): Promise<void> {
  await mkdir(needs.elsewhere, { recursive: true });
  await chmod(needs.elsewhere, 0o755);
  if (!canEnter(needs.account, needs.elsewhere)) {
    throw new Error(
      'As root, the database runs as "nobody", who cannot enter the data folder. Set DATA_DIR to a folder that others may enter, or start as another user.',
    );
  }
  const folder = await mkdtemp(join(needs.elsewhere, 'data-'));
  try {
    await fill(folder, needs);
    await symlink(folder, place);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

async function fill(folder: string, needs: ClusterNeeds): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  await chmod(folder, needs.account ? 0o711 : 0o700);
  await writeFile(join(folder, 'password'), `${password}\n`, { mode: 0o600 });
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  // Only initdb reads this one; it is gone before the folder gets its final name.
  const forServer = join(folder, 'password-for-initdb');
  await writeFile(forServer, `${password}\n`, { mode: 0o600 });
  if (needs.account) {
    await chown(data, needs.account.uid, needs.account.gid);
    await chown(forServer, needs.account.uid, needs.account.gid);
  }
  await initdb(data, forServer, needs);
  await rm(forServer);
}

async function initdb(data: string, passwordFile: string, needs: ClusterNeeds): Promise<void> {
  const args = [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
    ...(needs.durable ? [] : ['--no-sync']),
  ];
  const child = spawn(join(needs.binaries.folder, 'bin/initdb'), args, {
    ...needs.account,
    cwd: '/',
    env: { LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail).on('close', done);
  });
  if (code !== 0) throw new Error(`The database could not be created: ${complaint.trim()}`);
}

/** What a killed process left half-made. Another's that is still at work is not touched. */
async function dropUnfinished(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = /^unfinished-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) {
      await rm(join(dataDir, name), { recursive: true, force: true });
    }
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

async function refuseOtherMajor(data: string, { version }: Binaries): Promise<void> {
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  const have = version.split('.')[0];
  if (made === have) return;
  throw new Error(
    `The data folder was made by PostgreSQL ${made}, this version brings ${have}. Dump it with the old version and restore it into a new folder, or set DATABASE_URL.`,
  );
}
