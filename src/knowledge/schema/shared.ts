// Pieces that several content formats share: ids, dates, tags, review status.
import { z } from 'zod';

export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');
export const tagSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a language tag such as en, pt-BR or zh-Hans');
/** Where examples lie: a language, or two that are mixed, the one that carries the sentence first: `tl-en`. */
export const mixTagSchema = z.string().regex(/^[a-z]{2,3}-[a-z]{2,3}$/, 'two languages such as tl-en');
/** A calendar day, "2026-11-22", or a month, "2026-11". */
export const daySchema = z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/, 'a date such as 2026-11-22 or 2026-11');

/**
 * Who has looked at a text. `draft`: written, not read by anybody else; `read-back`: read back into English and compared;
 * `reviewed`: a named native reviewer approved it on a date.
 */
export const statusSchema = z.strictObject({
  state: z.enum(['draft', 'read-back', 'reviewed']),
  by: z.string().optional().describe('name of the reviewer, only with "reviewed"'),
  on: daySchema.optional(),
});
export type Status = z.infer<typeof statusSchema>;
