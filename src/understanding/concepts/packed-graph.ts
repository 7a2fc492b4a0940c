// The automaton of all expressions in typed arrays, as the bundle holds it: a trie whose equal branches are one, so that
// the alternatives of an expression share what follows them.
import type { EdgeRows } from './edge-map.js';

/** The label of the edge into a gap; symbols begin at 1. */
export const GAP_LABEL = 0;

/**
 * Edges of node n stand at `first[n]` to `first[n + 1]` of `labels` (rising) and `targets`. `ends[n]` is the number of
 * the list of what ends here, 0 for nothing. `starts[symbol]` is the node behind the symbol at the root. Node 0 is none.
 */
export interface PackedGraph extends EdgeRows {
  readonly ends: Uint32Array;
  readonly starts: Uint32Array;
}

/** Nodes while they are packed, each different one once. */
class DistinctNodes {
  private readonly known = new Map<string, number>();
  readonly first = [0, 0];
  readonly labels: number[] = [];
  readonly targets: number[] = [];
  readonly ends = [0];

  /** The number of the node with this end and these edges. */
  numberOf(end: number, labels: Uint32Array, targets: Uint32Array): number {
    const key = `${end}|${labels}|${targets}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.labels.push(...labels);
    this.targets.push(...targets);
    this.first.push(this.labels.length);
    this.known.set(key, this.ends.length);
    return this.ends.push(end) - 1;
  }
}

/**
 * Packs a grown trie of `symbols` symbols; `ends` by node, 0 or missing for nothing. The same trie gives the same graph.
 */
export function packGraph(
  trie: EdgeRows,
  ends: readonly (number | undefined)[],
  symbols: number,
): PackedGraph {
  const distinct = new DistinctNodes();
  const packed = new Uint32Array(trie.first.length - 1);
  const edgesOf = (node: number) => {
    const [from, to] = [trie.first[node] as number, trie.first[node + 1] as number];
    return { labels: trie.labels.subarray(from, to), targets: trie.targets.subarray(from, to) };
  };
  // Children have higher numbers than their parents: from the last node on, all targets are packed already.
  for (let node = packed.length - 1; node > 0; node--) {
    const { labels, targets } = edgesOf(node);
    packed[node] = distinct.numberOf(
      ends[node] ?? 0,
      labels,
      targets.map((target) => packed[target] as number),
    );
  }
  const starts = new Uint32Array(symbols + 1);
  const root = edgesOf(0);
  root.labels.forEach((label, i) => {
    starts[label] = packed[root.targets[i] as number] as number;
  });
  return {
    first: Uint32Array.from(distinct.first),
    labels: Uint32Array.from(distinct.labels),
    targets: Uint32Array.from(distinct.targets),
    ends: Uint32Array.from(distinct.ends),
    starts,
  };
}

/** The node behind a symbol, or 0 when there is none. */
export function nextNode({ first, labels, targets }: PackedGraph, node: number, symbol: number): number {
  const end = first[node + 1] as number;
  let low = first[node] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((labels[middle] as number) < symbol) low = middle + 1;
    else high = middle;
  }
  return low < end && labels[low] === symbol ? (targets[low] as number) : 0;
}

/** The node after a gap that may follow this node, or 0 when none may. */
export function gapAfter({ first, labels, targets }: PackedGraph, node: number): number {
  const at = first[node] as number;
  return at < (first[node + 1] as number) && labels[at] === GAP_LABEL ? (targets[at] as number) : 0;
}
