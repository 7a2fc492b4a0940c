// BM25+: how well each document of an index answers a question. Scores are divided by the best score any document could
// reach, so that they compare between questions.
import type { Features } from '../classify/features.js';
import { rowOf } from '../classify/vocabulary.js';
import { BEST_GAIN, GAIN_BITS, LARGEST_STEP, type SearchIndex, termsOf } from './search-index.js';

export interface SearchHit {
  readonly id: string;
  /** 0 to 1: the share of the best score that this question could reach. */
  readonly score: number;
}

/** Documents that share a term with the question, with their scores before they are normalised. */
export interface RawScores {
  /** Places in `index.ids`, in the order they were met. */
  readonly documents: Uint32Array;
  /** Of each of `documents`. */
  readonly scores: Float64Array;
  /** The best score that a document could have; 0 when the question has no terms. */
  readonly best: number;
}

/** Pairs and pieces are often unknown although the words are known: unknown terms count for less. */
const UNKNOWN_SHARE = 0.4;

/** What a term that no document has takes from the best score, of so many documents. */
export function unknownGain(documents: number): number {
  return Math.log(1 + documents + 0.5) * UNKNOWN_SHARE * BEST_GAIN;
}

/** Running sums, by document; all 0 between questions. Tens of thousands need not be cleared for a few hundred met. */
let sums = new Float64Array(0);
/** The documents met so far. */
let met = new Uint32Array(0);

function makeRoom(documents: number): void {
  if (sums.length >= documents) return;
  sums = new Float64Array(documents);
  met = new Uint32Array(documents);
}

/**
 * Scores the documents that have any of the question's terms. A term that the index does not know counts as one that no
 * document has, so that a question about something else scores low everywhere.
 */
export function sumGains(index: SearchIndex, features: Features): RawScores {
  const { vocabulary, offsets, postings, step } = index;
  makeRoom(index.ids.length);
  const unknown = unknownGain(index.ids.length);
  const terms = termsOf(features, index.pieces);
  let best = 0;
  let count = 0;
  for (let i = 0; i < terms; i++) {
    const value = features.values[i] as number;
    const row = rowOf(vocabulary, features.ids[i] as number);
    const end = row < 0 ? 0 : (offsets[row + 1] as number);
    let at = row < 0 ? 0 : (offsets[row] as number);
    if (at === end) best += value * unknown;
    let most = 0;
    for (; at < end; at++) {
      const posting = postings[at] as number;
      const gain = posting & LARGEST_STEP;
      const document = posting >>> GAIN_BITS;
      if (gain > most) most = gain;
      const before = sums[document] as number;
      if (before === 0) met[count++] = document;
      sums[document] = before + value * step * gain;
    }
    best += value * step * most;
  }
  const scored = met.slice(0, count);
  return { documents: scored, scores: taken(scored), best };
}

/** The sums of the given documents, which are 0 again afterwards. */
function taken(documents: Uint32Array): Float64Array {
  const scores = new Float64Array(documents.length);
  for (let i = 0; i < scores.length; i++) {
    const document = documents[i] as number;
    scores[i] = sums[document] as number;
    sums[document] = 0;
  }
  return scores;
}

/** The `k` best documents with a score above nothing, best first; equal scores keep the order of the documents. */
export function search(index: SearchIndex, features: Features, k: number): SearchHit[] {
  const { documents, scores, best } = sumGains(index, features);
  return Array.from(documents, (at, i) => ({
    at,
    score: (scores[i] as number) / Math.max(best, Number.MIN_VALUE),
  }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, k)
    .map(({ at, score }) => ({ id: index.ids[at] as string, score }));
}
