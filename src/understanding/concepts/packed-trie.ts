// Character tries in typed arrays, as the bundle holds them: children of a node stand side by side. Only read.
import type { EdgeMap } from './edge-map.js';

/**
 * Node n is entered by the UTF-16 unit `units[n]`; its children are the nodes `first[n]` to `first[n + 1]`, units
 * rising. `whole` and `open` are the symbols of words that end here and of words that may go on; 0 is none.
 */
export interface PackedTrie {
  readonly first: Uint32Array;
  readonly units: Uint16Array;
  readonly whole: Uint32Array;
  readonly open: Uint32Array;
}

/** Symbols at the nodes of a growing trie, 0 or missing for none. */
export interface TrieSymbols {
  readonly whole: readonly (number | undefined)[];
  readonly open: readonly (number | undefined)[];
}

/** Packs a grown trie whose labels are UTF-16 units, nodes renumbered by depth. */
export function packTrie(edges: EdgeMap, symbols: TrieSymbols): PackedTrie {
  const { nodes } = edges;
  const rows = edges.rows();
  const packed = {
    first: new Uint32Array(nodes + 1),
    units: new Uint16Array(nodes),
    whole: new Uint32Array(nodes),
    open: new Uint32Array(nodes),
  };
  const grown = new Uint32Array(nodes);
  let next = 1;
  for (let at = 0; at < nodes; at++) {
    const node = grown[at] as number;
    packed.first[at] = next;
    packed.whole[at] = symbols.whole[node] ?? 0;
    packed.open[at] = symbols.open[node] ?? 0;
    for (let edge = rows.first[node] as number; edge < (rows.first[node + 1] as number); edge++) {
      packed.units[next] = rows.labels[edge] as number;
      grown[next++] = rows.targets[edge] as number;
    }
  }
  packed.first[nodes] = next;
  return packed;
}

/** The place of `wanted` among the rising `labels[low]` to `labels[high]` (end exclusive), or -1. */
export function placeOf(
  labels: Uint16Array | Uint32Array,
  wanted: number,
  range: { low: number; high: number },
): number {
  let { low, high } = range;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((labels[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < range.high && labels[low] === wanted ? low : -1;
}
