// Concepts as features: that they were said, how each was meant, and which were said together. They carry what is learnt
// in one language to all others.
import type { ConceptHit } from '../concepts/concept-matcher.js';
import { FRAME } from '../frames/frames.js';
import type { Tokens } from '../tokens.js';
import { add, hashOf, join, KIND, ofKind } from './feature-draft.js';

/** How much each kind weighs before the whole message is brought to a common length. */
const WEIGHT = { concept: 1.2, framed: 1, inClause: 1, inMessage: 1 };
const SEED = { concept: 0x38b34ae5, framed: 0x5bd1e995, inClause: 0x7feb352d, inMessage: 0x165667b1 };
const MOST_HITS = 80;
/** More concepts than this in one message are not paired. */
const MOST_PAIRED = 24;
/** What turns a meaning around; who is meant, and that it is now, does not. */
const TURNING = ~(FRAME.self | FRAME.now);
const FRAME_BITS = Object.values(FRAME);

/** Adds the features of all hits; the first 80 of a very long message. `frames` are those of `frameHits`. */
export function addConceptFeatures(tokens: Tokens, hits: readonly ConceptHit[], frames: Uint16Array): void {
  const used = hits.slice(0, MOST_HITS);
  const hashes = used.map((hit) => hashOf(hit.concept, SEED.concept));
  const seen = new Set<number>();
  const addOnce = (id: number, value: number, { tokenStart, tokenEnd }: ConceptHit) => {
    if (seen.has(id)) return;
    seen.add(id);
    add(ofKind(KIND.concept, id), value, tokenStart, tokenEnd);
  };
  used.forEach((hit, i) => {
    addOnce(hashes[i] as number, WEIGHT.concept, hit);
    for (const meant of meanings(frames[i] as number)) {
      addOnce(join(hashes[i] as number, meant, SEED.framed), WEIGHT.framed, hit);
    }
  });
  addPairsInClause(tokens, used, hashes);
  addPairsInMessage(used, hashes);
}

/** "A gun in a game", "a gun now": all turning frames together, each of several, and now. */
function meanings(frames: number): number[] {
  const turning = frames & TURNING;
  const single = FRAME_BITS.filter((bit) => (turning & bit) !== 0);
  return [turning, ...(single.length > 1 ? single : []), ...((frames & FRAME.now) !== 0 ? [FRAME.now] : [])];
}

/** Two concepts in one clause, in the order they were said. */
function addPairsInClause(tokens: Tokens, hits: readonly ConceptHit[], hashes: readonly number[]): void {
  const pairs = new Set<number>();
  for (let i = 0; i < hits.length; i++) {
    const first = hits[i] as ConceptHit;
    for (let k = i + 1; k < hits.length; k++) {
      const second = hits[k] as ConceptHit;
      if (tokens.clause[first.tokenStart] !== tokens.clause[second.tokenStart]) break;
      const id = join(hashes[i] as number, hashes[k] as number, SEED.inClause);
      if (hashes[i] === hashes[k] || pairs.has(id)) continue;
      pairs.add(id);
      add(
        ofKind(KIND.concept, id),
        WEIGHT.inClause,
        first.tokenStart,
        Math.max(first.tokenEnd, second.tokenEnd),
      );
    }
  }
}

/** Two concepts anywhere in the message, in no order. */
function addPairsInMessage(hits: readonly ConceptHit[], hashes: readonly number[]): void {
  const firsts = hits.filter((_, i) => hashes.indexOf(hashes[i] as number) === i).slice(0, MOST_PAIRED);
  const ids = firsts.map((hit) => hashes[hits.indexOf(hit)] as number);
  for (let i = 0; i < ids.length; i++) {
    for (let k = i + 1; k < ids.length; k++) {
      const [low, high] = [
        Math.min(ids[i] as number, ids[k] as number),
        Math.max(ids[i] as number, ids[k] as number),
      ];
      const first = firsts[i] as ConceptHit;
      const id = ofKind(KIND.concept, join(low, high, SEED.inMessage));
      add(id, WEIGHT.inMessage, first.tokenStart, first.tokenEnd);
    }
  }
}
