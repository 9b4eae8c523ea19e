import { execFile } from 'node:child_process';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { nodeArguments, root } from '../../../scripts/demo/product.ts';
import { sheetReader } from '../../../src/adapters/files/sheet-reader.ts';
import {
  type WorkbookLimits,
  workbookLimits,
} from '../../../src/adapters/files/workbook/limits.ts';
import {
  startReadingThread,
  type WorkbookReading,
} from '../../../src/adapters/files/workbook/workbook-reader.ts';
import type { SheetReader } from '../../../src/features/contacts/index.ts';
import { Refusal } from '../../../src/shared/errors.ts';
import { inline, rawWorkbook, row } from '../../support/workbook.ts';

const started: { worker: Worker; gone: Promise<unknown> }[] = [];
afterEach(() => started.splice(0));

/** A reader whose threads are seen. */
function watched(
  workbook: Partial<Omit<WorkbookReading, 'limits'>> = {},
  limits: Partial<WorkbookLimits> = {},
): SheetReader {
  return sheetReader({
    workbook: {
      limits: { ...workbookLimits, ...limits },
      timeoutMs: 60_000,
      memoryMb: 256,
      startThread(request) {
        const worker = startReadingThread(request);
        started.push({ worker, gone: new Promise((resolve) => worker.on('exit', resolve)) });
        return worker;
      },
      ...workbook,
    },
  });
}

