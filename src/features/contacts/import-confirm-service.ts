import { Refusal } from '../../shared/errors.ts';
import { type AttestationForm, signAttestation } from '../consent/index.ts';
import type { ImportView } from './import.ts';
import type { ImportNeeds } from './import-service.ts';
import { open, wrongState } from './import-state.ts';
import { importConfirmed } from './jobs.ts';

export function createImportConfirm(
  { store, jobs, clock }: Pick<ImportNeeds, 'store' | 'jobs' | 'clock'>,
  load: (importId: string) => Promise<ImportView>,
) {
  const changed = ({ fileName }: ImportView): Refusal =>
    new Refusal('conflict', 'contacts.import-changed', { file: fileName });

  return {
    /**
     * Somebody says yes, and with an attestation vouches for the consent in the file; without one
     * its consent stays unattested. Starts the job. `seen`: it is a yes to the numbers of a preview.
     * Throws `Refusal('invalid', 'consent.attestation-incomplete')` with its fields,
     * `Refusal('conflict', 'contacts.import-changed')` when other imports began, ended or were undone
     * since the preview, `contacts.import-counting` while there is none to say yes to, and
     * `contacts.import-…` when it was confirmed, canceled or finished before.
     */
    async confirm(
      importId: string,
      form: AttestationForm | null,
      by: string,
      { enqueue = true, seen = false }: { enqueue?: boolean; seen?: boolean } = {},
    ): Promise<ImportView> {
      const at = clock.now();
      const attestation = form === null ? null : signAttestation(form, by, at);
      const from = seen ? (['previewed'] as const) : open;
      const outcome = await store.confirm(importId, from, { attestation, at, by });
      const view = await load(importId);
      if (outcome === 'changed') throw changed(view);
      if (outcome === 'not-open')
        throw view.status === 'uploaded' ? counting(view) : wrongState(view);
      if (enqueue) await jobs.enqueue(importConfirmed, { importId }, { key: importId });
      return view;
    },

    /** Before somebody fills in a form about it: throws what `confirm` would. */
    async checkCurrent(view: ImportView): Promise<void> {
      if (view.status === 'uploaded') throw counting(view);
      if (view.status !== 'previewed') throw wrongState(view);
      if (!(await store.isCurrent(view.id))) throw changed(view);
    },
  };
}

const counting = ({ fileName }: ImportView): Refusal =>
  new Refusal('conflict', 'contacts.import-counting', { file: fileName });
