// A timer that fell due: the clocks of a case, and the life-danger exception.
import { type Level, minimalHandoffDue, type TimerInbound } from '../core/index.js';
import { LONGEST_RETENTION, retentionOf } from '../handoff/index.js';
import { stepCase } from './case-step.js';
import type { Draft } from './draft.js';
import { forgetRecord } from './forget.js';

/** A timer whose case moved on does nothing. */
export function takeTimerTurn(draft: Draft, inbound: TimerInbound): void {
  const { case: current } = draft.conversation;
  if (inbound.name === 'retain') return retain(draft);
  if (!current || (inbound.caseId !== undefined && current.id !== inbound.caseId)) return;
  if (inbound.name === 'minimal-handoff') return handOverMinimally(draft);
  stepCase(draft, { kind: 'timer', name: inbound.name, dueAt: inbound.dueAt });
}

/** Level, reasons by id, language, channel and whether we can reply: no words, no handle (design §9). */
export function handOverMinimally(draft: Draft, messageLevel?: Level): void {
  const { conversation, world } = draft;
  const moment = { now: world.now, ...(messageLevel ? { messageLevel } : {}) };
  if (minimalHandoffDue(conversation, world.handoff, moment)) stepCase(draft, { kind: 'minimal' });
}

/** The time of the whole record is up, or it was used since: then the timer is set anew. */
function retain(draft: Draft): void {
  const dueAt = retentionOf(draft.conversation, LONGEST_RETENTION, draft.world.now);
  if (dueAt > draft.world.now) return void draft.effects.push({ kind: 'timer', name: 'retain', dueAt });
  forgetRecord(draft);
}
