// The words of the house. Every room may import these; this room imports no other.

export type { Case, CaseStatus, Consent, SummaryItem } from './case.js';
export {
  CASE_STATUSES,
  caseSchema,
  isClaimed,
  OPEN,
  SUMMARY_KINDS,
  summaryItemSchema,
  WAITING,
} from './case.js';
export type {
  CaseChange,
  CaseEvent,
  CaseLine,
  CaseRefusal,
  CaseStep,
  CaseTimer,
  HandoffSettings,
  WaitClocks,
} from './case-event.js';
export { CASE_LINES, CASE_REFUSALS, DEFAULT_HANDOFF, isRefused } from './case-event.js';
export { advanceCase, botMaySpeak, isShared, staffTalkFrom } from './case-machine.js';
export { minimalHandoffDue } from './case-minimal.js';
export { rankOf } from './case-queue.js';
export type { Clock } from './clock.js';
export { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, systemClock } from './clock.js';
export type { Conversation } from './conversation.js';
export { CONVERSATION_SCHEMA, conversationSchema, newConversation } from './conversation.js';
export type { Alarm, Effect, EffectKind, QueueEntry } from './effect.js';
export { ALARMS } from './effect.js';
export type { AgeBand, FactName, Facts, Need, Who } from './facts.js';
export { AGE_BANDS, factsSchema, knownValue, NEEDS, unknownFacts, WHO } from './facts.js';
export type {
  Brand,
  CaseId,
  ConversationId,
  DeskId,
  InboundId,
  KeyId,
  RecordId,
  SignalId,
  StaffId,
  TenantId,
  TopicId,
} from './ids.js';
export { asId, derivedId, isConversationId } from './ids.js';
export type {
  ChannelKind,
  Delivery,
  Inbound,
  PersonInbound,
  Recognised,
  StaffAct,
  StaffInbound,
  TimerInbound,
  TimerName,
} from './inbound.js';
export { CHANNELS, TIMERS } from './inbound.js';
export type { Level, Reason, ReasonKind } from './level.js';
export {
  highestLevel,
  isAtLeast,
  LEVELS,
  levelRank,
  levelSchema,
  REASON_KINDS,
  reasonKindSchema,
  reasonSchema,
} from './level.js';
export type { Choice, Inline, Paragraph, PreviewItem, Reply, SourceLine } from './reply.js';
export {
  choiceSchema,
  inlineSchema,
  paragraphSchema,
  plainText,
  previewItemSchema,
  REPLY_KINDS,
  replySchema,
  sourceLineSchema,
} from './reply.js';
export type {
  BodyKind,
  HttpRequest,
  HttpResponse,
  Route,
  Socket,
  SocketHandler,
  SocketRoute,
} from './route.js';
export type { TalkEntry } from './talk.js';
export { TALK_KEPT, talkEntrySchema } from './talk.js';
