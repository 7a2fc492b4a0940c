// How urgent messages like this one were: five levels by likeness, danger against quiet by a second model that never saw what
// lies between, and a second look at how the danger lies in the message. Together they tell better than each (README).
import { LEVELS, type Level } from '../../core/index.js';
import type { Tokens } from '../tokens.js';
import { type Convolution, orderReader } from '../word-order/convolution.js';
import type { Placed } from '../word-order/placed.js';
import {
  type Classifier,
  directionOf,
  type LabelScale,
  ranked,
  scaled,
  sharesOf,
  softmaxed,
  type Weighty,
  weightiest,
} from './classifier.js';
import type { Features } from './features.js';
import { shapeOf } from './shape.js';
import { type Trees, treesSay } from './trees.js';

/** What brings sums of steps to levels. */
export interface LevelScales {
  readonly levels: LabelScale;
  /** Labels `danger` (urgent and above) and `quiet` (routine and below). */
  readonly danger: LabelScale;
  /** Log-odds of danger from a message's shape; null when there was too little to learn it from. */
  readonly shape: Trees | null;
  /** What the order of meanings tells of danger; null when there was too little to learn it from. */
  readonly order: Convolution | null;
}

export interface LevelModel extends LevelScales {
  readonly levels: Classifier;
  readonly danger: Classifier;
}

export interface LevelGuess {
  /** All five levels with their probabilities, likeliest first; empty for an empty message. */
  readonly ranking: readonly { readonly level: Level; readonly p: number }[];
  /** Log-odds of `urgent` and above, of all models together; null for an empty message. */
  readonly danger: number | null;
  /** The places that pushed a level most, strongest first. Computed when asked. */
  weightiest(level: Level): readonly Weighty[];
}

/** The side of danger that a level is on; null between them. */
export const SIDES: Readonly<Record<Level, 'danger' | 'quiet' | null>> = {
  emergency: 'danger',
  urgent: 'danger',
  elevated: null,
  routine: 'quiet',
  none: 'quiet',
};
const LEAST_SHARE = 1e-6;

function isLevel(label: string): label is Level {
  return (LEVELS as readonly string[]).includes(label);
}

/** Log-odds of a share from 0 to 1, finite at both ends. */
export function logOdds(share: number): number {
  const inside = Math.min(Math.max(share, LEAST_SHARE), 1 - LEAST_SHARE);
  return Math.log(inside / (1 - inside));
}

/** What was said of a message, and of whose words. */
export interface Told {
  readonly features: Features;
  readonly tokens: Pick<Tokens, 'count' | 'clause'>;
  readonly placed: Placed;
  /** Sums of steps by label: of `levels`, then of `danger`. */
  readonly sums: Float64Array;
  /** How far each feature leads in a direction: a factor for a step of each label in the order of `sums`. */
  readonly lead: (direction: Float64Array) => Float32Array;
}

interface Directions {
  readonly danger: Float64Array;
  readonly levels: Float64Array;
}

/** Towards danger: from quiet by the second model, from the lower two levels to the upper two by the first. */
function directionsOf({ levels, danger }: LevelScales): Directions {
  const side = (label: string) => (isLevel(label) ? SIDES[label] : label);
  const signs = { danger: 1, quiet: -1 };
  const signOf = (label: string) => signs[side(label) as keyof typeof signs] ?? 0;
  const of = ({ labels, scales }: LabelScale, share: number) =>
    labels.map((label, i) => share * signOf(label) * (scales[i] as number));
  const nothing = ({ labels }: LabelScale) => labels.map(() => 0);
  return {
    danger: Float64Array.from([...nothing(levels), ...of(danger, 1)]),
    levels: Float64Array.from([...of(levels, 0.5), ...nothing(danger)]),
  };
}

/** Log-odds of danger by each model, before any temperature: trees learn from these, whatever scale came after. */
function rawOdds(scales: LevelScales, { sums }: Told) {
  const { levels, danger } = scales;
  const width = levels.labels.length;
  const byLevel = softmaxed(scaled({ ...levels, temperature: 1 }, sums.slice(0, width)));
  const bySide = softmaxed(
    scaled({ ...danger, temperature: 1 }, sums.slice(width, width + danger.labels.length)),
  );
  const shareOf = (level: Level) => byLevel[levels.labels.indexOf(level)] ?? 0;
  return {
    danger: logOdds(bySide[danger.labels.indexOf('danger')] ?? 0),
    levels: logOdds(shareOf('emergency') + shareOf('urgent')),
    elevated: Math.log(shareOf('elevated') + LEAST_SHARE),
    routine: Math.log(shareOf('routine') + LEAST_SHARE),
    none: Math.log(shareOf('none') + LEAST_SHARE),
  };
}

/** Tells the numbers of a message's shape (`shape.ts`). */
export function lookerOf(scales: LevelScales): (told: Told) => Float32Array {
  const { danger, levels } = directionsOf(scales);
  const byOrder = scales.order ? orderReader(scales.order) : () => 0;
  return (told) => {
    const pushes = { danger: told.lead(danger), levels: told.lead(levels) };
    const whole = { ...rawOdds(scales, told), order: byOrder(told.placed) };
    return shapeOf(whole, pushes, told.features, told.tokens);
  };
}

/** Tells the log-odds of danger by all models together. */
function judgeOf(scales: LevelScales): (told: Told) => number {
  const { shape } = scales;
  const looks = lookerOf(scales);
  if (shape) return (told) => treesSay(shape, looks(told));
  return (told) => {
    const { danger, levels } = rawOdds(scales, told);
    return scales.danger.labels.includes('danger') ? (danger + levels) / 2 : levels;
  };
}

function rankingOf({ levels }: LevelScales, sums: Float64Array): LevelGuess['ranking'] {
  const shares = sharesOf(levels, sums.slice(0, levels.labels.length));
  return ranked(levels.labels, shares).ranking.flatMap(({ label, p }) =>
    isLevel(label) ? [{ level: label, p }] : [],
  );
}

/** Tells what the models make of a message. */
export function guesserOf(scales: LevelScales): (told: Told & { readonly tokens: Tokens }) => LevelGuess {
  const judge = judgeOf(scales);
  return (told) => {
    const { features, tokens, sums, lead } = told;
    const known = features.count > 0 && scales.levels.labels.length > 0;
    return {
      ranking: known ? rankingOf(scales, sums) : [],
      danger: known ? judge(told) : null,
      weightiest: (level) => {
        const direction = directionOf(scales.levels, level);
        return direction ? weightiest(lead(direction), features, tokens) : [];
      },
    };
  };
}
