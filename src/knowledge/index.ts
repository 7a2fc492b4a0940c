// The knowledge room: loads and checks knowledge/, finds contacts, composes answers.

export { topicTitle } from './choose-topics.js';
export type { Answer, AnswerRequest, AnswerSpeaker } from './compose-answer.js';
export { composeAnswer } from './compose-answer.js';
export { contactBook, contactSet, fillPlainly } from './contact-book.js';
export { contactLines } from './contact-lines.js';
export type { Foremost } from './foremost.js';
export { foremostOf } from './foremost.js';
export type { Freshness } from './freshness.js';
export type { Asked, AskedPart } from './guide-for.js';
export type { Example, Knowledge, KnownTopic } from './knowledge.js';
export type { LoadedKnowledge, LoadOptions } from './load.js';
export { loadKnowledge } from './load.js';
export type { Pair } from './near-duplicates.js';
export { similarPairs } from './near-duplicates.js';
export type { OpenHouse } from './open/open-routes.js';
export { openKnowledgeRoutes } from './open/open-routes.js';
export { openSchemas } from './open/shapes.js';
export type { Plan } from './plan-answer.js';
export { isAnswerable, planAnswer, sureTopic } from './plan-answer.js';
export { INTENTS, PLANNED_TOPICS } from './planned-topics.js';
export { readingGrade } from './reading-grade.js';
export { renderText } from './render-text.js';
export type {
  Audience,
  Claim,
  ConceptFile,
  Contact,
  ContactsFile,
  Desk,
  ExampleRow,
  GlossaryFile,
  Guide,
  NeedsFile,
  Rule,
  SignalFile,
  Source,
  Split,
  Status,
  Topic,
  TopicText,
} from './schema/index.js';
