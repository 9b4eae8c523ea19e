export { type AlertDesk, type AlertStore, createAlertService } from './alert-service.ts';
export { type AlertFigures, type AlertNotice, type AlertTopic, alertTopics } from './alerts.ts';
export {
  type BreakerRule,
  breakerCodes,
  breakerLimits,
  breakerRules,
  type Tally,
  type Trip,
} from './breaker.ts';
export { type AfterEffects, createAfterEffects, type EffectNeeds } from './effects-service.ts';
export { type FollowUpFacts, type FollowUpSlot, followUpSlot } from './follow-up.ts';
export { type AttemptState, type Change, changeBy, type News, pacificMidnight } from './outcome.ts';
export {
  type BudgetRoom,
  type Decision,
  type DueRow,
  type Facts,
  type PastAttempt,
  type Purpose,
  permit,
  type SenderRoom,
} from './permit.ts';
export type {
  CallAnswer,
  Carrier,
  CarrierMessage,
  CarrierStatus,
  OutboundMessage,
  Receipt,
} from './ports.ts';
export type { AccountEffect, CampaignEffect, ContactEffect, Reaction } from './reaction.ts';
export {
  type BreakerStore,
  createReactionService,
  type ReactionService,
} from './reaction-service.ts';
export { knownCodes, reactionTo } from './reaction-to.ts';
export { createReceiptService, type ReceiptService } from './receipt-service.ts';
export { reconcileSpan, traceOf } from './reconcile.ts';
export { createSendingService, type SendingService } from './sending-service.ts';
export { advance, advanceRow, isFinal, type Outcome, type RowStatus } from './status.ts';
export type {
  Changed,
  DeliveryStore,
  Heard,
  OpenAttempt,
  OpenPage,
  PermitResult,
  Rival,
  Ticket,
  UnconfirmedMessage,
} from './store.ts';
export { createWatchService, type WatchService } from './watch-service.ts';
export {
  type Explanation,
  explain,
  type PastRow,
  type Person,
  type PersonFacts,
  type StandingRule,
  standingRules,
} from './why.ts';
export { createWhyService, type Why, type WhyService, type WhyStore } from './why-service.ts';
