export {
  type Bulk,
  type BulkAction,
  type BulkOrder,
  type BulkPlan,
  type BulkStatus,
  bulkActions,
  bulkOrder,
  canUndo,
  type ExportFormat,
  exportFormats,
  readOrder,
} from './bulk.ts';
export {
  type BulkStep,
  type BulkStore,
  type CodedColumn,
  codedColumns,
  type ExportCell,
  type ExportColumn,
  type ExportFile,
  type ExportRows,
  type ExportWriter,
  exportColumns,
} from './bulk-ports.ts';
export { type BulkService, createBulkService } from './bulk-service.ts';
export {
  type Contact,
  type ContactPage,
  type ContactSort,
  type ContactSummary,
  contactSorts,
  type Page,
  type SendOutcome,
} from './contact.ts';
export type * from './contact-desk-ports.ts';
export { type ContactDeskService, createContactDeskService } from './contact-desk-service.ts';
export {
  type ContactEdit,
  type EditedContact,
  type EditForm,
  editContact,
  fingerprintOf,
  readEdit,
} from './contact-edit.ts';
export type * from './contact-history.ts';
export { type ContactService, createContactService } from './contact-service.ts';
export { createExportService, type ExportLook, type ExportService } from './export-service.ts';
export { type ImportField, importFields, isImportField, type Mapping } from './field.ts';
export { evidenceKey, type FileConsent } from './file-consent.ts';
export type * from './file-ports.ts';
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
  type ImportWatch,
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
export {
  bulkConfirmed,
  importConfirmed,
  importUndoAsked,
  importUploaded,
  validationConfirmed,
} from './jobs.ts';
export type { KnownNumber } from './known-number.ts';
export {
  answerLabels,
  bandOf,
  explainScore,
  hotFrom,
  readWeights,
  type ScoreBand,
  type ScoreExplanation,
  type ScoreFactor,
  type ScoreFacts,
  type ScorePart,
  type ScoreWeights,
  scoreBands,
  scoreDefaults,
  scoreFactors,
  unansweredFrom,
  warmFrom,
} from './lead-score.ts';
export type * from './lead-score-ports.ts';
export { createLeadScoreService, type LeadScoreService } from './lead-score-service.ts';
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
export { tallyOfLone } from './lone-row.ts';
export {
  maskSearch,
  type Sight,
  visibleDigits,
  withoutSigns,
} from './masked-search.ts';
export type { ContactDraft, ContactFacts } from './merge.ts';
export type { ContactRow } from './normalise-row.ts';
export type * from './ports.ts';
export {
  createProviderService,
  type ProviderOverview,
  type ProviderRecord,
  type ProviderService,
} from './provider-service.ts';
export { type Residence, residenceOf } from './residence.ts';
export {
  createSavedFilterService,
  longestFilterName,
  type SavedFilterService,
} from './saved-filter-service.ts';
export { alsoCalled, foldedName, isShortWord } from './search-words.ts';
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
