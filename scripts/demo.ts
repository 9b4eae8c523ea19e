import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import { connect } from '../src/adapters/db/database.ts';
import { openEmbedded } from '../src/adapters/db/embedded-server.ts';
import type { CarrierRecord } from '../src/adapters/sandbox/carrier/index.ts';
import { textOf } from '../src/adapters/sandbox/slack/client.ts';
import type { Message } from '../src/adapters/sandbox/slack/page-contract.ts';
import { ackFigures, campaignFigures, importFigures, validationFigures } from './demo/figures.ts';
import { memoryOf } from './demo/memory.ts';
import { ended, freePort, type Running, startProduct, stopProduct } from './demo/product.ts';
import {
  approveCampaign,
  buildCampaign,
  importContacts,
  lookAround,
  people,
  read,
  resumeCampaign,
  sendAgain,
  validateNumbers,
} from './demo/script.ts';
import { newYork, nextTuesday } from './demo/tuesday.ts';

const { values } = parseArgs({
  options: { contacts: { type: 'string' }, out: { type: 'string' } },
});
if (!values.contacts || !values.out) {
  process.stderr.write('usage: npm run demo -- --contacts FILE --out DIR\n');
  process.exit(2);
}
const contactsFile = resolve(values.contacts);
const out = resolve(values.out);
const campaignName = 'Férias de verão';
const began = performance.now();

await mkdir(out, { recursive: true });
const dataDir = await mkdtemp(join(tmpdir(), 'fly2any-demo-'));
// Started by root, the database runs as an account that has to pass through here.
await chmod(dataDir, 0o711);
const logLines: string[] = [];
const log = (line: string) => void logLines.push(line);
const say = (text: string) => {
  const at = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  process.stdout.write(`${at} s  ${text}\n`);
};

const server = await openEmbedded({ dataDir: join(dataDir, 'pg') });
const db = connect(server.url);
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
const env = {
  DATABASE_URL: server.url,
  DATA_DIR: dataDir,
  PORT: String(port),
  LOG_LEVEL: 'info',
  LOCALE: 'pt-BR',
};
const running: Running[] = [];
const problems: string[] = [];
const check = (ok: boolean, text: string) => {
  say(`${ok ? 'ok  ' : 'FAIL'}  ${text}`);
  if (!ok) problems.push(text);
};
const json = async <T>(path: string, body?: unknown): Promise<T> => {
  const init = body
    ? {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
    : {};
  const response = await fetch(`${base}${path}`, init);
  if (!response.ok)
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
};
const carrierLog = () => json<CarrierRecord[]>('/sandbox/api/carrier-log');
const moveClock = (to: Date) => json('/sandbox/api/clock', { to: to.toISOString() });
const openRows = async (): Promise<{ open: number; done: number }> => {
  const { rows } = await db.pool.query<{ open: number; done: number }>(
    `select count(*) filter (where status in ('queued', 'calling', 'unconfirmed', 'sent'))::int as open,
            count(*) filter (where status not in ('queued', 'calling', 'staged'))::int as done
       from phone_communications where direction = 'outbound' and campaign_id is not null`,
  );
  return rows[0] ?? { open: 0, done: 0 };
};

async function until(what: string, done: () => Promise<boolean>, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await done())) {
    if (performance.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await delay(250);
  }
}

