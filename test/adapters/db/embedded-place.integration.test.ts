import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../../../src/adapters/db/database.ts';
import { canEnter, serverAccount } from '../../../src/adapters/db/embedded-account.ts';
import { usableBinaries } from '../../../src/adapters/db/embedded-binaries.ts';
import { openEmbedded } from '../../../src/adapters/db/embedded-server.ts';
import { type DataFolder, dataFolder, isClosed, startProcess } from '../../support/embedded.ts';
import { quickestFolder } from '../../support/quickest-folder.ts';

let folder: DataFolder;
let place: string;
beforeEach(async () => {
  folder = await dataFolder();
  place = await mkdtemp(join(await quickestFolder(), 'fly2any-place-'));
});
afterEach(async () => {
  await folder.drop();
  await rm(place, { recursive: true });
});

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };

async function works(url: string): Promise<boolean> {
  const db = connect(url, { max: 1 });
  const { rows } = await db.pool.query('select 1 as one');
  await db.close();
  return rows[0]?.one === 1;
}

/** Programs that nobody starts, in the shape in which npm unpacks the real ones. */
async function packed({ mode = 0o755, links = [] as string[] } = {}): Promise<string> {
  const home = join(place, 'package/native');
  for (const part of ['bin', 'lib', 'share']) await mkdir(join(home, part), { recursive: true });
  await writeFile(join(home, 'bin/postgres'), '', { mode: 0o700 });
  await writeFile(join(home, 'lib/libpq.so.5.18'), '', { mode: 0o600 });
  const list = links.map((name) => ({
    source: 'native/lib/libpq.so.5.18',
    target: `native/lib/${name}`,
  }));
  await writeFile(join(home, 'pg-symlinks.json'), JSON.stringify(list));
  await chmod(place, mode);
  return home;
}

