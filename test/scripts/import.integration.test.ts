import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { messyFile } from '../support/imports.ts';

let fresh: FreshDatabase;
let folder: string;
beforeAll(async () => {
  fresh = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'import-test-'));
});
afterAll(async () => {
  await fresh.close();
  await rm(folder, { recursive: true });
});

type Ended = { code: number; out: string; err: string };

const runImport = (...args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: fresh.url };
    const command = ['--import', 'tsx', 'scripts/import.ts', ...args];
    execFile(process.execPath, command, { env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    );
  });

const people = async (): Promise<number> => {
  const { rows } = await fresh.db.pool.query('select count(*)::int as n from phone_contacts');
  return rows[0].n;
};

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** As long as the database has not let go of a killed process, its import is busy. */
async function eventually(command: () => Promise<Ended>): Promise<Ended> {
  const end = Date.now() + 60_000;
  for (;;) {
    const result = await command();
    if (result.code === 0 || Date.now() > end) return result;
  }
}

const attest = [
  '--attest',
  'Fly2Any',
  '--channels',
  'sms,whatsapp',
  '--text-kept',
  'CRM',
  '--by',
  'Ana',
];

describe('npm run import', { timeout: 180_000 }, () => {
  const { content, expected } = messyFile(120);

  it('imports a list, says what happened and writes the rejects', async () => {
    const [list, rejects] = [join(folder, 'lista.csv'), join(folder, 'rejects.csv')];
    await writeFile(list, content);
    const preview = await runImport(list, '--preview', '--json');
    expect(JSON.parse(preview.out)).toMatchObject({ preview: true, ...expected });

    const done = await runImport(list, ...attest, '--rejects', rejects, '--json');
    expect([done.code, JSON.parse(done.out)]).toMatchObject([0, { preview: false, ...expected }]);
    expect(done.err).toContain('100%');
    const text = await readFile(rejects, 'utf8');
    expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(
      1 + (expected.rejected ?? 0),
    );
    expect(text).toContain('Why it was not imported');

    const { rows } = await fresh.db.pool.query(
      `select count(*) filter (where consent_sms = 'asserted')::int as agreed,
              (select attestation ->> 'signedBy' from imports where status = 'completed') as by
         from phone_contacts`,
    );
    expect(rows).toEqual([{ agreed: expected.withConsent, by: 'Ana' }]);

    const again = await runImport(list, ...attest);
    expect(again.out).toMatch(/^ +0 new contacts$/m);
    expect(again.out).toContain('120 stayed the same');
  });

  it.each<[string, Buffer, RegExp]>([
    ['an empty file', Buffer.alloc(0), /is empty/],
    ['no list', Buffer.from('%PDF-1.7'), /a PDF/],
    ['wrong headers', Buffer.from('Produto;Preço\nPassagem;100'), /no column with phone numbers/],
  ])('answers %s with what to do, and fails', async (name, bytes, words) => {
    const file = join(folder, `${name}.csv`);
    await writeFile(file, bytes);
    const { code, err, out } = await runImport(file);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/\bat .*\.ts:\d+/);
  });

  it('killed in the middle goes on where it was, with the result of one import', async () => {
    const all = 30_000;
    const numbers = Array.from({ length: all }, (_, n) => `+1203${300_0000 + n}`);
    const rows = numbers.map((phone, n) => `Pessoa ${n};${phone};sim;2025-04-25`);
    const list = join(folder, 'grande.csv');
    await writeFile(list, ['Nome;Telefone;Aceita;Data do aceite', ...rows, 'Sem;;;'].join('\n'));
    await fresh.db.pool.query('truncate phone_contacts, consent_events cascade');
    const command = ['--import', 'tsx', 'scripts/import.ts', list, ...attest];
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: fresh.url };
    const child = spawn(process.execPath, command, { env, stdio: 'ignore' });
    const ended = new Promise((done) => child.once('exit', done));
    await until(async () => (await people()) > 0);
    child.kill('SIGKILL');
    await ended;
    const half = await people();
    expect(half).toBeLessThan(all);
    // The database notices by itself that the command is gone.
    const again = await eventually(() => runImport(list, ...attest, '--json'));
    expect(again.err).toContain('goes on where it was');
    expect(JSON.parse(again.out)).toMatchObject({
      rows: all + 1,
      created: all,
      merged: 0,
      rejected: 1,
      withConsent: all,
    });
    expect(await people()).toBe(all);
    const { rows: ledger } = await fresh.db.pool.query(
      'select count(*)::int as n from consent_events',
    );
    expect(ledger).toEqual([{ n: all }]);
  });

  it('silences the numbers of a list, and takes it back after a yes', async () => {
    const list = join(folder, 'descadastrados.csv');
    await writeFile(list, 'Telefone\n860-555-0001\n860-555-0002\n911\n');
    const done = await runImport(list, '--by', 'Ana');
    expect(done.err).toContain('Taken for: Opt-outs');
    expect(done.out).toMatch(/^ +2 numbers newly suppressed$/m);
    const id = /--undo (\S+)/.exec(done.out)?.[1] ?? '';
    const silent = async () => {
      const { rows } = await fresh.db.pool.query(
        'select count(*)::int as n from suppressions where lifted_at is null',
      );
      return rows[0].n;
    };
    expect(await silent()).toBe(2);
    const unsure = await runImport('--undo', id, '--by', 'Ana');
    expect([unsure.code, await silent()]).toEqual([1, 2]);
    expect(unsure.err).toContain('2 suppressions are lifted');
    const undone = await runImport('--undo', id, '--by', 'Ana', '--yes');
    expect([undone.code, await silent()]).toEqual([0, 0]);
    const twice = await runImport('--undo', id, '--by', 'Ana', '--yes');
    expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('was undone')]);
    expect((await runImport('--undo', 'nonsense', '--yes')).err).toContain('no longer exists');
  });

  it('takes a wrong guess for an order', async () => {
    const list = join(folder, 'stop-2026.csv');
    await writeFile(list, 'Nome;Telefone\nAna;203-555-0123\n');
    const asked = await runImport(list, '--as', 'contacts', '--preview', '--json');
    expect(JSON.parse(asked.out)).toMatchObject({ kind: 'contacts', created: 1 });
    expect(await runImport(list, '--as', 'friends')).toMatchObject({ code: 2 });
    expect(await runImport(list, '--scrubbed-on', 'May')).toMatchObject({ code: 2 });
    const listed = (day: string) => runImport(list, '--as', 'dnc-national', '--scrubbed-on', day);
    const [ahead, none] = [await listed('2127-01-01'), await listed('2026-99-99')];
    expect([ahead.code, none.code]).toEqual([1, 1]);
    expect(ahead.err).toMatch(/ainda não chegou|not come yet/);
    expect(none.err).toMatch(/não existe|does not exist/);
  });

  it('says how it is used', async () => {
    expect(await runImport()).toMatchObject({ code: 2, err: expect.stringContaining('Usage:') });
    expect(await runImport('--nonsense')).toMatchObject({ code: 2 });
    expect(await runImport('a.csv', '--attest', 'X')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--text-kept'),
    });
    expect(await runImport(join(folder, 'missing.csv'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('cannot be read'),
    });
  });
});
