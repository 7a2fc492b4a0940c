// A case's place in the queue: rank, index line, clocks and alarms, as effects. Used by the rules in case-*.ts only.
import { type Case, WAITING } from './case.js';
import type { CaseChange, CaseLine, HandoffSettings, WaitClocks } from './case-event.js';
import type { Alarm, Effect } from './effect.js';
import { asId, type CaseId, type ConversationId, type DeskId } from './ids.js';
import type { TimerName } from './inbound.js';
import { isAtLeast, type Level, levelRank } from './level.js';

const RANK_STEP = 1e13;

/** Lower comes first: the more urgent level, then the longer wait by the original clock. */
export function rankOf(level: Level, queuedAt: number): number {
  return (4 - levelRank(level)) * RANK_STEP + queuedAt;
}

/** What changed, with nothing to do or say unless given. */
export function change(next: Case, outcome: Partial<Omit<CaseChange, 'case'>> = {}): CaseChange {
  return { case: next, effects: [], lines: [], shred: false, ...outcome };
}

/** Nothing happened. */
export function same(state: Case): CaseChange {
  return change(state);
}

export function isWaiting(state: Case): boolean {
  return WAITING.includes(state.status);
}

export function enqueue(state: Case): Effect {
  return {
    kind: 'enqueue',
    entry: {
      deskId: asId<DeskId>(state.deskId),
      caseId: asId<CaseId>(state.id),
      conversationId: asId<ConversationId>(state.conversationId),
      rank: rankOf(state.level, state.queuedAt ?? state.openedAt),
      group: state.group,
    },
  };
}

export function dequeue(state: Case): Effect {
  return { kind: 'dequeue', deskId: asId<DeskId>(state.deskId), caseId: asId<CaseId>(state.id) };
}

export function alarm(state: Case, sound: Alarm): Effect {
  const { deskId, id, level } = state;
  return { kind: 'alarm', deskId: asId<DeskId>(deskId), caseId: asId<CaseId>(id), alarm: sound, level };
}

export function timer(state: Case, name: TimerName, dueAt: number): Effect {
  return { kind: 'timer', name, caseId: asId<CaseId>(state.id), dueAt };
}

export function status(state: Case, what: 'accepted' | 'failed' | 'completed'): Effect {
  return { kind: 'status', caseId: asId<CaseId>(state.id), state: what };
}

export function clocksFor(level: Level, settings: HandoffSettings): WaitClocks {
  return isAtLeast(level, 'urgent') ? settings.clocks.urgent : settings.clocks.elevated;
}

/**
 * The timers of a wait that begins at `from`; what already rang or was told is not armed again. Rings count from here;
 * the person is told by the original clock, at once if it has run out.
 */
export function armClocks(state: Case, from: number, settings: HandoffSettings): Effect[] {
  const clocks = clocksFor(state.level, settings);
  const tellAt = Math.max(from, (state.queuedAt ?? from) + clocks.tellPersonMs);
  const armed: Effect[] = [];
  if (clocks.secondRingMs !== null && !state.rung.includes('second-ring')) {
    armed.push(timer(state, 'second-ring', from + clocks.secondRingMs));
  }
  if (!state.rung.includes('supervisor')) armed.push(timer(state, 'supervisor', from + clocks.supervisorMs));
  if (!state.rung.includes('person-told')) armed.push(timer(state, 'tell-person', tellAt));
  return armed;
}

/** Into the queue for the first time, at `at`: this clock is kept over every return. */
export function enterQueue(
  state: Case,
  entry: { readonly at: number; readonly line: CaseLine },
  settings: HandoffSettings,
): CaseChange {
  const next: Case = { ...state, status: 'queued', queuedAt: entry.at, rung: ['ring'] };
  const effects = [enqueue(next), alarm(next, 'ring'), ...armClocks(next, entry.at, settings)];
  if (next.channel === 'sms') {
    effects.push(timer(next, 'keep-place', next.personLastAt + settings.keepPlaceMs));
  }
  return change(next, { effects, lines: [entry.line] });
}

/** A second and a supervisor's ring belong to one wait: a new wait rings again. What the person was told stays told. */
export function newWait(rung: Case['rung']): Case['rung'] {
  return rung.filter((name) => name !== 'second-ring' && name !== 'supervisor');
}

/**
 * Back to the front: the claim is over, the original clock stands. `lapsed` counts towards the supervisor (at 2).
 * A case that does not outlive its person's withdrawal leaves the queue instead.
 */
export function returnToQueue(
  state: Case,
  why: { readonly at: number; readonly lapsed: boolean },
  settings: HandoffSettings,
): CaseChange {
  const free: Case = {
    ...state,
    claimedBy: null,
    claimedAt: null,
    leaseUntil: null,
    connectedAt: null,
    returns: state.returns + (why.lapsed ? 1 : 0),
    rung: newWait(state.rung),
  };
  if (!outlivesWithdrawal(state)) return abandon(free);
  const supervisor = why.lapsed && free.returns >= 2;
  const rung = supervisor ? [...free.rung, 'supervisor' as const] : free.rung;
  const next: Case = { ...free, status: 'returned', rung };
  return change(next, {
    effects: [
      enqueue(next),
      alarm(next, 'returned'),
      ...(supervisor ? [alarm(next, 'supervisor')] : []),
      ...armClocks(next, why.at, settings),
    ],
    lines: ['bot:handoff.returned'],
  });
}

/** Whether there is still something to wait for: after a withdrawal only an emergency that was once agreed to. */
export function outlivesWithdrawal(state: Case): boolean {
  if (state.person !== 'withdrew') return true;
  return state.level === 'emergency' && state.consent.state === 'withdrawn';
}

/** Out of the queue because the person took it back. A later offer starts anew. */
export function abandon(state: Case): CaseChange {
  const effects = state.queuedAt === null ? [] : [dequeue(state), alarm(state, 'withdrawn')];
  return change({ ...state, status: 'abandoned', queuedAt: null, rung: [] }, { effects });
}

/** Without a word of the person: what is left is the level, the clocks and ids of reasons. */
export function withoutText(state: Case): Case {
  return {
    ...state,
    items: [],
    reasons: state.reasons.map((reason) => ({ ...reason, text: '', start: 0, end: 0 })),
    later: state.later.map(({ at }) => ({ at, text: '' })),
    staffNotes: [],
    group: state.id,
    talkFrom: null,
  };
}
