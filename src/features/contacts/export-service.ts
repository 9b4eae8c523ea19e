import type { Clock } from '../../shared/clock.ts';
import { Refusal } from '../../shared/errors.ts';
import type { JobRun } from '../../shared/jobs.ts';
import { formatCivilDay, wallTimeAt } from '../../shared/wall-time.ts';
import { includes, type TeamService } from '../team/index.ts';
import { type Bulk, type ExportFormat, exportHours } from './bulk.ts';
import {
  type BulkStore,
  type CodedColumn,
  codedColumns,
  type ExportCell,
  type ExportColumn,
  type ExportRows,
  type ExportWriter,
  exportColumns,
} from './bulk-ports.ts';
import type { OnProgress } from './import.ts';

/** Headers and codes in the language of who gets the file; a semicolon where Excel expects one. */
export type ExportLook = {
  header: (column: ExportColumn) => string;
  /** Never a plain "yes": the file, imported again, must not say more than whoever consented did. */
  said: (column: CodedColumn, code: string) => string;
  delimiter: string;
};

export type ExportService = ReturnType<typeof createExportService>;

export function createExportService({
  store,
  source,
  writer,
  team,
  clock,
  timeZone,
}: {
  store: Pick<BulkStore, 'finishExport' | 'readFile'>;
  source: ExportRows;
  writer: ExportWriter;
  team: Pick<TeamService, 'require'>;
  clock: Clock;
  timeZone: string;
}) {
  return {
    /**
     * Rows are read and written batch by batch as one moment has them; the file exists when all of
     * it does. Taken up after a crash it begins anew: nobody has seen anything of it. Numbers are
     * in full for whoever is an admin at that moment.
     */
    async write(
      { id, filter, total, createdBy }: Pick<Bulk, 'id' | 'filter' | 'total' | 'createdBy'>,
      { format, header, said, delimiter }: ExportLook & { format: ExportFormat },
      run: JobRun,
      onProgress?: OnProgress,
    ): Promise<void> {
      const { role } = await team.require(createdBy, 'operator');
      const headers = exportColumns.map(header);
      const readable = inWords(said);
      const table = writer.open(format, { headers, delimiter, timeZone });
      let rows = 0;
      for await (const batch of source.rows(filter, { full: includes(role, 'admin') })) {
        table.add(batch.map(readable));
        rows += batch.length;
        await onProgress?.(Math.min(rows, total), total);
        await run.touch();
        if (run.stopping.aborted) throw new Refusal('unavailable', 'bulk.interrupted');
      }
      const at = clock.now();
      const day = formatCivilDay(wallTimeAt(timeZone, at.getTime()).day);
      const file = {
        name: `contacts-${day}-${id.slice(0, 4)}.${format}`,
        mime: table.mime,
        content: table.end(),
        expiresAt: new Date(at.getTime() + exportHours * 3_600_000),
      };
      await store.finishExport(id, rows, file, at);
    },

    /** The file of an export, for its owner. Throws `bulk.file-gone` when its day is over. */
    async read(bulk: Pick<Bulk, 'fileId' | 'createdBy'>) {
      const file = bulk.fileId ? await store.readFile(bulk.fileId, clock.now()) : null;
      if (!file || file.owner !== bulk.createdBy) throw new Refusal('not-found', 'bulk.file-gone');
      return file;
    },
  };
}

/** Rows with words for codes. There are few codes and very many rows: each is worded once. */
function inWords(said: ExportLook['said']) {
  const coded = codedColumns.map((column) => ({
    column,
    index: exportColumns.indexOf(column),
    known: new Map<string, string>(),
  }));
  return (row: readonly ExportCell[]): readonly ExportCell[] => {
    const cells = [...row];
    for (const { column, index, known } of coded) {
      const code = cells[index];
      if (typeof code !== 'string') continue;
      const words = known.get(code) ?? said(column, code);
      known.set(code, words);
      cells[index] = words;
    }
    return cells;
  };
}
