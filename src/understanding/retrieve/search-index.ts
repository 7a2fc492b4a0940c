// Builds an index for BM25+ over the same features the classifier sees (words, pairs, pieces of words, concepts), with
// weighted fields.
import type { Features } from '../classify/features.js';
import { type Vocabulary, vocabularyOf } from '../classify/vocabulary.js';

/** Texts of one document by field, in the order of `FIELD_WEIGHTS`; a field may be missing or empty. */
export interface SearchDocument {
  readonly id: string;
  readonly fields: Partial<Readonly<Record<SearchField, readonly string[]>>>;
}

export type SearchField = 'questions' | 'keywords' | 'text';

/**
 * An index. Postings of term `row` stand at `offsets[row]` to `offsets[row + 1]`: the document times 256, plus what the
 * term adds to its score in steps of `step`. A term without any is unknown.
 */
export interface SearchIndex {
  readonly ids: readonly string[];
  /** Whether pieces of words are terms; without them an index of many short texts stays small. */
  readonly pieces: boolean;
  readonly vocabulary: Vocabulary;
  readonly offsets: Uint32Array;
  readonly postings: Uint32Array;
  readonly step: number;
}

const FIELD_WEIGHTS: Readonly<Record<SearchField, number>> = { questions: 2, keywords: 1, text: 0.5 };
const FIELDS = Object.keys(FIELD_WEIGHTS) as SearchField[];
const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;
/** The plus of BM25+: what any occurrence is worth at least. */
const FLOOR = 0.5;
/** What one term can add to a document at most, before rarity. */
export const BEST_GAIN = SATURATION + 1 + FLOOR;
/** A gain is a byte; the document stands above it. */
export const GAIN_BITS = 8;
export const LARGEST_STEP = 255;
/**
 * Terms no rarer than this tell nothing and cost time: one document is kept, so that they are known. Among many documents
 * that is a term of more than a fifth of the ids: without those nine in ten postings are left out, and by our tune part
 * topics are found no worse.
 */
const LEAST_RARITY = { few: 0.1, many: 1.5 };
const MANY_DOCUMENTS = 500;
/** Of many documents a term that stands in one alone says no more than a chance word; two thirds of all terms are such. */
const LEAST_DOCUMENTS = { few: 1, many: 2 };

type Read = (text: string) => Features;

/** Occurrences of each term in each document, already weighted by field and length. */
interface Occurrences {
  readonly byTerm: Map<number, Map<number, number>>;
}

/** How many of the features are terms of an index. */
export function termsOf(features: Features, pieces: boolean): number {
  return pieces ? features.pairs : features.pieces;
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
  const size = documents.length < MANY_DOCUMENTS ? 'few' : 'many';
  const least = LEAST_RARITY[size];
  return [...byTerm]
    .filter(([, postings]) => postings.size >= LEAST_DOCUMENTS[size])
    .sort(([a], [b]) => a - b)
    .map(([id, postings]) => {
      const spread = new Set([...postings.keys()].map((at) => documents[at]?.id)).size;
      const rarity = rarityOf(spread, total);
      const gains = [...postings].map(([at, weight]) => [at, rarity * gainOf(weight)] as const);
      return { id, postings: rarity < least ? gains.slice(0, 1) : gains };
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
    postings: new Uint32Array(total),
    step: (BEST_GAIN * rarityOf(1, new Set(documents.map(({ id }) => id)).size)) / LARGEST_STEP,
  };
  let at = 0;
  terms.forEach(({ postings }, row) => {
    for (const [document, gain] of postings) {
      const steps = Math.max(1, Math.min(LARGEST_STEP, Math.round(gain / index.step)));
      index.postings[at++] = (document << GAIN_BITS) + steps;
    }
    index.offsets[row + 1] = at;
  });
  return index;
}
