// The features a classifier or an index knows: hash -> row. Rising hashes in buckets of their first bits, in typed arrays.
import type { Features } from './features.js';

/** The feature `ids[n]` has row n; those of bucket b stand at `first[b]` to `first[b + 1]`. */
export interface Vocabulary {
  /** Distinct, rising. */
  readonly ids: Uint32Array;
  readonly first: Uint32Array;
}

const LEAST_BITS = 4;

/** The row of a feature, or -1 when it was never learnt. */
export function rowOf({ ids, first }: Vocabulary, id: number): number {
  // There are 2 ** bits buckets: the shift leaves as many bits of the hash.
  const bucket = id >>> (Math.clz32(first.length - 1) + 1);
  const end = first[bucket + 1] as number;
  for (let row = first[bucket] as number; row < end; row++) if (ids[row] === id) return row;
  return -1;
}

/** A vocabulary of the given ids, which must be distinct and rising; rows in their order. */
export function vocabularyOf(ids: Uint32Array): Vocabulary {
  const bits = Math.max(LEAST_BITS, 32 - Math.clz32(ids.length));
  const first = new Uint32Array(2 ** bits + 1);
  for (const id of ids) {
    const next = (id >>> (32 - bits)) + 1;
    first[next] = (first[next] as number) + 1;
  }
  for (let bucket = 0; bucket < 2 ** bits; bucket++) {
    first[bucket + 1] = (first[bucket + 1] as number) + (first[bucket] as number);
  }
  return { ids, first };
}

/** Found rows of one message, for as long as its features live. Vocabularies may share their ids. */
const found = new WeakMap<Pick<Features, 'count' | 'ids'>, { ids: Uint32Array; rows: Int32Array }>();

/** The row of each feature, -1 for what was never learnt. Looked up once for all that share the ids. */
export function rowsOf(vocabulary: Vocabulary, features: Pick<Features, 'count' | 'ids'>): Int32Array {
  const known = found.get(features);
  if (known?.ids === vocabulary.ids) return known.rows;
  const rows = new Int32Array(features.count);
  for (let i = 0; i < rows.length; i++) rows[i] = rowOf(vocabulary, features.ids[i] as number);
  found.set(features, { ids: vocabulary.ids, rows });
  return rows;
}

/** One vocabulary of all ids of the given ones. */
export function unionOf(vocabularies: readonly Vocabulary[]): Vocabulary {
  const ids = new Set(vocabularies.flatMap((vocabulary) => [...vocabulary.ids]));
  return vocabularyOf(Uint32Array.from(ids).sort());
}

/** Offsets by the rows of `from` as offsets by the rows of `to`, which holds all of them; the others have nothing. */
export function widened(offsets: Uint32Array, from: Vocabulary, to: Vocabulary): Uint32Array {
  const wide = new Uint32Array(to.ids.length + 1);
  let row = 0;
  to.ids.forEach((id, at) => {
    if (id === from.ids[row]) row++;
    wide[at + 1] = offsets[row] as number;
  });
  return wide;
}

/** Distinct ids that stand in at least `least` of the messages, rising. */
export function commonIds(messages: readonly Pick<Features, 'count' | 'ids'>[], least: number): Uint32Array {
  const seen = new Map<number, number>();
  const last = new Map<number, number>();
  messages.forEach((features, message) => {
    for (let i = 0; i < features.count; i++) {
      const id = features.ids[i] as number;
      if (last.get(id) === message) continue;
      last.set(id, message);
      seen.set(id, (seen.get(id) ?? 0) + 1);
    }
  });
  return Uint32Array.from([...seen].filter(([, count]) => count >= least).map(([id]) => id)).sort();
}
