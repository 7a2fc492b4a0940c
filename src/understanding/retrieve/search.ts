// BM25+ over the same features the classifier sees (words, pairs, pieces of words, concepts), with weighted fields.
// Scores are divided by the best score any document could reach, so that they compare between questions.
import type { Features } from '../classify/features.js';
import { rowsOf, type Vocabulary, vocabularyOf } from '../classify/vocabulary.js';

/** Texts of one document by field, in the order of `FIELD_WEIGHTS`; a field may be missing or empty. */
export interface SearchDocument {
  readonly id: string;
  readonly fields: Partial<Readonly<Record<SearchField, readonly string[]>>>;
}

export type SearchField = 'questions' | 'keywords' | 'text';

/** An index. Postings of term `row` stand at `offsets[row]` to `offsets[row + 1]` of `documents` and `gains`; a
 * term without any is unknown. */
export interface SearchIndex {
  readonly ids: readonly string[];
  /** Whether pieces of words are terms; without them an index of many short texts stays small. */
  readonly pieces: boolean;
  readonly vocabulary: Vocabulary;
  readonly offsets: Uint32Array;
  readonly documents: Uint16Array | Uint32Array;
  /** What the term adds to the document's score, in steps of `step`. */
  readonly gains: Uint8Array;
  readonly step: number;
}

export interface SearchHit {
  readonly id: string;
  /** 0 to 1: the share of the best score that this question could reach. */
  readonly score: number;
}

const FIELD_WEIGHTS: Readonly<Record<SearchField, number>> = { questions: 2, keywords: 1, text: 0.5 };
const FIELDS = Object.keys(FIELD_WEIGHTS) as SearchField[];
const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;
/** The plus of BM25+: what any occurrence is worth at least. */
const FLOOR = 0.5;
const BEST_GAIN = SATURATION + 1 + FLOOR;
const LARGEST_STEP = 255;
/** Terms that are no rarer than this tell nothing and cost time: one document is kept, so that they are known. */
const LEAST_RARITY = 0.1;

type Read = (text: string) => Features;

/** Occurrences of each term in each document, already weighted by field and length. */
interface Occurrences {
  readonly byTerm: Map<number, Map<number, number>>;
}

/** How many of the features are terms of an index. */
function termsOf(features: Features, pieces: boolean): number {
  return pieces ? features.count : features.pieces;
}

function fieldLengths(documents: readonly Features[][][], pieces: boolean): number[] {
  return FIELDS.map((_, field) => {
    const lengths = documents.map((fields) =>
      (fields[field] ?? []).reduce((sum, text) => sum + termsOf(text, pieces), 0),
    );
    const filled = lengths.filter((length) => length > 0);
    return filled.reduce((sum, length) => sum + length, 0) / Math.max(1, filled.length);
  });
}

function countTerms(documents: readonly Features[][][], pieces: boolean): Occurrences {
  const averages = fieldLengths(documents, pieces);
  const byTerm = new Map<number, Map<number, number>>();
  documents.forEach((fields, document) => {
    FIELDS.forEach((field, at) => {
      const texts = fields[at] ?? [];
      const length = texts.reduce((sum, text) => sum + termsOf(text, pieces), 0);
      const evenness = 1 - LENGTH_SHARE + (LENGTH_SHARE * length) / Math.max(1, averages[at] as number);
      const step = FIELD_WEIGHTS[field] / evenness;
      for (const text of texts) {
        for (const id of text.ids.subarray(0, termsOf(text, pieces))) addTo(byTerm, id, document, step);
      }
    });
  });
  return { byTerm };
}

function addTo(byTerm: Map<number, Map<number, number>>, id: number, document: number, step: number): void {
  const postings = byTerm.get(id) ?? new Map<number, number>();
  byTerm.set(id, postings);
  postings.set(document, (postings.get(document) ?? 0) + step);
}

/** How rare a term is that stands in documents of `count` of so many ids. */
function rarityOf(count: number, ids: number): number {
  return Math.log(1 + (ids - count + 0.5) / (count + 0.5));
}

interface Term {
  readonly id: number;
  /** Document and gain, rarity included. */
  readonly postings: readonly (readonly [number, number])[];
}

/**
 * Rarity counts ids, not documents: where a topic has a document in each language, a word that one language uses in all
 * its topics is as common there as "the".
 */
