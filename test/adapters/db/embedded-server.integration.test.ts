import { stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '../../../src/adapters/db/database.ts';
import { openEmbedded } from '../../../src/adapters/db/embedded-server.ts';
import { type DataFolder, dataFolder, isClosed, startProcess } from '../../support/embedded.ts';

// Real processes, and often several at once: slow on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

let folder: DataFolder;
beforeEach(async () => {
  folder = await dataFolder();
});
afterEach(() => folder.drop());

const waiting = { timeout: 40_000, interval: 20 };

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const db = connect(url, { max: 1 });
  try {
    return (await db.pool.query(sql)).rows;
  } finally {
    await db.close();
  }
}
const written = async (url: string) =>
  (await query(url, 'select n from written order by n')).map(({ n }) => Number(n));

const leases = async (url: string) => {
  const [row] = await query(
    url,
    `select count(*)::int as n from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted`,
  );
  return row?.n;
};

describe('the embedded server', () => {
  it('keeps what is acknowledged, speaks UTF-8, and listens to this machine only', async () => {
    const server = await openEmbedded({ dataDir: folder.dataDir });
    const [settings] = await query(
      server.url,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
        current_setting('full_page_writes') as pages, current_setting('listen_addresses') as listens,
        current_setting('unix_socket_directories') as sockets, current_setting('timezone') as zone,
        current_setting('max_connections')::int <= 80 as small,
        pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
        lower('ÇÃO') as lower
       from pg_database where datname = current_database()`,
    );
    expect(settings).toEqual({
      fsync: 'on',
      commit: 'on',
      pages: 'on',
      listens: '127.0.0.1',
      sockets: '',
      zone: 'UTC',
      small: true,
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      lower: 'ção',
    });
    await server.leave();
  });

  it('asks for a password that only its owner can read', async () => {
    const server = await openEmbedded({ dataDir: folder.dataDir });
    const file = await stat(join(folder.dataDir, 'postgres/password'));
    expect(file.mode & 0o777).toBe(0o600);
    const wrong = new URL(server.url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    await server.leave();
  });

  it('is joined by a second process and stopped by the last to leave', async () => {
    const first = await startProcess(folder.dataDir);
    const second = await startProcess(folder.dataDir);
    expect(second.url).toBe(first.url);
    await first.leave();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.leave();
    expect(await isClosed(first.url)).toBe(true);
    expect(await folder.serverPid()).toBe(0);
  });

  it('is made once when several processes start on an empty folder at the same moment', async () => {
    const all = await Promise.all([1, 2, 3].map(() => startProcess(folder.dataDir)));
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    await Promise.all(all.map((one) => one.leave()));
    expect(await isClosed(all[0]?.url ?? '')).toBe(true);
  });

  it('survives leaving and joining at the same moment', async () => {
    for (let round = 0; round < 4; round += 1) {
      const first = await openEmbedded({ dataDir: folder.dataDir });
      const [, second] = await Promise.all([
        first.leave(),
        openEmbedded({ dataDir: folder.dataDir }),
      ]);
      expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      await second.leave();
      expect(await isClosed(second.url)).toBe(true);
    }
  });
});

describe('after kill -9', () => {
  it('of the bot, its orphan is joined and nothing acknowledged is lost', async () => {
    const bot = await startProcess(folder.dataDir, { writer: true });
    await expect.poll(() => bot.acks().length, waiting).toBeGreaterThan(20);
    await bot.kill();
    const next = await startProcess(folder.dataDir);
    expect(next.url).toBe(bot.url);
    expect(await written(next.url)).toEqual(expect.arrayContaining(bot.acks()));
    await next.leave();
    expect(await isClosed(bot.url)).toBe(true);
  });

  it('of one of two bots, the other is the last to leave', async () => {
    const killed = await startProcess(folder.dataDir);
    const other = await startProcess(folder.dataDir);
    await killed.kill();
    await other.leave();
    expect(await isClosed(other.url)).toBe(true);
  });

  it('of the database, it comes back where the running bots find it', async () => {
    const bot = await startProcess(folder.dataDir, { writer: true });
    const worker = await startProcess(folder.dataDir, { writer: true });
    await expect.poll(() => bot.acks().length, waiting).toBeGreaterThan(20);
    await expect.poll(() => worker.acks().length, waiting).toBeGreaterThan(20);
    process.kill(await folder.serverPid(), 'SIGKILL');
    const before = [bot.acks().length, worker.acks().length] as const;
    await expect.poll(() => bot.acks().length, waiting).toBeGreaterThan(before[0] + 20);
    await expect.poll(() => worker.acks().length, waiting).toBeGreaterThan(before[1] + 20);
    // Until both are counted again, the first to leave would take itself for the last.
    await expect.poll(() => leases(bot.url), waiting).toBe(2);
    const acks = [...bot.acks(), ...worker.acks()];
    expect(await written(bot.url)).toEqual(expect.arrayContaining(acks));
    await bot.leave();
    expect(await isClosed(bot.url)).toBe(false);
    await worker.leave();
    expect(await isClosed(bot.url)).toBe(true);
  });

  it('of both, the next start just works and nothing acknowledged is lost', async () => {
    const bot = await startProcess(folder.dataDir, { writer: true });
    await expect.poll(() => bot.acks().length, waiting).toBeGreaterThan(20);
    process.kill(await folder.serverPid(), 'SIGKILL');
    await bot.kill();
    const next = await startProcess(folder.dataDir);
    expect(await written(next.url)).toEqual(expect.arrayContaining(bot.acks()));
    await next.leave();
    expect(await isClosed(next.url)).toBe(true);
  });

  it('and a reboot that gave the number of the server to a stranger, it starts', async () => {
    const first = await openEmbedded({ dataDir: folder.dataDir });
    await query(first.url, 'create table kept ()');
    await first.leave();
    const data = join(folder.dataDir, 'postgres/data');
    const lines = [process.pid, data, 1, 54321, '', '127.0.0.1', '', 'ready'];
    await writeFile(join(data, 'postmaster.pid'), `${lines.join('\n')}\n`);
    const next = await openEmbedded({ dataDir: folder.dataDir });
    expect(await query(next.url, 'select * from kept')).toEqual([]);
    await next.leave();
  });

  it('and its port taken by another program, it starts on another', async () => {
    const bot = await startProcess(folder.dataDir);
    process.kill(await folder.serverPid(), 'SIGKILL');
    await bot.kill();
    const port = Number(new URL(bot.url).port);
    await expect.poll(() => isClosed(bot.url), waiting).toBe(true);
    const squatter = createServer().listen(port, '127.0.0.1');
    await new Promise((done) => squatter.once('listening', done));
    const next = await openEmbedded({ dataDir: folder.dataDir });
    expect(new URL(next.url).port).not.toBe(String(port));
    await next.leave();
    await new Promise((done) => squatter.close(done));
  });
});
