// What an embedded store needs of its engine: an ordered tree of bytes and one atomic, durable write at a time.
// Keys are arrays of strings and numbers; element by element, numbers sort before strings.

export type TreeKey = readonly (string | number)[];

export interface Tree {
  /** A copy of the value, or undefined. */
  get(key: TreeKey): Uint8Array | undefined;
  put(key: TreeKey, value: Uint8Array): void;
  remove(key: TreeKey): void;
  /** Entries from `from` (inclusive) to below `to`, in order of their keys, after `offset`, at most `limit`. */
  range(from: TreeKey, to: TreeKey, page?: { limit?: number; offset?: number }): TreeEntry[];
  /** How many keys lie from `from` (inclusive) to below `to`. */
  count(from: TreeKey, to: TreeKey): number;
}

export interface TreeEntry {
  readonly key: TreeKey;
  readonly value: Uint8Array;
}

export interface TreeEngine {
  /** The last committed state. Taken once, its calls in that tick see the same. */
  readonly view: Tree;
  /** Runs `work` alone; all of its writes happen or, when it throws, none. Resolves when they are on disk. */
  transact<T>(work: (tree: Tree) => T): Promise<T>;
  close(): Promise<void>;
}

/** Sorts after every key that starts with the same elements and goes on with a number or an ASCII string. */
export const LAST = '\uffff';

/** Everything below a prefix, in order. */
export function below(tree: Tree, prefix: TreeKey, page?: { limit?: number; offset?: number }): TreeEntry[] {
  return tree.range(prefix, [...prefix, LAST], page);
}

/** Raises the counter under this key and returns it; the first is 1. It never falls and outlives what it numbers. */
export function nextNumber(tree: Tree, key: TreeKey): number {
  const held = tree.get(key);
  const next = (held ? Number(Buffer.from(held).toString('latin1')) : 0) + 1;
  tree.put(key, Buffer.from(String(next), 'latin1'));
  return next;
}

/** The value of an entry that is only a key. */
export const PRESENT: Uint8Array = Buffer.from('1', 'latin1');
