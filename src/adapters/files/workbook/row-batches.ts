import type { SheetRow } from '../../../features/contacts/index.ts';

/** Of one message: what the other thread takes in at once without anybody noticing. */
const most = { rows: 500, cells: 20_000, characters: 500_000 };

/** In batches that weigh little, and with the rows between that are blank. */
export async function* inBatches(
  groups: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = [];
  let [cells, characters, last] = [0, 0, 0];
  for await (const group of groups) {
    for (const row of group) {
      for (last += 1; last < row.number; last += 1) {
        batch.push({ number: last, cells: [] });
        if (batch.length < most.rows) continue;
        yield batch;
        batch = [];
      }
      batch.push(row);
      cells += row.cells.length;
      characters += row.cells.reduce((sum, { length }) => sum + length, 0);
      if (batch.length < most.rows && cells < most.cells && characters < most.characters) continue;
      yield batch;
      batch = [];
      [cells, characters] = [0, 0];
    }
  }
  if (batch.length > 0) yield batch;
}
