// The store for tests and terminal tools: the same semantics as the others, nothing kept when the process ends.
import type { Store } from './store.js';
import type { Tree, TreeEngine, TreeEntry, TreeKey } from './tree/tree.js';
import { createTreeStore, type EmbeddedOptions } from './tree/tree-store.js';

/** A Store that forgets everything at `close`. */
export async function openMemoryStore(options: EmbeddedOptions = {}): Promise<Store> {
  return createTreeStore(createMemoryEngine(), options);
}

function createMemoryEngine(): TreeEngine {
  const tree = new MemoryTree();
  return {
    view: tree,
    async transact(work) {
      // Always a turn of the event loop later, as a store with a disk would be.
      await Promise.resolve();
      return tree.allOrNothing(() => work(tree));
    },
    close: async () => tree.clear(),
  };
}

class MemoryTree implements Tree {
  #entries: TreeEntry[] = [];
  /** How to take back the writes of the running transaction, newest last. */
  #undo: (() => void)[] = [];

  get(key: TreeKey): Uint8Array | undefined {
    const entry = this.#entries[this.#placeOf(key)];
    return entry && compareKeys(entry.key, key) === 0 ? Buffer.from(entry.value) : undefined;
  }

  put(key: TreeKey, value: Uint8Array): void {
    const place = this.#placeOf(key);
    const before = this.get(key);
    this.#entries.splice(place, before ? 1 : 0, { key: [...key], value: Buffer.from(value) });
    this.#undo.push(() => (before ? this.put(key, before) : this.remove(key)));
  }

  remove(key: TreeKey): void {
    const before = this.get(key);
    if (!before) return;
    this.#entries.splice(this.#placeOf(key), 1);
    this.#undo.push(() => this.put(key, before));
  }

  range(from: TreeKey, to: TreeKey, page: { limit?: number; offset?: number } = {}): TreeEntry[] {
    const start = this.#placeOf(from) + (page.offset ?? 0);
    const end = Math.min(this.#placeOf(to), start + (page.limit ?? Number.POSITIVE_INFINITY));
    return this.#entries
      .slice(start, Math.max(start, end))
      .map(({ key, value }) => ({ key, value: Buffer.from(value) }));
  }

  count(from: TreeKey, to: TreeKey): number {
    return this.#placeOf(to) - this.#placeOf(from);
  }

  allOrNothing<T>(work: () => T): T {
    this.#undo = [];
    try {
      return work();
    } catch (thrown) {
      for (const takeBack of [...this.#undo].reverse()) takeBack();
      throw thrown;
    }
  }

  clear(): void {
    this.#entries = [];
  }

  /** Where the key is, or would be put: the first entry that does not sort before it. */
  #placeOf(key: TreeKey): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry && compareKeys(entry.key, key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function compareKeys(one: TreeKey, other: TreeKey): number {
  for (let place = 0; place < Math.min(one.length, other.length); place += 1) {
    const difference = compareElements(one[place] ?? '', other[place] ?? '');
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

function compareElements(one: string | number, other: string | number): number {
  if (typeof one === typeof other) return one < other ? -1 : one > other ? 1 : 0;
  return typeof one === 'number' ? -1 : 1;
}
