// What can happen to a case, what comes of it, and the settings of its clocks. Words only; the rules are in case-machine.ts.
import type { Case, SummaryItem } from './case.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from './clock.js';
import type { Effect } from './effect.js';
import type { StaffId } from './ids.js';
import type { TimerName } from './inbound.js';
import type { Level, Reason } from './level.js';

/** From a wait's beginning. `secondRingMs` null: this level rings once. */
export interface WaitClocks {
  readonly secondRingMs: number | null;
  readonly supervisorMs: number;
  readonly tellPersonMs: number;
}

export interface HandoffSettings {
  readonly lifeDangerHandoff: 'off' | 'minimal';
  /** How long after consent was asked an unanswered emergency is handed over minimally. */
  readonly minimalAfterMs: number;
  readonly clocks: { readonly urgent: WaitClocks; readonly elevated: WaitClocks };
  /** A claim holds this long without a human message; what the claimer does renews it. */
  readonly leaseMs: number;
  /** The text of a case whose person asked to erase stays this long for staff. */
  readonly caseTextMs: number;
  /** A claim this fresh is not emptied by the timer above: no one claims an empty page. */
  readonly caseTextGraceMs: number;
  readonly safetyLineEveryMs: number;
  /** No answer to the preview in this time is not consent. */
  readonly previewIdleMs: number;
  /** SMS only: from the person's last message, inside the 15-minute window. */
  readonly keepPlaceMs: number;
  /** After such a gap the phone may be in another hand. */
  readonly idleMs: number;
}

export const DEFAULT_HANDOFF: HandoffSettings = {
  lifeDangerHandoff: 'off',
  minimalAfterMs: 60 * SECOND_MS,
  clocks: {
    urgent: { secondRingMs: 30 * SECOND_MS, supervisorMs: 60 * SECOND_MS, tellPersonMs: 120 * SECOND_MS },
    elevated: { secondRingMs: null, supervisorMs: 10 * MINUTE_MS, tellPersonMs: 5 * MINUTE_MS },
  },
  leaseMs: 90 * SECOND_MS,
  caseTextMs: DAY_MS,
  caseTextGraceMs: HOUR_MS,
  safetyLineEveryMs: 10 * MINUTE_MS,
  previewIdleMs: 10 * MINUTE_MS,
  keepPlaceMs: 12 * MINUTE_MS,
  idleMs: 30 * MINUTE_MS,
};

/** What the person does, or what their message means. */
export type PersonCaseEvent =
  /** A person at the desk was offered, and with it consent was asked. Reopens a declined or abandoned case. */
  | { readonly kind: 'offer' }
  | { readonly kind: 'preview'; readonly items: readonly SummaryItem[] }
  | { readonly kind: 'strike' | 'restore'; readonly ids: readonly string[] }
  /** Scope is what is not struck now, unless `scope` names less. */
  | {
      readonly kind: 'consent';
      readonly wording: string;
      readonly language: string;
      readonly scope?: readonly string[];
    }
  | { readonly kind: 'decline' | 'withdraw' | 'hide' | 'erase' | 'leave' | 'person-message' }
  /** The life-danger exception; ask `minimalHandoffDue` first. */
  | { readonly kind: 'minimal' }
  /** The conversation's level rose with this message (or new danger was told at the same level). */
  | { readonly kind: 'rise'; readonly level: Level; readonly reasons: readonly Reason[] }
  /** A clear correction; `text` masked, at most 80 characters. */
  | { readonly kind: 'correction'; readonly text: string }
  /** STOP and START: changes sending, nothing else. */
  | { readonly kind: 'sending'; readonly canReply: boolean };

export type StaffCaseEvent = { readonly staffId: StaffId } & (
  | { readonly kind: 'claim' | 'release' | 'staff-activity' | 'staff-gone' }
  /** `talkIndex`: the index that this message gets in the talk. */
  | { readonly kind: 'staff-message'; readonly talkIndex: number }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'lower-level'; readonly level: Level }
  | { readonly kind: 'close'; readonly disposition: string }
);

/** `minimal-handoff` is not among them: its turn asks `minimalHandoffDue` and sends `minimal`. */
export type CaseTimer = Exclude<TimerName, 'minimal-handoff' | 'retain'>;
export interface TimerCaseEvent {
  readonly kind: 'timer';
  readonly name: CaseTimer;
  readonly dueAt: number;
}

/** Something happened to a case at `at` (wall clock, ms). */
export type CaseEvent = { readonly at: number } & (PersonCaseEvent | StaffCaseEvent | TimerCaseEvent);
/** The event of a kind. */
export type EventOf<Kind extends CaseEvent['kind']> = CaseEvent extends infer Event
  ? Event extends { readonly kind: infer Own }
    ? Kind extends Own
      ? Event & { readonly kind: Kind }
      : never
    : never
  : never;

/** Keys of `bot:handoff.*` that the machine wants said; the turn renders them (all take `desk`, its name). */
export const CASE_LINES = [
  'bot:handoff.queued',
  'bot:handoff.minimal-sent',
  'bot:handoff.claimed',
  'bot:handoff.returned',
  'bot:handoff.nobody-yet',
  'bot:handoff.keep-place',
  'bot:handoff.preview-expired',
  'bot:handoff.declined',
  'bot:handoff.withdrawn',
  'bot:handoff.safety',
  'bot:handoff.closed',
] as const;
export type CaseLine = (typeof CASE_LINES)[number];

export const CASE_REFUSALS = [
  'already-claimed',
  'not-yours',
  'not-waiting',
  'not-asked',
  'already-agreed',
  'not-lower',
  'withdrawn',
  'closed',
] as const;
/** An expected no: nothing changed, nothing is to be done but tell who asked. */
export type CaseRefusal = (typeof CASE_REFUSALS)[number];

export interface CaseChange {
  readonly case: Case;
  readonly effects: readonly Effect[];
  readonly lines: readonly CaseLine[];
  /** The text of the case is gone from it for good: destroy the case's data key and seal the rest under a new one. */
  readonly shred: boolean;
}
export type CaseStep = CaseChange | { readonly refused: CaseRefusal };

/** Whether a step was refused; narrows it. */
export function isRefused(step: CaseStep): step is { readonly refused: CaseRefusal } {
  return 'refused' in step;
}
