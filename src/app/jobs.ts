import { type JobHandler, on } from '../adapters/jobs/on.ts';
import type { BulkDesk } from '../adapters/slack/contact-bulk/desk.ts';
import type { ContactsDesk } from '../adapters/slack/contacts/handlers.ts';
import { campaignSubmitted } from '../features/campaigns/index.ts';
import {
  bulkConfirmed,
  importConfirmed,
  importUndoAsked,
  importUploaded,
  validationConfirmed,
} from '../features/contacts/index.ts';
import type { Services } from './services.ts';

/** Which job calls which service. Read it as a table. */
export const jobHandlers = (
  { approvals }: Pick<Services, 'approvals'>,
  { contacts, bulks }: { contacts: ContactsDesk; bulks: BulkDesk },
): JobHandler[] => [
  on(importUploaded, ({ importId }, run) => contacts.preview(importId, run)),
  on(importConfirmed, ({ importId }, run) => contacts.runImport(importId, run)),
  on(importUndoAsked, ({ importId, by }) => contacts.undoImport(importId, by)),
  on(validationConfirmed, ({ batchId }, run) => contacts.runValidation(batchId, run)),
  on(bulkConfirmed, ({ bulkId }, run) => bulks.run(bulkId, run)),
  on(campaignSubmitted, ({ campaignId, version }) => approvals.stage(campaignId, version)),
];
