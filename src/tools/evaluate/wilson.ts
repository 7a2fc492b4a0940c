// A share with the interval it may truly lie in: few cases say little, and the figures show it.

export interface Share {
  readonly hits: number;
  readonly of: number;
  /** hits / of; null when there was nothing to count. */
  readonly share: number | null;
  /** Wilson's 95 % interval; null with the share. */
  readonly low: number | null;
  readonly high: number | null;
}

const Z = 1.959963984540054;

/** The share of `hits` among `of`, with Wilson's 95 % interval. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, share: null, low: null, high: null };
  const p = hits / of;
  const spread = Z * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of));
  const middle = p + (Z * Z) / (2 * of);
  const scale = 1 + (Z * Z) / of;
  return {
    hits,
    of,
    share: p,
    low: Math.max(0, (middle - spread) / scale),
    high: Math.min(1, (middle + spread) / scale),
  };
}

/** Counts the rows for which something holds. */
export function countShare<Row>(rows: readonly Row[], holds: (row: Row) => boolean): Share {
  return shareOf(rows.filter(holds).length, rows.length);
}
