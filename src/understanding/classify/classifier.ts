// The classifier in use: weights in one byte each, probabilities brought to an honest scale, and where it looked.
import { originalSpan } from '../folding/fold.js';
import type { Tokens } from '../tokens.js';
import type { Features } from './features.js';
import {
  softmax,
  TRAIN_DEFAULTS,
  type TrainedWeights,
  type TrainingRow,
  type TrainOptions,
} from './train.js';
import { trainApart } from './train-apart.js';
import { rowOf, type Vocabulary, vocabularyOf } from './vocabulary.js';

const { log, max, round, abs, ceil } = Math;

/**
 * A trained classifier. The weights of row n that are not nothing stand at `offsets[n]` to `offsets[n + 1]` of `weights`:
 * label times 256, plus 128, plus the step. A step times the scale of its label is the weight. Both stand in one number,
 * because reading from memory is what asking a classifier costs.
 */
export interface Classifier extends LabelScale {
  readonly vocabulary: Vocabulary;
  readonly offsets: Uint32Array;
  readonly weights: Uint16Array | Uint32Array;
}

/** What brings sums of steps to probabilities. */
export interface LabelScale {
  readonly labels: readonly string[];
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
/** A step is a byte above -128; the label stands above it. */
const STEP_BITS = 8;
const STEP_MASK = 255;
const NO_STEP = 128;
/** More labels need wider numbers. */
const LABELS_OF_16_BITS = 256;

function quantise(trained: TrainedWeights, temperature: number): Classifier {
  const { labels, bias, vocabulary } = trained;
  const scales = scalesOf(trained);
  const kept = keptRows(trained, scales);
  return {
    vocabulary: vocabularyOf(Uint32Array.from(kept.rows, (row) => vocabulary.ids[row] as number)),
    offsets: Uint32Array.from([...kept.offsets, kept.weights.length]),
    weights:
      labels.length <= LABELS_OF_16_BITS ? Uint16Array.from(kept.weights) : Uint32Array.from(kept.weights),
    ...{ labels, scales, bias, temperature },
  };
}

/** By label what a step is worth: the largest weight is 127 of them. */
function scalesOf({ weights, labels }: TrainedWeights): Float32Array {
  const width = labels.length;
  const scales = new Float32Array(width).fill(1e-9);
  for (let i = 0; i < weights.length; i++) {
    scales[i % width] = max(scales[i % width] as number, abs(weights[i] as number) / LARGEST);
  }
  return scales;
}

/** Features whose weights are all up to this many steps of 127 are dropped, and of the others the weights that are 0. */
const IDLE = 3;

/** Of many labels faint weights are more than half of all, and tell nothing: they are dropped too. */
const MANY_LABELS = 20;
const FAINT = 5;

/** The features worth keeping, where the weights of each begin, and the weights. */
function keptRows({ weights, labels }: TrainedWeights, scales: Float32Array) {
  const width = labels.length;
  const least = width > MANY_LABELS ? FAINT : 0;
  const kept: { rows: number[]; offsets: number[]; weights: number[] } = {
    rows: [],
    offsets: [],
    weights: [],
  };
  const steps = new Int8Array(width);
  for (let row = 0; row * width < weights.length; row++) {
    let largest = 0;
    for (let label = 0; label < width; label++) {
      const step = round((weights[row * width + label] as number) / (scales[label] as number));
      steps[label] = step;
      largest = max(largest, abs(step));
    }
    if (largest <= max(IDLE, least)) continue;
    kept.rows.push(row);
    kept.offsets.push(kept.weights.length);
    for (let label = 0; label < width; label++) {
      const step = steps[label] as number;
      if (abs(step) > least) kept.weights.push((label << STEP_BITS) + NO_STEP + step);
    }
  }
  return kept;
}

/** Sums of steps by label, before they are brought to a scale. */
export function stepsOf(classifier: Classifier, features: TrainingRow['features']): Float64Array {
  const { vocabulary, offsets, weights } = classifier;
  const sums = new Float64Array(classifier.labels.length);
  for (let i = 0; i < features.count; i++) {
    const row = rowOf(vocabulary, features.ids[i] as number);
    if (row < 0) continue;
    const value = features.values[i] as number;
    const end = offsets[row + 1] as number;
    for (let k = offsets[row] as number; k < end; k++) {
      const weight = weights[k] as number;
      const label = weight >>> STEP_BITS;
      sums[label] = (sums[label] as number) + value * ((weight & STEP_MASK) - NO_STEP);
    }
  }
  return sums;
}

/** Brings sums of steps, by label, to scores, in place. */
export function scaled({ scales, bias, temperature }: LabelScale, sums: Float64Array): Float64Array {
  for (let label = 0; label < sums.length; label++) {
    sums[label] =
      ((sums[label] as number) * (scales[label] as number) + (bias[label] as number)) / temperature;
  }
  return sums;
}

function scoresOf(classifier: Classifier, features: TrainingRow['features']): Float64Array {
  return scaled(classifier, stepsOf(classifier, features));
}

/** Brings sums of steps, by label, to probabilities, in place. */
export function sharesOf(scale: LabelScale, sums: Float64Array): Float64Array {
  return softmaxed(scaled(scale, sums));
}

/** Brings scores to probabilities, in place. */
export function softmaxed(scores: Float64Array): Float64Array {
  softmax(scores);
  return scores;
}

/** Probabilities in the order of `classifier.labels`. */
export function probabilities(classifier: Classifier, features: Features): Float64Array {
  return sharesOf(classifier, stepsOf(classifier, features));
}

/** The labels of a message, likeliest first. Without any known feature the ranking is that of the training data. */
export function predict(classifier: Classifier, features: Features): Prediction {
  return ranked(classifier.labels, probabilities(classifier, features));
}

/** Labels with their probabilities, likeliest first. */
export function ranked(labels: readonly string[], shares: Float64Array): Prediction {
  const ranking = labels.map((label, i) => ({ label, p: shares[i] as number })).sort((a, b) => b.p - a.p);
  return { label: ranking[0]?.label ?? '', p: ranking[0]?.p ?? 0, ranking };
}

/**
 * The direction of one label against the average of all: a factor for a step of each label. Null for a label that the
 * classifier does not know.
 */
export function directionOf({ labels, scales }: LabelScale, label: string): Float64Array | null {
  const at = labels.indexOf(label);
  if (at < 0) return null;
  return Float64Array.from(scales, (scale, i) => scale * (Number(i === at) - 1 / labels.length));
}

/** The places of a message that pushed most, strongest first, at most `most`; `pushes` by feature. Empty when none did. */
export function weightiest(pushes: Float32Array, features: Features, tokens: Tokens, most = 5): Weighty[] {
  const places = new Map<number, number>();
  pushes.forEach((push, i) => {
    if (push === 0) return;
    const place = (features.from[i] as number) * 65536 + (features.to[i] as number);
    places.set(place, (places.get(place) ?? 0) + push);
  });
  return [...places]
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([place, weight]) => toWeighty(tokens, Math.floor(place / 65536), place % 65536, weight));
}

