// Examples: one situation a file; its folder (train, tune, test) is the split. The heart of the quality (design §5).
import { z } from 'zod';
import { levelSchema, WHO } from '../../core/index.js';
import { idSchema } from './shared.js';

export const SPLITS = ['train', 'tune', 'test'] as const;
export type Split = (typeof SPLITS)[number];

export const REGISTERS = [
  'phone',
  'child',
  'plain',
  'polite',
  'angry',
  'broken',
  'slang',
  'mixed',
  'professional',
  'long',
] as const;

export const exampleRowSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/i)
    .describe('<tag>-<situation>-<n>, permanent'),
  text: z.string().min(1).max(2000).describe('as people text it'),
  level: levelSchema,
  topic: idSchema.optional().describe('the topic a right answer is about'),
  who: z.enum(WHO).optional(),
  minor: z.enum(['yes', 'no']).optional(),
  register: z.enum(REGISTERS),
  indirect: z.boolean().optional().describe('true: dangerous without an alarm word, or innocent with one'),
  pair: z
    .string()
    .optional()
    .describe('the same value on two rows that differ little in words and much in danger'),
  author: z.string(),
  status: z.enum(['draft', 'reviewed']),
});
export type ExampleRow = z.infer<typeof exampleRowSchema>;

export const exampleFileSchema = z.strictObject({
  situation: idSchema.describe('equals the file; never in two splits of any language'),
  about: z.string().min(5).describe('the situation in one English sentence'),
  counts: z
    .number()
    .positive()
    .max(1)
    .optional()
    .describe(
      'how much a row counts when levels are learnt; less for rows made to break a habit, rarer in life',
    ),
  rows: z.array(exampleRowSchema).min(1),
});
export type ExampleFile = z.infer<typeof exampleFileSchema>;
