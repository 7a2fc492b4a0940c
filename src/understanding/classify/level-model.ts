// How urgent messages like this one were: five levels by likeness, and danger against quiet by a second model that never
// saw what lies between. Together they tell better than either (measured by folds over situations).
import { LEVELS, type Level } from '../../core/index.js';
import type { Tokens } from '../tokens.js';
import {
  type Classifier,
  predict,
  probabilities,
  trainClassifier,
  type Weighty,
  weightiest,
} from './classifier.js';
import { contrastRows, contrastsOf } from './contrast.js';
import type { Features } from './features.js';

export interface LevelModel {
  readonly levels: Classifier;
  /** Labels `danger` (urgent and above) and `quiet` (routine and below). */
  readonly danger: Classifier;
}

export interface LevelGuess {
  /** All five levels with their probabilities, likeliest first; empty for an empty message. */
  readonly ranking: readonly { readonly level: Level; readonly p: number }[];
  /** Log-odds of `urgent` and above, of both models together; null for an empty message. */
  readonly danger: number | null;
  /** The places that pushed a level most, strongest first. Computed when asked. */
  weightiest(level: Level): readonly Weighty[];
}

export interface LevelRow {
  readonly features: Features;
  readonly level: Level;
  /** Two rows of one pair are nearly the same words; they teach by what differs. */
  readonly pair?: string;
  /** How much the row counts; 1 unless said. */
  readonly counts?: number;
}

/** Levels are few and messages many-sided: weights are held back more than elsewhere. Chosen by folds over situations. */
const TRAINING = { decay: 3e-3, least: 2, passes: 8 };
const SIDES: Readonly<Record<Level, string | null>> = {
  emergency: 'danger',
  urgent: 'danger',
  elevated: null,
  routine: 'quiet',
  none: 'quiet',
};
const LEAST_SHARE = 1e-6;

/** Trains both models. The same rows give the same models. */
export function trainLevelModel(rows: readonly LevelRow[]): LevelModel {
  const weighed = rows.map(({ counts, ...row }) => ({ ...row, weight: counts ?? 1 }));
  const sided = weighed.flatMap(({ level, ...row }) => {
    const label = SIDES[level];
    return label === null ? [] : [{ ...row, label }];
  });
  return {
    levels: trainClassifier(
      weighed.map(({ level, ...row }) => ({ ...row, label: level })),
      TRAINING,
    ),
    danger: trainClassifier(sided, TRAINING, contrastRows(contrastsOf(sided))),
  };
}

function isLevel(label: string): label is Level {
  return (LEVELS as readonly string[]).includes(label);
}

/** Log-odds of a share from 0 to 1, finite at both ends. */
export function logOdds(share: number): number {
  const inside = Math.min(Math.max(share, LEAST_SHARE), 1 - LEAST_SHARE);
  return Math.log(inside / (1 - inside));
}

function dangerOf(model: LevelModel, features: Features, ranking: LevelGuess['ranking']): number {
  const share = ranking.reduce((sum, { level, p }) => (SIDES[level] === 'danger' ? sum + p : sum), 0);
  const side = model.danger.labels.indexOf('danger');
  if (side < 0) return logOdds(share);
  return (logOdds(share) + logOdds(probabilities(model.danger, features)[side] as number)) / 2;
}

/** What the model makes of a message; `tokens` are those of the features. */
export function guessLevel(model: LevelModel, features: Features, tokens: Tokens): LevelGuess {
  const known = features.count > 0 && model.levels.labels.length > 0;
  const ranking = known
    ? predict(model.levels, features).ranking.flatMap(({ label, p }) =>
        isLevel(label) ? [{ level: label, p }] : [],
      )
    : [];
  return {
    ranking,
    danger: known ? dangerOf(model, features, ranking) : null,
    weightiest: (level) => weightiest(model.levels, features, { tokens, label: level }),
  };
}
