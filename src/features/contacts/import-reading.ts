import { Refusal } from '../../shared/errors.ts';
import { cleanCell } from './cell.ts';
import type { Sheet } from './file-ports.ts';
import { type ImportCounts, type ImportView, noCounts, type SampleRow } from './import.ts';
import type { RejectedRow, StagedRow } from './import-ports.ts';
import { isBlankRow, normaliseRow, readingOf } from './normalise-row.ts';

const sampleCount = 5;

/** One batch of a file, sorted into what can be a contact and what cannot. */
export type ReadBatch = { staged: StagedRow[]; rejected: RejectedRow[] };

/**
 * Reads a file once, as its mapping says; `counts` holds rows, blank and rejected so far.
 * Throws `Refusal('invalid', 'contacts.file-too-many-rows')` past the limit.
 */
export function readRows(
  sheet: Sheet,
  view: Pick<ImportView, 'mapping' | 'detected' | 'fileName'>,
  { today, maxRows }: { today: string; maxRows: number },
) {
  const counts: ImportCounts = noCounts();
  const samples: SampleRow[] = [];
  const reading = readingOf(view.mapping, {
    dateOrder: view.detected.dateOrder,
    delimiter: sheet.delimiter,
    today,
  });
  const { header, headerAt } = view.detected;
  let awaitsHeader = header !== 'none';

  function readRow(row: number, cells: readonly string[], batch: ReadBatch): void {
    if (isBlankRow(cells)) {
      counts.blank += 1;
      return;
    }
    if (awaitsHeader && headerAt && row < headerAt.row) {
      counts.blank += 1;
      return;
    }
    if (awaitsHeader) {
      awaitsHeader = headerAt !== undefined && row < headerAt.last;
      return;
    }
    counts.rows += 1;
    if (counts.rows > maxRows) {
      throw new Refusal('invalid', 'contacts.file-too-many-rows', {
        file: view.fileName,
        limit: maxRows,
      });
    }
    const result = normaliseRow(cells, reading);
    if (result.ok) {
      batch.staged.push({ row, value: result.value });
      if (result.yesWithoutDay) counts.consentUnreadable = (counts.consentUnreadable ?? 0) + 1;
    } else {
      batch.rejected.push({ row, reason: result.reason, cells: cells.map(storable) });
      counts.rejected += 1;
      counts.rejectedBy[result.reason] = (counts.rejectedBy[result.reason] ?? 0) + 1;
    }
    const accepted = samples.filter((sample) => sample.reject === null).length;
    const wanted = result.ok ? accepted : samples.length - accepted;
    if (wanted < sampleCount) samples.push(sampleOf(row, cells, result, reading.columns.phone));
  }

  async function* batches(): AsyncGenerator<ReadBatch> {
    for await (const rows of sheet.rows()) {
      const batch: ReadBatch = { staged: [], rejected: [] };
      for (const { number, cells } of rows) readRow(number, cells, batch);
      yield batch;
    }
  }

  return { counts, samples, batches };
}

/** As the file has it, but without what a database text cannot hold. */
const storable = (cell: string): string =>
  cell.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');

function sampleOf(
  row: number,
  cells: readonly string[],
  result: ReturnType<typeof normaliseRow>,
  phoneColumn: number | undefined,
): SampleRow {
  if (!result.ok) {
    const phone = phoneColumn === undefined ? '' : cleanCell(cells[phoneColumn] ?? '');
    return {
      row,
      phone: phone || null,
      name: '',
      state: null,
      consent: null,
      consentDate: null,
      reject: result.reason,
    };
  }
  const { phone, name, addressState, consent, consentDate } = result.value;
  return { row, phone, name, state: addressState, consent, consentDate, reject: null };
}
