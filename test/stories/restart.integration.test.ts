import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ended,
  freePort,
  type Running,
  startProduct,
  stopProduct,
} from '../../scripts/demo/product.ts';
import { offers, read } from '../../scripts/demo/script.ts';
import { connect, type Database } from '../../src/adapters/db/database.ts';
import { isAlive } from '../../src/adapters/db/embedded-cluster.ts';
import { openEmbedded } from '../../src/adapters/db/embedded-server.ts';
import type { CarrierRecord } from '../../src/adapters/sandbox/carrier/index.ts';
import { json, lawfulTuesday, storyFolder } from './running-product.ts';
import { request, type Team, team } from './sandbox-team.ts';

const rows = 12_000;
const people = rows / 5;

/** One process with its own database, as `npm start` runs it, killed where it hurts. */
describe('a process that is killed', () => {
  const said: string[] = [];
  let folder: string;
  let env: Record<string, string>;
  let url: string;
  let cast: Team;
  let running: Running | null = null;
  let detach: (() => Promise<void>) | null = null;
  let db: Database;

  const begin = async () => {
    running = await startProduct(env, (line) => said.push(line));
    return running;
  };
  const kill = async () => {
    if (!running) throw new Error('nothing runs');
    running.child.kill('SIGKILL');
    await ended(running.child);
    running = null;
  };
  const query = async <Row extends object>(sql: string): Promise<Row[]> =>
    (await db.pool.query<Row>(sql)).rows;
  const count = async (sql: string): Promise<number> =>
    Number((await query<{ n: number }>(sql))[0]?.n ?? 0);

  beforeAll(async () => {
    folder = await storyFolder();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    env = { DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'info' };
    cast = team(url);
    await begin();
    await json(`${url}/sandbox/api/clock`, { to: lawfulTuesday().toISOString() });
    const server = await openEmbedded({ dataDir: folder });
    db = connect(server.url, { max: 2 });
    detach = async () => {
      detach = null;
      await db.close();
      await server.leave();
    };
  });
  afterAll(async () => {
    if (running) await stopProduct(running);
    await detach?.();
    await rm(folder, { recursive: true, force: true });
  });

  it('ends an import that it was in the middle of, with the right counts', async () => {
    await cast.ana.command('dm', '/contacts import');
    await cast.ana.waitForView((open) => open.view.callback_id === 'contacts.import-form');
    const file = await cast.ana.upload('grande.csv', longList());
    await cast.ana.submit({ file: [file] });
    const preview = await cast.ana.waitForMessage('dm', offers('contacts.confirm-import'), 20_000);
    await cast.ana.close();
    await cast.ana.click('contacts.confirm-import', preview);
    await cast.ana.waitForView((open) => open.view.callback_id === 'contacts.attest-form');
    await cast.ana.submit({
      seller: 'Fly2Any',
      channels: ['sms'],
      textKept: 'Loja',
      sure: ['yes'],
    });
    const partly = () => count('select rows_done as n from imports');
    await expect.poll(partly, { interval: 10, timeout: 20_000 }).toBeGreaterThan(0);
    await kill();
    expect(await partly()).toBeLessThan(rows);

    // The lease of the job that died runs for a minute; here it is over at once.
    await query(
      `update agenda_jobs set locked_at = now() - interval '2 minutes' where locked_at is not null`,
    );
    await begin();
    const done = await cast.ana.waitForMessage(
      'dm',
      (m) => read(m).includes('Importação concluída'),
      30_000,
    );
    expect(read(done)).toMatch(/Contatos novos\*\n12\.000\n/);
    expect(await count('select count(*) as n from phone_contacts')).toBe(rows);
    expect(await count(`select count(*) as n from consent_events where kind = 'grant'`)).toBe(rows);
    expect(await count('select count(*) as n from imports')).toBe(1);
  }, 90_000);

  it('brings a file that it was writing, and counts a list that it had only taken in', async () => {
    await cast.ana.command('general', '/contacts export');
    const menu = await cast.ana.waitForMessage('general', (m) => read(m).includes('O que fazer'));
    await cast.ana.click('contacts.bulk-begin:export', menu);
    await cast.ana.waitForView((open) => open.view.callback_id === 'contacts.bulk-form');
    await cast.ana.submit({ format: 'xlsx' });
    await cast.ana.waitForView((open) => open.view.callback_id === 'contacts.bulk-review');
    await cast.ana.submit({});
    const writing = () =>
      count(
        `select count(*) as n from contact_bulks where status = 'running' and message_ts is not null`,
      );
    await expect.poll(writing, { interval: 5, timeout: 20_000 }).toBe(1);
    await kill();
    // As it is between the file and its first message: Slack has its answer and will not ask again.
    await query(
      `insert into imports (status, file_id, file_name, file_sha256, detected, mapping, created_by, created_at)
       select 'uploaded', file_id, 'perdida.csv', file_sha256, detected, mapping, created_by, created_at from imports`,
    );
    await begin();
    const ready = await cast.ana.waitForMessage(
      'dm',
      (m) => read(m).includes('O seu arquivo está pronto'),
      30_000,
    );
    await cast.ana.waitForMessage('dm', (m) => m.files.length > 0, 20_000, ready.ts);
    await cast.ana.waitForMessage(
      'dm',
      (m) => read(m).includes('perdida.csv') && read(m).includes('Prévia'),
      30_000,
    );
    expect(await count('select count(*) as n from contact_bulks where sent_at is null')).toBe(
      await count(`select count(*) as n from contact_bulks where status = 'chosen'`),
    );
  }, 90_000);

  it('goes on with a send, and nobody gets it twice', async () => {
    const card = await request(cast, 'Miami', { 'campaigns.states': ['FL'] });
    await cast.marcus.click('campaigns.approve', card);
    const accepted = () =>
      count(`select count(*) as n from delivery_attempts where outcome <> 'calling'`);
    await expect.poll(accepted, { interval: 10, timeout: 20_000 }).toBeGreaterThan(people / 4);
    await kill();
    expect(await accepted()).toBeLessThan(people);

    // After forty seconds a call without an answer counts as unconfirmed; here it is so at once.
    await query(
      `update delivery_attempts set call_started_at = call_started_at - interval '1 minute' where outcome = 'calling'`,
    );
    await begin();
    // What a phone that was off made to wait is tried once more, hours later.
    const open = () =>
      count(
        `select count(*) as n from phone_communications c where status = 'calling' or status = 'queued'
            and not exists (select 1 from delivery_attempts where communication_id = c.id)`,
      );
    await expect.poll(open, { timeout: 60_000 }).toBe(0);
    expect(
      await count(`select count(*) as n from phone_communications where purpose = 'marketing'`),
    ).toBe(people);

    const taken = (await journal()).filter(({ direction }) => direction === 'outbound-api');
    const again = await query<{ phone: string }>(
      `select c.phone from delivery_attempts a join phone_communications c on c.id = a.communication_id
        where a.outcome in ('failed', 'refused')`,
    );
    const allowed = new Map<string, number>();
    for (const { phone } of again) allowed.set(phone, (allowed.get(phone) ?? 0) + 1);
    const times = new Map<string, number>();
    for (const { to } of taken) times.set(to, (times.get(to) ?? 0) + 1);
    const twice = [...times].filter(([phone, n]) => n > 1 + (allowed.get(phone) ?? 0));
    expect(twice).toEqual([]);
    // What the carrier took before its answer was lost is found in the carrier's list.
    const there = new Set(taken.map(({ to }) => to));
    const unlinked = async () =>
      (
        await query<{ phone: string }>(
          `select phone from phone_communications where status = 'unconfirmed'`,
        )
      ).filter(({ phone }) => there.has(phone));
    await expect.poll(unlinked, { timeout: 45_000 }).toEqual([]);
    const lost = await query(
      `select phone, status from phone_communications c
        where direction = 'outbound' and status not in ('failed', 'skipped', 'unconfirmed')
          and sent_at is null and not exists (
              select 1 from delivery_attempts where communication_id = c.id and outcome = 'failed')`,
    );
    expect(lost).toEqual([]);
  }, 120_000);

  it('says so when the port is taken, and leaves the first process alone', async () => {
    await expect(startProduct(env, () => {})).rejects.toThrow(
      /ended with 1:[\s\S]*Port \d+ is taken.*PORT=/,
    );
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it('leaves nothing running when it is asked to stop', async () => {
    if (!running) throw new Error('nothing runs');
    const postmaster = await count(
      `select (regexp_match(pg_read_file('postmaster.pid'), '^\\d+'))[1] as n`,
    );
    await detach?.();
    await stopProduct(running);
    expect(running.child.exitCode).toBe(0);
    running = null;
    await expect.poll(() => isAlive(postmaster)).toBe(false);
    await expect(fetch(`${url}/health`)).rejects.toThrow();
  });

  async function journal(): Promise<CarrierRecord[]> {
    const text = await readFile(join(folder, 'sandbox', 'carrier.jsonl'), 'utf8');
    const latest = new Map<string, CarrierRecord>();
    for (const line of text.split('\n').filter((one) => one.endsWith('}'))) {
      const record = JSON.parse(line) as CarrierRecord;
      latest.set(record.sid, record);
    }
    return [...latest.values()];
  }
});

/** A fifth in Florida, the rest in Connecticut, on the unassigned 555 exchange. */
function longList(): Buffer {
  const line = (at: number) => {
    const [area, state] =
      at % 5 === 0 ? ['305', 'FL'] : at % 2 === 0 ? ['203', 'CT'] : ['860', 'CT'];
    return `Pessoa ${at};(${area}) 555-${String(Math.floor(at / 2)).padStart(4, '0')};${state};sim;2026-03-14`;
  };
  const lines = Array.from({ length: rows }, (_, at) => line(at));
  return Buffer.from(
    ['Nome;Telefone;Estado;Aceita mensagens;Data do aceite', ...lines].join('\r\n'),
  );
}
