// One script's naive Bayes table: how much each hashed n-gram speaks for each language. Trained once, then only read.
import { languageUnits, type Ngrams, ngramsOf, withoutAccents } from './ngrams.js';

const { log, max, min, round } = Math;

/** A line of training text. `tag` is BCP 47, or `other:<tag>` for languages that are reported as `other`. */
export interface LanguageLine {
  readonly tag: string;
  readonly text: string;
  /** How often the line counts; 1 when left out. */
  readonly weight?: number;
}

/** `weights[bucket * tags.length + tag]` / `SCALE` = log of how much likelier the n-gram is in this language than on average. */
export interface NgramTable {
  readonly tags: readonly string[];
  readonly bits: number;
  readonly weights: Int8Array;
}

export const SCALE = 16;
const LARGEST = 127;
/** Observations that the average of all languages counts for: what a language has not shown is believed that little. */
const PRIOR_MASS = 3000;
/** How much each order of n-gram counts, in tenths (index 1-4 characters, 5 a whole word): whole numbers add up faster. */
const ORDER_TENTHS = [0, 4, 7, 10, 10, 10];
const STRIPPED_SHARE = 0.5;

interface Counts {
  readonly tags: readonly string[];
  readonly bits: number;
  readonly counts: Float64Array;
  readonly totals: Float64Array;
}

function count(lines: readonly LanguageLine[], bits: number): Counts {
  const tags = [...new Set(lines.map((line) => line.tag))].sort();
  const counts = new Float64Array((1 << bits) * tags.length);
  const totals = new Float64Array(tags.length);
  for (const line of lines) {
    const tag = tags.indexOf(line.tag);
    const weight = line.weight ?? 1;
    const add = ({ hashes, count }: Ngrams, times: number) => {
      for (let i = 0; i < count; i++) {
        const at = ((hashes[i] as number) & ((1 << bits) - 1)) * tags.length + tag;
        counts[at] = (counts[at] as number) + times;
      }
      totals[tag] = (totals[tag] as number) + times * count;
    };
    const units = languageUnits(line.text);
    const plain = withoutAccents(units);
    const differs = plain.some((unit, i) => unit !== units[i]);
    add(ngramsOf(units), differs ? weight * (1 - STRIPPED_SHARE) : weight);
    if (differs) add(ngramsOf(plain), weight * STRIPPED_SHARE);
  }
  return { tags, bits, ...evened(counts, totals) };
}

/** All languages count for as much as one text of this many n-grams: what has more text must not win by that. */
const EVEN_TOTAL = 30_000;
/** A language of few lines in this script is not blown up to more than this. */
const MOST_BLOWN_UP = 8;

function evened(counts: Float64Array, totals: Float64Array): { counts: Float64Array; totals: Float64Array } {
  const width = totals.length;
  const scales = totals.map((total) => min(MOST_BLOWN_UP, EVEN_TOTAL / max(1, total)));
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at] as number;
    if (count !== 0) counts[at] = count * (scales[at % width] as number);
  }
  return { counts, totals: totals.map((total, tag) => total * (scales[tag] as number)) };
}

/** Trains a table on lines of one script. The same lines give the same table. */
export function trainTable(lines: readonly LanguageLine[], bits: number): NgramTable {
  const { tags, counts, totals } = count(lines, bits);
  const width = tags.length;
  const weights = new Int8Array(counts.length);
  const logs = new Float64Array(width);
  for (let bucket = 0; bucket < 1 << bits; bucket++) {
    let average = 0;
    for (let tag = 0; tag < width; tag++) {
      average += (counts[bucket * width + tag] as number) / max(1, totals[tag] as number) / width;
    }
    if (average === 0) continue;
    let mean = 0;
    for (let tag = 0; tag < width; tag++) {
      const total = totals[tag] as number;
      logs[tag] = log(
        ((counts[bucket * width + tag] as number) + PRIOR_MASS * average) / (total + PRIOR_MASS),
      );
      mean += (logs[tag] as number) / width;
    }
    for (let tag = 0; tag < width; tag++) {
      const value = round(((logs[tag] as number) - mean) * SCALE);
      weights[bucket * width + tag] = max(-LARGEST, min(LARGEST, value));
    }
  }
  return { tags, bits, weights };
}

/** What the units say of each tag; natural logs, not normalised. */
export function scoreUnits(table: NgramTable, units: readonly number[]): Float64Array {
  const { weights } = table;
  const width = table.tags.length;
  const mask = (1 << table.bits) - 1;
  const sums = new Int32Array(width);
  const { hashes, orders, count } = ngramsOf(units);
  for (let i = 0; i < count; i++) {
    const at = ((hashes[i] as number) & mask) * width;
    const tenths = ORDER_TENTHS[orders[i] as number] as number;
    for (let tag = 0; tag < width; tag++) {
      sums[tag] = (sums[tag] as number) + tenths * (weights[at + tag] as number);
    }
  }
  return Float64Array.from(sums, (sum) => sum / (10 * SCALE));
}