function toWeighty(tokens: Tokens, from: number, to: number, weight: number): Weighty {
  const { start, end } = originalSpan(tokens.folded, tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0);
  return { start, end, text: tokens.folded.original.slice(start, end), weight };
}

/** Scores of a message that was held out, and the place of its label; -1 if nobody had seen that label. */
export interface Scored {
  readonly scores: Float64Array;
  readonly label: number;
}

/** The temperature at which held-out messages are likeliest; 1 when there are none. */
export function temperatureOf(heldOut: readonly Scored[]): number {
  const scored = heldOut.filter(({ label }) => label >= 0);
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

function fitTemperature(trained: TrainedWeights, heldOut: readonly TrainingRow[]): number {
  const rough = quantise(trained, 1);
  return temperatureOf(
    heldOut.map((row) => ({ scores: scoresOf(rough, row.features), label: rough.labels.indexOf(row.label) })),
  );
}

/** Every `CALIBRATION_SHARE`-th row is held out to fit the temperature in half the passes; then all rows are learnt. */
const CALIBRATION_SHARE = 8;

/**
 * Trains a classifier with honest probabilities. `beside`: rows that are learnt but are no messages, so that the
 * probabilities are not fitted on them. The same rows and options give the same classifier.
 */
export function trainClassifier(
  rows: readonly TrainingRow[],
  options: TrainOptions = {},
  beside: readonly TrainingRow[] = [],
): Classifier {
  const heldOut = rows.filter((_, i) => i % CALIBRATION_SHARE === 3);
  const rest = rows.filter((_, i) => i % CALIBRATION_SHARE !== 3);
  const rough = trainApart([...rest, ...beside], { ...options, passes: ceil(passesOf(options) / 2) });
  const temperature = fitTemperature(rough, heldOut);
  return quantise(trainApart([...rows, ...beside], options), temperature);
}

function passesOf({ passes }: TrainOptions): number {
  return passes ?? TRAIN_DEFAULTS.passes;
}

/** Trains without fitting the temperature: half the time, for folds that only need the order of labels. */
export function trainQuickly(
  rows: readonly TrainingRow[],
  options: TrainOptions = {},
  temperature = 1,
): Classifier {
  return quantise(trainApart(rows, options), temperature);
}
