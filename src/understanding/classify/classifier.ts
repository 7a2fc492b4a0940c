// The classifier in use: weights in one byte each, probabilities brought to an honest scale, and where it looked.
import { originalSpan } from '../folding/fold.js';
import type { Tokens } from '../tokens.js';
import type { Features } from './features.js';
import { softmax, type TrainedWeights, type TrainingRow, type TrainOptions, trainWeights } from './train.js';
import { idsOf, rowOf, type Vocabulary, vocabularyOf } from './vocabulary.js';

const { log, max, round, abs } = Math;

/** A trained classifier. `weights[row * labels.length + label] * scales[label]` is a weight. */
export interface Classifier {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  /** Scores are divided by this before they become probabilities; fitted on messages that were held out. */
  readonly temperature: number;
}

export interface Prediction {
  /** The likeliest label; empty if the classifier has none. */
  readonly label: string;
  readonly p: number;
  /** All labels, likeliest first. */
  readonly ranking: readonly { readonly label: string; readonly p: number }[];
}

/** A place that pushed a label: offsets in the original text (end exclusive) and how hard it pushed. */
export interface Weighty {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly weight: number;
}

const LARGEST = 127;

function quantise(trained: TrainedWeights, temperature: number): Classifier {
  const width = trained.labels.length;
  const scales = new Float32Array(width).fill(1e-9);
  trained.weights.forEach((weight, i) => {
    scales[i % width] = max(scales[i % width] as number, abs(weight) / LARGEST);
  });
  const weights = Int8Array.from(trained.weights, (weight, i) =>
    round(weight / (scales[i % width] as number)),
  );
  return {
    ...withoutIdle(trained.vocabulary, weights, width),
    labels: trained.labels,
    scales,
    bias: trained.bias,
    temperature,
  };
}

/** Weights up to this many steps of 127 move nothing. */
const IDLE = 3;

/** Features whose weights are all next to nothing are dropped. */
function withoutIdle(
  vocabulary: Vocabulary,
  weights: Int8Array,
  width: number,
): { vocabulary: Vocabulary; weights: Int8Array } {
  const ids = idsOf(vocabulary);
  const rows = [...ids.keys()].filter((row) => {
    for (let i = row * width; i < (row + 1) * width; i++) if (abs(weights[i] as number) > IDLE) return true;
    return false;
  });
  const kept = new Int8Array(rows.length * width);
  rows.forEach((row, i) => {
    kept.set(weights.subarray(row * width, (row + 1) * width), i * width);
  });
  return { vocabulary: vocabularyOf(rows.map((row) => ids[row] as number)), weights: kept };
}

function scoresOf(classifier: Classifier, features: Features): Float64Array {
  const { weights, scales, bias, vocabulary } = classifier;
  const width = classifier.labels.length;
  const sums = new Float64Array(width);
  for (let i = 0; i < features.count; i++) {
    const row = rowOf(vocabulary, features.ids[i] as number);
    if (row < 0) continue;
    const base = row * width;
    const value = features.values[i] as number;
    for (let label = 0; label < width; label++)
      sums[label] = (sums[label] as number) + value * (weights[base + label] as number);
  }
  for (let label = 0; label < width; label++) {
    sums[label] =
      ((sums[label] as number) * (scales[label] as number) + (bias[label] as number)) /
      classifier.temperature;
  }
  return sums;
}

/** Probabilities in the order of `classifier.labels`. */
export function probabilities(classifier: Classifier, features: Features): Float64Array {
  const scores = scoresOf(classifier, features);
  softmax(scores);
  return scores;
}

/** The labels of a message, likeliest first. Without any known feature the ranking is that of the training data. */
export function predict(classifier: Classifier, features: Features): Prediction {
  const shares = probabilities(classifier, features);
  const ranking = classifier.labels
    .map((label, i) => ({ label, p: shares[i] as number }))
    .sort((a, b) => b.p - a.p);
  return { label: ranking[0]?.label ?? '', p: ranking[0]?.p ?? 0, ranking };
}

/**
 * The places that spoke most for `label` against the other labels, strongest first, at most `most`. Empty when nothing
 * in the message spoke for it.
 */
export function weightiest(
  classifier: Classifier,
  features: Features,
  options: { readonly tokens: Tokens; readonly label: string; readonly most?: number },
): Weighty[] {
  const label = classifier.labels.indexOf(options.label);
  if (label < 0) return [];
  const places = new Map<number, number>();
  for (let i = 0; i < features.count; i++) {
    const push = pushOf(classifier, features, i, label);
    if (push === 0) continue;
    const place = (features.from[i] as number) * 65536 + (features.to[i] as number);
    places.set(place, (places.get(place) ?? 0) + push);
  }
  return [...places]
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, options.most ?? 5)
    .map(([place, weight]) => toWeighty(options.tokens, Math.floor(place / 65536), place % 65536, weight));
}

/** How much feature `i` speaks for the label above the average of all labels. */
function pushOf(classifier: Classifier, features: Features, i: number, label: number): number {
  const row = rowOf(classifier.vocabulary, features.ids[i] as number);
  if (row < 0) return 0;
  const width = classifier.labels.length;
  const weightOf = (at: number) =>
    (classifier.weights[row * width + at] as number) * (classifier.scales[at] as number);
  let mean = 0;
  for (let at = 0; at < width; at++) mean += weightOf(at) / width;
  return (features.values[i] as number) * (weightOf(label) - mean);
}

function toWeighty(tokens: Tokens, from: number, to: number, weight: number): Weighty {
  const { start, end } = originalSpan(tokens.folded, tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0);
  return { start, end, text: tokens.folded.original.slice(start, end), weight };
}

/** The temperature at which the held-out rows are likeliest; 1 when there are none. */
function fitTemperature(trained: TrainedWeights, heldOut: readonly TrainingRow[]): number {
  const rough = quantise(trained, 1);
  const scored = heldOut
    .map((row) => ({ scores: scoresOf(rough, row.features), label: rough.labels.indexOf(row.label) }))
    .filter((row) => row.label >= 0);
  if (scored.length === 0) return 1;
  const loss = (temperature: number) =>
    scored.reduce((sum, { scores, label }) => {
      const shares = scores.map((score) => score / temperature);
      softmax(shares);
      return sum - log(max(1e-9, shares[label] as number));
    }, 0);
  const candidates = Array.from({ length: 33 }, (_, i) => 0.25 * 2 ** (i / 8));
  return candidates.reduce((best, candidate) => (loss(candidate) < loss(best) ? candidate : best), 1);
}

/** Every `CALIBRATION_SHARE`-th row is held out to fit the temperature; then all rows are learnt. */
const CALIBRATION_SHARE = 8;

/** Trains a classifier with honest probabilities. The same rows and options give the same classifier. */
export function trainClassifier(rows: readonly TrainingRow[], options: TrainOptions = {}): Classifier {
  const heldOut = rows.filter((_, i) => i % CALIBRATION_SHARE === 3);
  const rest = rows.filter((_, i) => i % CALIBRATION_SHARE !== 3);
  const temperature = fitTemperature(trainWeights(rest, options), heldOut);
  return quantise(trainWeights(rows, options), temperature);
}

/** Trains without fitting the temperature: half the time, for folds that only need the order of labels. */
export function trainQuickly(
  rows: readonly TrainingRow[],
  options: TrainOptions = {},
  temperature = 1,
): Classifier {
  return quantise(trainWeights(rows, options), temperature);
}
