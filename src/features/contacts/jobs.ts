import { z } from 'zod';
import { defineJob } from '../../shared/jobs.ts';

/** A file was uploaded, or its mapping changed: `imports.preview(importId, jobRun)` answers. */
export const importUploaded = defineJob(
  'contacts.import-uploaded',
  z.object({ importId: z.uuid() }),
);

/** Somebody confirmed an import: `imports.run(importId, jobRun, onProgress)` answers. */
export const importConfirmed = defineJob(
  'contacts.import-confirmed',
  z.object({ importId: z.uuid() }),
);

/** Somebody takes an import back: `imports.undo(importId, by)` answers. */
export const importUndoAsked = defineJob(
  'contacts.import-undo-asked',
  z.object({ importId: z.uuid(), by: z.string() }),
);

/** Somebody agreed to a batch of lookups and its cost: `validations.run(batchId, jobRun, onProgress)`. */
export const validationConfirmed = defineJob(
  'contacts.validation-confirmed',
  z.object({ batchId: z.uuid() }),
);

/** Somebody agreed to an action on many contacts, or to its undo: `bulks.run(bulkId, jobRun, onProgress)`. */
export const bulkConfirmed = defineJob('contacts.bulk-confirmed', z.object({ bulkId: z.uuid() }));
