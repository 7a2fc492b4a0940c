// A level that a button gave: the same as if it had been written, with a reason of its own. Never lowers.
import { highestLevel, type Level, type Reason, type ReasonKind } from '../core/index.js';
import { stepCase } from './case-step.js';
import { type Draft, set } from './draft.js';

export interface Raise {
  readonly id: string;
  readonly kind: ReasonKind;
  readonly level: Level;
}

export function raiseLevel(draft: Draft, raise: Raise): Reason {
  const reason: Reason = { source: 'signal', ...raise, text: '', start: 0, end: 0 };
  const { level, reasons } = draft.conversation;
  set(draft, {
    level: highestLevel([level, raise.level]),
    reasons: [...reasons.filter(({ id }) => id !== raise.id), reason],
  });
  if (draft.conversation.case) stepCase(draft, { kind: 'rise', level: raise.level, reasons: [reason] });
  return reason;
}
