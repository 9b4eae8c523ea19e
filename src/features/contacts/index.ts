export {
  type Contact,
  type ContactPage,
  type ContactSort,
  type ContactSummary,
  contactSorts,
  type Page,
  type SendOutcome,
} from './contact.ts';
export { type ContactService, createContactService } from './contact-service.ts';
export { type ImportField, importFields, isImportField, type Mapping } from './field.ts';
export { evidenceKey, type FileConsent } from './file-consent.ts';
export type * from './file-ports.ts';
export { type ContactFilter, contactFilter, parseFilter } from './filter.ts';
export {
  addCounts,
  type Column,
  type Detected,
  type ImportCounts,
  type ImportPreview,
  type ImportReport,
  type ImportStatus,
  type ImportView,
  noCounts,
  type OnProgress,
  type RejectReason,
  rejectReasons,
  type SampleRow,
} from './import.ts';
export {
  guessKind,
  type ImportKind,
  importKinds,
  isImportKind,
  isListKind,
  type ListKind,
  listKinds,
  nationalScrubDays,
  scrubGoodUntil,
} from './import-kind.ts';
export type * from './import-ports.ts';
export { createImportService, type ImportNeeds, type ImportService } from './import-service.ts';
export { type UndoCounts, type UndoPlan, undoHours } from './import-undo.ts';
export { importConfirmed, importUploaded, validationConfirmed } from './jobs.ts';
export { tallyOfLone } from './lone-row.ts';
export type { ContactDraft, ContactFacts } from './merge.ts';
export type { ContactRow } from './normalise-row.ts';
export type * from './ports.ts';
export type { ValidationBatch, ValidationReport } from './validation-batch.ts';
export {
  createValidationService,
  type ValidationPlan,
  type ValidationService,
} from './validation-service.ts';
