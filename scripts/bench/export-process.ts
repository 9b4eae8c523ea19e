/** Exports everybody in a process of its own, as the product does, and says what that took. */
import { randomUUID } from 'node:crypto';
import { bulkStore } from '../../src/adapters/db/bulk-store.ts';
import { connect } from '../../src/adapters/db/database.ts';
import { exportRows } from '../../src/adapters/db/export-rows.ts';
import { exportWriter } from '../../src/adapters/files/export-writer.ts';
import { createExportService, type ExportFormat } from '../../src/features/contacts/index.ts';
import { realClock } from '../../src/shared/clock.ts';

export type ExportAsked = { url: string; format: ExportFormat };
export type ExportTold = { ms: number; megabytes: number; peakMb: number };

async function exportAll({ url, format }: ExportAsked): Promise<ExportTold> {
  const db = connect(url, { max: 3 });
  const store = bulkStore(db);
  const exports = createExportService({
    store,
    source: exportRows(db),
    writer: exportWriter,
    team: { require: async () => ({ role: 'admin' }) as never },
    clock: realClock,
    timeZone: 'America/New_York',
  });
  const at = realClock.now();
  const id = randomUUID();
  const total = await store.count({});
  const order = { action: 'export', format } as const;
  await store.confirm({ id, filter: {}, order, agreed: total, by: 'bench', at });
  await store.move(id, ['queued'], 'running', { at });
  const began = performance.now();
  const run = { touch: async () => {}, stopping: new AbortController().signal };
  const look = {
    format,
    header: (column: string) => column,
    said: (_: string, code: string) => code,
    delimiter: ',',
  };
  await exports.write({ id, filter: {}, total, createdBy: 'bench' }, look, run);
  const ms = performance.now() - began;
  const { content } = await exports.read({
    fileId: (await store.get(id))?.fileId ?? null,
    createdBy: 'bench',
  });
  await db.close();
  const megabytes = content.length / 1e6;
  return { ms, megabytes, peakMb: process.resourceUsage().maxRSS / 1024 };
}

process.on('message', (asked: ExportAsked) => {
  void exportAll(asked).then((told) => process.send?.(told));
});
process.send?.('ready');
