// The clocks of a case when they run out. A timer whose case has moved on does nothing.
import { type Case, isClaimed } from './case.js';
import type { CaseChange, CaseTimer, EventOf, HandoffSettings } from './case-event.js';
import { alarm, change, isWaiting, returnToQueue, same, timer, withoutText } from './case-queue.js';

type Timed = EventOf<'timer'>;
type Rule = (state: Case, event: Timed, settings: HandoffSettings) => CaseChange;

/** Rings once in a wait. */
function ring(name: 'second-ring' | 'supervisor'): Rule {
  return (state) => {
    if (!isWaiting(state) || state.rung.includes(name)) return same(state);
    const next: Case = { ...state, rung: [...state.rung, name] };
    return change(next, { effects: [alarm(next, name)] });
  };
}

/** Told plainly, once, with phone and text. The place in the queue stays. */
const tellPerson: Rule = (state) => {
  if (!isWaiting(state) || state.rung.includes('person-told')) return same(state);
  const next: Case = { ...state, status: 'overflowed', rung: [...state.rung, 'person-told'] };
  return change(next, { lines: ['bot:handoff.nobody-yet'] });
};

const lease: Rule = (state, event, settings) => {
  if (state.status !== 'claimed' || state.leaseUntil === null || event.dueAt < state.leaseUntil) {
    return same(state);
  }
  return returnToQueue(state, { at: event.at, lapsed: true }, settings);
};

/** Text that the person asked to erase. Never while nobody has claimed the case, nor from under a fresh claim. */
const caseText: Rule = (state, event, settings) => {
  if (state.person !== 'asked-to-erase') return same(state);
  const claimedAt = isClaimed(state) ? state.claimedAt : event.at;
  const goesAt = (claimedAt ?? event.at) + settings.caseTextGraceMs;
  if (event.at < goesAt) return change(state, { effects: [timer(state, 'case-text', goesAt)] });
  return change(withoutText(state), { shred: true });
};

/** One neutral line inside the SMS window; the caller drops it when the person allowed later texts. */
const keepPlace: Rule = (state, event, settings) => {
  if (!isWaiting(state) || state.channel !== 'sms' || state.rung.includes('keep-place')) return same(state);
  const dueAt = state.personLastAt + settings.keepPlaceMs;
  if (event.at < dueAt) return change(state, { effects: [timer(state, 'keep-place', dueAt)] });
  return change({ ...state, rung: [...state.rung, 'keep-place'] }, { lines: ['bot:handoff.keep-place'] });
};

/** No answer is not a yes: nothing is kept, nothing is shared. */
const idlePreview: Rule = (state, event, settings) => {
  if (state.status !== 'previewed') return same(state);
  const dueAt = state.personLastAt + settings.previewIdleMs;
  if (event.at < dueAt) return change(state, { effects: [timer(state, 'idle-preview', dueAt)] });
  return change({ ...state, status: 'abandoned', items: [] }, { lines: ['bot:handoff.preview-expired'] });
};

const RULES: Readonly<Record<CaseTimer, Rule>> = {
  'second-ring': ring('second-ring'),
  supervisor: ring('supervisor'),
  'tell-person': tellPerson,
  lease,
  'keep-place': keepPlace,
  'case-text': caseText,
  'idle-preview': idlePreview,
};

export function timerFired(state: Case, event: Timed, settings: HandoffSettings): CaseChange {
  return RULES[event.name](state, event, settings);
}
