// The level of a conversation over its messages: up with any new danger, down only with a clear correction.
import {
  type FactName,
  type Facts,
  highestLevel,
  isAtLeast,
  type Level,
  levelRank,
  NEEDS,
  type Need,
  type Reason,
} from '../core/index.js';
import type { Assessment } from './assess.js';
import { type Correction, correctNeeds, correctReasons } from './correction.js';
import type { ToldFacts } from './facts.js';

/** The part of a conversation that triage keeps. */
export interface Standing {
  readonly level: Level;
  readonly reasons: readonly Reason[];
  readonly facts: Facts;
}

export interface Applied {
  readonly level: Level;
  readonly reasons: Reason[];
  readonly facts: Facts;
  /** The level is higher than before this message. */
  readonly rose: boolean;
  readonly fell: boolean;
}

/** Reasons kept: the most urgent of each id, newest words. More than this no summary shows. */
const MOST_REASONS = 12;

/**
 * The conversation after a message. Without a correction nothing falls, whatever is said ("never mind", "it's fine",
 * thanks). With one, each earlier reason is lowered to what is still true, and the rest stands.
 */
export function applyAssessment(before: Standing, assessment: Assessment): Applied {
  const { correction } = assessment;
  const kept = correction ? correctReasons(before.reasons, correction) : before.reasons;
  const reasons = mergeReasons(kept, assessment.reasons);
  const floor = correction ? leftOf(before.level, correction) : before.level;
  const level = highestLevel([floor, assessment.level, ...reasons.map((reason) => reason.level)]);
  const rose = levelRank(level) > levelRank(before.level);
  const fell = levelRank(level) < levelRank(before.level);
  return {
    level,
    reasons,
    facts: mergeFacts(
      correctFacts(before.facts, correction, kept),
      assessment.facts,
      fell && level !== 'emergency',
    ),
    rose,
    fell,
  };
}

/** Of fiction nothing is left; what was true and is over was still a matter of this house. */
function leftOf(level: Level, { kinds }: Correction): Level {
  return kinds.includes('fiction') || level === 'none' ? 'none' : 'routine';
}

function mergeReasons(kept: readonly Reason[], told: readonly Reason[]): Reason[] {
  const byId = new Map<string, Reason>();
  for (const reason of [...kept, ...told]) {
    const known = byId.get(reason.id);
    if (!known || levelRank(reason.level) >= levelRank(known.level)) byId.set(reason.id, reason);
  }
  return [...byId.values()].sort((a, b) => levelRank(b.level) - levelRank(a.level)).slice(0, MOST_REASONS);
}

/** What a correction leaves of the facts: needs of what is no longer true, and whom a film was about, are not kept. */
function correctFacts(facts: Facts, correction: Correction | null, left: readonly Reason[]): Facts {
  if (!correction) return facts;
  const needs = [...correctNeeds(facts.needs, correction, left)];
  if (!correction.kinds.includes('fiction') || left.length > 0) return { ...facts, needs };
  const who = facts.who.state === 'known' ? ({ state: 'not-asked' } as const) : facts.who;
  return { ...facts, needs, who };
}

const TOLD: readonly FactName[] = [
  'minor',
  'age',
  'ageBand',
  'state',
  'place',
  'immediateDanger',
  'safeToContact',
];

/** What was told replaces what was known; a danger that fell is no longer immediate. */
function mergeFacts(before: Facts, told: ToldFacts, calmed: boolean): Facts {
  const facts: Record<string, unknown> = {
    ...before,
    who: mergeWho(before, told),
    needs: mergeNeeds(before.needs, told.needs),
  };
  for (const name of TOLD) {
    const value = told[name];
    if (value !== undefined) facts[name] = { state: 'known', value };
  }
  if (calmed && told.immediateDanger === undefined && before.immediateDanger.state === 'known') {
    facts['immediateDanger'] = { state: 'known', value: false };
  }
  return facts as unknown as Facts;
}

/** Whom it is about stays as first understood, unless a later message says otherwise plainly. */
function mergeWho({ who }: Facts, told: ToldFacts): Facts['who'] {
  if (told.who === undefined || (who.state === 'known' && !told.isSureWho)) return who;
  // "Somebody else" says no more than what was seen, or known through work, already did.
  if (told.who === 'known' && who.state === 'known' && who.value !== 'self') return who;
  return { state: 'known', value: told.who };
}

function mergeNeeds(before: readonly Need[], told: readonly Need[]): Need[] {
  return NEEDS.filter((need) => before.includes(need) || told.includes(need));
}

/** Whether the first reply must carry a contact set (design §5). */
export function carriesContacts(level: Level): boolean {
  return isAtLeast(level, 'urgent');
}