async function refusalOf(content: Uint8Array, read = watched()): Promise<Refusal> {
  try {
    const sheet = await read.open(content, 'lista.xlsx');
    for await (const _ of sheet.rows());
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was read');
}

/** A busy machine takes some; the files read here would block this thread for many seconds. */
const tolerable = 1_200;

/** The longest that this thread was kept from its other work meanwhile, in ms. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  await work();
  delay.disable();
  return delay.max / 1e6;
}

const long = 'A'.repeat(20 * 1024 * 1024);
const people = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    row(at + 1, inline(`A${at + 1}`, `Ana ${at}`), `<c r="B${at + 1}"><v>12035550123</v></c>`),
  ).join('');

/** So many long texts to keep. They are not packed: the size of the file allows for them. */
const texts = (count: number) =>
  rawWorkbook(
    { A: row(1, '<c t="s"><v>0</v></c>') },
    { shared: `<si><t>${'A'.repeat(90_000)}</t></si>`.repeat(count), level: 0 },
  );

describe('a workbook that would keep its reader busy', () => {
  it('for minutes, by one cell without end, is refused at once and names the row', async () => {
    const content = rawWorkbook({ A: people(4) + row(5, inline('A5', long)) });
    expect(content.length).toBeLessThan(40_000);
    let refusal: Refusal | undefined;
    const blocked = await longestBlock(async () => {
      refusal = await refusalOf(content);
    });
    expect(refusal?.code).toBe('contacts.file-cell-too-long');
    expect(refusal?.values).toMatchObject({ file: 'lista.xlsx', row: 5 });
    expect(blocked).toBeLessThan(tolerable);
    await started[0]?.gone;
  });

  it('names the row of a text that stands among the shared ones', async () => {
    const content = rawWorkbook(
      { A: row(7, '<c r="A7"><v>1</v></c>') + row(9, '<c r="A9" t="s"><v>1</v></c>') },
      { shared: `<si><t>x</t></si><si><t>${long}</t></si>` },
    );
    expect((await refusalOf(content)).values).toMatchObject({ row: 9 });
  });

  it('by a text of many pieces is refused as well', async () => {
    const pieces = `<r><t>${'A'.repeat(50_000)}</t></r>`.repeat(3);
    const content = rawWorkbook(
      { A: row(1, '<c r="A1" t="s"><v>0</v></c>') },
      { shared: `<si>${pieces}</si>` },
    );
    const { code, values } = await refusalOf(content);
    expect([code, values.row]).toEqual(['contacts.file-cell-too-long', 1]);
  });

  it('by more rows than Excel knows is refused', async () => {
    const content = rawWorkbook({ A: people(1) + '<row/>'.repeat(1_048_576) });
    expect((await refusalOf(content)).code).toBe('contacts.file-too-involved');
  });

  it('by more cells than any list has is refused', async () => {
    const wide = (number: number) => row(number, inline(`XFD${number}`, 'x'));
    const content = rawWorkbook({ A: [1, 2, 3].map(wide).join('') });
    expect((await refusalOf(content, watched({}, { maxCells: 40_000 }))).code).toBe(
      'contacts.file-too-involved',
    );
  });

  it('by one text that is shown again and again is refused', async () => {
    const shown = Array.from({ length: 300 }, () => '<c t="s"><v>0</v></c>').join('');
    const content = rawWorkbook(
      { A: row(1, shown) },
      { shared: `<si><t>${'A'.repeat(90_000)}</t></si>` },
    );
    expect((await refusalOf(content)).code).toBe('contacts.file-too-involved');
    const rows = rawWorkbook(
      { A: Array.from({ length: 300 }, (_, at) => row(at + 1, '<c t="s"><v>0</v></c>')).join('') },
      { shared: `<si><t>${'A'.repeat(90_000)}</t></si>` },
    );
    expect((await refusalOf(rows, watched({}, { maxCharacters: 20e6 }))).code).toBe(
      'contacts.file-too-involved',
    );
  });

  it('by more shared texts than may be held is refused', async () => {
    const content = rawWorkbook(
      { A: row(1, '<c t="s"><v>0</v></c>') },
      { shared: `<si><t>${'A'.repeat(90_000)}</t></si>`.repeat(30) },
    );
    expect((await refusalOf(content, watched({}, { maxSharedBytes: 2e6 }))).code).toBe(
      'contacts.file-too-involved',
    );
  });

  it('by more cells in a row than there are columns is refused', async () => {
    const content = rawWorkbook({ A: people(1) + row(2, '<c r="A2"/>'.repeat(20_000)) });
    expect((await refusalOf(content)).code).toBe('contacts.file-too-involved');
  });

  it.each([
    ['looks', { styles: `<cellXfs>${'<xf/>'.repeat(100_001)}</cellXfs>` }],
    [
      'formats',
      { styles: Array.from({ length: 100_001 }, (_, at) => `<numFmt numFmtId="${at}"/>`).join('') },
    ],
    [
      'relations',
      {
        relations: Array.from({ length: 10_001 }, (_, at) => `<Relationship Id="${at}"/>`).join(''),
      },
    ],
  ])('by more %s than anybody has is refused', async (_, parts) => {
    const content = rawWorkbook({ A: people(1) }, parts);
    expect((await refusalOf(content)).code).toBe('contacts.file-too-involved');
  });

  it('by elements within elements is refused', async () => {
    const content = rawWorkbook({ A: people(1) + '<a>'.repeat(1_000_000) });
    expect((await refusalOf(content)).code).toBe('contacts.file-too-involved');
  });

  it('by blanks between tags is not read again and again', async () => {
    const blanks = `${' '.repeat(1_900_000)}<x/>`.repeat(15);
    const content = rawWorkbook({ A: people(1) + blanks });
    expect((await refusalOf(content)).code).toBe('contacts.file-too-involved');
    const rows: unknown[] = [];
    const shorter = rawWorkbook({ A: people(1) + `${' '.repeat(900_000)}<x/>`.repeat(15) });
    for await (const batch of (await watched().open(shorter, 'a.xlsx')).rows()) rows.push(...batch);
    expect(rows).toHaveLength(1);
  });

  it('by a sheet that is named a million times is read once', async () => {
    const named = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, at) => [`S${at}`, at === 0 ? people(1) : '']),
    );
    expect((await refusalOf(rawWorkbook(named))).code).toBe('contacts.file-too-involved');
  });

  it('by a comment full of tags is refused', async () => {
    const comment = `<!--${'<row/>'.repeat(1_000_000)}-->`;
    const content = rawWorkbook({ A: people(1) + comment + people(3) });
    expect((await refusalOf(content)).code).toBe('contacts.file-too-involved');
  });

  it('longer than it is given is refused, and nobody waits meanwhile', async () => {
    const content = rawWorkbook({ A: people(200_000) }, { level: 1 });
    let refusal: Refusal | undefined;
    const blocked = await longestBlock(async () => {
      refusal = await refusalOf(content, watched({ timeoutMs: 100 }));
    });
    expect(refusal?.code).toBe('contacts.file-too-involved');
    expect(blocked).toBeLessThan(tolerable);
    await started[0]?.gone;
  });

  it('with more memory than it is given is refused', async () => {
    const content = texts(600);
    expect((await refusalOf(content, watched({ memoryMb: 64 }))).code).toBe(
      'contacts.file-too-involved',
    );
    await started[0]?.gone;
    let rows = 0;
    for await (const batch of (await watched().open(content, 'a.xlsx')).rows()) {
      rows += batch.length;
    }
    expect(rows).toBe(1);
  });

  it('with more memory is refused in a process with a limit of its own, too', async () => {
    const path = join(tmpdir(), `fly2any-test-${process.pid}.xlsx`);
    await writeFile(path, texts(600));
    const script = `
      import { diskSource } from './src/adapters/files/byte-source.ts';
      import { sheetReader } from './src/adapters/files/sheet-reader.ts';
      import { workbookLimits as limits } from './src/adapters/files/workbook/limits.ts';
      import { startReadingThread as startThread } from './src/adapters/files/workbook/workbook-reader.ts';
      const reader = sheetReader({ workbook: { limits, timeoutMs: 60_000, memoryMb: 64, startThread } });
      const sheet = await reader.open(await diskSource(process.argv[1]), 'a.xlsx');
      try { for await (const _ of sheet.rows()); } catch (error) { console.log(error.code); }`;
    const flags = nodeArguments('start').slice(0, -1);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...flags, '--input-type=module', '-e', script, path],
      { cwd: root },
    ).finally(() => rm(path));
    expect(flags.join(' ')).toContain('--max-old-space-size');
    expect(stdout.trim()).toBe('contacts.file-too-involved');
  });

  it('is refused before it is unpacked when it says so itself', async () => {
    const { code } = await refusalOf(
      rawWorkbook({ A: people(100) }),
      watched({}, { maxUnpackedBytes: 1000 }),
    );
    expect(code).toBe('contacts.file-too-involved');
  });

  it('is refused when it unpacks to more than it says', async () => {
    const content = Buffer.from(rawWorkbook({ A: people(1000) }));
    const name = content.lastIndexOf('xl/worksheets/sheet1.xml');
    content.writeUInt32LE(500, name - 46 + 24);
    expect((await refusalOf(content)).code).toBe('contacts.file-damaged');
  });
});

