import type { ImportNeeds } from './import-service.ts';
import { importConfirmed, importUploaded } from './jobs.ts';

const day = 24 * 3600_000;

export const createImportResume = ({
  store,
  jobs,
  clock,
}: Pick<ImportNeeds, 'store' | 'jobs' | 'clock'>) => ({
  /**
   * At start: jobs for what a crash left between two writes. Confirmed imports, and files that were
   * taken in (Slack will not bring them again) and have no preview yet.
   */
  async resume(): Promise<void> {
    for (const importId of await store.unfinished()) {
      await jobs.enqueue(importConfirmed, { importId }, { key: importId });
    }
    for (const importId of await store.unpreviewed(new Date(clock.now().getTime() - day))) {
      await jobs.enqueue(importUploaded, { importId }, { key: importId });
    }
  },
});
