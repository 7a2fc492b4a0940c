// Where a conversation stands for staff, over idle gaps and over an erase. For measuring: the service itself forgets.
import { type Conversation, type FactName, type Facts, highestLevel } from '../core/index.js';
import { MARKS, type Turn } from '../turn/index.js';

export interface Standing {
  readonly level: Conversation['level'];
  readonly reasons: Conversation['reasons'];
  readonly facts: Facts;
  readonly language: Conversation['language'];
  /** What stood when the person hid or erased the talk; null otherwise. */
  readonly erased: Standing | null;
}

export function standingOf(conversation: Conversation, erased: Standing | null = null): Standing {
  const { level, reasons, facts, earlier, language } = conversation;
  const known = earlier ? mergeFacts(earlier.facts, facts) : facts;
  if (!erased) return { level, reasons, facts: known, language, erased };
  return {
    level: highestLevel([level, erased.level]),
    reasons: [...erased.reasons, ...reasons],
    facts: mergeFacts(erased.facts, known),
    language,
    erased,
  };
}

/** "Delete this" does not lower a level: whoever erased in danger is still in danger. */
export function standingAfter(before: Standing, turn: Turn, conversation: Conversation): Standing {
  return standingOf(conversation, MARKS.revoked in turn.marks ? before : before.erased);
}

/** What was told since wins; what was told before still counts. */
function mergeFacts(before: Facts, since: Facts): Facts {
  const names = (Object.keys(since) as (keyof Facts)[]).filter((name): name is FactName => name !== 'needs');
  const merged = names.map((name) => [name, since[name].state === 'known' ? since[name] : before[name]]);
  return { ...since, ...Object.fromEntries(merged), needs: [...new Set([...before.needs, ...since.needs])] };
}
