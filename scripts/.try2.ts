import { readFileSync } from 'node:fs';
import pg from 'pg';
import { connect } from '../src/adapters/db/database.ts';
import { fileStore } from '../src/adapters/db/file-store.ts';
import { importStore } from '../src/adapters/db/import-store.ts';
import { migrate } from '../src/adapters/db/migrate.ts';
import { sheetReader } from '../src/adapters/files/sheet-reader.ts';
import { sheetWriter } from '../src/adapters/files/sheet-writer.ts';
import { createImportService } from '../src/features/contacts/index.ts';

const admin = new pg.Client('postgres://test:test@127.0.0.1:5432/postgres');
await admin.connect();
await admin.query('drop database if exists try_c with (force)');
await admin.query('create database try_c');
const db = connect('postgres://test:test@127.0.0.1:5432/try_c');
await migrate(db);
const imports = createImportService({
  store: importStore(db),
  files: fileStore(db),
  reader: sheetReader(),
  writer: sheetWriter,
  jobs: { enqueue: async () => {} },
  clock: { now: () => new Date() },
  timeZone: 'America/New_York',
});
const file = process.argv[2] ?? '/work/shared/data/contatos-fly2any.csv';
const content = readFileSync(file);
const att = {
  seller: 'Fly2Any Travel LLC',
  channels: ['sms' as const, 'whatsapp' as const],
  textKept: 'CRM',
};
const run = { touch: async () => {}, stopping: new AbortController().signal };
for (let i = 0; i < 2; i++) {
  let t = performance.now();
  const lap = (n: string) => {
    console.log(n, (performance.now() - t).toFixed(0), 'ms');
    t = performance.now();
  };
  const v = await imports.start({ fileName: 'c.csv', content, owner: 'U1' });
  lap('start');
  if (process.argv[3] !== 'nopreview') {
    const p = await imports.preview(v.id);
    lap('preview');
    console.log(JSON.stringify(p.preview?.counts));
  }
  await imports.confirm(v.id, att, 'U1');
  lap('confirm');
  const r = await imports.run(v.id, run);
  lap('run');
  console.log(JSON.stringify(r));
  console.log('rss MB', process.memoryUsage().rss / 1e6);
}
console.log(
  (
    await db.pool.query(
      `select count(*)::int n, count(*) filter (where consent_sms='asserted')::int c, count(*) filter (where first_name_conflict)::int k, max(updated_at)=max(created_at) as untouched from phone_contacts`,
    )
  ).rows,
  (await db.pool.query('select count(*)::int from consent_events')).rows,
);
console.log((await db.pool.query('select * from phone_contacts limit 1')).rows);
await db.close();
await admin.end();
