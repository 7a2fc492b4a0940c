// Finds pairs of nearly equal texts among many, by prefix filtering: two sets that overlap much share a rare token.

/** The tokens of a text without case, accents and punctuation; pairs of neighbours for scripts without spaces. */
export function tokenSet(text: string): Set<string> {
  const folded = text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .toLowerCase();
  const words = folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? neighbours(word) : [word])));
}

function neighbours(word: string): string[] {
  const letters = [...word];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** Two indexes into the given texts, the later one first. */
export type Pair = readonly [later: number, earlier: number];

/**
 * Pairs whose token sets have a Jaccard similarity of at least `least` (0 to 1) and that `mayPair` lets through.
 * Texts without any token are never paired. Exact, and about linear for texts of different content.
 */
export function similarPairs(
  texts: readonly string[],
  least: number,
  mayPair: (later: number, earlier: number) => boolean,
): Pair[] {
  const sets = texts.map(tokenSet);
  const rarestFirst = orderByRarity(sets);
  const index = new Map<string, number[]>();
  return sets.flatMap((set, later) => {
    const prefix = rarestFirst(set).slice(0, set.size - Math.ceil(least * set.size) + 1);
    const candidates = new Set(prefix.flatMap((token) => index.get(token) ?? []));
    for (const token of prefix) addTo(index, token, later);
    return [...candidates]
      .filter((earlier) => mayPair(later, earlier) && jaccard(set, sets[earlier] ?? new Set()) >= least)
      .map((earlier): Pair => [later, earlier]);
  });
}

function addTo(index: Map<string, number[]>, token: string, at: number): void {
  const places = index.get(token);
  if (places) places.push(at);
  else index.set(token, [at]);
}

function orderByRarity(sets: readonly Set<string>[]): (set: Set<string>) => string[] {
  const count = new Map<string, number>();
  for (const set of sets) for (const token of set) count.set(token, (count.get(token) ?? 0) + 1);
  const byRarity = (one: string, other: string) =>
    (count.get(one) ?? 0) - (count.get(other) ?? 0) || (one < other ? -1 : 1);
  return (set) => [...set].sort(byRarity);
}

function jaccard(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((token) => other.has(token)).length;
  return shared / (one.size + other.size - shared);
}
