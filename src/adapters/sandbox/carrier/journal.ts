import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { CarrierRecord } from './record.ts';

/** Keeps the carrier's log over a restart: changed records are appended, the last one wins. */
export type Journal = {
  load(): Promise<CarrierRecord[]>;
  append(records: readonly CarrierRecord[]): Promise<void>;
};

/** One JSON line per change. A line cut off by a crash is ignored. */
export function fileJournal(path: string): Journal {
  return {
    async load() {
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      const latest = new Map<string, CarrierRecord>();
      const lines = text.split('\n');
      for (const line of lines) {
        const record = parsed(line);
        if (record) latest.set(record.sid, record);
      }
      const records = [...latest.values()];
      if (lines.length > records.length + 1) await shorten(path, records);
      return records;
    },
    async append(records) {
      await mkdir(dirname(path), { recursive: true });
      await appendFile(path, linesOf(records));
    },
  };
}

function parsed(line: string): CarrierRecord | null {
  try {
    return line === '' ? null : JSON.parse(line);
  } catch {
    return null;
  }
}

const linesOf = (records: readonly CarrierRecord[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

async function shorten(path: string, records: readonly CarrierRecord[]): Promise<void> {
  await writeFile(`${path}.new`, linesOf(records));
  await rename(`${path}.new`, path);
}
