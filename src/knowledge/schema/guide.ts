// Answers made of several topics: what calls for one, and which paragraphs of which topics it says in which order.
import { z } from 'zod';
import { idSchema, tagSchema } from './shared.js';
import { audienceSchema } from './topic.js';

const conceptsSchema = z.array(idSchema).min(1).describe('concept ids; any one of them');

export const guideSchema = z.strictObject({
  id: idSchema.describe('permanent; equals the file; no topic has it'),
  about: z.string().min(10).describe('for reviewers: whose question it answers'),
  heard: z.array(conceptsSchema).min(2).describe('one concept of every row must be heard in the message'),
  not_heard: z.array(idSchema).default([]).describe('concepts that call for something else'),
  audience: z.array(audienceSchema).optional().describe('only when one of these asks'),
  not_audience: z.array(audienceSchema).default([]).describe('never when one of these asks'),
  titles: z.record(tagSchema, z.string().min(3).max(90)).describe('by language; English is needed'),
  says: z
    .array(
      z.strictObject({
        topic: idSchema,
        claim: idSchema.optional().describe('the paragraph that rests on it; without it the opening one'),
        audience: z.array(audienceSchema).optional().describe('said first to these, and last to others'),
      }),
    )
    .min(2)
    .max(24)
    .describe('in the order they are said, six to a part'),
  related: z.array(idSchema).max(6).describe('topics offered next, best first'),
});
export type Guide = z.infer<typeof guideSchema>;

export const needsFileSchema = z
  .record(idSchema, conceptsSchema)
  .describe('topic id to the concepts that name its need: "a lawyer" asks for legal-help');
export type NeedsFile = z.infer<typeof needsFileSchema>;
