// What comes in: a person's message, a staff member's act, or a timer. Every change of a conversation is one of these.
import type { CaseId, ConversationId, DeskId, InboundId, StaffId, TenantId } from './ids.js';
import type { Level } from './level.js';

export const CHANNELS = ['web', 'plain', 'sms', 'connector', 'terminal'] as const;
export type ChannelKind = (typeof CHANNELS)[number];

/**
 * How replies leave: `pull`, the channel reads the talk (web); `push`, a row of the outbox is sent (sms, connector);
 * `inline`, the caller of `handle` shows them itself (plain page, terminal, expectReplies).
 */
export type Delivery = 'pull' | 'push' | 'inline';

/** A value a recogniser found in an answer to a question that asked for one. Optional by design: never for urgency. */
export type Recognised =
  | { kind: 'age'; years: number }
  | { kind: 'date'; isoDate: string }
  | { kind: 'boolean'; value: boolean };

interface InboundBase {
  /** Unique per event; the seen row is a keyed hash of it. Retries carry the same id. */
  readonly id: InboundId;
  readonly tenant: TenantId;
  readonly channel: ChannelKind;
  readonly conversationId: ConversationId;
  /** When we received it, by our clock (never the sender's). */
  readonly receivedAt: number;
}

export interface PersonInbound extends InboundBase {
  readonly from: 'person';
  readonly delivery: Delivery;
  /** What was written; empty for a bare button press. Already well-formed Unicode; any length up to 8,192 units. */
  readonly text: string;
  /** The id of a choice that was pressed, or a verb the channel offers: `hide`, `erase`, `person`, `start`. */
  readonly action?: string;
  readonly hints: {
    /** BCP 47 tag of the browser or device; a weak prior only. */
    readonly locale?: string;
    /** Hash of the web session's secret: stored at the first message, compared at every later one. */
    readonly sessionHash?: string;
    /** Where replies go (phone number, connector reference); sealed in the record, never logged. */
    readonly replyTo?: string;
    /** A provider that answers STOP by itself told us so. */
    readonly optOutHandled?: boolean;
  };
}

export type StaffAct =
  | { readonly kind: 'claim' }
  | { readonly kind: 'message'; readonly text: string; readonly phrase?: string; readonly language?: string }
  | { readonly kind: 'release' }
  /** They are typing: the claim is renewed. */
  | { readonly kind: 'activity' }
  /** Their console was lost: sent by the house, never by a person. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'lower-level'; readonly level: Level }
  | { readonly kind: 'close'; readonly disposition: string };

export interface StaffInbound extends InboundBase {
  readonly from: 'staff';
  readonly staffId: StaffId;
  readonly deskId: DeskId;
  readonly caseId: CaseId;
  readonly act: StaffAct;
}

export const TIMERS = [
  'second-ring',
  'supervisor',
  'tell-person',
  'lease',
  'minimal-handoff',
  'keep-place',
  'case-text',
  'idle-preview',
  'retain',
] as const;
export type TimerName = (typeof TIMERS)[number];

export interface TimerInbound extends InboundBase {
  readonly from: 'timer';
  readonly name: TimerName;
  readonly caseId?: CaseId;
  readonly dueAt: number;
}

export type Inbound = PersonInbound | StaffInbound | TimerInbound;
