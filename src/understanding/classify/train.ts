// Trains the classifier: softmax regression by stochastic gradient steps (AdaGrad) over sparse features. Deterministic.

import type { FeatureKind } from './feature-draft.js';
import type { Features } from './features.js';
import { byUse, type FlatRows, flatRows } from './flat-rows.js';
import { commonIds, type Vocabulary, vocabularyOf } from './vocabulary.js';

const { imul, sqrt, abs, exp } = Math;

/** A message as features with its label; `weight` counts it more or less than 1. */
export interface TrainingRow {
  readonly features: Pick<Features, 'count' | 'ids' | 'values'>;
  readonly label: string;
  readonly weight?: number;
}

export interface TrainOptions {
  /** Passes over all rows. */
  readonly passes?: number;
  readonly rate?: number;
  /** Pull of every weight towards nothing (L2). */
  readonly decay?: number;
  /** A feature must stand in this many messages to be learnt. */
  readonly least?: number;
  /** Share of features hidden at each step, so that no single word decides. */
  readonly dropout?: number;
  /** 0 takes labels as often as they come, 1 gives every label the same say. */
  readonly balance?: number;
  /** Probability taken from the true label and shared among all: keeps the model modest. */
  readonly smoothing?: number;
  /** What every weight is thought to have been moved already (AdaGrad): larger keeps rare features modest. */
  readonly warmth?: number;
  readonly seed?: number;
}

/** Full-precision weights, `weights[row * labels.length + label]`. */
export interface TrainedWeights {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export const TRAIN_DEFAULTS: Required<TrainOptions> = {
  passes: 15,
  rate: 0.5,
  decay: 2e-5,
  least: 1,
  dropout: 0.3,
  balance: 0.3,
  smoothing: 0.02,
  warmth: 1,
  seed: 20_240_601,
};

/** Smaller errors of a label are left alone: most labels of many are long settled. */
const LEAST_ERROR = 4e-3;

/** A small generator of numbers in [0, 1): the same seed gives the same row of numbers everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = imul(state ^ (state >>> 15), 1 | state);
    t = (t + imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function labelWeights(rows: readonly TrainingRow[], labels: readonly string[], balance: number): number[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(row.label, (counts.get(row.label) ?? 0) + 1);
  const even = rows.length / labels.length;
  return labels.map((label) => (even / (counts.get(label) ?? 1)) ** balance);
}

/**
 * Weights of a feature stand side by side, and behind them the squares of how they were moved (AdaGrad): waiting for memory
 * is what learning costs, and both are needed at once.
 */
class Learner {
  readonly bias: Float32Array;
  private readonly state: Float32Array;
  private readonly biasSquares: Float32Array;
  private readonly scores: Float64Array;
  /** Labels whose error is worth a step, of the row at hand. */
  private readonly wrong: Int32Array;
  /** Of the row at hand 0 for each feature that is hidden. */
  private readonly kept: Uint8Array;

  constructor(
    private readonly rows: FlatRows,
    private readonly features: number,
    private readonly width: number,
    private readonly options: Required<TrainOptions>,
    private readonly random: () => number,
  ) {
    this.state = new Float32Array(features * width * 2);
    for (let row = 0; row < features; row++) {
      this.state.fill(options.warmth, (2 * row + 1) * width, (2 * row + 2) * width);
    }
    this.bias = new Float32Array(width);
    this.biasSquares = new Float32Array(width).fill(options.warmth);
    this.scores = new Float64Array(width);
    this.wrong = new Int32Array(width);
    this.kept = new Uint8Array(longestOf(rows));
  }

  /** One step on row n. */
  learn(n: number, { label, weight }: Target): void {
    const from = this.rows.starts[n] as number;
    const count = (this.rows.starts[n + 1] as number) - from;
    this.hide(count);
    this.score(from, count);
    softmax(this.scores);
    this.stepWeights(from, count, this.stepBias(label, weight));
  }

  /** What was learnt: `[row * width + label]`; of row n at the place `moved[n]`. */
  weights(moved: Uint32Array): Float32Array {
    const { state, width, features } = this;
    const weights = new Float32Array(features * width);
    for (let row = 0; row < features; row++) {
      const from = 2 * (moved[row] as number) * width;
      weights.set(state.subarray(from, from + width), row * width);
    }
    return weights;
  }

