import { Refusal } from '../../shared/errors.ts';
import type { ImportReport, ImportStatus, ImportView } from './import.ts';

/** Before somebody said yes. */
export const open: readonly ImportStatus[] = ['uploaded', 'previewed'];

/** What an import in this state answers when it is asked for what it cannot do any more. */
const stateCodes: Readonly<Record<ImportStatus, string>> = {
  uploaded: 'contacts.import-not-confirmed',
  previewed: 'contacts.import-not-confirmed',
  queued: 'contacts.import-running',
  running: 'contacts.import-running',
  completed: 'contacts.import-completed',
  failed: 'contacts.import-failed',
  canceled: 'contacts.import-canceled',
  undone: 'contacts.import-undone',
};

export const wrongState = ({ status, fileName }: ImportView): Refusal =>
  new Refusal('conflict', stateCodes[status], { file: fileName });

/** What there is to report; before the end, what the preview promises. */
export function reportOf(view: ImportView): ImportReport {
  const { id, kind, fileName, status, counts, preview, attestation, startedAt, completedAt } = view;
  const known = counts ?? preview?.counts;
  if (!known) throw new Refusal('conflict', 'contacts.import-no-report', { file: fileName });
  return {
    importId: id,
    kind,
    fileName,
    status,
    counts: known,
    attestation,
    ms: startedAt && completedAt ? completedAt.getTime() - startedAt.getTime() : null,
  };
}
