// Everyday words by what they mean, the same in every language: "me voy" and "I'm leaving" are one feature. Two side by side
// are one too, and two anywhere in the message: what is learnt in one language holds in all.
import type { ConceptHit } from '../concepts/concept-matcher.js';
import type { Tokens } from '../tokens.js';
import { add, hashOf, join, KIND, ofKind } from './feature-draft.js';

/** How much each weighs before the whole message is brought to a common length. */
const WEIGHT = { meaning: 1, beside: 0.8, together: 0.6 };
const SEED = { meaning: 0x3c6ef372, beside: 0x510e527f, together: 0x1f83d9ab };
const MOST_HITS = 160;
/** Only the first so many different meanings of a message are paired. */
const MOST_PAIRED = 24;

/** What a message says word by word. */
export interface ToldMeanings {
  readonly hits: readonly ConceptHit[];
  readonly hashes: readonly number[];
}

/** Of all hits those that stand in no longer one; the first 160 of a very long message. */
export function toldMeanings(all: readonly ConceptHit[]): ToldMeanings {
  const hits = outermost(all).slice(0, MOST_HITS);
  return { hits, hashes: hits.map(({ concept }) => hashOf(concept, SEED.meaning)) };
}

/** Adds each meaning, and two side by side. */
export function addMeanings(tokens: Tokens, { hits: told, hashes }: ToldMeanings): void {
  const seen = new Set<number>();
  const addOnce = (id: number, value: number, from: number, to: number) => {
    if (seen.has(id)) return;
    seen.add(id);
    add(ofKind(KIND.meaning, id), value, from, to);
  };
  told.forEach(({ tokenStart, tokenEnd }, i) => {
    addOnce(hashes[i] as number, WEIGHT.meaning, tokenStart, tokenEnd);
    for (let k = i + 1; k < told.length && isUpTo(told[k], tokenEnd); k++) {
      const next = told[k] as ConceptHit;
      if (next.tokenStart < tokenEnd || tokens.clause[next.tokenStart] !== tokens.clause[tokenStart])
        continue;
      const id = join(hashes[i] as number, hashes[k] as number, SEED.beside);
      addOnce(id, WEIGHT.beside, tokenStart, next.tokenEnd);
    }
  });
}

function isUpTo(hit: ConceptHit | undefined, token: number): boolean {
  return hit !== undefined && hit.tokenStart <= token;
}

/** Adds two different meanings anywhere in the message, in no order. */
export function addMeaningPairs({ hits: told, hashes }: ToldMeanings): void {
  const firsts = [...new Map(hashes.map((hash, i) => [hash, i] as const).reverse()).values()].sort(
    (a, b) => a - b,
  );
  const paired = firsts.slice(0, MOST_PAIRED);
  for (let i = 0; i < paired.length; i++) {
    const { tokenStart, tokenEnd } = told[paired[i] as number] as ConceptHit;
    const left = hashes[paired[i] as number] as number;
    for (let k = i + 1; k < paired.length; k++) {
      const right = hashes[paired[k] as number] as number;
      const id = join(Math.min(left, right), Math.max(left, right), SEED.together);
      add(ofKind(KIND.meaning, id), WEIGHT.together, tokenStart, tokenEnd);
    }
  }
}

/** Hits by place, longer first: what stands within a longer one is left out. */
function outermost(hits: readonly ConceptHit[]): ConceptHit[] {
  const kept: ConceptHit[] = [];
  let widest: ConceptHit | undefined;
  for (const hit of hits) {
    const isWithin = widest !== undefined && hit.tokenEnd <= widest.tokenEnd;
    const isSamePlace = isWithin && hit.tokenStart === widest?.tokenStart && hit.tokenEnd === widest.tokenEnd;
    if (isWithin && !isSamePlace) continue;
    kept.push(hit);
    widest = hit;
  }
  return kept;
}
