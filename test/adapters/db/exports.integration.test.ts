import { randomBytes, randomUUID } from 'node:crypto';
import readWorkbook from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partsSource } from '../../../src/adapters/files/byte-source.ts';
import { sheetReader } from '../../../src/adapters/files/sheet-reader.ts';
import { type ExportFormat, exportColumns } from '../../../src/features/contacts/index.ts';
import type { Role } from '../../../src/features/team/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { bulkServices } from '../../support/bulk.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { phoneOf, somePeople, stoppedClock, tuesday } from '../../support/delivery.ts';
import { calmRun } from '../../support/imports.ts';

describe('an export', () => {
  let fresh: FreshDatabase;
  let clock: ReturnType<typeof stoppedClock>;
  const roles: Record<string, Role> = {};
  beforeEach(async () => {
    fresh = await freshDatabase();
    clock = stoppedClock();
    Object.assign(roles, { U1: 'operator', U4: 'admin' });
    await somePeople(fresh.db, 3);
    await fresh.db.pool.query(
      `update phone_contacts set name = '=HYPERLINK("https://evil.example","João")', city = '@SUM(1)', zip = '06810',
              segment = '-2+3', tags = '["a;b", "+x"]', lead_score = 85, last_contact_date = $2,
              carrier = E'T-Mobile\\u0001 <&>' where phone = $1`,
      [phoneOf(0), tuesday],
    );
  });
  afterEach(() => fresh.close());

  async function exportAs(by: string, format: ExportFormat) {
    const { bulks, exports } = bulkServices(fresh.db, clock, { roles });
    const chosen = await bulks.choose({}, by);
    const order = { action: 'export', format } as const;
    const { id } = await bulks.confirm(chosen.id, { id: randomUUID(), order, agreed: 3 }, by);
    const bulk = await bulks.run(id, calmRun());
    return { bulk, file: await exports.read(bulk) };
  }
  const rowsOf = async (content: Uint8Array, name: string) => {
    const sheet = await sheetReader().open(content, name);
    const rows: (readonly string[])[] = [];
    for await (const batch of sheet.rows()) rows.push(...batch.map(({ cells }) => cells));
    return rows;
  };

  it('as CSV runs no formula, and is read back as it was', async () => {
    const { file, bulk } = await exportAs('U4', 'csv');
    expect(bulk).toMatchObject({ status: 'completed', done: 3, total: 3 });
    const text = Buffer.from(file.content).toString();
    expect(text.startsWith('\ufeffname,phone,state')).toBe(true);
    for (const cell of text.split(/[\r\n,]+/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
    const rows = await rowsOf(file.content, file.name);
    expect(rows).toHaveLength(4);
    const [first = []] = rows.filter(([name]) => name?.includes('HYPERLINK'));
    expect(first.slice(0, 7)).toEqual([
      `'=HYPERLINK("https://evil.example","João")`,
      '(203) 555-0000',
      'CT',
      `'@SUM(1)`,
      '06810',
      `'-2+3`,
      'a;b, +x',
    ]);
    expect(first[13]).toBe('2026-11-24 10:05');
  });

  it('as a workbook has texts, numbers and dates, and phone numbers that stay texts', async () => {
    const { file } = await exportAs('U4', 'xlsx');
    expect(file.name).toMatch(/^contacts-2026-11-24-[0-9a-f]{4}\.xlsx$/);
    const [sheet] = await readWorkbook(Buffer.from(file.content));
    const [headers, ...rows] = sheet?.data ?? [];
    expect(headers).toEqual([...exportColumns]);
    const row = rows.find(([name]) => String(name).includes('HYPERLINK'));
    expect(row?.slice(0, 7)).toEqual([
      '=HYPERLINK("https://evil.example","João")',
      '(203) 555-0000',
      'CT',
      '@SUM(1)',
      '06810',
      '-2+3',
      'a;b, +x',
    ]);
    expect(row?.[8]).toBe('T-Mobile <&>');
    expect(row?.[9]).toBe(85);
    expect(row?.[13]).toEqual(new Date('2026-11-24T10:05:00Z'));
    expect(row?.[12]).toBeNull();
  });

  it.each(['csv', 'xlsx'] as const)(
    'shows an operator masked numbers only, as %s',
    async (format) => {
      const { file } = await exportAs('U1', format);
      const all = JSON.stringify(await rowsOf(file.content, file.name));
      expect(all).toContain('+1 (203) •••-0000');
      expect(all).not.toMatch(/555-?0000/);
    },
  );

  it('is masked for somebody who is no admin any more when it is written, and nothing for a viewer', async () => {
    const { bulks, exports } = bulkServices(fresh.db, clock, { roles });
    const ask = async () => {
      const chosen = await bulks.choose({}, 'U4');
      const order = { action: 'export', format: 'csv' } as const;
      return bulks.confirm(chosen.id, { id: randomUUID(), order, agreed: 3 }, 'U4');
    };
    const [one, two] = [await ask(), await ask()];
    roles.U4 = 'operator';
    const written = await exports.read(await bulks.run(one.id, calmRun()));
    expect(Buffer.from(written.content).toString()).not.toMatch(/555-?0000/);
    roles.U4 = 'viewer';
    await expect(bulks.run(two.id, calmRun())).rejects.toThrow(Refusal);
    expect(await bulks.get(two.id)).toMatchObject({
      status: 'failed',
      errorCode: 'team.needs-role',
      fileId: null,
    });
  });

  it('taken up after a crash begins anew and ends as one file', async () => {
    const { bulks, store } = bulkServices(fresh.db, clock, { roles });
    const chosen = await bulks.choose({}, 'U1');
    const order = { action: 'export', format: 'xlsx' } as const;
    const { id } = await bulks.confirm(chosen.id, { id: randomUUID(), order, agreed: 3 }, 'U1');
    const dead = bulks.run(id, calmRun(), () => {
      throw new Error('the process died');
    });
    await expect(dead).rejects.toThrow('died');
    expect((await store.get(id))?.fileId).toBeNull();
    await bulks.run(id, calmRun());
    await bulks.run(id, calmRun());
    const { rows } = await fresh.db.pool.query('select owner, kind from files');
    expect(rows).toEqual([{ owner: 'U1', kind: 'export' }]);
    // Nobody has got it yet: the next start sees to it, until it is sent.
    expect(await store.isUnsent(id, clock.now())).toBe(true);
    expect(await store.unfinished()).toEqual([id]);
    await store.markSent(id, clock.now());
    expect(await store.isUnsent(id, clock.now())).toBe(false);
    expect(await store.unfinished()).toEqual([]);
  });

  it('is kept in pieces and read back whole, or not at all', async () => {
    const { bulks, store } = bulkServices(fresh.db, clock, { roles });
    const chosen = await bulks.choose({}, 'U1');
    const order = { action: 'export', format: 'csv' } as const;
    const { id } = await bulks.confirm(chosen.id, { id: randomUUID(), order, agreed: 3 }, 'U1');
    await store.move(id, ['queued'], 'running', { at: clock.now() });
    const parts = Array.from({ length: 7 }, () => randomBytes(61_803));
    const file = {
      name: 'contacts.csv',
      mime: 'text/csv',
      content: partsSource(parts),
      expiresAt: new Date(clock.now().getTime() + 1),
    };
    expect(await store.finishExport(id, 3, file, clock.now())).toBe(true);
    const fileId = (await store.get(id))?.fileId ?? '';
    const read = await store.readFile(fileId, clock.now());
    expect(Buffer.concat(parts).equals(read?.content ?? Buffer.of())).toBe(true);
    const { rowCount } = await fresh.db.pool.query(
      'delete from file_pieces where n = (select max(n) from file_pieces)',
    );
    expect(rowCount).toBe(1);
    expect(await store.readFile(fileId, clock.now())).toBeNull();
  });

  it('is gone after a day', async () => {
    const { bulk } = await exportAs('U1', 'csv');
    const { exports, store } = bulkServices(fresh.db, clock, { roles });
    await store.addSlackFile(bulk.id, 'F1');
    clock.advance(23 * 3_600_000);
    expect((await exports.read(bulk)).owner).toBe('U1');
    expect(await store.expired(clock.now())).toEqual([]);
    clock.advance(3_600_000);
    await expect(exports.read(bulk)).rejects.toMatchObject({ code: 'bulk.file-gone' });
    expect((await store.expired(clock.now())).map((each) => each.slackFiles)).toEqual([['F1']]);
    await store.forgetSlackFiles(bulk.id);
    expect(await store.expired(clock.now())).toEqual([]);
    expect((await fresh.db.pool.query('select * from files')).rows).toEqual([]);
  });
});
