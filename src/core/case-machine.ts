// The case machine: one event in, the next case and what to do about it out. Pure; the rules are in case-person.ts,
// case-staff.ts and case-timers.ts. It never reads a clock: every event carries its time.
import type { Case } from './case.js';
import type { CaseChange, CaseEvent, CaseRefusal, CaseStep, EventOf, HandoffSettings } from './case-event.js';
import { isRefused } from './case-event.js';
import * as person from './case-person.js';
import { change, same, withoutText } from './case-queue.js';
import * as staff from './case-staff.js';
import { timerFired } from './case-timers.js';

type Rule<Kind extends CaseEvent['kind']> = (
  state: Case,
  event: EventOf<Kind>,
  settings: HandoffSettings,
) => CaseStep;

const RULES: { readonly [Kind in CaseEvent['kind']]: Rule<Kind> } = {
  offer: person.offer,
  preview: person.preview,
  strike: person.strike,
  restore: person.restore,
  consent: person.consent,
  decline: person.decline,
  withdraw: person.withdraw,
  minimal: person.minimal,
  leave: person.leave,
  hide: person.hide,
  erase: person.erase,
  'person-message': person.personMessage,
  sending: person.sending,
  rise: person.rise,
  correction: person.correction,
  claim: staff.claim,
  'staff-activity': staff.staffActivity,
  'staff-message': staff.staffMessage,
  note: staff.note,
  'lower-level': staff.lowerLevel,
  release: staff.release,
  'staff-gone': staff.staffGone,
  close: staff.close,
  timer: timerFired,
};

/**
 * The case after an event. Refused: nothing changed, and why. A closed case has no effects any more: staff are refused,
 * the person's and the clocks' events change nothing, and an erase or withdrawal takes its text (`shred`).
 */
export function advanceCase(state: Case, event: CaseEvent, settings: HandoffSettings): CaseStep {
  if (state.status === 'closed') return afterClose(state, event);
  const rule = RULES[event.kind] as Rule<CaseEvent['kind']>;
  const step = rule(state, event as never, settings);
  return isRefused(step) || !isUnasked(event) ? step : quietWhenGone(step);
}

function afterClose(state: Case, event: CaseEvent): CaseChange | { refused: CaseRefusal } {
  if (event.kind === 'erase' || event.kind === 'withdraw') return change(withoutText(state), { shred: true });
  if (event.kind === 'staff-gone' || !('staffId' in event)) return same(state);
  return { refused: 'closed' };
}

/** Not an answer to something the person just did. */
function isUnasked(event: CaseEvent): boolean {
  return event.kind === 'timer' || 'staffId' in event;
}

/** Who left, hid, erased or withdrew is sent nothing of ours: another hand may hold the phone (trust.md T5). */
function quietWhenGone(step: CaseChange): CaseChange {
  return step.case.person === 'here' ? step : { ...step, lines: [] };
}

/**
 * What the bot may still say. From the first human message on only the safety line; between claim and that message
 * also honest waiting lines. A person who withdrew has nobody else left, so the bot answers again.
 */
export function botMaySpeak(state: Case | null): 'all' | 'safety-and-waiting' | 'safety-only' {
  if (state === null || state.person === 'withdrew') return 'all';
  if (state.status === 'claimed') return 'safety-and-waiting';
  return state.status === 'connected' ? 'safety-only' : 'all';
}

/** The first index of the talk that staff may read now: all when the person shared it, else from the first human message. */
export function staffTalkFrom(state: Case): number | null {
  if (state.person === 'withdrew') return null;
  const shared = state.items.some((item) => item.kind === 'talk' && isShared(state, item.id));
  return shared ? 0 : state.talkFrom;
}

/** Whether staff may see this item of the summary: agreed to, in scope, not struck. */
export function isShared(state: Case, itemId: string): boolean {
  const { consent, items } = state;
  if (consent.state !== 'given' || !consent.scope.includes(itemId)) return false;
  return items.some((item) => item.id === itemId && !item.struck);
}
