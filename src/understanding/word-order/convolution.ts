// Tells danger by the order of meanings: filters slide over the message, seven words at a time, each keeps the place that it
// answers to most, and what they found there is weighed (a convolution with max-pooling). Sums of features cannot tell "he
// keeps mine" from "I keep his"; this can, and as it reads meanings, in every language at once.
import { isAtLeast, LEVELS } from '../../core/index.js';
import type { Placed } from './placed.js';

/** Tokens that a filter sees at a time, and how many filters there are. Chosen by our tune part: more tell no better. */
const WIDTH = 7;
export const FILTERS = 48;
export const REACH = (WIDTH - 1) / 2;
/** What one thing said tells each filter at each distance: from three tokens before it to three after. */
export const STRIDE = WIDTH * FILTERS;
/** What is weighed: the five levels, then danger against quiet. */
export const VERDICTS = LEVELS.length + 1;
export const DANGER = LEVELS.length;

/** The filters as they were learnt. */
export interface Convolution {
  /** `[what is said][distance][filter]`, what is said by its number (`numbersOf`). */
  readonly filters: Float32Array;
  readonly filterBias: Float32Array;
  /** `[verdict][filter]`. */
  readonly verdicts: Float32Array;
  readonly verdictBias: Float32Array;
}

/** What a filter found best, and where; place -1 when it found nothing. */
export interface Pooled {
  readonly best: Float32Array;
  readonly where: Int16Array;
}

/** Longest row of places, with what a filter sees beyond both ends. */
const MOST_PLACES = 256;
const answers = new Float32Array(MOST_PLACES * FILTERS);

/**
 * Slides the filters over a row and keeps the best of each in `into`. `heard` tells of each id of the row whether it counts
 * (null: all do), `gain` how much.
 */
export function slide(
  { filters, filterBias }: Pick<Convolution, 'filters' | 'filterBias'>,
  { count, starts, ids }: Placed,
  into: Pooled,
  heard: Uint8Array | null = null,
  gain = 1,
): void {
  answers.fill(0, 0, (count + 2 * REACH) * FILTERS);
  for (let at = 0; at < count; at++) {
    const to = at * FILTERS;
    const end = starts[at + 1] as number;
    for (let i = starts[at] as number; i < end; i++) {
      const from = (ids[i] as number) * STRIDE;
      if (heard?.[i] === 0 || from >= filters.length) continue;
      addTo(to, filters, from);
    }
  }
  keepBest(filterBias, count, gain, into);
}

function addTo(to: number, filters: Float32Array, from: number): void {
  for (let k = 0; k < STRIDE; k++) {
    answers[to + k] = (answers[to + k] as number) + (filters[from + k] as number);
  }
}

/** A filter that answers below nothing found nothing. */
function keepBest(bias: Float32Array, count: number, gain: number, { best, where }: Pooled): void {
  best.fill(0);
  where.fill(-1);
  for (let at = 0; at < count; at++) {
    const from = (at + REACH) * FILTERS;
    for (let filter = 0; filter < FILTERS; filter++) {
      const answer = gain * (answers[from + filter] as number) + (bias[filter] as number);
      if (answer <= (best[filter] as number)) continue;
      best[filter] = answer;
      where[filter] = at;
    }
  }
}

/** Weighs what was found, into `scores`: one score a verdict. */
export function weigh(
  { verdicts, verdictBias }: Pick<Convolution, 'verdicts' | 'verdictBias'>,
  best: Float32Array,
  scores: Float64Array,
): void {
  for (let verdict = 0; verdict < VERDICTS; verdict++) {
    let score = verdictBias[verdict] as number;
    for (let filter = 0; filter < FILTERS; filter++) {
      score += (verdicts[verdict * FILTERS + filter] as number) * (best[filter] as number);
    }
    scores[verdict] = score;
  }
}

/** Log-odds of danger, the mean of what the levels and danger itself say. */
export type OrderReader = (placed: Placed) => number;

/** A reader over learnt filters. An empty message is judged by nothing found. */
export function orderReader(convolution: Convolution): OrderReader {
  const pooled: Pooled = { best: new Float32Array(FILTERS), where: new Int16Array(FILTERS) };
  const scores = new Float64Array(VERDICTS);
  return (placed) => {
    slide(convolution, placed, pooled);
    weigh(convolution, pooled.best, scores);
    return ((scores[DANGER] as number) + oddsOfUpper(scores)) / 2;
  };
}

/** Log-odds of the upper two levels against the other three. */
function oddsOfUpper(scores: Float64Array): number {
  const sumOf = (isUpper: boolean) =>
    Math.log(
      LEVELS.reduce((sum, level, i) => sum + shareOf(scores[i], isAtLeast(level, 'urgent') === isUpper), 0),
    );
  return sumOf(true) - sumOf(false);
}

function shareOf(score: number | undefined, counts: boolean): number {
  return counts ? Math.exp(score ?? 0) : 0;
}
