// The talk: what was said, appended beside the conversation record, one sealed entry a line. The last 200 are kept.
import { z } from 'zod';
import { replySchema } from './reply.js';

export const TALK_KEPT = 200;

const entryBase = { at: z.number(), id: z.string() };

export const talkEntrySchema = z.discriminatedUnion('from', [
  z.object({
    ...entryBase,
    from: z.literal('person'),
    text: z.string(),
    language: z.string(),
    /** what a button said */ action: z.string().optional(),
  }),
  z.object({ ...entryBase, from: z.literal('bot'), reply: replySchema }),
  /** `deskName` is what the person sees; a staff member's own name never appears. */
  z.object({ ...entryBase, from: z.literal('staff'), reply: replySchema, deskName: z.string() }),
]);
export type TalkEntry = z.infer<typeof talkEntrySchema>;
