// The features a classifier knows: hash -> row of weights. Open addressing over typed arrays, so that loading is a copy.
import type { Features } from './features.js';

/** `rows[slot]` is the row of the feature `keys[slot]`, or -1 for an empty slot. */
export interface Vocabulary {
  readonly size: number;
  readonly keys: Uint32Array;
  readonly rows: Int32Array;
}

function slotOf(keys: Uint32Array, rows: Int32Array, id: number): number {
  const mask = keys.length - 1;
  let slot = (id ^ (id >>> 15)) & mask;
  while (rows[slot] !== -1 && keys[slot] !== id) slot = (slot + 1) & mask;
  return slot;
}

/** The row of a feature, or -1 when it was never learnt. */
export function rowOf(vocabulary: Vocabulary, id: number): number {
  return vocabulary.rows[slotOf(vocabulary.keys, vocabulary.rows, id)] as number;
}

/** A vocabulary of the given distinct ids, rows in their order. */
export function vocabularyOf(ids: ArrayLike<number>): Vocabulary {
  let capacity = 16;
  while (capacity < ids.length * 2) capacity *= 2;
  const keys = new Uint32Array(capacity);
  const rows = new Int32Array(capacity).fill(-1);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row] as number;
    const slot = slotOf(keys, rows, id);
    keys[slot] = id;
    rows[slot] = row;
  }
  return { size: ids.length, keys, rows };
}

/** The ids of a vocabulary in the order of their rows. */
export function idsOf(vocabulary: Vocabulary): Uint32Array {
  const ids = new Uint32Array(vocabulary.size);
  for (let slot = 0; slot < vocabulary.rows.length; slot++) {
    const row = vocabulary.rows[slot] as number;
    if (row >= 0) ids[row] = vocabulary.keys[slot] as number;
  }
  return ids;
}

/** Distinct ids that stand in at least `least` of the messages, in order of first appearance. */
export function commonIds(messages: readonly Features[], least: number): Uint32Array {
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
  return Uint32Array.from([...seen].filter(([, count]) => count >= least).map(([id]) => id));
}
