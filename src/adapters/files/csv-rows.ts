import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import type { FileSource, SheetRow } from '../../features/contacts/index.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Delimiter } from './delimiter.ts';
import { decode, type Encoding } from './encoding.ts';

/** A millisecond or two of work: whoever clicks meanwhile waits for no more. */
const batchSize = 100;

const maxRowBytes = 1024 * 1024;

/**
 * The rows of a text file, streamed. Quotes in odd places are read as they stand; only one that
 * never closes stops the reading, since everything after it would be one cell, and a row without end.
 */
export async function* csvRows(
  content: FileSource,
  { encoding, delimiter, fileName }: { encoding: Encoding; delimiter: Delimiter; fileName: string },
): AsyncGenerator<readonly SheetRow[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: maxRowBytes,
  });
  const source = Readable.from(decode(content, encoding));
  source.pipe(parser);
  let batch: SheetRow[] = [];
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      if (number === 1 && cells.length <= 2 && /^sep=.?$/i.test(cells[0] ?? '')) continue;
      batch.push({ number, cells });
      if (batch.length === batchSize) {
        yield batch;
        batch = [];
        await nextTurn();
      }
    }
  } catch (error) {
    if (error instanceof CsvError) {
      const { code, records = number } = error as CsvError & { records?: number };
      const isOpen = (parser as unknown as { state: { quoting: boolean } }).state.quoting;
      const problem =
        code === 'CSV_MAX_RECORD_SIZE' && !isOpen
          ? 'contacts.file-cell-too-long'
          : 'contacts.file-quote';
      throw new Refusal('invalid', problem, { file: fileName, row: records + 1 });
    }
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
  if (batch.length > 0) yield batch;
}
