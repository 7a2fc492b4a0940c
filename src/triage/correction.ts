// Corrections: a new fact that makes an earlier danger untrue ("that was last year", "she came home", "it is a film").
// "Never mind", "it's fine", thanks and silence are none: the phone may be in another hand.
import { type Level, levelRank, type Reason } from '../core/index.js';
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
    .map((kind) => ({ kind, hit: correctingHit(message, kind) }))
    .filter((one): one is { kind: CorrectionKind; hit: PlacedHit } => one.hit !== undefined);
  if (told.length === 0) return null;
  return { kinds: told.map((one) => one.kind), start: Math.min(...told.map((one) => one.hit.start)) };
}

function correctingHit(message: Message, kind: CorrectionKind): PlacedHit | undefined {
  const hit = hitsOf(message, SAYS[kind]).find((one) => isStated(message, one));
  if (hit || kind !== 'fiction') return hit;
  const wrongChat = hitsOf(message, 'wrong-chat')[0];
  return EXPLAINS.some((concept) => message.byConcept.has(concept)) ? wrongChat : undefined;
}

/** "Has she come home?" and "he has not been arrested" correct nothing. */
function isStated(message: Message, hit: PlacedHit): boolean {
  if (message.asks[hit.sentence]) return false;
  return !hitsOf(message, 'negation').some(
    (denial) =>
      denial.segment === hit.segment &&
      denial.tokenEnd <= hit.tokenStart &&
      hit.tokenStart - denial.tokenEnd <= 2,
  );
}

/** The most that the corrected danger may still count. */
export function levelLeft(correction: Correction): Level {
  return correction.kinds
    .map((kind) => LEFT[kind])
    .reduce((low, level) => (levelRank(level) < levelRank(low) ? level : low));
}

/** What remains of earlier reasons: each lowered to what is still true, dropped when nothing is. Order is kept. */
export function correctReasons(reasons: readonly Reason[], correction: Correction): Reason[] {
  return reasons.flatMap((reason) => {
    const level = correction.kinds.reduce((left, kind) => correctedLevel(reason, left, kind), reason.level);
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
