import { setTimeout as delay } from 'node:timers/promises';
import { createAnalyticsStore } from '../adapters/db/analytics-store.ts';
import { bulkStore } from '../adapters/db/bulk-store.ts';
import { createNewsStore } from '../adapters/db/campaign-news-store.ts';
import { createCampaignStore } from '../adapters/db/campaign-store.ts';
import { consentStore } from '../adapters/db/consent-store.ts';
import { contactDeskStore } from '../adapters/db/contact-desk-store.ts';
import { contactHistory } from '../adapters/db/contact-history-store.ts';
import { listStore } from '../adapters/db/contact-list-store.ts';
import { contactStore } from '../adapters/db/contact-store.ts';
import { validationStore } from '../adapters/db/contact-validation-store.ts';
import { conversationStore } from '../adapters/db/conversation-store.ts';
import type { Database } from '../adapters/db/database.ts';
import { createAlertStore } from '../adapters/db/delivery-alert-store.ts';
import { createBreakerStore } from '../adapters/db/delivery-breaker-store.ts';
import { createDeliveryStore } from '../adapters/db/delivery-store.ts';
import { exportFiles } from '../adapters/db/export-files.ts';
import { exportRows } from '../adapters/db/export-rows.ts';
import { fileStore } from '../adapters/db/file-store.ts';
import { importStore } from '../adapters/db/import-store.ts';
import { leadScoreStore } from '../adapters/db/lead-score-store.ts';
import { savedFilterStore } from '../adapters/db/saved-filter-store.ts';
import { teamStore } from '../adapters/db/team-store.ts';
import { createWhyStore } from '../adapters/db/why-store.ts';
import { exportWriter } from '../adapters/files/export-writer.ts';
import { sheetReader } from '../adapters/files/sheet-reader.ts';
import { sheetWriter } from '../adapters/files/sheet-writer.ts';
import { createAnalyticsService } from '../features/analytics/index.ts';
import {
  createApprovalService,
  createControlService,
  createDraftService,
} from '../features/campaigns/index.ts';
import { createConsentService } from '../features/consent/index.ts';
import {
  createBulkService,
  createContactDeskService,
  createContactService,
  createExportService,
  createImportService,
  createLeadScoreService,
  createListService,
  createProviderService,
  createSavedFilterService,
  createValidationService,
} from '../features/contacts/index.ts';
import { createConversationService } from '../features/conversations/index.ts';
import {
  type Carrier,
  createAfterEffects,
  createAlertService,
  createReactionService,
  createReceiptService,
  createSendingService,
  createWatchService,
  createWhyService,
} from '../features/delivery/index.ts';
import { createTeamService, type Directory } from '../features/team/index.ts';
import type { NumberLookup } from '../features/validation/index.ts';
import { type Clock, realClock } from '../shared/clock.ts';
import type { JobQueue } from '../shared/jobs.ts';
import { carrierVerdicts } from './carrier-verdicts.ts';

/** Everything the services need from outside. */
export type Outside = {
  db: Database;
  jobs: JobQueue;
  /** The product's clock. */
  clock: Clock;
  directory: Directory;
  carrier: Carrier;
  lookups: readonly NumberLookup[];
  timeZone: string;
  onError: (error: unknown) => void;
};

export type Services = ReturnType<typeof createServices>;

/** How long a call to a carrier may take; after that and half a minute it counts as unconfirmed. */
const httpTimeoutMs = 10_000;

/** The only place where features meet. */
export function createServices(outside: Outside) {
  const { db, jobs, clock, carrier, timeZone, onError } = outside;
  const campaignStore = createCampaignStore(db);
  const deliveryStore = createDeliveryStore(db);
  const team = createTeamService({ store: teamStore(db), directory: outside.directory, clock });
  const consent = createConsentService({ store: consentStore(db) });
  const contacts = createContactService({ store: contactStore(db), clock });
  const lists = createListService({ store: listStore(db), clock });
  const savedFilters = createSavedFilterService({ store: savedFilterStore(db), clock });
  const scores = createLeadScoreService({ store: leadScoreStore(db), clock, timeZone });
  const files = fileStore(db);
  const imports = createImportService({
    store: importStore(db),
    files,
    reader: sheetReader(),
    writer: sheetWriter,
    jobs,
    clock,
    timeZone,
  });
  const { lookups } = outside;
  const validationRows = validationStore(db);
  const validations = createValidationService({
    store: validationRows,
    lookups,
    jobs,
    clock,
    monotonic: () => performance.now(),
    wait: (ms) => delay(ms),
  });
  const providers = createProviderService({ store: validationRows, lookups, clock });
  const exports = createExportService({
    store: bulkStore(db),
    source: exportRows(db),
    writer: exportWriter,
    team,
    clock,
    timeZone,
  });
  const bulks = createBulkService({
    store: bulkStore(db),
    exports,
    team,
    jobs,
    clock,
    wait: (ms) => delay(ms),
  });
  const drafts = createDraftService({ store: campaignStore, team, jobs, clock, timeZone });
  const approvals = createApprovalService({ store: campaignStore, team, clock });
  const control = createControlService({ store: campaignStore, team, clock, realClock });
  const effects = createAfterEffects({
    store: deliveryStore,
    clock,
    realClock,
    contacts: carrierVerdicts({ contacts, consent }),
    campaigns: control,
  });
  const receipts = createReceiptService({
    store: deliveryStore,
    effects,
    clock,
    realClock,
    wait: (ms) => delay(ms),
  });
  const sending = createSendingService({
    store: deliveryStore,
    carrier,
    effects,
    clock,
    realClock,
    monotonic: () => performance.now(),
    wait: (ms, signal) => delay(ms, undefined, { signal }).catch(() => {}),
    onError,
  });
  const watch = createWatchService({
    store: deliveryStore,
    carrier,
    receipts,
    effects,
    warnLate: (id, overdue) => control.warn(id, 'late', { overdue }),
    team,
    clock,
    realClock,
    httpTimeoutMs,
  });
  const reactions = createReactionService({
    store: createBreakerStore(db),
    campaigns: control,
    contacts,
    realClock,
  });
  const contactDesk = createContactDeskService({
    contacts: contactStore(db),
    store: contactDeskStore(db),
    sends: receipts,
    team,
    clock,
  });
  const conversations = createConversationService({
    store: conversationStore(db),
    consent,
    delivery: receipts,
    isStopped: async () => (await control.killSwitch()).engaged,
  });
  const analytics = createAnalyticsService({ store: createAnalyticsStore(db) });
  return {
    team,
    consent,
    contacts,
    lists,
    savedFilters,
    contactDesk,
    bulks,
    exports,
    exportFiles: exportFiles(db),
    history: contactHistory(db),
    scores,
    imports,
    validations,
    providers,
    drafts,
    approvals,
    control,
    receipts,
    sending,
    watch,
    reactions,
    alerts: createAlertService({ store: createAlertStore(db), realClock }),
    why: createWhyService({ store: createWhyStore(db), clock }),
    conversations,
    analytics,
    files,
    news: createNewsStore(db),
    campaignStore,
  };
}
