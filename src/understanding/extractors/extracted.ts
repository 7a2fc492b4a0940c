// The shape of every extractor's answer.
import { originalSpan } from '../folding/fold.js';
import type { Tokens } from '../tokens.js';

/** A value read from a text and where it stood: UTF-16 offsets in the original, end exclusive. */
export interface Extracted<Value> {
  readonly value: Value;
  readonly start: number;
  readonly end: number;
}

/** The value with the place of tokens `from` to `to` (end exclusive). */
export function extracted<Value>(
  tokens: Tokens,
  value: Value,
  range: { from: number; to: number },
): Extracted<Value> {
  const from = tokens.starts[range.from] ?? 0;
  const to = tokens.ends[range.to - 1] ?? from;
  return { value, ...originalSpan(tokens.folded, from, to) };
}

/** A set of folded words from a list separated by spaces. */
export function wordSet(list: string, foldWord: (word: string) => string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean).map(foldWord));
}