  private hide(count: number): void {
    for (let i = 0; i < count; i++) this.kept[i] = this.random() < this.options.dropout ? 0 : 1;
  }

  private score(from: number, count: number): void {
    const { state, width, scores, kept } = this;
    const { at, values } = this.rows;
    const scale = 1 / (1 - this.options.dropout);
    scores.set(this.bias);
    for (let i = 0; i < count; i++) {
      if (kept[i] === 0) continue;
      const base = (at[from + i] as number) * width * 2;
      const value = (values[from + i] as number) * scale;
      for (let label = 0; label < width; label++) {
        scores[label] = (scores[label] as number) + value * (state[base + label] as number);
      }
    }
  }

  /** Turns the scores into errors, moves the constants, and answers how many labels are wrong enough to move. */
  private stepBias(wantedLabel: number, weight: number): number {
    const { scores, width, options, wrong } = this;
    let count = 0;
    for (let label = 0; label < width; label++) {
      const wanted = (label === wantedLabel ? 1 - options.smoothing : 0) + options.smoothing / width;
      const error = ((scores[label] as number) - wanted) * weight;
      if (abs(error) < LEAST_ERROR) continue;
      scores[label] = error;
      wrong[count++] = label;
      const squares = (this.biasSquares[label] as number) + error * error;
      this.biasSquares[label] = squares;
      this.bias[label] = (this.bias[label] as number) - (options.rate * 0.1 * error) / sqrt(squares);
    }
    return count;
  }

  private stepWeights(from: number, count: number, labels: number): void {
    const { state, width, scores, wrong, kept } = this;
    const { at, values } = this.rows;
    const { rate, decay } = this.options;
    for (let i = 0; i < count; i++) {
      if (kept[i] === 0) continue;
      const base = (at[from + i] as number) * width * 2;
      const value = values[from + i] as number;
      for (let k = 0; k < labels; k++) {
        const label = wrong[k] as number;
        const place = base + label;
        const slope = (scores[label] as number) * value + decay * (state[place] as number);
        const squares = (state[place + width] as number) + slope * slope;
        state[place + width] = squares;
        state[place] = (state[place] as number) - (rate * slope) / sqrt(squares);
      }
    }
  }
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const share = exp((scores[i] as number) - top);
    scores[i] = share;
    total += share;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / total;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    const held = order[i] as number;
    order[i] = order[k] as number;
    order[k] = held;
  }
}

/** What a row is to be: a label by its place, and how much it counts. */
interface Target {
  readonly label: number;
  readonly weight: number;
}

function targetsOf(rows: readonly TrainingRow[], labels: readonly string[], balance: number): Target[] {
  const weights = labelWeights(rows, labels, balance);
  const places = new Map(labels.map((label, i) => [label, i]));
  return rows.map((row) => {
    const label = places.get(row.label) as number;
    return { label, weight: (weights[label] as number) * (row.weight ?? 1) };
  });
}

function longestOf({ starts }: FlatRows): number {
  return starts.reduce((most, end, n) => Math.max(most, end - (starts[n - 1] ?? 0)), 0);
}

/**
 * Trains on rows, on features of one kind or, with null, on all. The same rows and options give the same weights, bit for bit.
 * No rows give a model without labels.
 */
export function trainWeights(
  rows: readonly TrainingRow[],
  given: TrainOptions = {},
  kind: FeatureKind | null = null,
): TrainedWeights {
  const options = { ...TRAIN_DEFAULTS, ...given };
  const labels = [...new Set(rows.map((row) => row.label))].sort();
  const messages = rows.map((row) => row.features);
  const vocabulary = vocabularyOf(commonIds(messages, options.least, kind));
  const flat = flatRows(rows, vocabulary, kind);
  const moved = byUse(flat, vocabulary.ids.length);
  const targets = targetsOf(rows, labels, options.balance);
  const random = randomFrom(options.seed);
  const learner = new Learner(flat, vocabulary.ids.length, labels.length, options, random);
  const order = Int32Array.from(rows.keys());
  for (let pass = 0; pass < options.passes; pass++) {
    shuffle(order, random);
    for (const n of order) learner.learn(n, targets[n] as Target);
  }
  return { labels, vocabulary, weights: learner.weights(moved), bias: learner.bias };
}
