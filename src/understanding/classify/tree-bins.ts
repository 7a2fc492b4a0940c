// Numbers sorted into a few bins, so that a tree finds where to part its rows by counting.

/** `bins[row * width + number]`; a value is in the first bin whose edge it does not pass, or in the one behind the last. */
export interface Binned {
  readonly width: number;
  readonly bins: Uint8Array;
  readonly edges: readonly Float32Array[];
}

/** Rows of `number` up to this bin (its edge is the threshold) against the others. */
export interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly threshold: number;
  readonly gain: number;
}

/** By bin: sums of first and second slopes, and rows. */
export interface Histogram {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly rows: Uint32Array;
}

const MOST_BINS = 64;

/** Edges that share out the values evenly, distinct and rising. */
function edgesOf(values: Float32Array): Float32Array {
  const sorted = values.slice().sort();
  const picked = Array.from(
    { length: MOST_BINS - 1 },
    (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / MOST_BINS)] as number,
  );
  return Float32Array.from(new Set(picked));
}

function binOf(edges: Float32Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Bins of all numbers; rows of equal length. */
export function binsOf(rows: readonly Float32Array[]): Binned {
  const width = rows[0]?.length ?? 0;
  const bins = new Uint8Array(rows.length * width);
  const edges = Array.from({ length: width }, (_, number) =>
    edgesOf(Float32Array.from(rows, (row) => row[number] as number)),
  );
  rows.forEach((row, i) => {
    for (let number = 0; number < width; number++) {
      bins[i * width + number] = binOf(edges[number] as Float32Array, row[number] as number);
    }
  });
  return { width, bins, edges };
}

/** Sums of slopes of the given rows by bin of one number. */
export function histogramOf(
  { bins, width }: Binned,
  slopes: { readonly first: Float64Array; readonly second: Float64Array },
  number: number,
  chosen: Uint32Array,
): Histogram {
  const first = new Float64Array(MOST_BINS);
  const second = new Float64Array(MOST_BINS);
  const rows = new Uint32Array(MOST_BINS);
  for (const row of chosen) {
    const bin = bins[row * width + number] as number;
    first[bin] = (first[bin] as number) + (slopes.first[row] as number);
    second[bin] = (second[bin] as number) + (slopes.second[row] as number);
    rows[bin] = (rows[bin] as number) + 1;
  }
  return { first, second, rows };
}

interface Limits {
  readonly leastRows: number;
  /** Added to every sum of second slopes: few rows say little. */
  readonly pull: number;
}

/** The split with the most gain over all asked numbers; null when none parts at least `leastRows` rows to each side. */
export function bestSplit(
  { edges }: Binned,
  asked: readonly number[],
  histogram: (number: number) => Histogram,
  limits: Limits,
): Split | null {
  return asked.reduce<Split | null>((best, number) => {
    const found = bestOf(histogram(number), limits);
    if (!found || found.gain <= (best?.gain ?? 0)) return best;
    return { feature: number, threshold: edges[number]?.[found.bin] as number, ...found };
  }, null);
}

function bestOf(
  { first, second, rows }: Histogram,
  { leastRows, pull }: Limits,
): Pick<Split, 'bin' | 'gain'> | null {
  const whole = { first: totalOf(first), second: totalOf(second), rows: totalOf(rows) };
  const worth = (slope: number, curve: number) => slope ** 2 / (curve + pull);
  const unsplit = worth(whole.first, whole.second);
  let [slope, curve, count] = [0, 0, 0];
  let best: Pick<Split, 'bin' | 'gain'> | null = null;
  for (let bin = 0; bin < MOST_BINS - 1; bin++) {
    slope += first[bin] as number;
    curve += second[bin] as number;
    count += rows[bin] as number;
    if (count < leastRows || whole.rows - count < leastRows) continue;
    const gain = worth(slope, curve) + worth(whole.first - slope, whole.second - curve) - unsplit;
    if (gain > (best?.gain ?? 0)) best = { bin, gain };
  }
  return best;
}

function totalOf(list: Iterable<number>): number {
  let total = 0;
  for (const one of list) total += one;
  return total;
}
