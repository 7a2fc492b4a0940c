// The features a classifier or an index knows: hash -> row. Rising hashes in buckets of their first bits, in typed arrays.
import { type FeatureKind, kindOf } from './feature-draft.js';
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

/** One vocabulary of all ids of the given ones. */
export function unionOf(vocabularies: readonly Vocabulary[]): Vocabulary {
  const ids = new Set(vocabularies.flatMap((vocabulary) => [...vocabulary.ids]));
  return vocabularyOf(Uint32Array.from(ids).sort());
}

/** Distinct ids, of one kind or of all, that stand in at least `least` of the messages, rising. */
export function commonIds(
  messages: readonly Pick<Features, 'count' | 'ids'>[],
  least: number,
  kind: FeatureKind | null = null,
): Uint32Array {
  const tally = new Tally();
  messages.forEach(({ count, ids }, message) => {
    for (let i = 0; i < count; i++) {
      const id = ids[i] as number;
      if (kind === null || kindOf(id) === kind) tally.meet(id, message);
    }
  });
  return tally.metAtLeast(least);
}

const FIRST_SIZE = 2 ** 16;
const MOST_FULL = 0.6;

/** In how many messages each id stands. Millions of ids are counted several times a build: a plain table, not a map. */
class Tally {
  private ids = new Uint32Array(FIRST_SIZE);
  /** 0: the place is free. */
  private counts = new Uint32Array(FIRST_SIZE);
  /** The message that an id was met in last. */
  private last = new Uint32Array(FIRST_SIZE);
  private met = 0;

  meet(id: number, message: number): void {
    const at = this.placeOf(id);
    if (this.counts[at] === 0) this.met++;
    else if (this.last[at] === message) return;
    this.ids[at] = id;
    this.last[at] = message;
    this.counts[at] = (this.counts[at] as number) + 1;
    if (this.met > MOST_FULL * this.ids.length) this.grow();
  }

  metAtLeast(least: number): Uint32Array {
    const { ids, counts } = this;
    return ids.filter((_, at) => (counts[at] as number) >= Math.max(1, least)).sort();
  }

  private placeOf(id: number): number {
    const mask = this.ids.length - 1;
    let at = (id >>> 2) & mask;
    while (this.counts[at] !== 0 && this.ids[at] !== id) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const { ids, counts, last } = this;
    this.ids = new Uint32Array(2 * ids.length);
    this.counts = new Uint32Array(2 * ids.length);
    this.last = new Uint32Array(2 * ids.length);
    for (let from = 0; from < ids.length; from++) {
      if (counts[from] === 0) continue;
      const at = this.placeOf(ids[from] as number);
      this.ids[at] = ids[from] as number;
      this.counts[at] = counts[from] as number;
      this.last[at] = last[from] as number;
    }
  }
}
