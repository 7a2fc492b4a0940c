// What the classifier sees of a message: hashed words, word pairs, pieces of words, its concepts as they are meant, and what
// its everyday words mean.
// Each feature knows which tokens it came from, so that a verdict can show where it looked.
import type { ConceptHit } from '../concepts/concept-matcher.js';
import { isIdeographToken, type Tokens } from '../tokens.js';
import { addConceptFeatures } from './concept-features.js';
import { add, avalanche, draft, hashOf, join, KIND, ofKind } from './feature-draft.js';
import { addMeaningPairs, addMeanings, toldMeanings } from './meaning-features.js';

const { imul } = Math;

/** Features as parallel lists. `ids` are unsigned 32-bit hashes; a feature spans tokens `from` to `to` (end exclusive). */
export interface Features {
  readonly count: number;
  /** Features before this one are whole words, pairs of words, concepts and meanings; pieces of words follow. */
  readonly pieces: number;
  /** From here on stand pairs of meanings, which no search looks for. */
  readonly pairs: number;
  readonly ids: Uint32Array;
  readonly values: Float32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
}

/** How much each kind of feature weighs before the whole is brought to a common length. */
const WEIGHT = { word: 1, pair: 0.8, triple: 0.4, piece: 0.25 };
const SEED = {
  word: 0x51ed270b,
  pair: 0x2545f491,
  triple: 0x1a2b3c4d,
  piece: 0x1b873593,
};

/** Numbers are one word by their length: their digits tell nothing that was learnt. */
function wordHash(word: string): number {
  if (/^\d{3,}$/.test(word)) return hashOf('#'.repeat(Math.min(6, word.length)), SEED.word);
  return hashOf(word, SEED.word);
}

function addWords(tokens: Tokens, hashes: Uint32Array): void {
  let ideographs = 0;
  for (let i = 0; i < tokens.count; i++) {
    const hash = hashes[i] as number;
    const sameClause = i > 0 && tokens.clause[i] === tokens.clause[i - 1];
    const ideograph = isIdeographToken(tokens.words[i] as string);
    ideographs = ideograph ? (sameClause ? ideographs + 1 : 1) : 0;
    addWord(hash, WEIGHT.word, i, i + 1);
    if (sameClause) addWord(join(hashes[i - 1] as number, hash, SEED.pair), WEIGHT.pair, i - 1, i + 1);
    if (ideographs >= 3) addTriple(hashes, i);
  }
}

/** A Chinese word is one to four signs, and each sign is a token: three in a row say what a pair of words says. */
function addTriple(hashes: Uint32Array, last: number): void {
  const first = join(hashes[last - 2] as number, hashes[last - 1] as number, SEED.triple);
  addWord(join(first, hashes[last] as number, SEED.triple), WEIGHT.triple, last - 2, last + 1);
}

function addWord(hash: number, value: number, from: number, to: number): void {
  add(ofKind(KIND.word, hash), value, from, to);
}

/** Lengths of pieces in characters, edges counted. A sign that is a syllable says as much as two letters. */
const PIECES = {
  letters: { shortestWord: 3, shortest: 3, longest: 5 },
  syllables: { shortestWord: 2, shortest: 2, longest: 4 },
};
const EDGE = 0x3c;

/** Korean and Ethiopic signs. */
function isSyllable(unit: number): boolean {
  return (unit >= 0xac00 && unit <= 0xd7af) || (unit >= 0x1200 && unit <= 0x139f);
}

/** Pieces inside a word with its edges. */
function addPieces(word: string, index: number): void {
  const { shortestWord, shortest, longest } = isSyllable(word.charCodeAt(0))
    ? PIECES.syllables
    : PIECES.letters;
  if (word.length < shortestWord || isIdeographToken(word)) return;
  const value = WEIGHT.piece / Math.sqrt(Math.max(1, word.length / 4));
  for (let from = -1; from + shortest <= word.length + 1; from++) {
    let hash = SEED.piece;
    const most = Math.min(longest, word.length + 1 - from);
    for (let size = 1; size <= most; size++) {
      const at = from + size - 1;
      hash = imul(hash ^ (at < 0 || at === word.length ? EDGE : word.charCodeAt(at)), 0x01000193);
      if (size >= shortest) add(ofKind(KIND.piece, avalanche(hash + size)), value, index, index + 1);
    }
  }
}

/**
 * Long messages are damped: a danger told in one sentence of ten must still weigh. 0 keeps every feature at its own
 * weight, 1 brings all messages to length one.
 */
const LENGTH_DAMPING = 0.55;

function normalise(values: Float32Array, count: number): void {
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i] as number) ** 2;
  if (squares === 0) return;
  const factor = 1 / squares ** (LENGTH_DAMPING / 2);
  for (let i = 0; i < count; i++) values[i] = (values[i] as number) * factor;
}

/**
 * The features of one message: `hits` are its concepts, `frames` how each is meant (`frameHits`), `meanings` what its
 * everyday words mean. An empty message has none. The same input always gives the same features.
 */
export function extractFeatures(
  tokens: Tokens,
  hits: readonly ConceptHit[] = [],
  frames: Uint16Array = new Uint16Array(hits.length),
  meanings: readonly ConceptHit[] = [],
): Features {
  draft.count = 0;
  addWords(tokens, Uint32Array.from(tokens.words, wordHash));
  // Before the pieces: of a very long message these must not be the ones left out.
  addConceptFeatures(tokens, hits, frames);
  const told = toldMeanings(meanings);
  addMeanings(tokens, told);
  const pieces = draft.count;
  for (let i = 0; i < tokens.count; i++) addPieces(tokens.words[i] as string, i);
  const pairs = draft.count;
  addMeaningPairs(told);
  const { count } = draft;
  normalise(draft.values, count);
  return {
    count,
    pieces,
    pairs,
    ids: draft.ids.slice(0, count),
    values: draft.values.slice(0, count),
    from: draft.from.slice(0, count),
    to: draft.to.slice(0, count),
  };
}

/** The same without pairs of meanings: topics are told by what is named, not by what stands together. */
export function withoutPairs({ pieces, pairs, ids, values, from, to }: Features): Features {
  return {
    ...{ count: pairs, pieces, pairs },
    ids: ids.subarray(0, pairs),
    values: values.subarray(0, pairs),
    from: from.subarray(0, pairs),
    to: to.subarray(0, pairs),
  };
}
