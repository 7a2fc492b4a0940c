// What the open knowledge API answers, as schemas: the code is checked against them and partners read them as JSON Schema.
import { z } from 'zod';
import { inlineSchema } from '../../core/index.js';
import {
  audienceSchema,
  contactSchema,
  idSchema,
  sourceSchema,
  statusSchema,
  tagSchema,
} from '../schema/index.js';

const freshnessSchema = z
  .enum(['fresh', 'stale', 'withheld'])
  .describe('stale: past its review, say so. withheld: past its review and too important to be shown');

export const languageRowSchema = z.object({
  tag: tagSchema,
  name: z.string().describe('in the language itself'),
  dir: z.enum(['ltr', 'rtl']),
  topics: z.number().int().describe('how many topics have a text in it'),
  reviewed: z.boolean().describe('false: no native speaker has reviewed its texts, say so beside them'),
});
export const startSchema = z.object({
  languages: z.array(languageRowSchema),
  audiences: z.array(audienceSchema),
  topics: z.array(idSchema),
});

export const topicRowSchema = z.object({
  id: idSchema,
  title: z.string(),
  audience: z.array(audienceSchema).describe('whose topic it is, first first'),
  critical: z.boolean(),
  reviewBy: z.string(),
  freshness: freshnessSchema,
});
export const topicListSchema = z.object({ language: tagSchema, topics: z.array(topicRowSchema) });

const claimShape = z.object({
  id: idSchema,
  kind: z.enum(['known', 'disputed', 'not-known']),
  text: z.string().describe('one fact, in English, for reviewers'),
  sources: z.array(idSchema),
  views: z.array(z.object({ who: z.string(), says: z.string(), sources: z.array(idSchema) })),
  asOf: z.string(),
  confidence: z.enum(['high', 'medium', 'low']),
});
const paragraphShape = z.object({
  text: z.string().describe('plain, numbers filled in'),
  runs: z.array(inlineSchema).describe('the same with bold words and tel:, sms: and https: addresses'),
  claims: z.array(idSchema).describe('what it rests on; empty for guidance that states no fact'),
  kind: z.enum(['known', 'disputed', 'not-known']).describe('say "views differ" or "not known" before it'),
  audience: z.array(audienceSchema).describe('meant for these first; empty: for everybody'),
});
export const contactShape = contactSchema.extend({ id: idSchema });
export const sourceShape = sourceSchema.extend({ id: idSchema });

export const openTopicSchema = topicRowSchema.extend({
  language: tagSchema,
  dir: z.enum(['ltr', 'rtl']),
  status: statusSchema.describe('who has looked at this text'),
  short: z.string().describe('for a text message; empty when withheld'),
  paragraphs: z.array(paragraphShape).describe('none when withheld: show the contacts instead'),
  claims: z.array(claimShape),
  sources: z.array(sourceShape).describe('all that the claims name'),
  contacts: z.array(contactShape).describe('most useful first'),
  related: z.array(idSchema),
});
export const contactListSchema = z.object({ contacts: z.array(contactShape) });
export const sourceListSchema = z.object({ sources: z.array(sourceShape) });

export type Start = z.infer<typeof startSchema>;
export type TopicList = z.infer<typeof topicListSchema>;
export type OpenTopic = z.infer<typeof openTopicSchema>;

/** Every answer by the name that the documentation uses, as JSON Schema. */
export function openSchemas(): Record<string, unknown> {
  const shapes = {
    start: startSchema,
    topics: topicListSchema,
    topic: openTopicSchema,
    contacts: contactListSchema,
    sources: sourceListSchema,
  };
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, z.toJSONSchema(shape)]));
}
