// Messages to learn from, side by side in a few long arrays: a small array for each would be millions, and collecting them
// as garbage took longer than learning.
import { type FeatureKind, kindOf } from './feature-draft.js';
import type { Features } from './features.js';
import { rowOf, type Vocabulary } from './vocabulary.js';

type Sparse = Pick<Features, 'count' | 'ids' | 'values'>;

/** Row n: `at[starts[n]]` to `at[starts[n + 1]]` are places of its features in a vocabulary, `values` what they weigh. */
export interface FlatRows {
  readonly starts: Uint32Array;
  readonly at: Uint32Array;
  readonly values: Float32Array;
}

/** Lays rows flat; what the vocabulary lacks is left out. `kind` must be that of the vocabulary, null for all. */
export function flatRows(
  rows: readonly { readonly features: Sparse }[],
  vocabulary: Vocabulary,
  kind: FeatureKind | null,
): FlatRows {
  const most = rows.reduce((sum, { features }) => sum + countOf(features, kind), 0);
  const starts = new Uint32Array(rows.length + 1);
  const [at, values] = [new Uint32Array(most), new Float32Array(most)];
  let known = 0;
  rows.forEach(({ features }, n) => {
    const { count, ids } = features;
    for (let i = 0; i < count; i++) {
      const id = ids[i] as number;
      const place = kind === null || kindOf(id) === kind ? rowOf(vocabulary, id) : -1;
      if (place < 0) continue;
      at[known] = place;
      values[known++] = features.values[i] as number;
    }
    starts[n + 1] = known;
  });
  return { starts, at: at.subarray(0, known), values: values.subarray(0, known) };
}

function countOf({ count, ids }: Sparse, kind: FeatureKind | null): number {
  if (kind === null) return count;
  let own = 0;
  for (let i = 0; i < count; i++) if (kindOf(ids[i] as number) === kind) own++;
  return own;
}

/**
 * Moves what stands in most rows to the front of the places, and answers where each place went. Learning waits for memory,
 * and what is used most then stays near.
 */
export function byUse({ at }: FlatRows, places: number): Uint32Array {
  const uses = new Uint32Array(places);
  for (let i = 0; i < at.length; i++) uses[at[i] as number] = (uses[at[i] as number] as number) + 1;
  const order = Uint32Array.from(uses.keys());
  order.sort((a, b) => (uses[b] as number) - (uses[a] as number) || a - b);
  const moved = new Uint32Array(places);
  order.forEach((place, rank) => {
    moved[place] = rank;
  });
  for (let i = 0; i < at.length; i++) at[i] = moved[at[i] as number] as number;
  return moved;
}
