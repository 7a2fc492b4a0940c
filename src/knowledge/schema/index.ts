// Every content format of knowledge/, frozen: what the loaders check and what authors fill in.

export type { Contact, ContactsFile, Desk, GlossaryFile, Source } from './contact.js';
export {
  contactSchema,
  contactsFileSchema,
  deskSchema,
  desksFileSchema,
  glossaryFileSchema,
  sourceSchema,
  sourcesFileSchema,
} from './contact.js';
export type { ExampleFile, ExampleRow, Split } from './example.js';
export { exampleFileSchema, exampleRowSchema, REGISTERS, SPLITS } from './example.js';
export type { Guide, NeedsFile } from './guide.js';
export { guideSchema, needsFileSchema } from './guide.js';
export type { Status } from './shared.js';
export { daySchema, idSchema, mixTagSchema, statusSchema, tagSchema } from './shared.js';
export type { ConceptFile, Rule, SignalFile } from './signal.js';
export { conceptSchema, ruleSchema, signalSchema } from './signal.js';
export type { Audience, Claim, Topic, TopicText } from './topic.js';
export { AUDIENCES, audienceSchema, claimSchema, topicSchema, topicTextSchema } from './topic.js';
