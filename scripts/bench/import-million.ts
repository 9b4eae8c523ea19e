import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { connect } from '../../src/adapters/db/database.ts';
import { migrate } from '../../src/adapters/db/migrate.ts';
import { nodeArguments, root } from '../demo/product.ts';
import { bareCopy } from './bare-copy.ts';
import type { Ground } from './ground.ts';
import { canWeigh } from './memory.ts';
import { messyParts } from './messy-list.ts';
import { writeMessyWorkbook } from './messy-workbook.ts';
import { atLeast, durations, figure, limited, type Row } from './table.ts';

type Report = {
  created: number;
  merged: number;
  rejected: number;
  withConsent: number;
  ms: number;
};

/**
 * A large list by the command line, as text and as a workbook, each into a database of its own and as
 * a process of its own: how long it takes against COPY of the clean contacts it ends with, and what
 * the process weighs at the most.
 */
export async function importingMillion(ground: Ground, serverUrl: string): Promise<Row[]> {
  const rows = ground.quick ? 20_000 : 1_000_000;
  const count = rows.toLocaleString('en-US');
  const text = await importing(ground, serverUrl, {
    name: `import of ${count} messy rows`,
    extension: 'csv',
    write: (path) => pipeline(Readable.from(messyParts(rows)), createWriteStream(path)),
  });
  const workbook = await importing(ground, serverUrl, {
    name: `import of ${count} messy rows of Excel`,
    extension: 'xlsx',
    write: (path) => writeMessyWorkbook(path, rows),
  });
  return [...text, ...workbook];
}

type List = { name: string; extension: string; write(path: string): Promise<void> };

async function importing(
  { db, quick }: Ground,
  serverUrl: string,
  { name, extension, write }: List,
): Promise<Row[]> {
  const url = new URL(serverUrl);
  url.pathname = 'million';
  const path = join(tmpdir(), `fly2any-list-${process.pid}.${extension}`);
  await db.pool.query('create database million');
  const million = connect(url.href, { max: 2 });
  try {
    await migrate(million);
    await write(path);
    const { report, peak } = await importByCommand(path, url.href);
    const bareMs = await bareCopy(million, 2);
    const people = report.created.toLocaleString('en-US');
    return [
      atLeast(durations(`${name} (command), against COPY`, bareMs, report.ms), quick ? 0 : 0.25),
      figure('  of these', `${people} new, ${report.merged} merged, ${report.rejected} rejected`),
      ...(canWeigh
        ? [limited('  memory of that process at the most', peak, { value: 400, unit: 'MB' })]
        : []),
    ];
  } finally {
    await million.close();
    await db.pool.query('drop database million with (force)');
    await rm(path, { force: true });
  }
}

async function importByCommand(
  list: string,
  databaseUrl: string,
): Promise<{ report: Report; peak: number }> {
  const attest = [
    '--attest',
    'Fly2Any',
    '--channels',
    'sms',
    '--text-kept',
    'Loja',
    '--by',
    'bench',
  ];
  const child = spawn(process.execPath, [...nodeArguments('import'), list, '--json', ...attest], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(async () => {
    peak = Math.max(peak, await peakOf(child.pid ?? 0));
  }, 250);
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const out = await text(child.stdout);
  const code = await ended;
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  return { report: JSON.parse(out) as Report, peak };
}

/** MB that a process has had resident at the most; 0 when it is gone. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}
