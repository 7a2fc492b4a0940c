// Who has looked at a text: the `_status` of every locale file.
import { z } from 'zod';

/** `draft`: nobody else read it; `read-back`: read back into English and compared; `reviewed`: a named native reviewer approved it. */
export const reviewSchema = z
  .strictObject({
    state: z.enum(['draft', 'read-back', 'reviewed']),
    by: z.string().min(2).optional().describe('name of the reviewer, only with "reviewed"'),
    on: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, 'a day such as 2026-11-22')
      .optional(),
  })
  .refine(
    (review) => review.state !== 'reviewed' || review.by !== undefined,
    'a reviewed text names its reviewer',
  );
export type Review = z.infer<typeof reviewSchema>;
