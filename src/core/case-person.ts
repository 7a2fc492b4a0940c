// The person's side of a case (design §9): what they agree to, take back, hide or erase. Never ends a case that staff hold.
import { type Case, OPEN, type SummaryItem } from './case.js';
import type { CaseChange, CaseStep, EventOf, HandoffSettings } from './case-event.js';
import {
  abandon,
  alarm,
  armClocks,
  change,
  clocksFor,
  enqueue,
  enterQueue,
  isWaiting,
  newWait,
  outlivesWithdrawal,
  same,
  timer,
  withoutText,
} from './case-queue.js';
import type { Effect } from './effect.js';
import { highestLevel } from './level.js';

type PersonState = Case['person'];
const LATER_KEPT = 20;

function isOpen(state: Case): boolean {
  return OPEN.includes(state.status);
}

/** The stronger word stands: who asked to erase and then closed the tab has still asked to erase. */
function strongest(now: PersonState, next: PersonState): PersonState {
  const order: readonly PersonState[] = ['here', 'left', 'hidden', 'asked-to-erase', 'withdrew'];
  return order.indexOf(next) > order.indexOf(now) ? next : now;
}

/** Consent is asked; asking again does not start its clock anew. An earlier no stays a no. */
export function offer(state: Case, event: EventOf<'offer'>, settings: HandoffSettings): CaseStep {
  if (isOpen(state)) return same(state);
  const asked = askedAt(state, event.at);
  const next: Case = { ...state, status: 'offered', consent: asked, person: 'here', personLastAt: event.at };
  return change(next, { effects: armMinimal(next, settings) });
}

function askedAt(state: Case, at: number): Case['consent'] {
  const before = state.consent;
  if (before.state === 'refused' || before.state === 'withdrawn') return before;
  const standing = before.state === 'asked' && state.status !== 'abandoned';
  return standing ? before : { ...before, state: 'asked', at };
}

/** The life-danger exception's timer, while its question is open. The turn that it starts asks `minimalHandoffDue`. */
function armMinimal(state: Case, settings: HandoffSettings): Effect[] {
  const open = state.consent.state === 'asked' && state.consent.at !== null && state.level === 'emergency';
  if (!open || settings.lifeDangerHandoff !== 'minimal') return [];
  return [timer(state, 'minimal-handoff', (state.consent.at ?? 0) + settings.minimalAfterMs)];
}

export function preview(state: Case, event: EventOf<'preview'>, settings: HandoffSettings): CaseStep {
  // New words behind an old yes would be shared unseen.
  if (state.consent.state === 'given') return { refused: 'already-agreed' };
  const status = isOpen(state) ? state.status : 'previewed';
  const next: Case = { ...state, status, items: [...event.items] };
  return change(next, { effects: [timer(next, 'idle-preview', event.at + settings.previewIdleMs)] });
}

/** The items after a strike or restore; scope follows at once when consent stands. */
function setStruck(state: Case, ids: readonly string[], struck: boolean): Case {
  const items = state.items.map((item) => (ids.includes(item.id) ? { ...item, struck } : item));
  if (state.consent.state !== 'given') return { ...state, items };
  return { ...state, items, consent: { ...state.consent, scope: unstruck(items) } };
}

function unstruck(items: readonly SummaryItem[]): string[] {
  return items.filter((item) => !item.struck).map((item) => item.id);
}

/** A place in words tells the state: whoever takes out the state means both. Either can be put back by itself. */
const TOLD_BY: Readonly<Record<string, readonly string[]>> = { state: ['place'] };

export function strike(state: Case, event: EventOf<'strike'>): CaseStep {
  const ids = event.ids.flatMap((id) => [id, ...(TOLD_BY[id] ?? [])]);
  return change(setStruck(state, ids, true));
}

export function restore(state: Case, event: EventOf<'restore'>): CaseStep {
  return change(setStruck(state, event.ids, false));
}

/** A yes to what was shown. Into the queue, or, when a minimal case is there already, its text joins it. */
export function consent(state: Case, event: EventOf<'consent'>, settings: HandoffSettings): CaseStep {
  if (state.consent.state === 'given') return { refused: 'already-agreed' };
  if (state.items.length === 0) return { refused: 'not-asked' };
  const agreed = new Set(event.scope ?? unstruck(state.items));
  const items = state.items.map((item) => ({ ...item, struck: item.struck || !agreed.has(item.id) }));
  const next: Case = {
    ...state,
    items,
    minimal: false,
    person: 'here',
    personLastAt: event.at,
    consent: {
      state: 'given',
      scope: unstruck(items),
      wording: event.wording,
      language: event.language,
      at: event.at,
    },
  };
  if (!isOpen(state)) return enterQueue(next, { at: event.at, line: 'bot:handoff.queued' }, settings);
  return change(next, { lines: isWaiting(next) ? ['bot:handoff.queued'] : [] });
}

/** A no before anything was shared keeps nothing. After it, a no is a withdrawal. */
export function decline(state: Case, event: EventOf<'decline'>): CaseStep {
  if (isOpen(state)) return withdraw(state, event);
  const refused = { ...state.consent, state: 'refused' as const, scope: [], at: event.at };
  return change(
    { ...state, status: 'declined', items: [], consent: refused, personLastAt: event.at },
    { lines: ['bot:handoff.declined'] },
  );
}

/**
 * Staff lose the text with this commit. An agreed emergency, and a case somebody holds, stay as level and clock.
 * What came by the life-danger exception alone was never agreed to: an explicit no takes it out of the queue.
 */