async function story(): Promise<void> {
  const web = await startProduct({ ...env, ROLE: 'web' }, log);
  running.push(web);
  let worker = await startProduct({ ...env, ROLE: 'worker' }, log);
  running.push(worker);
  const tuesday = nextTuesday(new Date());
  await moveClock(tuesday);
  say(
    `ready: web after ${seconds(web.readyMs)}, worker after ${seconds(worker.readyMs)} (carrier and Slack are simulated)`,
  );

  const cast = people(base);
  const viewer = lookAround(cast);
  const report = await importContacts(cast, contactsFile);
  const imported = await importFigures(db);
  say(`imported in ${seconds(imported.ms)}: ${report.split('\n')[0]}`);

  await validateNumbers(cast);
  const validation = await validationFigures(db);
  say(`validated ${validation.checked} numbers: ${JSON.stringify(validation.by_line_type)}`);

  await buildCampaign(cast, campaignName);
  const card = await approveCampaign(cast, campaignName);
  say('a second person approved the campaign');
  check(
    !read(await again(cast, card)).includes('Approve'),
    'the decided card offers no approval any more',
  );

  const { open: total } = await openRows();
  await until(
    'a third of the messages',
    async () => (await resumed(cast)) && (await openRows()).done > total / 3,
    120,
  );
  worker.child.kill('SIGKILL');
  await ended(worker.child);
  const { rows: calling } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from phone_communications where status = 'calling'`,
  );
  say(`killed the worker with -9; ${calling[0]?.n ?? 0} calls were under way`);
  worker = await startProduct({ ...env, ROLE: 'worker' }, log);
  running.push(worker);
  say(`another worker is ready after ${seconds(worker.readyMs)}`);

  await sendTheRest(cast);
  await until('the last receipts', async () => (await unsettled()) === 0, 120);
  await decideUnconfirmed(cast);
  await delay(9_000);
  say('everything is settled, replies have come in');

  await viewer.stop();
  const campaign = await campaignFigures(db, campaignName, await carrierLog());
  const morning = DateTime.fromJSDate(tuesday, { zone: newYork })
    .plus({ days: 1 })
    .set({ hour: 8, minute: 40 });
  const memory = await memoryOf([web.pid, worker.pid, ...(await serverPids())]);
  await moveClock(morning.toJSDate());
  const digest = await cast.marcus.waitForMessage(
    'campaigns-digest',
    (m) => m.user === null,
    60_000,
  );
  const charts = await saveCharts(cast, digest);
  const acks = ackFigures(await cast.ana.acks());

  const summary = {
    import: imported,
    validation,
    campaign: campaign.summary,
    digest: { channel: 'campaigns-digest', text: digest.text, charts },
    slack: acks,
  };
  await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);

  const { sent, delivered, failed, unconfirmed, duplicates, replied, opted_out } = campaign.summary;
  say(
    `sent ${sent}, delivered ${delivered}, failed ${failed}, unconfirmed ${unconfirmed}, replied ${replied}, opted out ${opted_out}, spent $${campaign.summary.spent}`,
  );
  check(
    imported.created > 0,
    `${imported.created} contacts from ${imported.rows} rows, ${imported.rejected} rejected, ${imported.merged} merged`,
  );
  check(sent > 0, 'messages were sent');
  check(duplicates === 0, `${duplicates} duplicates by the carrier's own log`);
  check(campaign.lost === 0, `${campaign.lost} rows lost`);
  check(
    unconfirmed === 0 && Number(campaign.reserved) === 0,
    'no message unconfirmed, no money reserved any more',
  );
  check(campaign.acceptedByCarrier >= sent, `the carrier's log holds all ${sent} sent messages`);
  check(charts.length === 2, `the digest has ${charts.length} charts`);
  check(
    acks.p99_ack_ms < 500 && acks.slowest_ack_ms <= 2_500,
    `Slack acks: p99 ${acks.p99_ack_ms} ms, slowest ${acks.slowest_ack_ms} ms of ${acks.requests}`,
  );
  say(`memory (proportional): ${memory} MB for both bot processes and the database`);
}

/** Phones that were off are tried again after most of an hour, so the clock is moved there when all else is done. */
async function sendTheRest(cast: ReturnType<typeof people>): Promise<void> {
  const end = performance.now() + 150_000;
  let hours = 0;
  for (;;) {
    const { rows } = await db.pool.query<{ open: number; busy: number; next: Date | null }>(
      `select count(*) filter (where status in ('queued', 'calling'))::int as open,
              count(*) filter (where status in ('calling', 'sent') or (status = 'queued' and due_at <= $1))::int as busy,
              min(due_at) filter (where status = 'queued') as next
         from phone_communications where direction = 'outbound' and campaign_id is not null`,
      [await productNow()],
    );
    const { open = 0, busy = 0, next = null } = rows[0] ?? {};
    if (open === 0) break;
    await resumed(cast);
    if (performance.now() > end) throw new Error(`waited in vain for ${open} messages to be sent`);
    if (busy === 0 && next) {
      hours += 1;
      await moveClock(new Date(next.getTime() + 60_000));
    }
    await delay(300);
  }
  say(`everything sent; the clock was moved ${hours} times for second tries`);
}

