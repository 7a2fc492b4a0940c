// A topic: claims once (topic.yaml), and one text a language beside them (<tag>.yaml).
import { z } from 'zod';
import { daySchema, idSchema, statusSchema } from './shared.js';

export const AUDIENCES = ['child', 'adult', 'family', 'practitioner', 'policymaker', 'public'] as const;
export const audienceSchema = z.enum(AUDIENCES);
export type Audience = z.infer<typeof audienceSchema>;

export const claimSchema = z
  .strictObject({
    id: idSchema.describe('unique in its topic, permanent'),
    kind: z.enum(['known', 'disputed', 'not-known']),
    text: z.string().min(10).describe('one fact in plain English, that a lawyer can tick'),
    sources: z.array(idSchema).describe('ids of sources.yaml; at least one unless the kind is not-known'),
    views: z
      .array(z.strictObject({ who: z.string(), says: z.string(), sources: z.array(idSchema).min(1) }))
      .min(2)
      .optional()
      .describe('both sides, named; required for disputed'),
    asked_by: z
      .array(idSchema)
      .min(1)
      .optional()
      .describe('concept ids: a question that names one hears the paragraph that rests on this claim first'),
    as_of: daySchema,
    confidence: z.enum(['high', 'medium', 'low']),
  })
  .refine(
    (claim) => claim.kind === 'not-known' || claim.sources.length > 0 || claim.views !== undefined,
    'a claim needs a source',
  )
  .refine(
    (claim) => claim.kind !== 'disputed' || claim.views !== undefined,
    'a disputed claim names both views',
  );
export type Claim = z.infer<typeof claimSchema>;

export const topicSchema = z.strictObject({
  id: idSchema.describe('permanent; equals the folder'),
  audience: z.array(audienceSchema).min(1).describe('whose topic it is, first first'),
  critical: z.boolean().describe('past review_by a critical topic is replaced by contacts'),
  danger: z
    .enum(['lines', 'steps'])
    .optional()
    .describe(
      'a topic for danger, never offered as a mere guess; lines: no more than the numbers that a reply to danger says anyway',
    ),
  review_by: daySchema,
  claims: z.array(claimSchema).min(1),
  contacts: z.array(idSchema).describe('ids of contacts.yaml, most useful first'),
  related: z.array(idSchema).max(6).describe('topics offered next, best first'),
});
export type Topic = z.infer<typeof topicSchema>;

export const topicTextSchema = z.strictObject({
  title: z.string().min(3).max(90),
  short: z
    .string()
    .min(20)
    .describe("for SMS: at most 3 segments of this language's alphabet, most important first"),
  full: z
    .array(
      z.strictObject({
        text: z.string().min(10).describe('one short paragraph; **bold**; {{contact.field}}'),
        claims: z
          .array(idSchema)
          .describe('claims this paragraph rests on; empty only for guidance that states no fact'),
        audience: z
          .array(audienceSchema)
          .optional()
          .describe('shown first to these, and left for "more" to others'),
      }),
    )
    .min(2),
  questions: z.array(z.string().min(3)).min(8).describe('how people ask, as they type'),
  keywords: z.array(z.string()).default([]),
  status: statusSchema,
});
export type TopicText = z.infer<typeof topicTextSchema>;
