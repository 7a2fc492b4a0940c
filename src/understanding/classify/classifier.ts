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
import { rowsOf, type Vocabulary, vocabularyOf, widened } from './vocabulary.js';

const { log, max, round, abs, ceil } = Math;

/**
 * A trained classifier. The weights of row n that are not nothing stand at `offsets[n]` to `offsets[n + 1]` of `weights`:
 * label times 256, plus 128, plus the step. A step times the scale of its label is the weight. Both stand in one number,
 * because reading from memory is what asking a classifier costs.
 */
export interface Classifier {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly offsets: Uint32Array;
  readonly weights: Uint16Array | Uint32Array;
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
  const width = trained.labels.length;
  const scales = new Float32Array(width).fill(1e-9);
  trained.weights.forEach((weight, i) => {
    scales[i % width] = max(scales[i % width] as number, abs(weight) / LARGEST);
  });
  const steps = Int8Array.from(trained.weights, (weight, i) => round(weight / (scales[i % width] as number)));
  return {
    ...withoutIdle(trained.vocabulary, steps, width),
    labels: trained.labels,
    scales,
    bias: trained.bias,
    temperature,
  };
}

/** Features whose weights are all up to this many steps of 127 are dropped, and of the others the weights that are 0. */
const IDLE = 3;

/** Of many labels such faint weights are half of all, and tell nothing: they are dropped too. */
const MANY_LABELS = 20;

function keptWeights(steps: Int8Array): number[] {
  const least = steps.length > MANY_LABELS ? IDLE : 0;
  const labels = [...steps.keys()].filter((label) => abs(steps[label] as number) > least);
  return labels.map((label) => (label << STEP_BITS) + NO_STEP + (steps[label] as number));
}

function withoutIdle(
  vocabulary: Vocabulary,
  steps: Int8Array,
  width: number,
): Pick<Classifier, 'vocabulary' | 'offsets' | 'weights'> {
  const { ids } = vocabulary;
  const rowOfSteps = (row: number) => steps.subarray(row * width, (row + 1) * width);
  const rows = [...ids.keys()].filter((row) => rowOfSteps(row).some((step) => abs(step) > IDLE));
  const kept = rows.map((row) => keptWeights(rowOfSteps(row)));
  const offsets = new Uint32Array(rows.length + 1);
  kept.forEach((weights, i) => {
    offsets[i + 1] = (offsets[i] as number) + weights.length;
  });
  return {
    vocabulary: vocabularyOf(Uint32Array.from(rows, (row) => ids[row] as number)),
    offsets,
    weights: width <= LABELS_OF_16_BITS ? Uint16Array.from(kept.flat()) : Uint32Array.from(kept.flat()),
  };
}

function scoresOf(classifier: Classifier, features: TrainingRow['features']): Float64Array {
  const { vocabulary, offsets, weights, scales, bias, temperature } = classifier;
  const sums = new Float64Array(classifier.labels.length);
  const rows = rowsOf(vocabulary, features);
  for (let i = 0; i < features.count; i++) {
    const row = rows[i] as number;
    if (row < 0) continue;
    const value = features.values[i] as number;
    const end = offsets[row + 1] as number;
    for (let k = offsets[row] as number; k < end; k++) {
      const weight = weights[k] as number;
      const label = weight >>> STEP_BITS;
      sums[label] = (sums[label] as number) + value * ((weight & STEP_MASK) - NO_STEP);
    }
  }
  for (let label = 0; label < sums.length; label++) {
    sums[label] =
      ((sums[label] as number) * (scales[label] as number) + (bias[label] as number)) / temperature;
  }
  return sums;
}

/** The same classifier over a larger vocabulary that holds its own. */
export function overVocabulary(classifier: Classifier, vocabulary: Vocabulary): Classifier {
  return {
    ...classifier,
    vocabulary,
    offsets: widened(classifier.offsets, classifier.vocabulary, vocabulary),
  };
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
  const row = rowsOf(classifier.vocabulary, features)[i] as number;
  if (row < 0) return 0;
  const { offsets, weights, scales } = classifier;
  let own = 0;
  let sum = 0;
  for (let k = offsets[row] as number; k < (offsets[row + 1] as number); k++) {
    const at = (weights[k] as number) >>> STEP_BITS;
    const weight = (((weights[k] as number) & STEP_MASK) - NO_STEP) * (scales[at] as number);
    if (at === label) own = weight;
    sum += weight;
  }
  return (features.values[i] as number) * (own - sum / classifier.labels.length);
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
