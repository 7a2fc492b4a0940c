// The features of one message while they are collected, and the hashes that name them. One buffer serves all messages.

const { imul } = Math;

const MOST_FEATURES = 4000;

/** What a feature is of. Its id tells by the last two bits, so that each kind can be learnt by itself. */
export const KIND = { word: 0, concept: 1, piece: 2, meaning: 3 } as const;
export type FeatureKind = (typeof KIND)[keyof typeof KIND];
export const KINDS: readonly FeatureKind[] = Object.values(KIND);
const KIND_BITS = 3;

/** The id of a feature of this kind. */
export function ofKind(kind: FeatureKind, hash: number): number {
  return ((hash & ~KIND_BITS) | kind) >>> 0;
}

export function kindOf(id: number): number {
  return id & KIND_BITS;
}

/** Filled anew by each message and copied out: one allocation instead of many. */
export const draft = {
  ids: new Uint32Array(MOST_FEATURES),
  values: new Float32Array(MOST_FEATURES),
  from: new Uint16Array(MOST_FEATURES),
  to: new Uint16Array(MOST_FEATURES),
  count: 0,
};

/** Adds a feature that tokens `from` to `to` (end exclusive) said; what does not fit any more is left out. */
export function add(id: number, value: number, from: number, to: number): void {
  const at = draft.count;
  if (at >= MOST_FEATURES) return;
  draft.ids[at] = id;
  draft.values[at] = value;
  draft.from[at] = from;
  draft.to[at] = to;
  draft.count = at + 1;
}

/** A well-mixed unsigned 32-bit hash of part of a string. */
export function hashOf(text: string, seed: number, from = 0, to = text.length): number {
  let hash = seed;
  for (let i = from; i < to; i++) hash = imul(hash ^ text.charCodeAt(i), 0x01000193);
  return avalanche(hash);
}

/** Spreads a number over all 32 bits. */
export function avalanche(value: number): number {
  let h = imul(value ^ (value >>> 16), 0x7feb352d);
  h = imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The hash of two hashes in this order. */
export function join(left: number, right: number, seed: number): number {
  return avalanche(imul(left ^ seed, 0x9e3779b1) + right);
}
