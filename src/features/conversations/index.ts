export { classify } from './classify.ts';
export { type Label, labels, type MessageLanguage } from './label.ts';
export type {
  ConsentDesk,
  ConversationStore,
  DeliveryDesk,
  InboundMessage,
  RecordedInbound,
  ReplyDesk,
  ReplyNotice,
} from './ports.ts';
export {
  type ConversationNeeds,
  type ConversationService,
  createConversationService,
} from './service.ts';
