// A case: what a person agreed to hand to a desk, and where it stands. The record only; the machine is case-machine.ts.
import { z } from 'zod';
import { levelSchema, reasonSchema } from './level.js';

export const CASE_STATUSES = [
  'offered',
  'previewed',
  'consented',
  'queued',
  'claimed',
  'connected',
  'closed',
  'declined',
  'abandoned',
  'overflowed',
  'returned',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** In the desk's queue: waiting for somebody to claim it. `overflowed` waits too: the person was told it takes long. */
export const WAITING: readonly CaseStatus[] = ['queued', 'returned', 'overflowed'];
/** Somebody at the desk may still act on it. */
export const OPEN: readonly CaseStatus[] = [...WAITING, 'claimed', 'connected'];

export const SUMMARY_KINDS = [
  'danger',
  'who',
  'age-band',
  'state',
  'place',
  'needs',
  'safe-contact',
  'language',
  'told',
  'words',
  'talk',
] as const;

/**
 * One line of the summary. Shown to the person in their language and to staff in English from the same data:
 * `key` names a sentence in locales/<tag>/bot.json under `summary.`, `params` fill it, `quote` is the person's own words
 * (at most 80 characters, immigration status masked as […]). `struck` lines never leave the record for staff.
 */
export const summaryItemSchema = z.object({
  id: z.string(),
  kind: z.enum(SUMMARY_KINDS),
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  quote: z.string().max(80).nullable(),
  struck: z.boolean(),
});
export type SummaryItem = z.infer<typeof summaryItemSchema>;

export const consentSchema = z.object({
  state: z.enum(['not-asked', 'asked', 'given', 'refused', 'withdrawn']),
  /** Ids of the items agreed to; empty unless given. */
  scope: z.array(z.string()),
  /** Version of the consent wording (locales key and content hash) and the language it was read in. */
  wording: z.string(),
  language: z.string(),
  at: z.number().nullable(),
});
export type Consent = z.infer<typeof consentSchema>;

export const caseSchema = z.object({
  id: z.string(),
  /** The conversation it belongs to, and its near-identity sketch: what its line in the queue index needs. */
  conversationId: z.string(),
  group: z.string(),
  deskId: z.string(),
  /** Read over the phone: 6 characters without look-alikes. Given to the person only with the phone of this desk. */
  reference: z.string(),
  status: z.enum(CASE_STATUSES),
  /** Never falls by itself; only staff lower it. */
  level: levelSchema,
  reasons: z.array(reasonSchema),
  items: z.array(summaryItemSchema),
  consent: consentSchema,
  /** Opened by the life-danger exception: level, reason ids, language, channel and can-we-reply only. */
  minimal: z.boolean(),
  canReply: z.boolean(),
  language: z.string(),
  channel: z.string(),
  openedAt: z.number(),
  /** The original clock of the queue; kept over returns. */
  queuedAt: z.number().nullable(),
  claimedBy: z.string().nullable(),
  claimedAt: z.number().nullable(),
  leaseUntil: z.number().nullable(),
  connectedAt: z.number().nullable(),
  closedAt: z.number().nullable(),
  /** How often a claim lapsed; a supervisor is told at 2. */
  returns: z.number().int(),
  rung: z.array(z.enum(['ring', 'second-ring', 'supervisor', 'person-told', 'keep-place'])),
  /** Corrections after the fact ("later someone wrote: …"); the level stays. */
  later: z.array(z.object({ at: z.number(), text: z.string() })),
  /** What the person did with their side. */
  person: z.enum(['here', 'left', 'hidden', 'asked-to-erase', 'withdrew']),
  personLastAt: z.number(),
  /** When somebody wrote again after an idle gap: staff see "identity not re-confirmed" (trust.md T2). */
  idleReturnAt: z.number().nullable(),
  staffNotes: z.array(z.object({ at: z.number(), by: z.string(), text: z.string() })),
  disposition: z.string().nullable(),
  /** When the fixed safety line was last said during this case (at most one in 10 minutes). */
  safetyLineAt: z.number().nullable(),
  /** First index of the talk that staff may read (written after `connected`); null before, or everything when agreed. */
  talkFrom: z.number().nullable(),
});
export type Case = z.infer<typeof caseSchema>;

/** Somebody at the desk holds it. */
export function isClaimed(state: Case): boolean {
  return state.status === 'claimed' || state.status === 'connected';
}
