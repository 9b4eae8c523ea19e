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
