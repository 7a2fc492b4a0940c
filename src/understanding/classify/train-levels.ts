// Trains the models of danger. One half of the messages is also read by models that learnt from the other half only: what these
// say of messages nobody told them shows how far to trust a shape, and how sure they may sound.
import type { Level } from '../../core/index.js';
import { loadTable } from '../one-table/ask-table.js';
import { layLevels } from '../one-table/lay-table.js';
import type { Tokens } from '../tokens.js';
import type { Placed } from '../word-order/placed.js';
import { trainWordOrder } from '../word-order/train-word-order.js';
import { type Classifier, type Scored, scaled, temperatureOf, trainQuickly } from './classifier.js';
import { contrastRows, contrastsOf } from './contrast.js';
import type { Features } from './features.js';
import { type LevelModel, lookerOf, SIDES, type Told } from './level-model.js';
import type { TrainOptions } from './train.js';
import { trainTrees } from './trees.js';

export interface LevelRow {
  readonly features: Features;
  readonly tokens: Pick<Tokens, 'count' | 'clause'>;
  readonly placed: Placed;
  readonly level: Level;
  /** Two rows of one pair are nearly the same words; they teach by what differs. */
  readonly pair?: string;
  /** Rows of one situation are held out together: they would give each other away. */
  readonly group?: string;
  /** How much the row counts; 1 unless said. */
  readonly counts?: number;
}

/** Levels are few and messages many-sided: weights are held back more than elsewhere. Chosen by folds over situations. */
const TRAINING: TrainOptions = { decay: 3e-3, least: 2, passes: 4 };
const HALF_PASSES = 2;
/** With fewer messages than this a shape would be learnt by heart. */
const LEAST_ROWS = 2000;

/** The models that read a message, before anything looks at how their danger lies in it. */
type FirstLook = Omit<LevelModel, 'shape'>;

/** Trains all models. The same rows give the same models. */
export function trainLevelModel(rows: readonly LevelRow[]): LevelModel {
  const first = fit(rows, TRAINING);
  if (rows.length < LEAST_ROWS) return { ...first, shape: null };
  const [told, untold] = halvesOf(rows);
  const heldOut = readBy(fit(told, { ...TRAINING, passes: HALF_PASSES }), untold);
  const temperature = temperatureOf(heldOut.map(({ scored }) => scored));
  return {
    ...first,
    levels: { ...first.levels, temperature },
    shape: trainTrees(heldOut.flatMap(treeRow)),
  };
}

function fit(rows: readonly LevelRow[], options: TrainOptions): FirstLook {
  const weighed = rows.map(({ features, level, counts, pair }) => ({
    features,
    level,
    weight: counts ?? 1,
    pair,
  }));
  const sided = weighed.flatMap(({ level, features, weight, pair }) => {
    const label = SIDES[level];
    return label === null ? [] : [{ features, label, weight, ...(pair ? { pair } : {}) }];
  });
  return {
    levels: trainQuickly(
      weighed.map(({ features, level, weight }) => ({ features, weight, label: level })),
      options,
    ),
    danger: trainQuickly([...sided, ...contrastRows(contrastsOf(sided))], options),
    order: rows.length < LEAST_ROWS / 2 ? null : trainWordOrder(rows.map(orderRow)),
  };
}

/** Rows in two halves of about the same size, those of one group together. */
function halvesOf(rows: readonly LevelRow[]): [LevelRow[], LevelRow[]] {
  const halves: [LevelRow[], LevelRow[]] = [[], []];
  const groups = Map.groupBy(rows, (row) => row.group ?? row);
  for (const group of groups.values()) {
    const [first, second] = halves;
    (first.length <= second.length ? first : second).push(...group);
  }
  return halves;
}

interface HeldOut {
  readonly row: LevelRow;
  readonly looks: Float32Array;
  readonly scored: Scored;
}

function readBy(first: FirstLook, rows: readonly LevelRow[]): HeldOut[] {
  const model = { ...first, shape: null };
  const table = loadTable(layLevels(model));
  const looks = lookerOf(model);
  return rows.map((row) => {
    const said = table.ask(row.features);
    const told: Told = { ...row, sums: said.levels, lead: said.lead };
    return { row, looks: looks(told), scored: scoredBy(model.levels, row, said.levels) };
  });
}

function scoredBy(levels: Classifier, { level }: LevelRow, sums: Float64Array): Scored {
  const { labels } = levels;
  return { scores: scaled(levels, sums.slice(0, labels.length)), label: labels.indexOf(level) };
}

function orderRow({ placed, level, counts }: LevelRow) {
  return { placed, level, side: SIDES[level], weight: counts ?? 1 };
}

function treeRow({ row, looks }: HeldOut) {
  const side = SIDES[row.level];
  return side === null ? [] : [{ numbers: looks, yes: side === 'danger', weight: row.counts ?? 1 }];
}
