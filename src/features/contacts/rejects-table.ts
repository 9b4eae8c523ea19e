import { headerFor } from './header-words.ts';
import type { ImportView } from './import.ts';
import type { RejectedRow } from './import-ports.ts';

/** Header and rows of the rejects file; null when there is nothing in it. */
export async function rejectsTable(
  view: Pick<ImportView, 'columns' | 'detected'>,
  rejects: AsyncIterable<readonly RejectedRow[]>,
  say: (key: string) => string,
): Promise<string[][] | null> {
  const language = view.detected.header === 'en' ? 'en' : 'pt';
  const width = view.columns.length;
  const header = view.columns.map(({ header, field, index }) =>
    view.detected.header === 'none'
      ? field === null
        ? `${index + 1}`
        : headerFor(field, language)
      : (header ?? ''),
  );
  const rows: string[][] = [[...header, say('contacts.reject.column')]];
  for await (const batch of rejects) {
    for (const { cells, reason } of batch) {
      const padded = Array.from({ length: width }, (_, index) => cells[index] ?? '');
      rows.push([...padded, say(`contacts.reject.${reason}`)]);
    }
  }
  return rows.length === 1 ? null : rows;
}