describe('the programs of PostgreSQL', () => {
  const copies = () => join(folder.dataDir, '../copies');

  it('are used where npm put them', async () => {
    const installed = { folder: await packed(), version: '18.4.0' };
    expect(await usableBinaries(installed, undefined, copies())).toEqual(installed);
  });

  it('get the links that the post-install step left out', async () => {
    const links = ['libpq.so', 'libpq.so.5'];
    const installed = { folder: await packed({ links }), version: '18.4.0' };
    expect((await usableBinaries(installed, undefined, copies())).folder).toBe(installed.folder);
    expect(await readlink(join(installed.folder, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(await readlink(join(installed.folder, 'lib/libpq.so'))).toBe('libpq.so.5.18');
  });

  it('are copied once, open to all and with their links, when they stand in a closed folder', async () => {
    const installed = {
      folder: await packed({ mode: 0o700, links: ['libpq.so'] }),
      version: '18.4.0',
    };
    const many = await Promise.all(
      [1, 2, 3].map(() => usableBinaries(installed, nobody, copies())),
    );
    const [copy] = many;
    expect(new Set(many.map((one) => one.folder))).toEqual(
      new Set([join(copies(), 'postgresql-18.4.0')]),
    );
    expect(await readdir(copies())).toEqual(['postgresql-18.4.0']);
    const home = copy?.folder ?? '';
    expect((await stat(join(home, 'bin/postgres'))).mode & 0o777).toBe(0o755);
    expect((await stat(join(home, 'lib/libpq.so'))).mode & 0o777).toBe(0o644);
    expect(await readlink(join(home, 'lib/libpq.so'))).toBe('libpq.so.5.18');
  });
});

describe('the data folder', () => {
  it('keeps no half-made cluster of a process that was killed', async () => {
    await mkdir(join(folder.dataDir, 'unfinished-999999-abc/data'), { recursive: true });
    await mkdir(join(folder.dataDir, `unfinished-${process.pid}-abc`), { recursive: true });
    const server = await openEmbedded({ dataDir: folder.dataDir });
    expect((await readdir(folder.dataDir)).sort()).toEqual(
      ['postgres', `unfinished-${process.pid}-abc`].sort(),
    );
    await server.leave();
  });

  it('may be named from the folder we are in', async () => {
    const server = await openEmbedded({ dataDir: relative(process.cwd(), folder.dataDir) });
    expect(await works(server.url)).toBe(true);
    await server.leave();
    expect(await readdir(folder.dataDir)).toEqual(['postgres']);
  });

  it('of another major version is refused, and left alone', async () => {
    await (await openEmbedded({ dataDir: folder.dataDir })).leave();
    const file = join(folder.dataDir, 'postgres/data/PG_VERSION');
    await writeFile(file, '17\n');
    await expect(openEmbedded({ dataDir: folder.dataDir })).rejects.toThrow(
      /made by PostgreSQL 17, this version brings 18/,
    );
    expect(await readFile(file, 'utf8')).toBe('17\n');
  });

  it('with a password that is not its own is refused', async () => {
    const server = await openEmbedded({ dataDir: folder.dataDir });
    const file = join(folder.dataDir, 'postgres/password');
    const right = await readFile(file, 'utf8');
    await writeFile(file, 'another\n');
    await expect(openEmbedded({ dataDir: folder.dataDir })).rejects.toThrow(/password/);
    await writeFile(file, right);
    await server.leave();
  });

  it('writes no value of a failing statement to its log', async () => {
    const server = await openEmbedded({ dataDir: folder.dataDir });
    const db = connect(server.url, { max: 1 });
    await db.pool.query('create table people (phone text unique)');
    const insert = () => db.pool.query('insert into people values ($1)', ['+12035550123']);
    await insert();
    await expect(insert()).rejects.toThrow('duplicate key');
    await expect(db.pool.query(`select '+12035550123'::int`)).rejects.toThrow();
    await db.close();
    await server.leave();
    const log = await readFile(join(folder.dataDir, 'postgres/log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('insert into people');
    expect(log.match(/Key \(phone\)/)).toBeNull();
  });
});

// Only root can lend another account to the server, or start a process as somebody else.
if (isRoot) {
  describe('as root', () => {
    it('runs the server as nobody', async () => {
      const server = await openEmbedded({ dataDir: folder.dataDir });
      const { uid } = await stat(`/proc/${await folder.serverPid()}`);
      expect(uid).toBe(serverAccount()?.uid);
      expect(uid).not.toBe(0);
      await server.leave();
    });

    it('keeps the data elsewhere when nobody cannot enter the folder, and says where by a link', async () => {
      const closed = join(place, 'home');
      await mkdir(closed, { mode: 0o700 });
      const elsewhere = join(folder.dataDir, 'elsewhere');
      const dataDir = join(closed, '.data');
      const first = await openEmbedded({ dataDir, elsewhere });
      expect(await works(first.url)).toBe(true);
      const second = await openEmbedded({ dataDir, elsewhere });
      expect(second.url).toBe(first.url);
      expect(await readlink(join(dataDir, 'postgres'))).toMatch(`${elsewhere}/data-`);
      await first.leave();
      await second.leave();
      expect(await isClosed(first.url)).toBe(true);
    });

    it('says what to do when there is no such place', async () => {
      const dataDir = join(place, 'data');
      const elsewhere = join(place, 'elsewhere');
      await expect(openEmbedded({ dataDir, elsewhere })).rejects.toThrow(/Set DATA_DIR/);
    });

    it('knows a closed folder above an open one', async () => {
      const inner = join(place, 'open');
      await mkdir(inner, { mode: 0o755 });
      expect([canEnter(nobody, inner), canEnter(undefined, inner)]).toEqual([false, true]);
      expect(canEnter(nobody, '/')).toBe(true);
    });
  });

  describe('not as root', () => {
    it('runs the server as the same account', async () => {
      await mkdir(folder.dataDir);
      await chown(folder.dataDir, nobody.uid, nobody.gid);
      const first = await startProcess(folder.dataDir, { as: nobody });
      const second = await startProcess(folder.dataDir, { as: nobody });
      expect(await works(first.url)).toBe(true);
      await first.leave();
      await second.leave();
      expect(await isClosed(first.url)).toBe(true);
    });
  });
}
