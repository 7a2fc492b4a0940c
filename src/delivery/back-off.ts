// How long a failed row waits, and how often it is tried. Pure.
import { type EffectKind, MINUTE_MS, SECOND_MS } from '../core/index.js';

const SHORTEST_MS = SECOND_MS;
const LONGEST_MS = 5 * MINUTE_MS;

/** Erasing has to happen: nothing, not even a failure that says "do not retry", drops these. */
const ALWAYS: ReadonlySet<EffectKind> = new Set(['shred', 'forget']);

/** How often a kind is tried before it is given up; those not named are tried until they succeed. */
const TRIES: Partial<Record<EffectKind, number>> = {
  // A hint for people; a later one says the same.
  alarm: 5,
  send: 20,
  status: 20,
};

/**
 * Milliseconds until the next try: doubling from 1 s to 5 min, of which a random half is left out, so that a thousand rows
 * that failed together do not come back together. `random` is from 0 to 1.
 */
export function backOffMs(tries: number, random: number): number {
  const longest = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.min(tries, 30));
  return Math.round(longest * (0.5 + random / 2));
}

/** Whether a row that has failed `tries` times before this one is to be dropped. */
export function isGivenUp(kind: EffectKind, tries: number): boolean {
  return tries + 1 >= (TRIES[kind] ?? Number.POSITIVE_INFINITY);
}

/** Whether a row may be dropped when its failure will not pass by itself. */
export function isDroppable(kind: EffectKind): boolean {
  return !ALWAYS.has(kind);
}
