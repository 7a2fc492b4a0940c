// Measures the classifier and search on any label set. The threshold is the one training chose; the test is only scored.

import type { TrainOptions } from '../classify/train.js';
import { readPlain } from './read-plain.js';
import { type Retrieved, retrieve } from './retrieval.js';
import type { RetrievalRow } from './train-retrieval.js';
import { trainRetrieval } from './train-retrieval.js';

/** Shares from 0 to 1; `null` where no out-of-scope questions were given. */
export interface IntentFigures {
  /** In-scope questions ranked rightly and not turned away. */
  readonly inScopeAccuracy: number;
  /** Out-of-scope questions turned away. */
  readonly outOfScopeRecall: number | null;
  readonly threshold: number;
  /** How well the in-scope probability separates the two, whatever the threshold. */
  readonly auroc: number | null;
  readonly accuracyWithoutThreshold: number;
  readonly microsecondsPerText: number;
}

/** Area under the curve from scores of both kinds; ties count half. */
export function areaUnderCurve(positive: readonly number[], negative: readonly number[]): number {
  const all = [
    ...positive.map((score) => ({ score, positive: 1 })),
    ...negative.map((score) => ({ score, positive: 0 })),
  ];
  all.sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to++;
    const rank = (from + to + 1) / 2;
    for (let i = from; i < to; i++) rankSum += rank * (all[i]?.positive ?? 0);
    from = to;
  }
  const pairs = positive.length * negative.length;
  return pairs === 0 ? 0 : (rankSum - (positive.length * (positive.length + 1)) / 2) / pairs;
}

function shareOf<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(holds).length / list.length;
}

/**
 * Trains on `train` and scores `test` and the out-of-scope texts. Nothing of `test` or `oos` is used to fit anything.
 * The time includes folding and features.
 */
export function evaluateIntents(
  train: readonly RetrievalRow[],
  test: readonly RetrievalRow[],
  options: { readonly oos?: readonly { readonly text: string }[]; readonly training?: TrainOptions } = {},
): IntentFigures {
  const retrieval = trainRetrieval({
    rows: train,
    documents: [],
    read: readPlain,
    options: options.training ?? {},
  });
  const ask = (text: string): Retrieved => retrieve(retrieval, readPlain(text));
  const startedAt = performance.now();
  const inScope = test.map((row) => ({ label: row.label, found: ask(row.text) }));
  const outOfScope = (options.oos ?? []).map((row) => ask(row.text));
  const elapsedMs = performance.now() - startedAt;
  const isRight = (one: (typeof inScope)[number]) => one.found.ranking[0]?.id === one.label;
  const isTaken = (found: Retrieved) => found.inScope >= retrieval.threshold;
  const given = outOfScope.length > 0;
  return {
    inScopeAccuracy: shareOf(inScope, (one) => isRight(one) && isTaken(one.found)),
    outOfScopeRecall: given ? shareOf(outOfScope, (found) => !isTaken(found)) : null,
    threshold: retrieval.threshold,
    auroc: given
      ? areaUnderCurve(
          inScope.map((one) => one.found.inScope),
          outOfScope.map((found) => found.inScope),
        )
      : null,
    accuracyWithoutThreshold: shareOf(inScope, isRight),
    microsecondsPerText: (elapsedMs * 1000) / Math.max(1, test.length + outOfScope.length),
  };
}
