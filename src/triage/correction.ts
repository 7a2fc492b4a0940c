// Corrections: a new fact that makes an earlier danger untrue ("that was last year", "she came home", "it is a film").
// "Never mind", "it's fine", thanks and silence are none: the phone may be in another hand.
import { type Level, levelRank, type Need, type Reason } from '../core/index.js';
import { hitsOf, type Message, type PlacedHit } from '../understanding/index.js';

/**
 * `past`: it happened before, not now. `found`: the missing person is back. `fiction`: it was a film, a game, a song.
 * `over`: this danger has ended (arrested, at the hospital, at the shelter).
 */
export type CorrectionKind = 'past' | 'found' | 'fiction' | 'over';

export interface Correction {
  readonly kinds: readonly CorrectionKind[];
  /** What stood before this place of the original text is corrected; what stands after is new. */
  readonly start: number;
  /** Where the correcting words begin. */
  readonly saidAt: number;
  /** Reasons, by id, that fiction does not touch: they were told as the speaker's own story before it. */
  readonly spares?: ReadonlySet<string>;
}

const SAYS: Readonly<Record<CorrectionKind, string>> = {
  past: 'was-past',
  found: 'came-home',
  fiction: 'was-fiction',
  over: 'danger-over',
};
/** With one of these, "wrong chat" is a correction; alone it may have been typed by somebody else. */
const EXPLAINS = ['game', 'film', 'lyric', 'joke', 'school-task'];
/** The most that may still be true of a danger once it was corrected. */
const LEFT: Readonly<Record<CorrectionKind, Level>> = {
  past: 'elevated',
  found: 'routine',
  fiction: 'none',
  over: 'urgent',
};
const KINDS = Object.keys(SAYS) as CorrectionKind[];

/**
 * The correction a message makes of `earlier` (what the conversation and the message itself gave as reasons); null when
 * it makes none, when there is nothing it could correct, or when it says that another hand wrote.
 */
export function readCorrection(message: Message, earlier: readonly Reason[]): Correction | null {
  if (message.byConcept.has('controller-typed')) return null;
  const told = KINDS.filter((kind) => earlier.some((reason) => concerns(reason, kind)))
    .map((kind) => ({ kind, hits: correctingHits(message, kind) }))
    .filter(({ hits }) => hits.length > 0);
  if (told.length === 0) return null;
  const hits = told.flatMap((one) => one.hits);
  const sentence = Math.min(...hits.map((hit) => hit.sentence));
  return {
    kinds: told.map((one) => one.kind),
    // A danger inside the correcting words is what they correct ("the ambulance took her").
    start: Math.max(...hits.filter((hit) => hit.sentence === sentence).map((hit) => hit.end)),
    saidAt: Math.min(...hits.map((hit) => hit.start)),
  };
}

function correctingHits(message: Message, kind: CorrectionKind): readonly PlacedHit[] {
  const hits = hitsOf(message, SAYS[kind]).filter((one) => isStated(message, one));
  if (hits.length > 0 || kind !== 'fiction') return hits;
  const isExplained = EXPLAINS.some((concept) => message.byConcept.has(concept));
  return isExplained ? hitsOf(message, 'wrong-chat') : [];
}

/** "Has she come home?" and "he has not been arrested" correct nothing. */
function isStated(message: Message, hit: PlacedHit): boolean {
  if (message.asks[hit.sentence]) return false;
  return !hitsOf(message, 'negation').some(
    (denial) =>
      denial.segment === hit.segment &&
      denial.tokenEnd <= hit.tokenStart &&
      hit.tokenStart - denial.tokenEnd <= 2 &&
      !isAnswer(message, denial, hit),
  );
}

const BEFORE_AN_ANSWER = ['laughter', 'wrong-chat', 'never-mind', 'joke', 'greeting'] as const;

/** "Haha no wait that was a film": a no that opens the message and is set off by a word denies what was said before. */
function isAnswer(message: Message, denial: PlacedHit, hit: PlacedHit): boolean {
  if (denial.tokenEnd - denial.tokenStart > 1 || hit.tokenStart === denial.tokenEnd) return false;
  const opening = BEFORE_AN_ANSWER.flatMap((concept) => hitsOf(message, concept));
  const isOpen = (token: number) => opening.some((one) => one.tokenStart <= token && token < one.tokenEnd);
  return Array.from({ length: denial.tokenStart }, (_, token) => token).every(isOpen);
}

/** The most that the corrected danger may still count. */
export function levelLeft(correction: Correction): Level {
  return correction.kinds
    .map((kind) => LEFT[kind])
    .reduce((low, level) => (levelRank(level) < levelRank(low) ? level : low));
}

const OF_DANGER: readonly Need[] = ['escape', 'safety-plan'];

/**
 * What remains of earlier needs, given the reasons that remain: a child that was found is not looked for; what was fiction
 * needs nothing; whoever is out of it needs no escape.
 */
export function correctNeeds(
  needs: readonly Need[],
  correction: Correction,
  left: readonly Reason[],
): readonly Need[] {
  if (correction.kinds.includes('fiction') && left.length === 0) return [];
  const gone = new Set<Need>(correction.kinds.includes('found') ? ['find-child'] : []);
  if (!left.some(({ level }) => levelRank(level) >= levelRank('urgent'))) {
    for (const need of OF_DANGER) gone.add(need);
  }
  return needs.filter((need) => !gone.has(need));
}

/** What remains of earlier reasons: each lowered to what is still true, dropped when nothing is. Order is kept. */
export function correctReasons(reasons: readonly Reason[], correction: Correction): Reason[] {
  return reasons.flatMap((reason) => {
    const kinds = correction.kinds.filter((kind) => kind !== 'fiction' || !correction.spares?.has(reason.id));
    const level = kinds.reduce((left, kind) => correctedLevel(reason, left, kind), reason.level);
    return levelRank(level) > levelRank('routine') ? [{ ...reason, level }] : [];
  });
}

function correctedLevel(reason: Reason, level: Level, kind: CorrectionKind): Level {
  if (!concerns(reason, kind)) return level;
  return levelRank(level) > levelRank(LEFT[kind]) ? LEFT[kind] : level;
}

function concerns(reason: Reason, kind: CorrectionKind): boolean {
  if (kind === 'found') return reason.kind === 'missing-child';
  if (kind === 'fiction') return true;
  return reason.kind !== 'person-asked' && reason.kind !== 'need';
}
