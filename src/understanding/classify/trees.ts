// Small trees, each mending what those before it left wrong (gradient boosting for a yes or no over a few numbers).
// A sum of weights cannot say "much danger, but not when the end takes it back"; trees can. Deterministic.

import { randomFrom } from './train.js';
import { type Binned, bestSplit, binsOf, histogramOf, type Split } from './tree-bins.js';

/**
 * Nodes of all trees. `feature` of a leaf is `LEAF` and its `value` what it adds to the log-odds; of another node, numbers up
 * to `value` go to the node `left` and the others to the next one. `roots`: the first node of each tree.
 */
export interface Trees {
  readonly base: number;
  readonly feature: Uint8Array;
  readonly value: Float32Array;
  readonly left: Uint16Array;
  readonly roots: Uint16Array;
}

export interface TreeRow {
  /** As many numbers in every row, all finite. */
  readonly numbers: Float32Array;
  readonly yes: boolean;
  readonly weight: number;
}

const LEAF = 255;
/** Chosen by our tune part: more trees or larger ones tell no better. */
const GROWTH = { trees: 80, leaves: 6, rate: 0.12, leastRows: 40, pull: 5, rows: 0.7, numbers: 0.5 };
const SEED = 7;

/** Log-odds of yes. */
export function treesSay({ base, feature, value, left, roots }: Trees, numbers: Float32Array): number {
  let sum = base;
  for (const root of roots) {
    let node = root;
    for (let at = feature[node] as number; at !== LEAF; at = feature[node] as number) {
      const further = (numbers[at] as number) <= (value[node] as number) ? 0 : 1;
      node = (left[node] as number) + further;
    }
    sum += value[node] as number;
  }
  return sum;
}

/** How far each row is from what it should be, and how fast that changes. */
interface Slopes {
  readonly first: Float64Array;
  readonly second: Float64Array;
}

function slopesOf(rows: readonly TreeRow[], scores: Float64Array): Slopes {
  const first = new Float64Array(rows.length);
  const second = new Float64Array(rows.length);
  rows.forEach(({ yes, weight }, i) => {
    const p = 1 / (1 + Math.exp(-(scores[i] as number)));
    first[i] = weight * (p - Number(yes));
    second[i] = weight * p * (1 - p);
  });
  return { first, second };
}

interface Leaf {
  readonly node: number;
  readonly rows: Uint32Array;
  readonly split: Split | null;
}

/** Nodes while they grow. */
class Grove {
  readonly feature: number[] = [];
  readonly value: number[] = [];
  readonly left: number[] = [];
  readonly roots: number[] = [];

  plant(): number {
    this.roots.push(this.feature.length);
    return this.add();
  }

  /** Two new leaves below a node; answers the first. */
  part(node: number, { feature, threshold }: Split): number {
    const first = this.add();
    this.add();
    this.feature[node] = feature;
    this.value[node] = threshold;
    this.left[node] = first;
    return first;
  }

  private add(): number {
    this.value.push(0);
    this.left.push(0);
    return this.feature.push(LEAF) - 1;
  }

  trees(base: number): Trees {
    return {
      base,
      feature: Uint8Array.from(this.feature),
      value: Float32Array.from(this.value),
      left: Uint16Array.from(this.left),
      roots: Uint16Array.from(this.roots),
    };
  }
}

interface Season {
  readonly binned: Binned;
  readonly slopes: Slopes;
  /** The numbers that this tree may ask. */
  readonly asked: readonly number[];
}

function leafOf({ binned, slopes, asked }: Season, node: number, rows: Uint32Array): Leaf {
  const split = bestSplit(binned, asked, (number) => histogramOf(binned, slopes, number, rows), GROWTH);
  return { node, rows, split };
}

/** Grows one tree, always at the leaf that gains most; answers its leaves. */
function growTree(grove: Grove, season: Season, rows: Uint32Array): Leaf[] {
  const leaves = [leafOf(season, grove.plant(), rows)];
  while (leaves.length < GROWTH.leaves) {
    const at = leaves.reduce((best, leaf, i) => (gainOf(leaf) > gainOf(leaves[best]) ? i : best), 0);
    const { node, rows: own, split } = leaves[at] as Leaf;
    if (!split) break;
    const first = grove.part(node, split);
    const goes = (row: number) => season.binned.bins[row * season.binned.width + split.feature] as number;
    leaves.splice(
      at,
      1,
      leafOf(
        season,
        first,
        own.filter((row) => goes(row) <= split.bin),
      ),
      leafOf(
        season,
        first + 1,
        own.filter((row) => goes(row) > split.bin),
      ),
    );
  }
  return leaves;
}

function gainOf(leaf: Leaf | undefined): number {
  return leaf?.split?.gain ?? 0;
}

/** What a leaf adds: a careful step against the slope of its rows. */
function settle(grove: Grove, { first, second }: Slopes, { node, rows }: Leaf): void {
  let [slope, curve] = [0, GROWTH.pull];
  for (const row of rows) {
    slope += first[row] as number;
    curve += second[row] as number;
  }
  grove.value[node] = (-GROWTH.rate * slope) / curve;
}

/** Trains on rows of both kinds; throws without any. The same rows give the same trees. */
export function trainTrees(rows: readonly TreeRow[]): Trees {
  const width = rows[0]?.numbers.length;
  if (width === undefined) throw new Error('no rows to grow trees from');
  const binned = binsOf(rows.map(({ numbers }) => numbers));
  const random = randomFrom(SEED);
  const base = oddsOf(rows);
  const scores = new Float64Array(rows.length).fill(base);
  const grove = new Grove();
  for (let tree = 0; tree < GROWTH.trees; tree++) {
    const slopes = slopesOf(rows, scores);
    const asked = [...Array(width).keys()].filter(() => random() < GROWTH.numbers);
    const chosen = Uint32Array.from(rows.keys()).filter(() => random() < GROWTH.rows);
    for (const leaf of growTree(grove, { binned, slopes, asked }, chosen)) settle(grove, slopes, leaf);
    const grown = grove.trees(0);
    const newest = { ...grown, roots: grown.roots.subarray(tree) };
    rows.forEach(({ numbers }, i) => {
      scores[i] = (scores[i] as number) + treesSay(newest, numbers);
    });
  }
  return grove.trees(base);
}

function oddsOf(rows: readonly TreeRow[]): number {
  const weightOf = (of: readonly TreeRow[]) => of.reduce((sum, { weight }) => sum + weight, 1);
  return Math.log(weightOf(rows.filter(({ yes }) => yes)) / weightOf(rows.filter(({ yes }) => !yes)));
}
