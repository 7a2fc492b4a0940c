// The conversation record: one validated value, rewritten whole by each turn, sealed in two parts (base and case).
import { z } from 'zod';
import { caseSchema } from './case.js';
import { factsSchema, unknownFacts } from './facts.js';
import type { ConversationId, TenantId } from './ids.js';
import { CHANNELS, type ChannelKind, type Delivery } from './inbound.js';
import { levelSchema, reasonSchema } from './level.js';
import { choiceSchema } from './reply.js';

/** Raised when the shape changes; migrations.ts brings older records up. */
export const CONVERSATION_SCHEMA = 1;

/** Who may be asking. */
const AUDIENCES = ['child', 'adult', 'family', 'practitioner', 'policymaker', 'public'] as const;

export const LANGUAGE_SOURCES = ['default', 'hint', 'detected', 'chosen'] as const;

export const conversationSchema = z.object({
  schema: z.literal(CONVERSATION_SCHEMA),
  id: z.string(),
  tenant: z.string(),
  channel: z.enum(CHANNELS),
  delivery: z.enum(['pull', 'push', 'inline']),
  openedAt: z.number(),
  lastPersonAt: z.number(),
  language: z.object({
    tag: z.string(),
    how: z.enum(LANGUAGE_SOURCES),
    /** A language seen in the last message that was not sure enough to switch to. */
    leaning: z.object({ tag: z.string(), messages: z.number().int() }).nullable(),
    /** A language without texts of ours, noted for an interpreter (BCP 47, or a name as the person wrote it). */
    interpreter: z.string().nullable(),
  }),
  /** Where the person is in a dialog, by permanent names; null outside any. */
  dialog: z
    .object({
      id: z.string(),
      step: z.string(),
      /** Answers by step name. */
      answers: z.record(z.string(), z.string()),
      /** How often the present step was asked again. */
      tries: z.number().int(),
    })
    .nullable(),
  /** The choices last offered, so that "1" on SMS means the first. */
  offered: z.array(choiceSchema),
  /** What the bot last asked about, for bare answers ("15", "yes", "Texas"). */
  lastQuestion: z.string().nullable(),
  /** Topics already answered. `audience` is whose part came first and `foremost` what was asked for by name, so that "more" goes on in the same order. */
  told: z.array(
    z.object({
      topic: z.string(),
      at: z.number(),
      part: z.number().int(),
      audience: z.array(z.enum(AUDIENCES)).optional(),
      foremost: z.array(z.string()).optional(),
    }),
  ),
  level: levelSchema,
  reasons: z.array(reasonSchema),
  facts: factsSchema,
  /** What was known before an idle restart: counts for the level, is never shown to whoever writes now (trust.md T2). */
  earlier: z.object({ facts: factsSchema, reasons: z.array(reasonSchema), at: z.number() }).nullable(),
  /** The person's messages of the last 90 s, for bursts. */
  recent: z.array(z.object({ at: z.number(), text: z.string() })),
  /** Arrivals of the last minute: over 20 are answered once. */
  arrivals: z.array(z.number()),
  welcomed: z.boolean(),
  safetyLineAt: z.number().nullable(),
  optedOut: z.boolean(),
  /** Hash of the web session's secret; null until the first message, or on channels without one. */
  sessionHash: z.string().nullable(),
  revoked: z.boolean(),
  /** Where replies go; null on the web. */
  replyTo: z.string().nullable(),
  /** SMS outside the 15-minute window: a time range the person recorded, in minutes of their day. */
  mayText: z.object({ from: z.number(), to: z.number(), until: z.number() }).nullable(),
  /** The id of the newest `send` row: the next is not leased before it is settled, so texts keep their order. */
  lastSendRow: z.string().nullable(),
  /** Entries of the talk so far; the index of the next. Never reset while the record lives. */
  talkCount: z.number().int(),
  /** Index of the first entry that may still be read (hide and idle restart move it). */
  talkFrom: z.number().int(),
  case: caseSchema.nullable(),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** A conversation before its first message. */
export function newConversation(start: {
  id: ConversationId;
  tenant: TenantId;
  channel: ChannelKind;
  delivery: Delivery;
  language: string;
  now: number;
}): Conversation {
  return {
    schema: CONVERSATION_SCHEMA,
    id: start.id,
    tenant: start.tenant,
    channel: start.channel,
    delivery: start.delivery,
    openedAt: start.now,
    lastPersonAt: start.now,
    language: { tag: start.language, how: 'default', leaning: null, interpreter: null },
    dialog: null,
    offered: [],
    lastQuestion: null,
    told: [],
    level: 'none',
    reasons: [],
    facts: unknownFacts(),
    earlier: null,
    recent: [],
    arrivals: [],
    welcomed: false,
    safetyLineAt: null,
    optedOut: false,
    sessionHash: null,
    revoked: false,
    replyTo: null,
    mayText: null,
    lastSendRow: null,
    talkCount: 0,
    talkFrom: 0,
    case: null,
  };
}
