// What a turn wants done outside: plain data, committed with the turn, carried out by the delivery worker.
// Each becomes an outbox row whose id derives from the inbound id, so that doing one twice does nothing twice.
import type { CaseId, ConversationId, DeskId, KeyId } from './ids.js';
import type { TimerName } from './inbound.js';
import type { Level } from './level.js';
import type { Reply } from './reply.js';

/** One line of a desk's queue index: no words, no handle. Lower `rank` comes first: level, then the original clock. */
export interface QueueEntry {
  readonly deskId: DeskId;
  readonly caseId: CaseId;
  readonly conversationId: ConversationId;
  readonly rank: number;
  /** Equal for near-identical cases, so that a flood is one line with a count. */
  readonly group: string;
}

export const ALARMS = [
  'ring',
  'second-ring',
  'supervisor',
  'rise',
  'returned',
  'asked-to-erase',
  'withdrawn',
  'left',
] as const;
export type Alarm = (typeof ALARMS)[number];

export type Effect =
  /** Send a reply through the conversation's channel. Dropped after `notAfter`, or when the person opted out. */
  | {
      readonly kind: 'send';
      readonly reply: Reply;
      readonly notAfter: number | null;
      readonly urgent: boolean;
      /** The one confirmation of STOP, which the law allows. */
      readonly evenIfOptedOut: boolean;
    }
  | { readonly kind: 'enqueue'; readonly entry: QueueEntry }
  | { readonly kind: 'dequeue'; readonly deskId: DeskId; readonly caseId: CaseId }
  /** Come back as a TimerInbound at `dueAt` (wall clock). */
  | { readonly kind: 'timer'; readonly name: TimerName; readonly caseId?: CaseId; readonly dueAt: number }
  /** Tell the consoles of a desk. A hint for people; losing one loses a sound, not a case. */
  | {
      readonly kind: 'alarm';
      readonly deskId: DeskId;
      readonly caseId: CaseId;
      readonly alarm: Alarm;
      readonly level: Level;
    }
  /** Tell the other side of a connector what became of the handoff (Bot Framework handoff.status). */
  | { readonly kind: 'status'; readonly caseId: CaseId; readonly state: 'accepted' | 'failed' | 'completed' }
  /** Destroy one of the conversation's two data keys: what was sealed under it cannot be read again, by anyone. */
  | {
      readonly kind: 'shred';
      readonly part: 'talk' | 'case';
      /** Filled in at the commit, which alone knows the keys; a turn leaves it out. */
      readonly keyId?: KeyId;
    }
  /** Remove the record and all its rows after its keys are gone. */
  | { readonly kind: 'forget' };
export type EffectKind = Effect['kind'];
