// Concepts (shared meanings with expressions per language) and signals (rules over concepts). Written once, true everywhere.
import { z } from 'zod';
import { NEEDS, reasonKindSchema, WHO } from '../../core/index.js';
import { idSchema, tagSchema } from './shared.js';

export const conceptSchema = z.strictObject({
  id: idSchema,
  about: z.string().min(10).describe('the meaning, in one English sentence, with what it is not'),
  expressions: z
    .record(tagSchema, z.array(z.string().min(1)).min(1))
    .describe(
      'syntax: src/understanding/README.md: words, "wom*n"-free prefixes "machete*", (a|b|), " .. " for a gap of up to 3 words, =exact',
    ),
});
export type ConceptFile = z.infer<typeof conceptSchema>;

/**
 * One way a signal fires. Concepts are named by id; `a|b` means either. Frames (negated, past, question, hypothetical,
 * fiction, quoted, other) are computed by triage for each hit; a rule says which frames it accepts.
 */
export const ruleSchema = z.strictObject({
  all: z.array(z.string()).min(1).describe('each must occur, in any order'),
  order: z.boolean().default(false).describe('true: in the order given'),
  within: z
    .union([
      z.number().int().min(1).max(40),
      z.literal('clause'),
      z.literal('sentence'),
      z.literal('message'),
    ])
    .default('sentence'),
  none: z.array(z.string()).default([]).describe('none of these may occur in the same sentence'),
  none_in_message: z.array(z.string()).default([]),
  allow: z
    .array(z.enum(['negated', 'past', 'question', 'hypothetical', 'fiction', 'quoted', 'other']))
    .default([])
    .describe('frames in which it still fires; by default none of them'),
  require: z
    .array(z.enum(['negated', 'past', 'question', 'hypothetical', 'now', 'self', 'other', 'minor']))
    .default([]),
});
export type Rule = z.infer<typeof ruleSchema>;

export const signalSchema = z.strictObject({
  id: idSchema.describe('permanent; equals the file'),
  about: z.string().min(10),
  level: z.enum(['emergency', 'urgent', 'elevated', 'routine', 'none']),
  kind: reasonKindSchema.describe('decides the contact set'),
  topic: idSchema.optional().describe('the topic that such a message is about'),
  rules: z.array(ruleSchema).min(1).describe('any one fires the signal'),
  facts: z
    .strictObject({
      who: z.enum(WHO).optional(),
      minor: z.boolean().optional(),
      immediateDanger: z.boolean().optional(),
      safeToContact: z.boolean().optional(),
      needs: z.array(z.enum(NEEDS)).optional(),
    })
    .default({})
    .describe('what is known when it fires'),
  examples: z
    .record(tagSchema, z.strictObject({ yes: z.array(z.string()).min(1), no: z.array(z.string()).min(1) }))
    .describe('rows that must fire it and rows that must not, by language'),
  source: z.string().describe('why this is a danger sign: a source id, "design §5", or who approved it'),
});
export type SignalFile = z.infer<typeof signalSchema>;
