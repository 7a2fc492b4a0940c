// Measures search alone on any collection of documents and judged queries.
import { readPlain } from './read-plain.js';
import { search } from './search.js';
import { buildIndex } from './search-index.js';

/** A document as `text`, or as `question` with `answer`. */
export interface RankingDocument {
  readonly id: string;
  readonly text?: string;
  readonly question?: string;
  readonly answer?: string;
}

export interface RankingQuery {
  readonly text: string;
  /** Ids of the documents that answer it. */
  readonly relevant: readonly string[];
}

/** Means over all queries, 0 to 1. */
export interface RankingFigures {
  readonly map: number;
  readonly ndcg10: number;
  readonly p5: number;
  readonly mrr: number;
  readonly microsecondsPerQuery: number;
}

const DEPTH = 1000;

function averagePrecision(found: readonly boolean[], relevant: number): number {
  let hits = 0;
  let sum = 0;
  found.forEach((isRelevant, i) => {
    if (!isRelevant) return;
    hits++;
    sum += hits / (i + 1);
  });
  return relevant === 0 ? 0 : sum / relevant;
}

function gainAt10(found: readonly boolean[], relevant: number): number {
  const discount = (i: number) => 1 / Math.log2(i + 2);
  const gained = found.slice(0, 10).reduce((sum, isRelevant, i) => sum + (isRelevant ? discount(i) : 0), 0);
  let best = 0;
  for (let i = 0; i < Math.min(10, relevant); i++) best += discount(i);
  return best === 0 ? 0 : gained / best;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Indexes the documents, asks all queries, compares with what is relevant. */
export function evaluateRanking(
  documents: readonly RankingDocument[],
  queries: readonly RankingQuery[],
): RankingFigures {
  const index = buildIndex(
    documents.map((document) => ({
      id: document.id,
      fields: {
        questions: document.question === undefined ? [] : [document.question],
        text: [document.text ?? document.answer ?? ''].filter((text) => text !== ''),
      },
    })),
    readPlain,
  );
  const startedAt = performance.now();
  const rankings = queries.map((query) => search(index, readPlain(query.text), DEPTH));
  const elapsedMs = performance.now() - startedAt;
  const judged = rankings.map((hits, i) => {
    const relevant = new Set(queries[i]?.relevant);
    return { found: hits.map((hit) => relevant.has(hit.id)), total: relevant.size };
  });
  return {
    map: mean(judged.map(({ found, total }) => averagePrecision(found, total))),
    ndcg10: mean(judged.map(({ found, total }) => gainAt10(found, total))),
    p5: mean(judged.map(({ found }) => found.slice(0, 5).filter(Boolean).length / 5)),
    mrr: mean(judged.map(({ found }) => (found.includes(true) ? 1 / (found.indexOf(true) + 1) : 0))),
    microsecondsPerQuery: (elapsedMs * 1000) / Math.max(1, queries.length),
  };
}
