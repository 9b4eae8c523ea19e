/**
 * `npm run bench [-- --quick] [--only PART]`: how fast this machine does the product's work, as ratios to the bare
 * tool doing the same work in the same run (1.0 = as fast as that), and the figures promised.
 * Everything happens in a throw-away folder. Exits with 1 when a part could not run.
 */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { connect } from '../src/adapters/db/database.ts';
import { openEmbedded } from '../src/adapters/db/embedded-server.ts';
import { migrate } from '../src/adapters/db/migrate.ts';
import { benchArguments } from './bench/arguments.ts';
import { whileBusy } from './bench/busy.ts';
import { digest } from './bench/digest.ts';
import { exporting } from './bench/exports.ts';
import { finding } from './bench/finding.ts';
import type { Ground } from './bench/ground.ts';
import { importing } from './bench/import.ts';
import { whileImporting } from './bench/import-acks.ts';
import { importingMillion } from './bench/import-million.ts';
import { databaseMemory } from './bench/memory.ts';
import { reach } from './bench/reach.ts';
import { sending } from './bench/sends.ts';
import { startTwice } from './bench/start.ts';
import { type Row, tableOf } from './bench/table.ts';
import { webhooks } from './bench/webhooks.ts';
import { type Running, stopProduct } from './demo/product.ts';
import { newYork, nextTuesday } from './demo/tuesday.ts';

const asked = benchArguments(process.argv.slice(2));
if (asked.kind === 'told') {
  (asked.exitCode === 0 ? process.stdout : process.stderr).write(`${asked.text}\n`);
  process.exit(asked.exitCode);
}
const { quick, only } = asked;
const began = performance.now();
const rows: Row[] = [];
const failures: { part: string; error: unknown }[] = [];
const say = (text: string) => process.stderr.write(`${text}\n`);

/** A part that cannot run is told at the end; the others are measured all the same. */
async function part(name: string, work: () => Promise<Row[]>): Promise<void> {
  if (!name.includes(only)) return;
  say(`${name} …`);
  await work().then(
    (found) => void rows.push(...found),
    (error: unknown) => void failures.push({ part: name, error }),
  );
}

const busyPart = 'Slack and memory while importing and sending';
const largeListPart = 'Slack while importing a large list';

async function theProduct(dataDir: string): Promise<void> {
  const wanted = [busyPart, largeListPart].some((name) => name.includes(only));
  const log: string[] = [];
  let running: Running | null = null;
  let baseUrl = '';
  await part(wanted ? only || 'start to ready' : 'start to ready', async () => {
    const started = await startTwice(dataDir, (line) => void log.push(line));
    running = started.running;
    baseUrl = started.baseUrl;
    return started.rows;
  });
  const product = running as Running | null;
  if (!product) return;
  await part(busyPart, () =>
    whileBusy({
      baseUrl,
      pid: product.pid,
      dataDir,
      rows: quick ? 1_000 : 15_000,
      mostSeconds: quick ? 10 : 90,
    }),
  );
  await part(largeListPart, () =>
    whileImporting({ baseUrl, pid: product.pid, dataDir, rows: quick ? 2_000 : 100_000 }),
  );
  await stopProduct(product);
}

const small = { people: 14_238, limitMs: 50 };
const large = { people: 1_000_000, limitMs: 250 };

async function theParts(dataDir: string): Promise<void> {
  const server = await openEmbedded({ dataDir });
  const db = connect(server.url, { max: 12 });
  try {
    await migrate(db);
    const offset = nextTuesday(new Date()).getTime() - Date.now();
    const clock = { now: () => new Date(Date.now() + offset) };
    const ground: Ground = { db, clock, timeZone: newYork, quick };
    await part('import', () => importing(ground));
    await part('import of a million', () => importingMillion(ground, server.url));
    await part('reach', () => reach(ground, 14_238));
    await part('sending', () => sending(ground));
    await part('webhooks', () => webhooks(ground));
    await part('digest', () => digest(ground));
    await part('exports', () => exporting(ground, server.url));
    if (quick) {
      await part('finding', () => finding(ground, small));
      return;
    }
    await part('reach among a million', async () => [
      ...(await reach(ground, 1_000_000)),
      ...(await databaseMemory(dataDir, 'with a million contacts')),
    ]);
    // The last ones on this database: they put their own people in the place of all others.
    await part('finding', () => finding(ground, small));
    await part('finding among a million', () => finding(ground, large));
  } finally {
    await db.close();
    await server.leave();
  }
}

const [load = 0] = loadavg();
const folder = await mkdtemp(join(tmpdir(), 'fly2any-bench-'));
// Started by root, the database runs as an account that has to pass through here.
await chmod(folder, 0o711);
try {
  for (const [name, work] of Object.entries({ parts: theParts, product: theProduct })) {
    const dataDir = join(folder, name);
    await mkdir(dataDir, { mode: 0o711 });
    await work(dataDir);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - began) / 1000);
process.stdout.write(
  `${tableOf(rows)}\n\nratio: our speed if the bare tool's is 1.0. Node ${process.versions.node}, ${cpus().length} processors, load ${load.toFixed(1)} at the start, ${seconds} s.\n`,
);
for (const { part: name, error } of failures) {
  say(`could not run: ${name}: ${inspect(error)}`);
}
process.exitCode = failures.length > 0 ? 1 : 0;
