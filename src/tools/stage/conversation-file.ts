// The format of a conversation test (tests/conversations/<id>.yaml): what is done, and what is expected after it.
import { z } from 'zod';
import { CASE_STATUSES, LEVELS, REPLY_KINDS } from '../../core/index.js';

export const expectSchema = z
  .strictObject({
    level: z.enum(LEVELS).optional().describe('of the conversation, after this turn'),
    kinds: z
      .array(z.enum(REPLY_KINDS))
      .optional()
      .describe('of the replies of this turn, all of them in order'),
    contains: z
      .array(z.string().min(1))
      .optional()
      .describe('each stands in what was said, as people read it'),
    not_contains: z.array(z.string().min(1)).optional().describe('none of these stands in it'),
    choices: z
      .array(z.string())
      .optional()
      .describe('ids of all choices that a button or a number would mean now, in order'),
    case: z.enum([...CASE_STATUSES, 'none']).optional(),
    language: z.string().optional().describe('that the conversation is in now'),
    dialog: z.string().optional().describe('"<dialog>/<step>" that waits for an answer, or "none"'),
    facts: z.record(z.string(), z.unknown()).optional().describe('facts by name; null: not known'),
    needs: z.array(z.string()).optional(),
    refused: z.string().optional().describe('why a staff act was turned away'),
  })
  .describe('everything that is named must hold; what is not named is not looked at');
export type Expected = z.infer<typeof expectSchema>;

const expected = { expect: expectSchema.optional() };
export const stepSchema = z.union([
  z.strictObject({ say: z.string(), ...expected }),
  z.strictObject({ press: z.string().min(1).describe('id of a choice, or start, hide, erase'), ...expected }),
  z.strictObject({ wait_minutes: z.number().positive(), ...expected }),
  z.strictObject({ staff: z.enum(['claim', 'release', 'gone', 'close']), ...expected }),
  z.strictObject({ staff_says: z.string().min(1), ...expected }),
]);
export type Step = z.infer<typeof stepSchema>;

export const conversationFileSchema = z.strictObject({
  id: z.string().describe('equals the file'),
  about: z.string().min(10).describe('what it shows, in one English sentence'),
  channel: z.enum(['web', 'sms', 'plain']).default('web'),
  language: z.string().default('en').describe('that the conversation begins in'),
  desk: z.enum(['staffed', 'nobody-now', 'closed']).default('staffed'),
  turns: z.array(stepSchema).min(1),
});
export type ConversationFile = z.infer<typeof conversationFileSchema>;
