// The features of one message while they are collected, and the hashes that name them. One buffer serves all messages.

const { imul } = Math;

const MOST_FEATURES = 4000;

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
