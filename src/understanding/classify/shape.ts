// How the danger of a message lies in it: in one clause or all over, early or at the end, and whether what follows takes it
// back. Length, question marks and the number of sentences are left out on purpose: people ask in danger too.
import type { Tokens } from '../tokens.js';
import { KINDS, kindOf } from './feature-draft.js';
import type { Features } from './features.js';

/** What pushed a message towards danger, feature by feature, in each of the two models of danger. */
export interface Pushes {
  /** Of danger against quiet. */
  readonly danger: Float32Array;
  /** Of the upper two levels against the lower two. */
  readonly levels: Float32Array;
}

/** What the models say of the whole, in log-odds or log shares. */
export interface Whole {
  readonly danger: number;
  readonly levels: number;
  readonly elevated: number;
  readonly routine: number;
  readonly none: number;
  /** Log-odds of danger by the order of meanings. */
  readonly order: number;
}

/** The words a short claim takes. */
const CLAIM = 5;
const LONG_CLAIM = 9;
const ENDING = 4;
const LONG_ENDING = 8;

/** How many numbers tell a shape. */
export const SHAPE_NUMBERS = 27;

/**
 * The numbers of a message's shape, always as many: the whole (4), by kind of feature (4), for and against (2), shares of
 * quiet levels (3), clauses (4), claims and endings of both models (10).
 */
export function shapeOf(
  whole: Whole,
  pushes: Pushes,
  features: Features,
  tokens: Pick<Tokens, 'count' | 'clause'>,
): Float32Array {
  const byToken = spread(pushes.danger, features, tokens.count);
  const byTokenLevels = spread(pushes.levels, features, tokens.count);
  return Float32Array.of(
    (whole.danger + whole.levels) / 2,
    whole.danger,
    whole.levels,
    whole.order,
    ...byKind(pushes.danger, features),
    ...bySign(pushes.danger),
    ...[whole.none, whole.routine, whole.elevated],
    ...clauseNumbers(byToken, tokens),
    ...claimNumbers(byToken),
    sumOfBest(byToken, LONG_CLAIM, 1),
    ...[sumOfBest(byToken, CLAIM, -1) * -1],
    ...claimNumbers(byTokenLevels),
  );
}

/** What each token pushed; of a feature over several the first and the last share it. */
function spread(pushes: Float32Array, { from, to }: Features, count: number): Float64Array {
  const byToken = new Float64Array(count);
  for (let i = 0; i < pushes.length; i++) {
    const half = (pushes[i] as number) / 2;
    const [first, last] = [from[i] as number, (to[i] as number) - 1];
    byToken[first] = (byToken[first] as number) + half;
    byToken[last] = (byToken[last] as number) + half;
  }
  return byToken;
}

function byKind(pushes: Float32Array, { ids }: Features): number[] {
  const sums = KINDS.map(() => 0);
  for (let i = 0; i < pushes.length; i++) {
    const kind = kindOf(ids[i] as number);
    sums[kind] = (sums[kind] as number) + (pushes[i] as number);
  }
  return sums;
}

function bySign(pushes: Float32Array): number[] {
  let [up, down] = [0, 0];
  for (let i = 0; i < pushes.length; i++) {
    const push = pushes[i] as number;
    if (push > 0) up += push;
    else down += push;
  }
  return [up, down];
}

/** The most, the last, the first, the least of all clauses. */
function clauseNumbers(byToken: Float64Array, { clause }: Pick<Tokens, 'clause'>): number[] {
  const sums: number[] = [];
  byToken.forEach((push, token) => {
    const at = clause[token] as number;
    sums[at] = (sums[at] ?? 0) + push;
  });
  const told = sums.length === 0 ? [0] : sums.map((sum) => sum ?? 0);
  return [Math.max(...told), told.at(-1) as number, told[0] as number, Math.min(...told)];
}

/** The strongest claim, both endings, and all that follows the strongest claim. */
function claimNumbers(byToken: Float64Array): number[] {
  const best = bestStart(byToken, CLAIM, 1);
  return [
    sumOf(byToken, best, best + CLAIM),
    sumOf(byToken, byToken.length - ENDING),
    sumOf(byToken, byToken.length - LONG_ENDING),
    sumOf(byToken, best + CLAIM),
  ];
}

function sumOf(values: Float64Array, from: number, to = values.length): number {
  let sum = 0;
  for (let i = Math.max(0, from); i < Math.min(to, values.length); i++) sum += values[i] as number;
  return sum;
}

/** Where so many tokens in a row say most (`sign` 1) or least (-1); 0 when there are no more than these. */
function bestStart(values: Float64Array, size: number, sign: number): number {
  let sum = sumOf(values, 0, size);
  let [best, start] = [sum * sign, 0];
  for (let i = size; i < values.length; i++) {
    sum += (values[i] as number) - (values[i - size] as number);
    if (sum * sign > best) [best, start] = [sum * sign, i - size + 1];
  }
  return start;
}

function sumOfBest(values: Float64Array, size: number, sign: number): number {
  const start = bestStart(values, size, sign);
  return sign * sumOf(values, start, start + size);
}
