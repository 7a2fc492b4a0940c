// Minimal pairs teach by what differs: two messages of nearly the same words, one dangerous and one not. What they share
// cancels out, so that the words which turn the meaning get the say.
import type { TrainingRow } from './train.js';

/** Two messages of one pair on different sides. */
export interface Contrast {
  readonly danger: TrainingRow;
  readonly quiet: TrainingRow;
}

type Sparse = TrainingRow['features'];

/** A pair counts beside its two messages, which are learnt too. */
const CONTRAST_WEIGHT = 0.6;
const LEAST_VALUE = 1e-6;

/** Pairs of exactly two rows with different labels, of the labels `danger` and `quiet`; others are left out. */
export function contrastsOf(rows: readonly (TrainingRow & { readonly pair?: string })[]): Contrast[] {
  const byPair = Map.groupBy(
    rows.filter(({ pair }) => pair !== undefined),
    ({ pair }) => pair,
  );
  return [...byPair.values()].flatMap((both) => {
    const danger = both.find(({ label }) => label === 'danger');
    const quiet = both.find(({ label }) => label === 'quiet');
    return danger && quiet && both.length === 2 ? [{ danger, quiet }] : [];
  });
}

/** Each contrast as two rows that mirror each other. */
export function contrastRows(contrasts: readonly Contrast[]): TrainingRow[] {
  return contrasts.flatMap(({ danger, quiet }) => {
    const features = difference(danger.features, quiet.features);
    const mirrored = { ...features, values: features.values.map((value) => -value) };
    return [
      { features, label: 'danger', weight: CONTRAST_WEIGHT },
      { features: mirrored, label: 'quiet', weight: CONTRAST_WEIGHT },
    ];
  });
}

function difference(left: Sparse, right: Sparse): Sparse {
  const values = new Map<number, number>();
  addTo(values, left, 1);
  addTo(values, right, -1);
  const kept = [...values].filter(([, value]) => Math.abs(value) > LEAST_VALUE);
  return {
    count: kept.length,
    ids: Uint32Array.from(kept, ([id]) => id),
    values: Float32Array.from(kept, ([, value]) => value),
  };
}

function addTo(values: Map<number, number>, { count, ids, values: own }: Sparse, sign: number): void {
  for (let i = 0; i < count; i++) {
    const id = ids[i] as number;
    values.set(id, (values.get(id) ?? 0) + sign * (own[i] as number));
  }
}
