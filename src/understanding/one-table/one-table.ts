// Where what is said of a feature stands: its form in memory, and finding its place.

/** Of one search index: how many documents, whether pieces of words are terms, what a step of a gain is worth. */
export interface IndexShape {
  readonly count: number;
  readonly pieces: boolean;
  readonly step: number;
}

/**
 * `slots`: two numbers each, a feature and the place of its cell plus 1 (0: free), from the slot that the feature's first bits
 * name onwards. `cells`: flags of `HAS`, then by flag: a byte a label of the two models of danger; how many topics, and for
 * each label times 256 plus 128 plus the step; how many postings, and for each two units (document, gain) of the examples
 * and of the documents.
 */
export interface OneTable {
  readonly slots: Uint32Array;
  readonly cells: Uint16Array;
  /** How many labels: of both models of danger together, of the topics. */
  readonly labels: { readonly levels: number; readonly topics: number };
  readonly examples: IndexShape;
  readonly documents: IndexShape;
}

/** Which models say something of a feature. */
export const HAS = { levels: 1, topics: 2, examples: 4, documents: 8 } as const;
/** The byte of a weight that is nothing. */
export const NO_STEP = 128;

/** Slots are at most this full, so that a feature stands near the slot it names. */
const MOST_FULL = 0.75;
const LEAST_BITS = 4;

/** Slots of the given features; `ids` distinct and rising, `places` those of their cells. */
export function slotsOf(ids: Uint32Array, places: Uint32Array): Uint32Array {
  const bits = Math.max(LEAST_BITS, Math.ceil(Math.log2(Math.max(1, ids.length) / MOST_FULL)));
  // Features rise, so only the last ones can run over the end: there is room for all of them.
  const named = ids.reduce((last, id) => Math.max(last + 1, id >>> (32 - bits)), -1);
  const slots = new Uint32Array(2 * (Math.max(2 ** bits, named + 1) + 1));
  let free = 0;
  ids.forEach((id, i) => {
    const slot = Math.max(free, id >>> (32 - bits));
    slots[2 * slot] = id;
    slots[2 * slot + 1] = (places[i] as number) + 1;
    free = slot + 1;
  });
  return slots;
}

/** How far a feature is shifted to name its slot. The slots are a power of two, with the few that ran over the end. */
export function shiftOf({ slots }: Pick<OneTable, 'slots'>): number {
  return 1 + Math.clz32(slots.length / 2 - 1);
}

/** The place of what is said of a feature; -1 when nobody says anything. */
export function placeOf(slots: Uint32Array, shift: number, id: number): number {
  for (let at = 2 * (id >>> shift); ; at += 2) {
    const place = slots[at + 1] as number;
    if (place === 0 || slots[at] === id) return place - 1;
  }
}
