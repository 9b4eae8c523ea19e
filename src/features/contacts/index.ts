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
export { evidenceKey } from './file-consent.ts';
export {
  type ContactFilter,
  contactFilter,
  isEverybody,
  parseFilter,
  savedDefinition,
} from './filter.ts';
export type * from './find-ports.ts';
export {
  addCounts,
  type Column,
  type Detected,
  type ImportCounts,
  type ImportPreview,
  type ImportReport,
  type ImportStatus,
  type ImportView,
  type OnProgress,
  type RejectReason,
  rejectReasons,
  type SampleRow,
} from './import.ts';
export { createImportService, type ImportNeeds, type ImportService } from './import-service.ts';
export { importConfirmed, importUploaded, validationConfirmed } from './jobs.ts';
export type { KnownNumber } from './known-number.ts';
export {
  type ContactList,
  cardsPerPage,
  type ListChange,
  type ListPlace,
  type ListView,
  listViews,
  mostPicked,
  type Picking,
  pageSizeOf,
  picking,
  tableSizes,
} from './list.ts';
export { createListService, type ListService } from './list-service.ts';
export type { ContactDraft, ContactFacts } from './merge.ts';
export type { ContactRow } from './normalise-row.ts';
export type * from './ports.ts';
export {
  createProviderService,
  type ProviderOverview,
  type ProviderRecord,
  type ProviderService,
} from './provider-service.ts';
export {
  createSavedFilterService,
  longestFilterName,
  type SavedFilterService,
} from './saved-filter-service.ts';
export type {
  ProviderShare,
  ValidationBatch,
  ValidationPlan,
  ValidationReport,
} from './validation-batch.ts';
export type * from './validation-ports.ts';
export type { OnRound } from './validation-run-service.ts';
export {
  createValidationService,
  freshDays,
  type ValidationNeeds,
  type ValidationService,
} from './validation-service.ts';
