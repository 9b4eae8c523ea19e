import { execFile } from 'node:child_process';
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

describe('npm run import', { timeout: 60_000 }, () => {
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
