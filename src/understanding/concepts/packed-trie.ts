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

/** The child of a node behind a unit, or 0 when there is none. */
export function childOf({ first, units }: PackedTrie, node: number, unit: number): number {
  const end = first[node + 1] as number;
  let low = first[node] as number;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle] as number) < unit) low = middle + 1;
    else high = middle;
  }
  return low < end && units[low] === unit ? low : 0;
}