function weighTerms(documents: readonly SearchDocument[], { byTerm }: Occurrences): Term[] {
  const total = new Set(documents.map(({ id }) => id)).size;
  return [...byTerm]
    .sort(([a], [b]) => a - b)
    .map(([id, postings]) => {
      const spread = new Set([...postings.keys()].map((at) => documents[at]?.id)).size;
      const rarity = rarityOf(spread, total);
      const gains = [...postings].map(([at, weight]) => [at, rarity * gainOf(weight)] as const);
      return { id, postings: rarity < LEAST_RARITY ? gains.slice(0, 1) : gains };
    });
}

function gainOf(weight: number): number {
  return (weight * (SATURATION + 1)) / (weight + SATURATION) + FLOOR;
}

/** Builds an index; `read` makes features of a text. The same documents give the same index. */
export function buildIndex(documents: readonly SearchDocument[], read: Read, pieces = true): SearchIndex {
  const texts = documents.map(({ fields }) => FIELDS.map((field) => (fields[field] ?? []).map(read)));
  const terms = weighTerms(documents, countTerms(texts, pieces));
  const total = terms.reduce((sum, { postings }) => sum + postings.length, 0);
  const index = {
    ids: documents.map((document) => document.id),
    pieces,
    vocabulary: vocabularyOf(Uint32Array.from(terms, ({ id }) => id)),
    offsets: new Uint32Array(terms.length + 1),
    documents: documents.length <= 65_536 ? new Uint16Array(total) : new Uint32Array(total),
    gains: new Uint8Array(total),
    step: (BEST_GAIN * rarityOf(1, documents.length)) / LARGEST_STEP,
  };
  let at = 0;
  terms.forEach(({ postings }, row) => {
    for (const [document, gain] of postings) {
      index.documents[at] = document;
      index.gains[at] = Math.max(1, Math.round(gain / index.step));
      at++;
    }
    index.offsets[row + 1] = at;
  });
  return index;
}

/** Scores of all documents before they are normalised, in the order of `index.ids`, and the best that one could have. */
export interface RawScores {
  readonly scores: Float64Array;
  /** 0 when the question has no terms. */
  readonly best: number;
}

/**
 * Scores all documents. A term that the index does not know counts as one that no document has, so that a question
 * about something else scores low everywhere.
 */
export function sumGains(index: SearchIndex, features: Features): RawScores {
  const { vocabulary, offsets, documents, gains, step } = index;
  const scores = new Float64Array(index.ids.length);
  const unknown = Math.log(1 + index.ids.length + 0.5) * UNKNOWN_SHARE * BEST_GAIN;
  const rows = rowsOf(vocabulary, features);
  let best = 0;
  const terms = termsOf(features, index.pieces);
  for (let i = 0; i < terms; i++) {
    const value = features.values[i] as number;
    const row = rows[i] as number;
    const end = row < 0 ? 0 : (offsets[row + 1] as number);
    let at = row < 0 ? 0 : (offsets[row] as number);
    if (at === end) best += value * unknown;
    let most = 0;
    for (; at < end; at++) {
      const gain = gains[at] as number;
      if (gain > most) most = gain;
      const document = documents[at] as number;
      scores[document] = (scores[document] as number) + value * step * gain;
    }
    best += value * step * most;
  }
  return { scores, best };
}

/** Normalised scores of all documents, in the order of `index.ids`: 0 to 1. */
export function scoreDocuments(index: SearchIndex, features: Features): Float64Array {
  const { scores, best } = sumGains(index, features);
  if (best > 0) for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / best;
  return scores;
}

/** Pairs and pieces are often unknown although the words are known: unknown terms count for less. */
const UNKNOWN_SHARE = 0.4;

/** The `k` best documents with a score above nothing, best first; equal scores keep the order of the documents. */
export function search(index: SearchIndex, features: Features, k: number): SearchHit[] {
  const scores = scoreDocuments(index, features);
  const hits: { id: string; score: number; at: number }[] = [];
  let floor = 0;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (score <= floor) continue;
    hits.push({ id: index.ids[at] as string, score, at });
    if (hits.length < k * 2 + 16) continue;
    hits.sort((a, b) => b.score - a.score || a.at - b.at);
    hits.length = k;
    floor = hits[k - 1]?.score ?? 0;
  }
  hits.sort((a, b) => b.score - a.score || a.at - b.at);
  return hits.slice(0, k).map(({ id, score }) => ({ id, score }));
}
