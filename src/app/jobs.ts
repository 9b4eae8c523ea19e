import { type JobHandler, on } from '../adapters/jobs/on.ts';
import type { ImportDesk } from '../adapters/slack/contacts/import-desk.ts';
import { campaignSubmitted } from '../features/campaigns/index.ts';
import {
  importConfirmed,
  importUploaded,
  validationConfirmed,
} from '../features/contacts/index.ts';
import type { JobRun } from '../shared/jobs.ts';
import type { Services } from './services.ts';

/** Which job calls which service. Read it as a table. */
export const jobHandlers = (
  { approvals }: Pick<Services, 'approvals'>,
  desks: {
    imports: Pick<ImportDesk, 'preview' | 'run'>;
    validations: { run(batchId: string, run: JobRun): Promise<void> };
  },
): JobHandler[] => [
  on(importUploaded, ({ importId }, run) => desks.imports.preview(importId, run)),
  on(importConfirmed, ({ importId }, run) => desks.imports.run(importId, run)),
  on(validationConfirmed, ({ batchId }, run) => desks.validations.run(batchId, run)),
  on(campaignSubmitted, ({ campaignId, version }) => approvals.stage(campaignId, version)),
];
