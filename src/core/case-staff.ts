// The desk's side of a case: claim, speak, note, lower, release, close, vanish. The commit's version is the fence.
import { type Case, isClaimed } from './case.js';
import type { CaseStep, EventOf, HandoffSettings, StaffCaseEvent } from './case-event.js';
import { change, dequeue, isWaiting, returnToQueue, same, status, timer, withoutText } from './case-queue.js';
import { isAtLeast } from './level.js';

type Acting = { readonly at: number } & StaffCaseEvent;

/** Whether this staff member holds the case now. A late act of one whose claim lapsed is refused by this. */
function holds(state: Case, event: Acting): boolean {
  return isClaimed(state) && state.claimedBy === event.staffId;
}

/** A case is claimed by exactly one: of two at once, one commit wins, the other re-runs and is refused here. */
export function claim(state: Case, event: EventOf<'claim'>, settings: HandoffSettings): CaseStep {
  if (holds(state, event)) return same(state);
  if (isClaimed(state)) return { refused: 'already-claimed' };
  if (!isWaiting(state)) return { refused: 'not-waiting' };
  const leaseUntil = event.at + settings.leaseMs;
  const next: Case = {
    ...state,
    status: 'claimed',
    claimedBy: event.staffId,
    claimedAt: event.at,
    leaseUntil,
  };
  const effects = [dequeue(next), timer(next, 'lease', leaseUntil), status(next, 'accepted')];
  return change(next, { effects, lines: ['bot:handoff.claimed'] });
}

/** What the claimer does before speaking renews the lease; once connected there is none. */
function renewed(state: Case, at: number, settings: HandoffSettings): CaseStep {
  if (state.status !== 'claimed') return change(state);
  const next: Case = { ...state, leaseUntil: at + settings.leaseMs };
  return change(next, { effects: [timer(next, 'lease', at + settings.leaseMs)] });
}

export function staffActivity(
  state: Case,
  event: EventOf<'staff-activity'>,
  settings: HandoffSettings,
): CaseStep {
  return holds(state, event) ? renewed(state, event.at, settings) : { refused: 'not-yours' };
}

/** The first human message connects. Nobody writes to a person who took their agreement back. */
export function staffMessage(state: Case, event: EventOf<'staff-message'>): CaseStep {
  if (!holds(state, event)) return { refused: 'not-yours' };
  if (state.person === 'withdrew') return { refused: 'withdrawn' };
  return change({
    ...state,
    status: 'connected',
    connectedAt: state.connectedAt ?? event.at,
    leaseUntil: null,
    talkFrom: state.talkFrom ?? event.talkIndex,
  });
}

export function note(state: Case, event: EventOf<'note'>, settings: HandoffSettings): CaseStep {
  if (!holds(state, event)) return { refused: 'not-yours' };
  const staffNotes = [...state.staffNotes, { at: event.at, by: event.staffId, text: event.text }];
  return renewed({ ...state, staffNotes }, event.at, settings);
}

export function lowerLevel(state: Case, event: EventOf<'lower-level'>, settings: HandoffSettings): CaseStep {
  if (!holds(state, event)) return { refused: 'not-yours' };
  if (isAtLeast(event.level, state.level)) return { refused: 'not-lower' };
  return renewed({ ...state, level: event.level }, event.at, settings);
}

export function release(state: Case, event: EventOf<'release'>, settings: HandoffSettings): CaseStep {
  if (!holds(state, event)) return { refused: 'not-yours' };
  return returnToQueue(state, { at: event.at, lapsed: false }, settings);
}

/** The heartbeat of their console is lost: the case goes back to the front. Somebody else's case is left alone. */
export function staffGone(state: Case, event: EventOf<'staff-gone'>, settings: HandoffSettings): CaseStep {
  if (!holds(state, event)) return same(state);
  return returnToQueue(state, { at: event.at, lapsed: true }, settings);
}

/** The only end of an open case. Text that the person asked to erase goes with it. */
export function close(state: Case, event: EventOf<'close'>): CaseStep {
  if (!holds(state, event)) return { refused: 'not-yours' };
  const erased = state.person === 'asked-to-erase';
  const kept = erased ? withoutText(state) : state;
  const next: Case = {
    ...kept,
    status: 'closed',
    closedAt: event.at,
    leaseUntil: null,
    disposition: event.disposition,
  };
  const effects = [dequeue(next), status(next, 'completed')];
  return change(next, { effects, lines: ['bot:handoff.closed'], shred: erased });
}