export function withdraw(state: Case, event: EventOf<'withdraw' | 'decline'>): CaseStep {
  const next = takenBack(state, event.at);
  const said = { lines: ['bot:handoff.withdrawn'] as const, shred: true };
  if (!isOpen(state)) return change({ ...next, status: 'declined' }, said);
  if (!isWaiting(next)) return change(next, { ...said, effects: [alarm(next, 'withdrawn')] });
  if (!outlivesWithdrawal(next)) return { ...abandon(next), ...said };
  return change(next, { ...said, effects: [enqueue(next), alarm(next, 'withdrawn')] });
}

function takenBack(state: Case, at: number): Case {
  const agreed = state.consent.state === 'given' || state.consent.state === 'withdrawn';
  const consentNow: Case['consent'] = {
    ...state.consent,
    state: agreed ? 'withdrawn' : 'refused',
    scope: [],
    at,
  };
  return { ...withoutText(state), minimal: true, consent: consentNow, person: 'withdrew', personLastAt: at };
}

/** The life-danger exception: level, reason ids, language, channel and can-we-reply. */
export function minimal(state: Case, event: EventOf<'minimal'>, settings: HandoffSettings): CaseStep {
  if (isOpen(state)) return same(state);
  if (state.consent.state !== 'asked') return { refused: 'not-asked' };
  const next: Case = { ...state, minimal: true };
  return enterQueue(next, { at: event.at, line: 'bot:handoff.minimal-sent' }, settings);
}

/** Gone from the screen. Before anything was shared nothing is kept; a case that staff can see stays for them. */
function stepAway(state: Case, at: number, how: PersonState): CaseChange {
  const person = strongest(state.person, how);
  // A text can still arrive; a closed or revoked page cannot be written to.
  const canReply = state.channel === 'sms' ? state.canReply : false;
  const next: Case = { ...state, person, canReply, personLastAt: at };
  if (isOpen(state)) return change(next);
  return change(
    { ...withoutText(next), status: state.status === 'declined' ? 'declined' : 'abandoned' },
    { shred: true },
  );
}

export function leave(state: Case, event: EventOf<'leave'>): CaseStep {
  return told(stepAway(state, event.at, 'left'));
}

export function hide(state: Case, event: EventOf<'hide'>): CaseStep {
  return told(stepAway(state, event.at, 'hidden'));
}

function told(step: CaseChange): CaseChange {
  return isOpen(step.case) ? { ...step, effects: [alarm(step.case, 'left')] } : step;
}

/** Staff see "asked to erase"; the text goes when they close, or by the timer. A second asking changes nothing. */
export function erase(state: Case, event: EventOf<'erase'>, settings: HandoffSettings): CaseStep {
  const step = stepAway(state, event.at, 'asked-to-erase');
  if (!isOpen(step.case) || state.person === 'asked-to-erase' || state.person === 'withdrew') return step;
  const goesAt = event.at + settings.caseTextMs;
  return { ...step, effects: [alarm(step.case, 'asked-to-erase'), timer(step.case, 'case-text', goesAt)] };
}

export function personMessage(
  state: Case,
  event: EventOf<'person-message'>,
  settings: HandoffSettings,
): CaseStep {
  const back = state.person === 'left' || (state.person === 'hidden' && state.channel === 'sms');
  const gap = isOpen(state) && event.at - state.personLastAt >= settings.idleMs;
  return change({
    ...state,
    person: back ? 'here' : state.person,
    canReply: state.canReply || (back && state.channel !== 'sms'),
    personLastAt: event.at,
    idleReturnAt: gap ? event.at : state.idleReturnAt,
  });
}

export function sending(state: Case, event: EventOf<'sending'>): CaseStep {
  return change({ ...state, canReply: event.canReply });
}

/** The case's level only ever rises here. In the queue a rise moves it forward and starts the faster clocks. */
export function rise(state: Case, event: EventOf<'rise'>, settings: HandoffSettings): CaseStep {
  const level = highestLevel([state.level, event.level]);
  const known = new Set(state.reasons.map((reason) => reason.id));
  const reasons = [...state.reasons, ...event.reasons.filter((reason) => !known.has(reason.id))];
  const raised: Case = { ...state, level, reasons };
  if (!isOpen(state)) return askedAnew(state, raised, { at: event.at, settings });
  const faster = isWaiting(state) && clocksFor(level, settings) !== clocksFor(state.level, settings);
  const next: Case = faster ? { ...raised, rung: newWait(raised.rung) } : raised;
  const effects = [
    ...(isWaiting(next) ? [enqueue(next)] : []),
    alarm(next, 'rise'),
    ...(faster ? armClocks(next, event.at, settings) : []),
  ];
  return withSafetyLine(change(next, { effects }), event, settings);
}

/** Not handed over yet, and now an emergency: its reply asks for consent too, so the exception's clock starts here. */
function askedAnew(
  before: Case,
  raised: Case,
  { at, settings }: { at: number; settings: HandoffSettings },
): CaseChange {
  if (before.level === 'emergency' || raised.consent.state !== 'asked') return change(raised);
  const next: Case = { ...raised, consent: { ...raised.consent, at } };
  return change(next, { effects: armMinimal(next, settings) });
}

function withSafetyLine(step: CaseChange, event: EventOf<'rise'>, settings: HandoffSettings): CaseChange {
  const last = step.case.safetyLineAt;
  const recent = last !== null && event.at - last < settings.safetyLineEveryMs;
  if (event.level !== 'emergency' || recent) return step;
  return { ...step, case: { ...step.case, safetyLineAt: event.at }, lines: ['bot:handoff.safety'] };
}

/** "Later someone wrote: …" The level stays: the phone may be in another hand. Words only if words were agreed to. */
export function correction(state: Case, event: EventOf<'correction'>): CaseStep {
  const text = state.consent.state === 'given' ? event.text : '';
  return change({ ...state, later: [...state.later, { at: event.at, text }].slice(-LATER_KEPT) });
}
