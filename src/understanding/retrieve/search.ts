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

/** Running sums over documents; all 0 between questions. Tens of thousands need not be cleared for a few hundred met. */
export class Finds {
  private readonly sums: Float64Array;
  private readonly met: Uint32Array;
  private count = 0;
  private best = 0;

  /** `documents`: how many there can be. */
  constructor(readonly documents: number) {
    this.sums = new Float64Array(documents);
    this.met = new Uint32Array(documents);
  }

  add(document: number, gain: number): void {
    const before = this.sums[document] as number;
    if (before === 0) this.met[this.count++] = document;
    this.sums[document] = before + gain;
  }

  /** What a term could have added at most. */
  couldBe(gain: number): void {
    this.best += gain;
  }

  /** What was found, and a clean slate. */
  take(): RawScores {
    const documents = this.met.slice(0, this.count);
    const scores = new Float64Array(documents.length);
    for (let i = 0; i < scores.length; i++) {
      const document = documents[i] as number;
      scores[i] = this.sums[document] as number;
      this.sums[document] = 0;
    }
    const { best } = this;
    this.count = 0;
    this.best = 0;
    return { documents, scores, best };
  }
}

/** One for all indexes, as large as the largest. */
let finds = new Finds(0);

/**
 * Scores the documents that have any of the question's terms. A term that the index does not know counts as one that no
 * document has, so that a question about something else scores low everywhere.
 */
export function sumGains(index: SearchIndex, features: Features): RawScores {
  const { vocabulary, offsets, postings, step } = index;
  if (finds.documents < index.ids.length) finds = new Finds(index.ids.length);
  const unknown = unknownGain(index.ids.length);
  const terms = termsOf(features, index.pieces);
  for (let i = 0; i < terms; i++) {
    const value = features.values[i] as number;
    const row = rowOf(vocabulary, features.ids[i] as number);
    const end = row < 0 ? 0 : (offsets[row + 1] as number);
    let at = row < 0 ? 0 : (offsets[row] as number);
    if (at === end) finds.couldBe(value * unknown);
    let most = 0;
    for (; at < end; at++) {
      const posting = postings[at] as number;
      const gain = posting & LARGEST_STEP;
      if (gain > most) most = gain;
      finds.add(posting >>> GAIN_BITS, value * step * gain);
    }
    finds.couldBe(value * step * most);
  }
  return finds.take();
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
