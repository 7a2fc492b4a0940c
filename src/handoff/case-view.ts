// What goes over the wire to a console about one case, and about one line of the queue. Shapes only; viewCase fills them.
import { z } from 'zod';
import { CASE_STATUSES, CHANNELS, levelSchema, reasonKindSchema, SUMMARY_KINDS } from '../core/index.js';

const personSchema = z.enum(['here', 'left', 'hidden', 'asked-to-erase', 'withdrew']);

export const queueLineSchema = z.strictObject({
  caseId: z.string(),
  conversationId: z.string(),
  deskId: z.string(),
  /** The pseudonym staff and the person call the case by. */
  reference: z.string(),
  level: levelSchema,
  status: z.enum(CASE_STATUSES),
  queuedAt: z.number().nullable(),
  claimedBy: z.string().nullable(),
  returns: z.number().int(),
  minimal: z.boolean(),
  canReply: z.boolean(),
  person: personSchema,
  /** BCP 47; null where the person struck it or took everything back. */
  language: z.string().nullable(),
  channel: z.enum(CHANNELS).nullable(),
  group: z.string(),
});
/** No words, no handle: what a queue shows before anybody opens the case. */
export type QueueLine = z.infer<typeof queueLineSchema>;

const staffLineSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(SUMMARY_KINDS),
  label: z.string(),
  text: z.string(),
  quote: z.string().nullable(),
});

const viewReasonSchema = z.strictObject({
  id: z.string(),
  kind: reasonKindSchema,
  level: levelSchema,
  /** Only when its line of the summary is shared. */
  quote: z.string().nullable(),
});

const talkLineSchema = z.strictObject({
  id: z.string(),
  at: z.number(),
  from: z.enum(['person', 'bot', 'staff']),
  text: z.string(),
  language: z.string(),
});

export const caseViewSchema = z.strictObject({
  ...queueLineSchema.shape,
  /** Summary in English; struck lines are not there. */
  lines: z.array(staffLineSchema),
  /** How many lines the person struck; not which. */
  struck: z.number().int(),
  reasons: z.array(viewReasonSchema),
  /** Facts without an answer: nobody asked, or asked and unanswered. Never a "no". */
  open: z.array(z.strictObject({ fact: z.string(), state: z.enum(['not-asked', 'asked']) })),
  clocks: z.strictObject({
    openedAt: z.number(),
    queuedAt: z.number().nullable(),
    claimedAt: z.number().nullable(),
    leaseUntil: z.number().nullable(),
    connectedAt: z.number().nullable(),
    closedAt: z.number().nullable(),
    personLastAt: z.number(),
  }),
  rung: z.array(z.string()),
  /** "Later someone wrote: …"; null text where no words may be shown. */
  later: z.array(z.strictObject({ at: z.number(), text: z.string().nullable() })),
  /** Somebody wrote again after an idle gap: the phone may be in another hand. */
  identityUnconfirmed: z.boolean(),
  consent: z.strictObject({
    state: z.enum(['not-asked', 'asked', 'given', 'refused', 'withdrawn']),
    wording: z.string(),
    language: z.string(),
    at: z.number().nullable(),
  }),
  notes: z.array(z.strictObject({ at: z.number(), by: z.string(), text: z.string() })),
  disposition: z.string().nullable(),
  talk: z.array(talkLineSchema),
});
export type CaseView = z.infer<typeof caseViewSchema>;
export type TalkLine = z.infer<typeof talkLineSchema>;