/** A circuit breaker may stop a long campaign by chance: a person looks, and lets it go on. */
async function resumed(cast: ReturnType<typeof people>): Promise<true> {
  const { rows } = await db.pool.query<{ reason: string; n: number; of: number }>(
    `select paused_reason as reason, (e.detail ->> 'n')::int as n, (e.detail ->> 'of')::int as of
       from phone_campaigns k join campaign_events e on e.campaign_id = k.id and e.kind = 'paused'
      where k.status = 'paused' and k.paused_reason like 'breaker-%' order by e.id desc limit 1`,
  );
  const [trip] = rows;
  if (!trip) return true;
  say(
    `a circuit breaker stopped it (${trip.reason}: ${trip.n} of ${trip.of}); a person resumes it`,
  );
  await resumeCampaign(cast, campaignName);
  return true;
}

/** What the carrier's list knows is found by the product itself; the rest is a person's to decide. */
async function decideUnconfirmed(cast: ReturnType<typeof people>): Promise<void> {
  const left = async () => (await campaignFigures(db, campaignName, [])).summary.unconfirmed;
  if ((await left()) === 0) return;
  await delay(20_000);
  const before = await left();
  for (let round = 0; (await left()) > 0 && round < 20; round += 1) {
    await sendAgain(cast, campaignName);
    await delay(500);
  }
  say(`a person sent ${before} messages again that the carrier had no trace of`);
  await sendTheRest(cast);
  await until('their receipts', async () => (await unsettled()) === 0, 60);
}

const productNow = async (): Promise<Date> =>
  new Date((await json<{ now: string }>('/sandbox/api/clock')).now);

/** Rows the carrier took that have no final word yet. */
async function unsettled(): Promise<number> {
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from delivery_attempts where outcome in ('calling', 'accepted')`,
  );
  return rows[0]?.n ?? 0;
}

async function serverPids(): Promise<number[]> {
  const { rows } = await db.pool.query<{ pid: number }>(
    `select pid from pg_stat_activity union select (regexp_match(pg_read_file('postmaster.pid'), '^\\d+'))[1]::int`,
  );
  return rows.map(({ pid }) => pid);
}

async function again({ marcus }: ReturnType<typeof people>, card: Message): Promise<Message> {
  return marcus.waitForMessage('approvals', (m) => m.ts === card.ts && m.edited, 20_000);
}

/** The pictures of the digest's image blocks, as files. */
async function saveCharts({ ana }: ReturnType<typeof people>, digest: Message): Promise<string[]> {
  const saved: string[] = [];
  for (const block of digest.blocks) {
    if (block.type !== 'image' || !('slack_file' in block) || !('id' in block.slack_file)) continue;
    const name = `digest-chart-${saved.length + 1}.png`;
    const url = `/sandbox/api/files/${block.slack_file.id}/${name}`;
    const known = {
      id: block.slack_file.id,
      mimetype: 'image/png',
      size: 0,
      altText: block.alt_text,
    };
    await writeFile(join(out, name), await ana.download({ ...known, name, url }));
    saved.push(name);
  }
  if (saved.length === 0) say(`the digest shows: ${textOf(digest.blocks).slice(0, 200)}`);
  return saved;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

let failed: unknown = null;
try {
  await story();
} catch (error) {
  failed = error;
}
for (const one of running) await stopProduct(one);
await db.close();
await server.leave();
await writeFile(join(out, 'product.log'), `${logLines.join('\n')}\n`);
await rm(dataDir, { recursive: true, force: true });
if (failed) say(`FAIL  ${failed instanceof Error ? failed.message : String(failed)}`);
say(
  failed || problems.length > 0
    ? `the demo failed; see ${join(out, 'product.log')}`
    : `done; ${join(out, 'summary.json')}`,
);
process.exitCode = failed || problems.length > 0 ? 1 : 0;