describe('the thread that reads a workbook', () => {
  it('is gone when all rows are read, and keeps nobody waiting', async () => {
    const sheet = await watched().open(rawWorkbook({ A: people(50_000) }), 'a.xlsx');
    let rows = 0;
    const blocked = await longestBlock(async () => {
      for await (const batch of sheet.rows()) rows += batch.length;
    });
    expect(rows).toBe(50_000);
    expect(blocked).toBeLessThan(tolerable);
    await started[0]?.gone;
  });

  it('waits for a reader who takes its time', async () => {
    const sheet = await watched({ timeoutMs: 2_000 }).open(
      rawWorkbook({ A: people(1_600) }),
      'a.xlsx',
    );
    let rows = 0;
    for await (const batch of sheet.rows()) {
      if (rows === 0) await new Promise((resolve) => setTimeout(resolve, 2_500));
      rows += batch.length;
    }
    expect(rows).toBe(1_600);
  });

  it.each([
    ['a fault of ours', `throw new TypeError('ours')`],
    ['an end without a word', 'process.exit(3)'],
  ])('says %s as what it is, not as one of the file', async (_, code) => {
    const reading = {
      limits: workbookLimits,
      timeoutMs: 10_000,
      memoryMb: 448,
      startThread: () => new Worker(code, { eval: true }),
    };
    const sheet = await sheetReader({ workbook: reading }).open(rawWorkbook({ A: '' }), 'a.xlsx');
    const rows = sheet.rows()[Symbol.asyncIterator]();
    await expect(rows.next()).rejects.toSatisfy(
      (error) => error instanceof Error && !(error instanceof Refusal),
    );
  });

  it('is one for a large workbook at a time, and small ones do not wait for it', async () => {
    const [large, small] = [texts(60), rawWorkbook({ A: people(3) })];
    const read = watched();
    const first = (await read.open(large, 'a.xlsx')).rows()[Symbol.asyncIterator]();
    await first.next();
    let isThrough = false;
    const second = (async () => {
      for await (const _ of (await read.open(large, 'b.xlsx')).rows()) isThrough = true;
    })();
    for await (const _ of (await read.open(small, 'c.xlsx')).rows());
    expect(started).toHaveLength(2);
    expect(isThrough).toBe(false);
    await first.return?.();
    await second;
    expect(isThrough).toBe(true);
  });

  it('leaves nothing on disk and no descriptor open', async () => {
    const open = async () => (await readdir('/proc/self/fd').catch(() => [])).length;
    const kept = async () =>
      (await readdir(tmpdir())).filter((name) => name.startsWith('fly2any-workbook-'));
    const [before, keptBefore] = [await open(), await kept()];
    const content = rawWorkbook({ A: people(5_000) });
    for (const wanted of [1, Number.POSITIVE_INFINITY]) {
      let batches = 0;
      for await (const _ of (await watched().open(content, 'a.xlsx')).rows()) {
        expect(await kept()).toEqual(keptBefore);
        batches += 1;
        if (batches >= wanted) break;
      }
    }
    await refusalOf(content.slice(0, 9_000));
    expect(await open()).toBeLessThanOrEqual(before);
    expect(await kept()).toEqual(keptBefore);
  });

  it('is gone when the reader stops early', async () => {
    const sheet = await watched().open(rawWorkbook({ A: people(5_000) }), 'a.xlsx');
    for await (const batch of sheet.rows()) {
      expect(batch[0]).toEqual({ number: 1, cells: ['Ana 0', '12035550123'] });
      break;
    }
    await started[0]?.gone;
  });

  it('gives the rows again from the top', async () => {
    const sheet = await watched().open(rawWorkbook({ A: people(3) }), 'a.xlsx');
    for (const _ of [1, 2]) {
      const numbers: number[] = [];
      for await (const batch of sheet.rows()) numbers.push(...batch.map(({ number }) => number));
      expect(numbers).toEqual([1, 2, 3]);
    }
  });

  it('reads the first sheet that holds anything, and says what others hold', async () => {
    const content = rawWorkbook({
      Capa: '',
      Clientes: people(3),
      'Sem uso': '<row r="1"/>',
      Antigos: people(2),
    });
    const sheet = await watched().open(content, 'a.xlsx');
    let rows = 0;
    for await (const batch of sheet.rows()) rows += batch.length;
    expect(rows).toBe(3);
    expect(await sheet.sheets()).toEqual({
      read: 'Clientes',
      others: [{ name: 'Antigos', rows: 2 }],
    });
  });

  it('is not started for a text file', async () => {
    const sheet = await watched().open(Buffer.from('Nome;Telefone\nAna;203-555-0123\n'), 'a.csv');
    for await (const batch of sheet.rows()) expect(batch).toHaveLength(2);
    expect(started).toHaveLength(0);
  });
});
