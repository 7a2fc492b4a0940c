// Learns the filters of `convolution.ts`, one message at a time (AdaGrad). Only the place that a filter answered to most is
// moved, so a step costs little. Deterministic.
import { LEVELS, type Level } from '../../core/index.js';
import { randomFrom } from '../classify/train.js';
import {
  type Convolution,
  DANGER,
  FILTERS,
  type Pooled,
  REACH,
  STRIDE,
  slide,
  VERDICTS,
  weigh,
} from './convolution.js';
import type { Placed } from './placed.js';

export interface OrderRow {
  readonly placed: Placed;
  readonly level: Level;
  /** Danger, quiet, or null for what teaches the levels only. */
  readonly side: 'danger' | 'quiet' | null;
  readonly weight: number;
}

/** Chosen by our tune part; other numbers near these tell as well. */
const LEARNING = {
  ...{ passes: 2, filterRate: 0.15, verdictRate: 0.05, seed: 11 },
  /** Shares of what is said and of filters hidden at each step, so that none of them decides alone. */
  ...{ hideSaid: 0.15, hideFilters: 0.4 },
  /** Levels teach half as much as the question that matters. */
  levels: 0.5,
  ...{ spread: 0.05, verdictSpread: 0.15, leastError: 0.003 },
};

/** Trains on rows. The same rows give the same filters, bit for bit. */
export function trainWordOrder(rows: readonly OrderRow[]): Convolution {
  const learner = new Learner(rows.map(({ placed }) => placed));
  for (let pass = 0; pass < LEARNING.passes; pass++) learner.passOver(rows);
  return learner.learnt;
}

/** Numbers that are learnt, and the squares of how each was moved. */
class Weights {
  readonly values: Float32Array;
  private readonly squares: Float32Array;

  constructor(
    size: number,
    private readonly rate: number,
    start: () => number,
  ) {
    this.values = new Float32Array(size).map(start);
    this.squares = new Float32Array(size).fill(1);
  }

  move(at: number, slope: number): void {
    const squares = (this.squares[at] as number) + slope * slope;
    this.squares[at] = squares;
    this.values[at] = (this.values[at] as number) - (this.rate * slope) / Math.sqrt(squares);
  }
}

class Learner {
  private readonly random = randomFrom(LEARNING.seed);
  private readonly filters: Weights;
  private readonly filterBias = new Weights(FILTERS, LEARNING.filterRate, () => 0);
  private readonly verdicts: Weights;
  private readonly verdictBias = new Weights(VERDICTS, LEARNING.verdictRate, () => 0);
  private readonly pooled: Pooled = { best: new Float32Array(FILTERS), where: new Int16Array(FILTERS) };
  private readonly scores = new Float64Array(VERDICTS);
  private readonly pulls = new Float64Array(FILTERS);
  private readonly heard: Uint8Array;

  constructor(all: readonly Placed[]) {
    const highest = all.reduce((top, { ids }) => ids.reduce((most, id) => Math.max(most, id), top), 0);
    const around = (spread: number) => () => (this.random() + this.random() - 1) * 2 * spread;
    this.filters = new Weights((highest + 1) * STRIDE, LEARNING.filterRate, around(LEARNING.spread));
    this.verdicts = new Weights(FILTERS * VERDICTS, LEARNING.verdictRate, around(LEARNING.verdictSpread));
    this.heard = new Uint8Array(all.reduce((most, { ids }) => Math.max(most, ids.length), 0));
  }

  get learnt(): Convolution {
    return {
      ...{ filters: this.filters.values, filterBias: this.filterBias.values },
      ...{ verdicts: this.verdicts.values, verdictBias: this.verdictBias.values },
    };
  }

  /** One step on each row, in an order of chance. */
  passOver(rows: readonly OrderRow[]): void {
    const order = Uint32Array.from(rows.keys());
    for (let i = order.length - 1; i >= 0; i--) {
      const k = Math.floor(this.random() * (i + 1));
      this.learn(rows[order[k] as number] as OrderRow);
      order[k] = order[i] as number;
    }
  }

  private learn(row: OrderRow): void {
    this.look(row.placed);
    weigh(this.learnt, this.pooled.best, this.scores);
    this.err(row);
    this.moveVerdicts();
    this.moveFilters(row.placed);
  }

  /** Slides the filters over a row of which some is hidden, and hides some filters. */
  private look(placed: Placed): void {
    const { hideSaid, hideFilters } = LEARNING;
    for (let i = 0; i < placed.ids.length; i++) this.heard[i] = this.random() < hideSaid ? 0 : 1;
    slide(this.learnt, placed, this.pooled, this.heard, 1 / (1 - hideSaid));
    const { best, where } = this.pooled;
    for (let filter = 0; filter < FILTERS; filter++) {
      const isHidden = this.random() < hideFilters;
      best[filter] = isHidden ? 0 : (best[filter] as number) / (1 - hideFilters);
      if (isHidden) where[filter] = -1;
    }
  }

  /** Turns the scores into errors. */
  private err({ level, side, weight }: OrderRow): void {
    const { scores } = this;
    const shares = scores.slice(0, DANGER).map(Math.exp);
    const total = shares.reduce((sum, share) => sum + share, 0);
    LEVELS.forEach((one, i) => {
      scores[i] = weight * LEARNING.levels * ((shares[i] as number) / total - Number(one === level));
    });
    const danger = 1 / (1 + Math.exp(-(scores[DANGER] as number)));
    scores[DANGER] = side === null ? 0 : weight * (danger - Number(side === 'danger'));
  }

  /** Moves what filters weigh, and notes how each should have answered. */
  private moveVerdicts(): void {
    const { scores, pulls, verdicts } = this;
    const { best, where } = this.pooled;
    pulls.fill(0);
    for (let verdict = 0; verdict < VERDICTS; verdict++) {
      const error = scores[verdict] as number;
      if (Math.abs(error) < LEARNING.leastError) continue;
      this.verdictBias.move(verdict, error);
      for (let filter = 0; filter < FILTERS; filter++) {
        if ((where[filter] as number) < 0) continue;
        const at = verdict * FILTERS + filter;
        pulls[filter] = (pulls[filter] as number) + error * (verdicts.values[at] as number);
        verdicts.move(at, error * (best[filter] as number));
      }
    }
  }

  private moveFilters(placed: Placed): void {
    const { where } = this.pooled;
    for (let filter = 0; filter < FILTERS; filter++) {
      const pull = (this.pulls[filter] as number) / (1 - LEARNING.hideFilters);
      if (pull === 0) continue;
      this.filterBias.move(filter, pull);
      this.moveFilter(placed, where[filter] as number, filter, pull);
    }
  }

  /** Moves what is said around a place, and how it tells a filter. */
  private moveFilter({ count, starts, ids }: Placed, center: number, filter: number, pull: number): void {
    const end = Math.min(count - 1, center + REACH);
    for (let at = Math.max(0, center - REACH); at <= end; at++) {
      const offset = (center - at + REACH) * FILTERS + filter;
      for (let i = starts[at] as number; i < (starts[at + 1] as number); i++) {
        if (this.heard[i] === 1) this.filters.move((ids[i] as number) * STRIDE + offset, pull);
      }
    }
  }
}
