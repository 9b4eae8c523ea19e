import type { ImportView } from './import.ts';
import type { ImportNeeds } from './import-service.ts';
import { rejectsTable } from './rejects-table.ts';

const day = 24 * 3600_000;

export function createRejectsReport(
  { store, files, writer, clock }: Pick<ImportNeeds, 'store' | 'files' | 'writer' | 'clock'>,
  load: (importId: string) => Promise<ImportView>,
) {
  return {
    /**
     * What was not taken, as a file that can be corrected and imported again: the same columns and
     * a reason in the reader's words (`say` knows `contacts.reject.<reason>` and
     * `contacts.reject.column`). Kept for a day. Null when nothing was rejected.
     */
    async rejectsFile(
      importId: string,
      owner: string,
      say: (key: string) => string,
    ): Promise<{ fileId: string; name: string; content: Uint8Array } | null> {
      const view = await load(importId);
      const rows = await rejectsTable(view, store.rejects(importId), say);
      if (rows === null) return null;
      const content = writer.csv(rows, view.detected.delimiter ?? ';');
      const name = `${view.fileName.replace(/\.[^.]*$/, '')}-rejects.csv`;
      const createdAt = clock.now();
      const fileId = await files.save({
        owner,
        kind: 'rejects',
        name,
        mime: 'text/csv',
        content,
        createdAt,
        expiresAt: new Date(createdAt.getTime() + day),
      });
      return { fileId, name, content };
    },
  };
}
